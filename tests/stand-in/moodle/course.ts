import { switchesIn } from '../shared/switches.ts'
import type { Account } from './accounts.ts'
import { type CourseOptions, type CourseSwitches, courseDefaults } from './options.ts'
import { type MadeCourse, makeCourse, type StandInPerson } from './people.ts'

/** One course of the stand-in: its people, and the switches that can be changed while it runs. */
export interface Course extends Omit<MadeCourse, 'people'> {
  /** In no order; may be changed while the stand-in runs. */
  readonly people: StandInPerson[]
  readonly options: CourseOptions
  readonly switches: CourseSwitches
}

export const createCourse = (options: CourseOptions): Course => {
  const switches = switchesIn(courseDefaults, options)
  const { people, groups } = makeCourse(options)
  return { options, switches, people: [...people], groups }
}

/** Teachers and managers see who is suspended, change roles, and are not kept to a group. */
export const mayReview = ({ as }: Account): boolean => as === 'teacher' || as === 'manager'

export const isIn = (course: Course, reader: Account): boolean =>
  reader.as === 'manager' || course.people.some(({ id }) => id === reader.id)

/** The groups that a reader is kept to, or shown first; null: they see everybody. */
export const ownGroups = (course: Course, reader: Account): readonly string[] | null => {
  if (course.switches.groupMode === 'none' || mayReview(reader)) return null
  return course.people.find(({ id }) => id === reader.id)?.groups ?? []
}

const isInSome = (person: StandInPerson, groups: readonly string[]): boolean =>
  person.groups.some((group) => groups.includes(group))

/** Whom a reader may see at all, whatever they ask for. */
export const listPeople = (course: Course, reader: Account): readonly StandInPerson[] => {
  if (mayReview(reader)) return course.people
  const kept = course.switches.groupMode === 'separate' ? ownGroups(course, reader) : null
  return course.people.filter((person) => person.status === 'Active' && (!kept || isInSome(person, kept)))
}

/** The table's columns for this reader. */
export const columnsFor = (course: Course, reader: Account): readonly string[] => [
  'select',
  'fullname',
  ...(course.switches.addresses && reader.as !== 'student' ? ['email'] : []),
  'roles',
  'groups',
  'lastaccess',
  ...(mayReview(reader) ? ['status'] : []),
]
