import { onStart, sites, tabs } from '../../lib/platform.ts'
import { followSites, leaveOtherTabs, reachOpenTabs } from '../../lib/sites.ts'
import { withdrawnItem } from '../../lib/storage.ts'

/** Whether a tab's page may be read, for good or by a click on the icon: the browser tells the address of those alone. */
export const mayRead = async (tabId: number): Promise<boolean> => (await tabs.get(tabId))?.url !== undefined

/** The content script goes where a site is granted, and leaves with the grant; what was taken back is remembered. */
export const followGrants = (): void => {
  const reach = async () => {
    await followSites()
    await reachOpenTabs()
  }
  sites.onChanged(() => void reach())
  sites.onRemoved((patterns) => {
    void leaveOtherTabs()
    void withdrawnItem.update((before) => [...new Set([...before, ...patterns])])
  })
  sites.onAdded((patterns) => void withdrawnItem.update((before) => before.filter((one) => !patterns.includes(one))))
  onStart(() => void reach())
}
