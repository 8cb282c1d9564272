import type { FollowRoster, LmsPage, ReadContext, Source, SourceResult } from './adapter.ts'
import type { Recognised } from './recognise.ts'
import type { Course, ReadProblem, Roster, RosterState } from './roster.ts'

export interface ReadDeps extends Pick<ReadContext, 'fetch' | 'signal' | 'sleep' | 'onProgress' | 'onChange'> {
  /** Read the page alone, when its API has refused before and more rows have come. */
  readonly pageOnly?: boolean
  /** Called with the way to take in rows that come later, where the page that was read has one. */
  readonly onFollow?: (follow: FollowRoster) => void
}

/** Only these lead from one source to the next: being signed out, throttled or broken is told as what it is. */
const leadsOn: ReadonlySet<ReadProblem> = new Set(['forbidden', 'notThere', 'unreadable'])

/** Reads the course of a page. Never rejects: what stands in the way is a state as well. */
export const readRoster = async (
  { page, course, doc, url }: Recognised,
  sources: readonly Source[],
  { pageOnly = false, onFollow, ...deps }: ReadDeps,
): Promise<RosterState> => {
  let refused: ReadProblem | undefined
  for (const source of sources) {
    if (pageOnly && source.id === 'api') continue
    const result = await source
      .read({ page, doc, url, ...deps })
      .catch((): SourceResult => ({ ok: false, problem: deps.signal.aborted ? 'stopped' : 'unreadable' }))
    if (result.ok) {
      const ready = (read: Read): RosterState => ({
        kind: 'ready',
        roster: rosterOf(read, course, page, source.id, refused),
      })
      const { follow } = result
      if (follow)
        onFollow?.((growth) =>
          follow(growth).then(
            (next) => (next?.ok ? ready(next) : null),
            () => null,
          ),
        )
      return ready(result)
    }
    // The first refusal says most: what the next source could not do either is beside the point.
    if (!leadsOn.has(result.problem)) return { kind: 'problem', course, problem: result.problem }
    refused ??= result.problem
  }
  return { kind: 'problem', course, problem: refused ?? 'unreadable' }
}

type Read = Extract<SourceResult, { ok: true }>

const rosterOf = (
  { ok: _, course: named, follow: __, ...read }: Read,
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
