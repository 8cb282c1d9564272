import { type Course, listPeople, type Rights } from './course.ts'

const builtIn = [
  ['StudentEnrollment', 'Student'],
  ['TeacherEnrollment', 'Teacher'],
  ['TaEnrollment', 'TA'],
  ['DesignerEnrollment', 'Designer'],
  ['ObserverEnrollment', 'Observer'],
] as const

/** `ALL_ROLES` of the People page: the built-in roles and the account's own, each with how many of those the reader sees have it. */
export const allRoles = (course: Course, rights: Rights) => {
  const enrolments = listPeople(course, rights, { states: [], includeInactive: false, search: '' }).flatMap(
    ({ person, enrolments }) => enrolments.map(({ type, role }) => ({ type, role, of: person.id })),
  )
  const count = (role: string) => new Set(enrolments.filter((one) => one.role === role).map(({ of }) => of)).size
  const own = new Map(enrolments.filter(({ type, role }) => role !== type).map(({ type, role }) => [role, type]))
  return [
    ...builtIn.map(([name, label]) => ({ base_role_name: name, name, label, count: count(name) })),
    ...[...own].map(([name, type]) => ({ base_role_name: type, name, label: name, count: count(name) })),
  ]
}
