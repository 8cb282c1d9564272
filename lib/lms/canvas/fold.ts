import { cleanName } from '../../people/cleanName.ts'
import type { EnrolmentState, LmsRole, RosterPerson } from '../../people/person.ts'
import { mostPresent } from '../../people/presence.ts'
import { addressFrom } from '../reading/address.ts'
import { type Fields, fields, list, word } from '../reading/values.ts'

/** `enrollment_state` by how present it is. `rejected` and `deleted` are no enrolments. */
const states: Readonly<Record<string, EnrolmentState>> = {
  active: 'active',
  invited: 'invited',
  creation_pending: 'invited',
  inactive: 'inactive',
  completed: 'concluded',
}

/** Enrolment types, the one that says most first: somebody who teaches and studies is a teacher. */
const roles: readonly (readonly [type: string, role: LmsRole])[] = [
  ['TeacherEnrollment', 'teacher'],
  ['TaEnrollment', 'ta'],
  ['DesignerEnrollment', 'designer'],
  ['StudentEnrollment', 'student'],
]

export const roleOfType = (type: string): LmsRole =>
  type === 'ObserverEnrollment' ? 'observer' : (roles.find(([name]) => name === type)?.[1] ?? 'other')

/** The role that says most among several. */
export const strongest = (found: readonly LmsRole[]): LmsRole =>
  roles.find(([, role]) => found.includes(role))?.[1] ??
  found.find((role) => role !== 'observer') ??
  found[0] ??
  'other'

/** The role that gives least among several, where some may be over. */
export const weakest = (found: readonly LmsRole[]): LmsRole =>
  (['student', 'other', 'designer', 'ta'] as const).find((role) => found.includes(role)) ?? strongest(found)

/** One entry of `/users`, folded. */
export interface Folded {
  readonly person: RosterPerson
  /** Whom the roster leaves out, but counts. */
  readonly leftOut: 'observers' | 'testStudents' | null
  /** One of those `total_students` counts: a student who is active or invited. */
  readonly counted: boolean
  /** Every enrolment limits the person to their own section. */
  readonly limited: boolean
  /** Canvas said something about the address, be it that there is none. */
  readonly addressTold: boolean
}

/** `sections`: names by id. `me`: the reader's user id, '' when unknown. */
export const foldUser = (entry: unknown, sections: ReadonlyMap<string, string>, me: string): Folded | null => {
  const user = fields(entry)
  const key = word(user.id)
  if (!key) return null
  const enrolments = list(user.enrollments).map(fields)
  const real = enrolments.filter(({ enrollment_state }) => word(enrollment_state) in states)
  const own = real.filter(({ type }) => type !== 'ObserverEnrollment' && type !== 'StudentViewEnrollment')
  const stateOf = (enrolment: Fields) => states[word(enrolment.enrollment_state)]
  const shown = own.length > 0 ? own : real
  // Nothing said about enrolments: listed, so there. Only declined or deleted ones: not there.
  const state = mostPresent(shown.map(stateOf)) ?? (enrolments.length === 0 ? 'active' : 'inactive')
  const present = shown.filter((enrolment) => stateOf(enrolment) === state)
  const role = strongest(present.map(({ type }) => roleOfType(word(type))))
  const label = present.find(({ type, role: name }) => roleOfType(word(type)) === role && name !== type)
  const onlyFor = (type: string) =>
    real.length > 0 && own.length === 0 && real.some((enrolment) => enrolment.type === type)
  const names = shown.map(({ course_section_id }) => sections.get(word(course_section_id)) ?? '')
  return {
    person: {
      key,
      name: cleanName(word(user.name) || word(user.short_name)),
      ...addressFrom(word(user.email), word(user.login_id)),
      role,
      ...(label && word(label.role) ? { roleLabel: cleanName(word(label.role)) } : {}),
      sections: [...new Set(names.filter(Boolean))],
      state,
      ...(me && key === me ? { you: true } : {}),
    },
    leftOut: onlyFor('StudentViewEnrollment') ? 'testStudents' : onlyFor('ObserverEnrollment') ? 'observers' : null,
    counted: own.some((one) => one.type === 'StudentEnrollment' && /^(?:active|invited)$/.test(stateOf(one) ?? '')),
    limited: own.length > 0 && own.every((one) => one.limit_privileges_to_course_section === true),
    addressTold: 'email' in user,
  }
}
