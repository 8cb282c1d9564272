import type { Course, ReadProblem, Roster, RosterState } from './roster.ts'

/** A page as an adapter recognised it. Cheap to make: an address and a few look-ups, no effects. */
export interface LmsPage {
  readonly courseId: string
  /** Root of the LMS on this origin, without a trailing slash: '' or '/lms'. */
  readonly root: string
  /** `roster`: the page that lists the people; `course`: another page of the same course. */
  readonly kind: 'roster' | 'course'
  /** The course's name or code as the page shows it; may be empty. */
  readonly courseName: string
  /** What the in-page button goes behind: the roster's heading or toolbar (before it, if a table); null until it is drawn. */
  readonly anchor: Element | null
  /** The page shows the course as somebody else (masquerade or student view). */
  readonly asSomebodyElse?: boolean
  /** A copy of production with stale data (beta or test host). */
  readonly testSite?: boolean
}

/** What came to a page since it was read, and what went. */
export interface Growth {
  readonly came: readonly Element[]
  readonly went: readonly Element[]
}

/** Everything a source may touch. Nothing else: no global window, document, location or fetch. */
export interface ReadContext {
  readonly page: LmsPage
  /** The document that the page is, and its address: the tab's own, or that of a frame of the same site. */
  readonly doc: Document
  readonly url: URL
  readonly fetch: typeof globalThis.fetch
  /** Ends with the content script, or when the person closes the popup's read. */
  readonly signal: AbortSignal
  /** Called with how many people have been read so far. */
  readonly onProgress: (read: number, total?: number) => void
  /** Waits; passed in so that tests do not. Rejects with the signal. */
  readonly sleep: (ms: number) => Promise<void>
  /** Called when rows say something else by their words alone, where whoever watches what comes and goes sees nothing. */
  readonly onChange?: (growth: Growth) => void
}

/** Takes in what came, reading nothing twice; null where the page has to be read anew, because rows went or became others. */
type Follow<T> = (growth: Growth) => Promise<T | null>

/** The roster of a page that grows, without another reading of it. */
export type FollowRoster = Follow<RosterState>

/** What a source says of a course: its people and how far they can be trusted to be all, or why it cannot say. */
export type SourceResult =
  | (Omit<Roster, 'course' | 'source' | 'apiRefused' | 'asSomebodyElse' | 'testSite'> & {
      readonly ok: true
      readonly course: Pick<Course, 'name' | 'code'>
      /** Given by sources that read pages of which rows come later. */
      readonly follow?: Follow<SourceResult>
    })
  | { readonly ok: false; readonly problem: ReadProblem }

/** One way to read a course. Sources are tried in order; only `forbidden`, `notThere` and `unreadable` go on to the next. */
export interface Source {
  readonly id: 'api' | 'page'
  read(context: ReadContext): Promise<SourceResult>
}

/**
 * One LMS: a file of its own in this folder that exports this as `adapter`, and `sources: readonly Source[]` beside it.
 * They are two exports because they are two scripts: recognising runs on every page, reading is loaded for a roster.
 */
export interface Adapter {
  readonly id: string
  readonly label: string
  /** Match patterns offered at first run; any other host comes through the toolbar click. */
  readonly hosts: readonly string[]
  /** Reads pages of no LMS in particular: asked only when every other one has said no. */
  readonly fallback?: true
  detect(doc: Document, url: URL): LmsPage | null
  /** A page of this LMS that lists people who are nobody's class, such as everybody at the school: no fallback reads it. */
  refuses?(doc: Document, url: URL): boolean
}
