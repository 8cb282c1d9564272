import { webLock } from './locks.ts'
import { askTab } from './messaging/ask.ts'
import { contentScript, sites, tabs } from './platform.ts'

/** The match pattern for all pages of an origin. Match patterns name no port: it covers every port of the host. */
export const patternOf = (origin: string): string => {
  const { protocol, hostname } = new URL(origin)
  return `${protocol}//${hostname}/*`
}

/** Whether a match pattern takes in an origin. */
export const covers = (pattern: string, origin: string): boolean => {
  const [, scheme, host = ''] = /^(\*|https?):\/\/([^/]+)\//.exec(pattern) ?? []
  const { protocol, hostname } = new URL(origin)
  if (scheme !== '*' && `${scheme}:` !== protocol) return false
  if (host === '*' || host === hostname) return true
  return host.startsWith('*.') && (hostname === host.slice(2) || hostname.endsWith(host.slice(1)))
}

/** Puts the content script on every site that is granted, from now on, and on no other. */
export const followSites = (): Promise<void> =>
  webLock('rollcall.sites', async () => contentScript.register(await sites.granted()))

/** Puts it into the pages that are open already; one that is in a page notices and takes over from the older. */
export const reachOpenTabs = async (): Promise<void> => {
  const granted = await sites.granted()
  if (granted.length === 0) return
  const open = await tabs.matching(granted)
  // Some tabs take no scripts: a page of the store, a crashed tab.
  await Promise.allSettled(open.map(({ id }) => contentScript.inject(id)))
}

/** Has it leave the pages of sites that are not granted any more. A click on the toolbar icon brings it back. */
export const leaveOtherTabs = async (): Promise<void> => {
  const granted = await sites.granted()
  const kept = new Set((granted.length > 0 ? await tabs.matching(granted) : []).map(({ id }) => id))
  const left = (await tabs.all()).filter(({ id }) => !kept.has(id))
  // In most of them it never was.
  await Promise.allSettled(left.map(({ id }) => askTab(id, 'page.leave', {})))
}
