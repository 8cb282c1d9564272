import { switchesIn } from '../shared/switches.ts'
import type { Account } from './accounts.ts'
import { type CourseOptions, type CourseSwitches, courseDefaults } from './options.ts'
import { type Enrolment, type MadeCourse, makeCourse, type StandInPerson } from './people.ts'

/** One course of the stand-in: its people, and the switches that can be changed while it runs. */
export interface Course extends MadeCourse {
  readonly options: CourseOptions
  readonly switches: CourseSwitches
  /** Lists that were asked for before: a page of a long list must not cost a walk through all of it. */
  readonly lists: Map<string, Listed[]>
}

export const createCourse = (options: CourseOptions): Course => {
  const switches = switchesIn(courseDefaults, options)
  return { options, switches, lists: new Map(), ...makeCourse(options) }
}

/** What one reader may do in one course. */
export interface Rights {
  readonly readRoster: boolean
  readonly emails: boolean
  readonly logins: boolean
  readonly sis: boolean
  /** `read_as_admin`: sees inactive people. */
  readonly asAdmin: boolean
  /** The one section the reader is limited to. */
  readonly onlySection: string | null
}

export const rightsOf = (course: Course, reader: Account): Rights => {
  const staff = reader.as !== 'student'
  const own = course.people.find((person) => person.id === reader.id)?.enrolments ?? []
  const limited = course.switches.ownSectionOnly || (own.length > 0 && own.every((enrolment) => enrolment.limited))
  return {
    readRoster: course.switches.readRoster,
    emails: staff && course.switches.emails,
    logins: staff && course.switches.logins,
    sis: staff && course.switches.sis,
    asAdmin: staff,
    onlySection: limited ? (own[0]?.sectionId ?? null) : null,
  }
}

export interface Listed {
  readonly person: StandInPerson
  /** Those of the person's enrolments that the request's states let through. */
  readonly enrolments: readonly Enrolment[]
}

export interface Wanted {
  /** `enrollment_state[]`; empty: active, invited and creation_pending. */
  readonly states: readonly string[]
  readonly includeInactive: boolean
  readonly search: string
}

const presentIn = ({ people, switches: { absent } }: Course) => people.filter(({ id }) => !absent.includes(id))

/** The people a reader is shown, in Canvas's order, the test student still among them. */
export const listPeople = (course: Course, rights: Rights, wanted: Wanted): Listed[] => {
  const key = JSON.stringify([rights.asAdmin, rights.onlySection, course.switches.absent, wanted])
  const list = course.lists.get(key) ?? makeList(course, rights, wanted)
  course.lists.set(key, list)
  return list
}

const makeList = (course: Course, rights: Rights, wanted: Wanted): Listed[] => {
  const states = new Set(wanted.states.length > 0 ? wanted.states : ['active', 'invited', 'creation_pending'])
  if (wanted.includeInactive && rights.asAdmin) states.add('inactive')
  if (!rights.asAdmin) for (const state of ['inactive', 'completed']) states.delete(state)
  const shown = ({ state, sectionId }: Enrolment) =>
    states.has(state) && (rights.onlySection === null || rights.onlySection === sectionId)
  return presentIn(course)
    .filter((person) => person.name.toLowerCase().includes(wanted.search.toLowerCase()))
    .map((person) => ({ person, enrolments: person.enrolments.filter(shown) }))
    .filter(({ enrolments }) => enrolments.length > 0)
}

/** `total_students`: distinct active and invited students, whatever the reader may see; the test student is none. */
export const totalStudents = (course: Course): number =>
  course.switches.claimsMore +
  presentIn(course).filter((person) =>
    person.enrolments.some(
      ({ type, state }) => type === 'StudentEnrollment' && (state === 'active' || state === 'invited'),
    ),
  ).length
