import type { Adapter, LmsPage, ReadContext, SourceResult } from './adapter.ts'
import type { Course, ReadProblem, Roster, RosterState } from './roster.ts'

/** A page and the LMS it belongs to. */
export interface Recognised {
  readonly adapter: Adapter
  readonly page: LmsPage
  readonly course: Course
}

/** Which LMS course the page belongs to, if any. Cheap, without effects. */
export const recognise = (adapters: readonly Adapter[], doc: Document, url: URL): Recognised | null => {
  for (const adapter of adapters) {
    const page = adapter.detect(doc, url)
    if (page) return { adapter, page, course: courseOf(adapter, page, url) }
  }
  return null
}

const courseOf = (adapter: Adapter, page: LmsPage, url: URL): Course => ({
  lms: adapter.id,
  lmsLabel: adapter.label,
  site: url.origin,
  courseId: page.courseId,
  name: page.courseName,
})

export interface ReadDeps extends Pick<ReadContext, 'fetch' | 'signal' | 'sleep' | 'onProgress'> {
  /** Read the page alone, when its API has refused before and more rows have come. */
  readonly pageOnly?: boolean
}

/** Only these lead from one source to the next: being signed out, throttled or broken is told as what it is. */
const leadsOn: ReadonlySet<ReadProblem> = new Set(['forbidden', 'notThere', 'unreadable'])

/** Reads the course of the page. Never rejects: what stands in the way is a state as well. */
export const readRoster = async (
  adapters: readonly Adapter[],
  doc: Document,
  url: URL,
  { pageOnly = false, ...deps }: ReadDeps,
): Promise<RosterState> => {
  const recognised = recognise(adapters, doc, url)
  if (!recognised) return { kind: 'none' }
  const { adapter, page, course } = recognised
  let refused: ReadProblem | undefined
  for (const source of adapter.sources) {
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
