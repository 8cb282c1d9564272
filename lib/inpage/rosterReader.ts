import type { Adapter, FollowRoster, Growth } from '../lms/adapter.ts'
import { type Recognised, recognise } from '../lms/recognise.ts'
import { courseKey, type Roster, type RosterState } from '../lms/roster.ts'
import type { Reader } from './loadReader.ts'

/** What this tab knows about its course, and the ways to know more. */
export interface RosterReader {
  readonly state: RosterState
  /** Looks at page and address again; another course, or none, forgets what was read. */
  look(): Recognised | null
  /** Reads the whole course, from the start. */
  read(): void
  /** Takes in what came to the page since, where only the page's own rows can be read: of a page that only grew, nothing else. */
  follow(growth: Growth): void
  /** Has the page's list scrolled to its end, where more people may come of it. */
  grow(): void
  stopGrowing(): void
  /** Stops a read that is under way; the state says so. */
  stop(): void
}

export interface RosterReaderDeps {
  readonly adapters: readonly Adapter[]
  readonly doc: Document
  readonly address: () => URL
  readonly fetch: typeof globalThis.fetch
  readonly load: () => Promise<Pick<Reader, 'readPage' | 'scrollToEnd'>>
  readonly signal: AbortSignal
  readonly changed: () => void
}

/** What is said of a page's list while it grows; it changes as well when another page takes its place. */
const extent = ({ people, partial }: Roster): string => `${people.length}${people[0]?.name}${partial}`

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
  let takeIn: FollowRoster | null = null
  let growing: AbortController | null = null
  /** What came while something else was being read. */
  let came: Element[] = []
  let went: Element[] = []

  const set = (next: RosterState) => {
    state = next
    changed()
  }

  /** The one thing that is done now: what was before it ends. */
  const begin = () => {
    run?.abort()
    const mine = new AbortController()
    run = mine
    return mine
  }

  const start = async (page: Recognised, pageOnly: boolean, progress: (read: number, total?: number) => void) => {
    const mine = begin()
    takeIn = null
    came = []
    went = []
    const ends = AbortSignal.any([signal, mine.signal])
    const next = await load()
      .then(({ readPage }) =>
        readPage(page, {
          fetch,
          signal: ends,
          onProgress: (count, total) => run === mine && progress(count, total),
          pageOnly,
          onFollow: (follow) => {
            if (run === mine) takeIn = follow
          },
          onChange: follow,
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
      takeIn = null
      growing?.abort()
      set(seen ? { kind: 'course', course: seen.course } : { kind: 'none' })
    }
    return seen
  }

  const anew = async () => {
    const seen = look()
    return seen && start(seen, true, () => undefined)
  }

  const inPlace = async (follow: FollowRoster) => {
    const mine = begin()
    const growth = { came, went }
    came = []
    went = []
    const next = await follow(growth)
    if (run !== mine) return null
    run = null
    return next ?? anew()
  }

  const takeAllIn = async () => {
    if (run) return
    while (came.length + went.length > 0) {
      const before = state
      if (before.kind !== 'ready' || before.roster.source !== 'page' || before.roster.complete) {
        came = []
        went = []
        return
      }
      const next = await (takeIn ? inPlace(takeIn) : anew())
      if (run || next?.kind !== 'ready') return
      // A page of the list may have taken the place of another of the same length.
      if (extent(next.roster) === extent(before.roster)) continue
      const { apiRefused } = before.roster
      // Scrolling may have begun or ended meanwhile.
      set({
        ...(state.kind === 'ready' ? state : before),
        roster: { ...next.roster, ...(apiRefused && { apiRefused }) },
      })
    }
  }

  const follow = (growth: Growth) => {
    came = came.concat(growth.came)
    went = went.concat(growth.went)
    void takeAllIn()
  }

  const grow = async () => {
    const seen = state.kind === 'ready' && !growing && look()
    if (!seen || state.kind !== 'ready') return
    const mine = new AbortController()
    growing = mine
    const ends = AbortSignal.any([signal, mine.signal])
    set({ ...state, growth: 'on' })
    const end = await load()
      .then(({ scrollToEnd }) =>
        scrollToEnd({
          doc: seen.doc,
          state: () => state,
          signal: ends,
        }),
      )
      .catch(() => 'stopped' as const)
    growing = null
    if (state.kind === 'ready') set({ ...state, growth: end })
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
      growing?.abort()
      reading(0)
      void start(seen, false, reading).then((next) => {
        if (next) set(next)
        void takeAllIn()
      })
    },
    follow,
    grow: () => void grow(),
    stopGrowing: () => growing?.abort(),
    stop: () => {
      growing?.abort()
      run?.abort()
    },
  }
}
