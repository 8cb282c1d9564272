import type { ReadContext, Source, SourceResult } from '../adapter.ts'
import type { ReadProblem } from '../roster.ts'
import { createCalls } from './calls.ts'
import { innerApi } from './innerApi.ts'
import { publicApi } from './publicApi.ts'
import { usersPage } from './usersPage.ts'

const refuses: ReadonlySet<ReadProblem> = new Set(['forbidden', 'notThere', 'unreadable'])

/**
 * What can be asked of the site, whatever its page shows: the API with a contract; the one without, only where that one says no or is
 * not there; the Users page of Original courses. The first refusal says most.
 */
const read = async (context: ReadContext): Promise<SourceResult> => {
  const calls = createCalls(context)
  const told = await publicApi(context, calls)
  if (told.ok || !refuses.has(told.problem)) return told
  for (const way of told.problem === 'unreadable' ? [usersPage] : [innerApi, usersPage]) {
    const result = await way(context, calls)
    if (result.ok || !refuses.has(result.problem)) return result
  }
  return told
}

export const apiSource: Source = { id: 'api', read }
