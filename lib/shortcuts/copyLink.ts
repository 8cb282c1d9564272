import type { CallService } from '../contract/calls.ts'
import type { RecentGroup } from './recentGroups.ts'

export interface CopyLinkPorts {
  readonly recent: () => Promise<readonly RecentGroup[]>
  readonly call: CallService
  /** Puts a text on the clipboard, by way of the page in a tab; rejects where the browser lets nothing into it. */
  readonly copyIn: (tabId: number, text: string) => Promise<void>
  /** Marks the icon over a tab for a moment. */
  readonly mark: (tabId: number) => Promise<void>
  /** Opens a page of the service. */
  readonly open: (path: string) => Promise<void>
}

/**
 * Copies the restricted Member link of a Group, made when there is none: the one that lets in nobody who was not invited.
 * Where that cannot be done from here, the Group's own page of links says why, and copies as well.
 */
export const createCopyLink = ({ recent, call, copyIn, mark, open }: CopyLinkPorts) => {
  const copy = async (groupId: string, tabId: number | undefined) => {
    try {
      const { url } = await call('links.create', { groupId, access: 'restricted', role: 'member' })
      if (tabId === undefined) throw new Error('There is no page to copy by.')
      await copyIn(tabId, url)
      await mark(tabId)
    } catch {
      await open(`/groups/${groupId}/link`)
    }
  }
  return {
    copy,
    /** Of the Group of the last send; without one, the list of Groups is opened. */
    copyLatest: async (tabId: number | undefined) => {
      const [latest] = await recent()
      await (latest ? copy(latest.id, tabId) : open('/'))
    },
  }
}
