import type { LmsPage, ReadContext, Source, SourceResult } from './adapter.ts'
import type { Recognised } from './recognise.ts'
import type { Course, ReadProblem, Roster, RosterState } from './roster.ts'

export interface ReadDeps extends Pick<ReadContext, 'fetch' | 'signal' | 'sleep' | 'onProgress'> {
  /** Read the page alone, when its API has refused before and more rows have come. */
  readonly pageOnly?: boolean
}

/** Only these lead from one source to the next: being signed out, throttled or broken is told as what it is. */
const leadsOn: ReadonlySet<ReadProblem> = new Set(['forbidden', 'notThere', 'unreadable'])

/** Reads the course of a page. Never rejects: what stands in the way is a state as well. */
export const readRoster = async (
  { page, course, doc, url }: Recognised,
  sources: readonly Source[],
  { pageOnly = false, ...deps }: ReadDeps,
): Promise<RosterState> => {
  let refused: ReadProblem | undefined
  for (const source of sources) {
    if (pageOnly && source.id === 'api') continue
    const result = await source
      .read({ page, doc, url, ...deps })
      .catch((): SourceResult => ({ ok: false, problem: deps.signal.aborted ? 'stopped' : 'unreadable' }))
    if (result.ok) return { kind: 'ready', roster: rosterOf(result, course, page, source.id, refused) }
    // The first refusal says most: what the next source could not do either is beside the point.
    if (!leadsOn.has(result.problem)) return { kind: 'problem', course, problem: result.problem }
    refused ??= result.problem
  }
  return { kind: 'problem', course, problem: refused ?? 'unreadable' }
}

const rosterOf = (
  { ok: _, course: named, ...read }: Extract<SourceResult, { ok: true }>,
  course: Course,
  page: LmsPage,
  source: Roster['source'],
  apiRefused: ReadProblem | undefined,
): Roster => ({
  ...read,
  course: { ...course, ...named, name: named.name || course.name },
  source,
  ...(apiRefused ? { apiRefused } : {}),
  ...(page.asSomebodyElse ? { asSomebodyElse: true } : {}),
  ...(page.testSite ? { testSite: true } : {}),
})
