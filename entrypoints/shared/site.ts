import type { SiteService } from '../../components/services.ts'
import type { RosterState } from '../../lib/lms/roster.ts'
import { sites } from '../../lib/platform.ts'
import { covers, patternOf } from '../../lib/sites.ts'
import { withdrawnItem } from '../../lib/storage.ts'

/** "Always on this site", for the site of the course; null where there is none or it is granted already. */
export const siteService = async (roster: RosterState | undefined): Promise<SiteService | null> => {
  if (!roster || roster.kind === 'none') return null
  const { course } = roster.kind === 'ready' ? roster.roster : roster
  const origin = course.site
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
