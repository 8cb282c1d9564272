import type { ReadContext, Source, SourceResult } from '../adapter.ts'
import type { ReadProblem } from '../roster.ts'
import { participantsPages } from './pages.ts'
import { createSite } from './site.ts'
import { tableService } from './tableService.ts'

const leadsOn: ReadonlySet<ReadProblem> = new Set(['forbidden', 'notThere', 'unreadable'])

/** What can be asked of the site, whatever its page shows: the table's service, then the participants page. The first refusal says most. */
const read = async (context: ReadContext): Promise<SourceResult> => {
  const site = createSite(context)
  if (!site) return { ok: false, problem: 'notThere' }
  const told = await tableService(context, site)
  if (told.ok || !leadsOn.has(told.problem)) return told
  const paged = await participantsPages(context, site)
  return paged.ok || !leadsOn.has(paged.problem) ? paged : told
}

export const apiSource: Source = { id: 'api', read }
