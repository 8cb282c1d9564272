import type { Sender } from '../platform.ts'

/** Who sent a message, as the browser says. */
export type Proof =
  /** One of our own pages: popup, options, or the panel in a tab. */
  | { readonly from: 'page'; readonly tabId: number | undefined }
  /** A content script, in the main frame of a tab. */
  | { readonly from: 'content'; readonly tabId: number }

/** null: nobody whom we answer. `origin` is the extension's own, with a slash at its end. */
export const proofOf = ({ id, url, tab, frameId }: Sender, ownId: string, origin: string): Proof | null => {
  if (id !== ownId || !url) return null
  if (url.startsWith(origin)) return { from: 'page', tabId: tab?.id }
  if (tab?.id === undefined || frameId !== 0 || !/^https?:\/\//.test(url)) return null
  return { from: 'content', tabId: tab.id }
}
