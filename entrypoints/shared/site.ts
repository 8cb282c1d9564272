import { createLive } from '../../components/createLive.ts'
import type { Live, RosterService, SiteService } from '../../components/services.ts'
import type { RosterState } from '../../lib/lms/roster.ts'
import { sites } from '../../lib/platform.ts'
import { covers, patternOf } from '../../lib/sites.ts'
import { withdrawnItem } from '../../lib/storage.ts'

const originOf = (roster: RosterState | undefined): string | undefined => {
  if (!roster || roster.kind === 'none') return undefined
  return (roster.kind === 'ready' ? roster.roster : roster).course.site
}

/** The same for whatever course the tab shows: a page that is slow to answer tells of its course later. */
export const siteOf = async (roster: RosterService | null): Promise<Live<SiteService | null>> => {
  let last = originOf(roster?.get())
  const source = createLive(await siteService(last))
  const follow = () => {
    const origin = originOf(roster?.get())
    if (origin === last) return
    last = origin
    void siteService(origin).then((site) => origin === last && source.set(site))
  }
  roster?.subscribe(follow)
  follow()
  return source
}

/** "Always on this site", for the site of the course; null where there is none or it is granted already. */
export const siteService = async (origin: string | undefined): Promise<SiteService | null> => {
  if (origin === undefined) return null
  const pattern = patternOf(origin)
  if (await sites.isGranted(pattern)) return null
  // The background notices the grant, even when the browser's question closed the popup that asked.
  const isHere = (one: string) => covers(one, origin)
  return {
    origin,
    withdrawn: (await withdrawnItem.get()).some(isHere),
    leaveWithdrawn: async () => {
      await withdrawnItem.update((patterns) => patterns.filter((one) => !isHere(one)))
    },
    allowAlways: () => sites.request(pattern),
  }
}
