import type { Adapter } from '../lms/adapter.ts'
import { type Recognised, recognise } from '../lms/recognise.ts'
import { courseKey, type RosterState } from '../lms/roster.ts'
import type { ReadPage } from './loadReader.ts'
import { wait } from './wait.ts'

/** What this tab knows about its course, and the ways to know more. */
export interface RosterReader {
  readonly state: RosterState
  /** Looks at page and address again; another course, or none, forgets what was read. */
  look(): Recognised | null
  /** Reads the whole course, from the start. */
  read(): void
  /** Takes in rows that came since, where only the page's own rows can be read. */
  follow(): void
  /** Stops a read that is under way; the state says so. */
  stop(): void
}

export interface RosterReaderDeps {
  readonly adapters: readonly Adapter[]
  readonly doc: Document
  readonly address: () => URL
  readonly fetch: typeof globalThis.fetch
  readonly load: () => Promise<{ readonly readPage: ReadPage }>
  readonly signal: AbortSignal
  readonly changed: () => void
}

export const createRosterReader = ({
  adapters,
  doc,
  address,
  fetch,
  load,
  signal,
  changed,
}: RosterReaderDeps): RosterReader => {
  let state: RosterState = { kind: 'none' }
  let course = ''
  let run: AbortController | null = null

  const set = (next: RosterState) => {
    state = next
    changed()
  }

  const start = async (page: Recognised, pageOnly: boolean, progress: (read: number, total?: number) => void) => {
    run?.abort()
    const mine = new AbortController()
    run = mine
    const ends = AbortSignal.any([signal, mine.signal])
    const next = await load()
      .then(({ readPage }) =>
        readPage(page, {
          fetch,
          signal: ends,
          sleep: (ms) => wait(ms, ends),
          onProgress: (count, total) => run === mine && progress(count, total),
          pageOnly,
        }),
      )
      .catch((): RosterState => ({ kind: 'problem', course: page.course, problem: 'stopped' }))
    // What a newer read, or another course, has overtaken is dropped.
    if (run !== mine || signal.aborted) return null
    run = null
    return next
  }

  const look = () => {
    const seen = recognise(adapters, doc, address())
    const key = seen ? courseKey(seen.course) : ''
    if (key !== course) {
      course = key
      run?.abort()
      run = null
      set(seen ? { kind: 'course', course: seen.course } : { kind: 'none' })
    }
    return seen
  }

  return {
    get state() {
      return state
    },
    look,
    read: () => {
      const seen = look()
      if (!seen) return
      const reading = (read: number, total?: number) =>
        set({ kind: 'reading', course: seen.course, read, ...(total === undefined ? {} : { total }) })
      reading(0)
      void start(seen, false, reading).then((next) => next && set(next))
    },
    follow: () => {
      const before = state
      if (run || before.kind !== 'ready' || before.roster.source !== 'page' || before.roster.complete) return
      const seen = look()
      if (!seen) return
      void start(seen, true, () => undefined).then((next) => {
        if (next?.kind !== 'ready' || next.roster.people.length === before.roster.people.length) return
        const { apiRefused } = before.roster
        set({ kind: 'ready', roster: { ...next.roster, ...(apiRefused ? { apiRefused } : {}) } })
      })
    },
    stop: () => run?.abort(),
  }
}
