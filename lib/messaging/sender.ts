/** What the browser says of a sender, as far as it matters here. */
interface Said {
  readonly id?: string
  readonly url?: string
  readonly tab?: { readonly id?: number }
  readonly frameId?: number
}

/** Who sent a message, as the browser says. */
export type Proof =
  /** One of our own pages: popup, options, or the panel in a frame of a tab. */
  | { readonly from: 'page'; readonly tabId: number | undefined; readonly isFramed: boolean }
  /** A content script, in the main frame of a tab. */
  | { readonly from: 'content'; readonly tabId: number }

/** null: nobody whom we answer. `origin` is the extension's own, with a slash at its end. */
export const proofOf = ({ id, url, tab, frameId }: Said, ownId: string, origin: string): Proof | null => {
  if (id !== ownId || !url) return null
  if (url.startsWith(origin)) return { from: 'page', tabId: tab?.id, isFramed: (frameId ?? 0) !== 0 }
  if (tab?.id === undefined || frameId !== 0 || !/^https?:\/\//.test(url)) return null
  return { from: 'content', tabId: tab.id }
}
