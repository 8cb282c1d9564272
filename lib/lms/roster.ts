import type { RosterPerson } from '../people/person.ts'

/** Which LMS and course a page belongs to. `site` is an origin; `courseId` is the LMS's own, as a string. */
export interface Course {
  readonly lms: string
  readonly lmsLabel: string
  readonly site: string
  readonly courseId: string
  readonly name: string
  readonly code?: string
}

/** One course of one site, as it is remembered: `site|courseId`. */
export const courseKey = ({ site, courseId }: Pick<Course, 'site' | 'courseId'>): string => `${site}|${courseId}`

/** Why a roster is not everybody. */
export type PartialReason =
  | 'rowsOnPage' /* the page shows some rows and loads more on scrolling */
  | 'filtered' /* a search or filter is on */
  | 'ownSectionsOnly' /* the reader's role limits what is visible */
  | 'countsDiffer' /* the LMS says there are more people than it listed */
  | 'maybeMore' /* nothing says whether these are all */
  | 'mayHide' /* people may be kept, or keep themselves, off the list this reader is given */

/** How many were left out, by kind. */
export interface LeftOut {
  readonly observers: number
  /** Test and preview students. */
  readonly testStudents: number
  readonly guests?: number
  /** Entries that stand for nobody. */
  readonly placeholders?: number
  /** Enrolments that the school's records have switched off. */
  readonly disabled?: number
}

/** The people of one course, and how far they can be trusted to be all. */
export interface Roster {
  readonly course: Course
  readonly people: readonly RosterPerson[]
  readonly complete: boolean
  readonly partial?: PartialReason
  /** People the LMS says there are, where it says so: comparable with `people.length`. */
  readonly total?: number
  /** The LMS keeps every address from this reader, which is not the same as nobody having one. */
  readonly addressesHidden?: boolean
  /** The reader has folded the column of addresses away on the page. */
  readonly addressesFolded?: boolean
  /** In this LMS people choose themselves whether their address is shown: who has none here may have hidden it. */
  readonly addressesPrivate?: boolean
  readonly source: 'api' | 'page'
  /** Why the API was not used, when the page was. */
  readonly apiRefused?: ReadProblem
  /** People not listed on purpose. */
  readonly leftOut: LeftOut
  /** The page shows the course as somebody else (masquerade or student view). */
  readonly asSomebodyElse?: boolean
  /** A copy of production with stale data (beta or test host). */
  readonly testSite?: boolean
}

/** Why there is no roster. Each has its own sentence and next step. */
export type ReadProblem =
  | 'signedOut' /* the LMS wants a sign-in */
  | 'forbidden' /* signed in, but this person may not list the course */
  | 'throttled' /* asked too fast, three times over */
  | 'unreachable' /* no answer, or the network went */
  | 'broken' /* 5xx, or an answer that cannot be read */
  | 'notThere' /* no such course or call */
  | 'unreadable' /* the page has no rows we understand */
  | 'stopped' /* the page went away while reading */

/** What the tab knows about the roster on it: what the popup shows before anything is picked. */
export type RosterState =
  | { readonly kind: 'none' } /* not an LMS page */
  | { readonly kind: 'course'; readonly course: Course } /* an LMS course page; nothing read yet */
  | { readonly kind: 'reading'; readonly course: Course; readonly read: number; readonly total?: number }
  | {
      readonly kind: 'ready'
      readonly roster: Roster
      /** The page's list is being scrolled for more people, or was, to its end or until it was stopped. */
      readonly growth?: 'on' | 'end' | 'stopped'
    }
  | { readonly kind: 'problem'; readonly course: Course; readonly problem: ReadProblem }
