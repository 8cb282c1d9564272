import type { Interruption } from '../shared/interruption.ts'

/** How many of each kind a course has; everybody else is an active student with an address. */
export interface Mix {
  /** The signed-in instructor is the first of them. */
  readonly teachers: number
  /** Non-editing teachers. */
  readonly assistants: number
  readonly guests: number
  /** People without a role. */
  readonly roleless: number
  /** Students who teach as well. */
  readonly both: number
  readonly suspended: number
  /** Their enrolment has ended, or is yet to begin. */
  readonly notCurrent: number
  /** Accounts without an address. */
  readonly hidden: number
}

/** What can be changed while the stand-in runs, per course. */
export interface CourseSwitches {
  /** The table's service: answered, or not there. */
  service: 'answers' | 'closed'
  /** Readers may list the people. */
  participants: 'answers' | 'refuses'
  /** Teachers see addresses. */
  addresses: boolean
  /** Who is shown to assistants and students: everybody, everybody after their own group, or their own group alone. */
  groupMode: 'none' | 'visible' | 'separate'
}

export interface CourseOptions extends Partial<CourseSwitches> {
  /** From 2 on: course 1 is the site itself. */
  readonly id: number
  readonly name: string
  /** `BIO101-F26`. */
  readonly code?: string
  /** People in it, staff and guests included. */
  readonly size: number
  readonly seed?: number
  readonly mix?: Partial<Mix>
  /** Students are spread over so many groups; some are in two, and some in none. */
  readonly groups?: number
  /** Some people have names made to break programs. */
  readonly hostile?: boolean
}

/** What can be changed while the stand-in runs, for the whole site. */
export interface SiteSwitches {
  /** Milliseconds from a request's arrival at the service, or for a page that is fetched, to its answer. */
  latencyMs: number
  /** No page of the table is longer, whatever is asked for. */
  longestPage: number
  /** Seconds told with "too many requests"; 0: not told. */
  retryAfter: number
  /** A misfortune for the coming requests to the service and for pages that are fetched; null: none. */
  interruption: Interruption | null
}

export interface StandInOptions extends Partial<SiteSwitches> {
  readonly courses?: readonly CourseOptions[]
  /** The path that the site is below: '' or `/moodle`. */
  readonly root?: string
}

/** Nobody but the instructor and students with an address: size − 1 people can be invited. */
export const plainMix: Mix = {
  teachers: 1,
  assistants: 0,
  guests: 0,
  roleless: 0,
  both: 0,
  suspended: 0,
  notCurrent: 0,
  hidden: 0,
}

export const defaultCourses: readonly CourseOptions[] = [
  { id: 2, name: 'Introduction to Biology', code: 'BIO101-F26', size: 306, groups: 4 },
  { id: 3, name: 'Statistics for Everyone', code: 'STAT100-F26', size: 5000 },
  { id: 4, name: 'Life Drawing (addresses are hidden)', code: 'ART12-F26', size: 18, addresses: false },
  { id: 5, name: 'Security Engineering (hostile names)', code: 'CS460-F26', size: 30, hostile: true },
  { id: 6, name: 'Poetics (its service is closed)', code: 'ENG200-F26', size: 80, service: 'closed' },
  { id: 7, name: 'Debating (separate groups)', code: 'DEB1-F26', size: 60, groups: 3, groupMode: 'separate' },
  { id: 8, name: 'Not started yet (nobody in it)', code: 'PHIL1-F26', size: 0 },
  { id: 9, name: 'Chemistry for Medical Students', code: 'CHEM1-F26', size: 10_000, groups: 12 },
]

export const siteDefaults: SiteSwitches = { latencyMs: 0, longestPage: 5000, retryAfter: 0, interruption: null }

export const courseDefaults: CourseSwitches = {
  service: 'answers',
  participants: 'answers',
  addresses: true,
  groupMode: 'none',
}
