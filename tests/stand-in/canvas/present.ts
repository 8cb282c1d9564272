import type { Account } from './accounts.ts'
import { type Course, type Listed, type Rights, totalStudents } from './course.ts'
import type { Enrolment, Section, StandInPerson } from './people.ts'

/** Ids are strings with `application/json+canvas-string-ids`, numbers otherwise. */
export type WriteId = (id: string) => string | number

const CREATED = '2026-08-20T09:12:44Z'

const presentEnrolment = (
  course: Course,
  person: StandInPerson,
  enrolment: Enrolment,
  origin: string,
  id: WriteId,
) => ({
  id: id(enrolment.id),
  user_id: id(person.id),
  course_id: id(course.options.id),
  type: enrolment.type,
  created_at: CREATED,
  updated_at: CREATED,
  associated_user_id: enrolment.observes ? id(enrolment.observes.id) : null,
  start_at: null,
  end_at: null,
  ...(course.switches.hideSections ? {} : { course_section_id: id(enrolment.sectionId) }),
  root_account_id: id('1'),
  limit_privileges_to_course_section: enrolment.limited || course.switches.ownSectionOnly,
  enrollment_state: enrolment.state,
  role: enrolment.role,
  role_id: id(enrolment.role === enrolment.type ? '3' : '17'),
  last_activity_at: enrolment.state === 'active' ? '2026-11-20T10:00:00Z' : null,
  last_attended_at: null,
  total_activity_time: Number(person.id) % 9000,
  ...(enrolment.type === 'StudentEnrollment'
    ? {
        grades: {
          html_url: `${origin}/courses/${course.options.id}/grades/${person.id}`,
          current_score: null,
          final_score: null,
        },
      }
    : {}),
  html_url: `${origin}/courses/${course.options.id}/users/${person.id}`,
})

/** One entry of `/users` (lms/canvas.md §6.3, §6.4): address and login are left out for people who are only invited. */
export const presentUser = (
  course: Course,
  rights: Rights,
  { person, enrolments }: Listed,
  withEnrolments: boolean,
  origin: string,
  id: WriteId,
) => {
  const confirmed = enrolments.some(({ state }) => state !== 'invited')
  return {
    id: id(person.id),
    name: person.name,
    created_at: CREATED,
    sortable_name: person.sortableName,
    short_name: person.name,
    ...(person.pronouns ? { pronouns: person.pronouns } : {}),
    ...(rights.sis ? { sis_user_id: person.sisId, integration_id: null } : {}),
    ...(rights.logins && confirmed ? { login_id: person.loginId } : {}),
    ...(rights.emails && confirmed ? { email: person.email } : {}),
    ...(withEnrolments
      ? { enrollments: enrolments.map((enrolment) => presentEnrolment(course, person, enrolment, origin, id)) }
      : {}),
  }
}

const shortType = { teacher: 'teacher', ta: 'ta', student: 'student' } as const

export const presentCourse = (course: Course, reader: Account, withTotal: boolean, withTerm: boolean, id: WriteId) => ({
  id: id(course.options.id),
  name: course.options.name,
  course_code: course.options.code ?? course.options.name,
  account_id: id('1'),
  root_account_id: id('1'),
  enrollment_term_id: id('1'),
  start_at: null,
  end_at: null,
  workflow_state: 'available',
  default_view: 'modules',
  time_zone: 'Europe/Berlin',
  enrollments: [
    { type: shortType[reader.as], role: `${reader.as}Enrollment`, user_id: id(reader.id), enrollment_state: 'active' },
  ],
  ...(withTotal ? { total_students: totalStudents(course) } : {}),
  ...(withTerm ? { term: { id: id('1'), name: 'Autumn 2026', start_at: null, end_at: null } } : {}),
})

export const presentSection = (course: Course, section: Section, id: WriteId) => ({
  id: id(section.id),
  name: section.name,
  course_id: id(course.options.id),
  nonxlist_course_id: section.crossListedFrom === null ? null : id(section.crossListedFrom),
  start_at: null,
  end_at: null,
})

export const presentSelf = (reader: Account, id: WriteId) => ({
  id: id(reader.id),
  name: reader.name,
  created_at: CREATED,
  sortable_name: reader.sortableName,
  short_name: reader.name,
  avatar_url: null,
  locale: null,
  effective_locale: 'en',
  permissions: { can_update_name: true, can_update_avatar: false },
})
