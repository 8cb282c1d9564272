import type { SiteService } from '../../components/services.ts'
import type { RosterState } from '../../lib/lms/roster.ts'
import { sites } from '../../lib/platform.ts'
import { patternOf } from '../../lib/sites.ts'

/** "Always on this site", for the site of the course; null where there is none or it is granted already. */
export const siteService = async (roster: RosterState | undefined): Promise<SiteService | null> => {
  if (!roster || roster.kind === 'none') return null
  const { course } = roster.kind === 'ready' ? roster.roster : roster
  const origin = course.site
  const pattern = patternOf(origin)
  if (await sites.isGranted(pattern)) return null
  // The background notices the grant, even when the browser's question closed the popup that asked.
  return { origin, allowAlways: () => sites.request(pattern) }
}
