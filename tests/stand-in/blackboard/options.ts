import type { Interruption } from '../shared/interruption.ts'

/** How many of each kind a course has; everybody else is an available student whose address is shown. */
export interface Mix {
  /** The signed-in instructor is the first of them. */
  readonly teachers: number
  readonly tas: number
  readonly graders: number
  /** People with a role that the school has made. */
  readonly mentors: number
  readonly guests: number
  /** Kept out by the teacher. */
  readonly unavailable: number
  /** Switched off by the student system. */
  readonly disabled: number
  /** They keep their address to themselves. */
  readonly hidden: number
  /** Their address has a slip in its domain. */
  readonly mistyped: number
  /** They keep themselves off the class list: only readers who may see everybody are told of them. */
  readonly offRoster: number
}

/** What can be changed while the stand-in runs, per course. */
export interface CourseSwitches {
  /** Which kind of course it is: its own pages in Ultra, or Original ones in Ultra's frame. */
  view: 'ultra' | 'original'
  /** The public users call: answered, refused, or not there. */
  publicApi: 'answers' | 'refuses' | 'missing'
  /** The inner memberships call: the same. */
  innerApi: 'answers' | 'refuses' | 'missing'
  /** The Users page is there for teachers. Ultra courses have none. */
  usersPage: boolean
  /** Teachers see everybody, and what the system keeps of a membership. */
  everybody: boolean
  /** The reader may have the names of merged courses. */
  children: boolean
  /** The reader may have the names of roles. */
  roleNames: boolean
  /** `showAll=true` gives all rows; without it 25 are given, whatever is asked. */
  showAll: boolean
  /** `nextPage` repeats what was asked. */
  nextRepeats: boolean
  /** `nextPage` leads to this origin; null: it is a path. */
  nextOrigin: string | null
}

export interface CourseOptions extends Partial<CourseSwitches> {
  /** `_4711_1`. */
  readonly id: string
  readonly name: string
  /** The id people know: `BIO101-2026`. */
  readonly code?: string
  /** People in it, staff and guests included, the preview student not. At most 10,000. */
  readonly size: number
  readonly seed?: number
  readonly mix?: Partial<Mix>
  /** Courses that are merged into it; its people are spread over them. */
  readonly merged?: number
  /** Some people have names made to break programs. */
  readonly hostile?: boolean
  /** Logins are addresses. */
  readonly loginsAreAddresses?: boolean
  /** Logins are what stands before the @. */
  readonly loginsBeginAddresses?: boolean
}

/** What can be changed while the stand-in runs, for the whole site. */
export interface SiteSwitches {
  /** Milliseconds from a request's arrival at the API to its answer. */
  latencyMs: number
  /** `fields` is known; older releases refuse it. */
  fieldsKnown: boolean
  /** Seconds told with "too many requests"; 0: not told. */
  retryAfter: number
  /** A misfortune for the coming requests to the API and to pages that are fetched; null: none. */
  interruption: Interruption | null
}

export interface StandInOptions extends Partial<SiteSwitches> {
  readonly courses?: readonly CourseOptions[]
}

/** Nobody but the instructor and students with an address: size − 1 people can be invited. */
export const plainMix: Mix = {
  teachers: 1,
  tas: 0,
  graders: 0,
  mentors: 0,
  guests: 0,
  unavailable: 0,
  disabled: 0,
  hidden: 0,
  mistyped: 0,
  offRoster: 0,
}

export const defaultCourses: readonly CourseOptions[] = [
  { id: '_4711_1', name: 'Introduction to Biology', code: 'BIO101-2026', size: 306, merged: 3 },
  { id: '_4712_1', name: 'Organic Chemistry', code: 'CHEM210-2026', size: 48, view: 'original', usersPage: true },
  { id: '_4713_1', name: 'Statistics for Everyone', code: 'STAT100-2026', size: 5000 },
  {
    id: '_4714_1',
    name: 'Life Drawing (addresses kept private)',
    code: 'ART12-2026',
    size: 18,
    mix: { ...plainMix, hidden: 15 },
  },
  { id: '_4715_1', name: 'Security Engineering (hostile names)', code: 'CS460-2026', size: 30, hostile: true },
  {
    id: '_4716_1',
    name: 'Poetics (its API is closed)',
    code: 'ENG200-2026',
    size: 80,
    publicApi: 'refuses',
    innerApi: 'refuses',
  },
  { id: '_4717_1', name: 'Not started yet (nobody in it)', code: 'PHIL1-2026', size: 0 },
]

export const siteDefaults: SiteSwitches = { latencyMs: 0, fieldsKnown: true, retryAfter: 0, interruption: null }

export const courseDefaults: CourseSwitches = {
  view: 'ultra',
  publicApi: 'answers',
  innerApi: 'answers',
  usersPage: false,
  everybody: true,
  children: true,
  roleNames: true,
  showAll: true,
  nextRepeats: true,
  nextOrigin: null,
}
