import { switchesIn } from '../shared/switches.ts'
import type { Account } from './accounts.ts'
import { type CourseOptions, type CourseSwitches, courseDefaults } from './options.ts'
import { type MadeCourse, makeCourse, type StandInPerson } from './people.ts'

/** One course of the stand-in: its people, and the switches that can be changed while it runs. */
export interface Course extends MadeCourse {
  readonly options: CourseOptions
  readonly switches: CourseSwitches
}

export const createCourse = (options: CourseOptions): Course => {
  const switches = switchesIn(courseDefaults, options)
  return { options, switches, ...makeCourse(options) }
}

/** Whether the reader sees everybody, and what the system keeps of them; students never do. */
export const seesEverybody = (course: Course, reader: Account): boolean =>
  reader.as !== 'Student' && course.switches.everybody

/** Whom the reader is told of: others than those who see everybody are told of people who are available and on the roster. */
export const listPeople = (course: Course, reader: Account): readonly StandInPerson[] =>
  seesEverybody(course, reader)
    ? course.people
    : course.people.filter(({ available, onRoster }) => available === 'Yes' && onRoster)
