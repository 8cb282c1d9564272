export interface RecentGroup {
  readonly id: string
  readonly name: string
}

/** As many as a browser lists under an icon without a menu inside the menu. Source: chrome.contextMenus, 6 at the top. */
const KEPT = 5

/** The Groups of the last sends, the latest first, each once and by the name it had then. */
export const withRecent = (before: readonly RecentGroup[], { id, name }: RecentGroup): RecentGroup[] =>
  [{ id, name }, ...before.filter((group) => group.id !== id)].slice(0, KEPT)
