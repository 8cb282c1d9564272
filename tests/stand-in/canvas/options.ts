import type { Interruption } from '../shared/interruption.ts'

/** How many of each kind a course has; everybody else is an active student. */
export interface Mix {
  /** The signed-in instructor is the first of them. */
  readonly teachers: number
  readonly tas: number
  readonly designers: number
  readonly observers: number
  /** Invited and not yet accepted: Canvas leaves their address out. */
  readonly pending: number
  readonly inactive: number
  readonly concluded: number
  /** Confirmed people without an address on file (`"email": null`). */
  readonly noAddress: number
  /** Students in two sections. */
  readonly twoSections: number
}

/** What can be changed while the stand-in runs, per course. */
export interface CourseSwitches {
  /** Which People page: A Backbone, B React, C React "modernized". A `?variant=` in the address goes before it. */
  variant: 'A' | 'B' | 'C'
  /** The reader may list people at all. */
  readRoster: boolean
  /** Status for a reader who may not. */
  refusal: 401 | 403
  /** The reader may see addresses. */
  emails: boolean
  /** The reader may see login ids. */
  logins: boolean
  /** The reader may see SIS ids. */
  sis: boolean
  /** Sections are hidden on the People page, and left out of enrolments. */
  hideSections: boolean
  /** The reader's enrolments limit them to their own section. */
  ownSectionOnly: boolean
  /** Added to `total_students`: a course that claims more people than it lists. */
  claimsMore: number
  /** Ids of people who are not in the course: not yet, or not any more. */
  absent: readonly string[]
  /** A full last page still has a `next`, which leads to an empty one. */
  emptyLastPage: boolean
  /** `next` links lead to this origin instead of the stand-in's own. */
  nextOrigin: string | null
}

export interface CourseOptions extends Partial<CourseSwitches> {
  readonly id: string
  readonly name: string
  readonly code?: string
  /** People in it, the instructor, staff and observers included, the test student not. At most 10,000. */
  readonly size: number
  readonly seed?: number
  readonly mix?: Partial<Mix>
  /** Some people have names made to break programs. */
  readonly hostile?: boolean
  /** Login ids are addresses. */
  readonly loginsAreAddresses?: boolean
}

/** What can be changed while the stand-in runs, for the whole site. */
export interface SiteSwitches {
  /** Milliseconds from a request's arrival at the API to its answer. */
  latencyMs: number
  /** JSON starts with `while(1);`, as old versions do. */
  whileOne: boolean
  /** Ids are numbers whatever the Accept header says, as on old versions. */
  numericIds: boolean
  /** Units one request costs in the throttle's bucket; Canvas's own are near 0.1. */
  requestCost: number
  /** A misfortune for the coming API requests; null: none. */
  interruption: Interruption | null
}

export interface StandInOptions extends Partial<SiteSwitches> {
  readonly courses?: readonly CourseOptions[]
}

/** Nobody but the instructor and active students with an address: size − 1 people can be invited. */
export const plainMix: Mix = {
  teachers: 1,
  tas: 0,
  designers: 0,
  observers: 0,
  pending: 0,
  inactive: 0,
  concluded: 0,
  noAddress: 0,
  twoSections: 0,
}

/** 297 of the 306 can be invited: not the reader, 2 observers, 3 pending, 1 inactive, 1 concluded, 1 without an address. */
const bioMix: Mix = {
  ...plainMix,
  teachers: 2,
  tas: 2,
  observers: 2,
  pending: 3,
  inactive: 1,
  concluded: 1,
  noAddress: 1,
  twoSections: 9,
}

export const defaultCourses: readonly CourseOptions[] = [
  { id: '4711', name: 'Introduction to Biology', code: 'BIO 101', size: 306, mix: bioMix },
  { id: '4712', name: 'Organic Chemistry', code: 'CHEM 210', size: 48, variant: 'B' },
  { id: '4713', name: 'History of Cartography', code: 'HIST 330', size: 27, variant: 'C' },
  { id: '4714', name: 'Statistics for Everyone', code: 'STAT 100', size: 5000 },
  {
    id: '4715',
    name: 'Life Drawing (addresses hidden)',
    code: 'ART 12',
    size: 18,
    emails: false,
    loginsAreAddresses: true,
  },
  { id: '4716', name: 'Security Engineering (hostile names)', code: 'CS 460', size: 30, hostile: true },
  { id: '4717', name: 'Not started yet (nobody in it)', code: 'PHIL 1', size: 0 },
]

export const siteDefaults: SiteSwitches = {
  latencyMs: 0,
  whileOne: false,
  numericIds: false,
  requestCost: 0.08,
  interruption: null,
}

export const courseDefaults: CourseSwitches = {
  variant: 'A',
  readRoster: true,
  refusal: 401,
  emails: true,
  logins: true,
  sis: true,
  hideSections: false,
  ownSectionOnly: false,
  claimsMore: 0,
  absent: [],
  emptyLastPage: false,
  nextOrigin: null,
}
