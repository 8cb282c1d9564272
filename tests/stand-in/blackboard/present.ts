import type { Account } from './accounts.ts'
import { type Course, seesEverybody } from './course.ts'
import type { Child, StandInPerson } from './people.ts'

const CREATED = '2026-01-10T08:00:00.000Z'

type Json = Readonly<Record<string, unknown>>

/** Only the paths that `fields` names: `userId,user.name,user.contact.email`. An object that nothing is left of is left out. */
export const pick = (value: Json, fields: string | undefined): Json => {
  if (!fields) return value
  const wanted = new Map<string, string[]>()
  for (const path of fields.split(',')) {
    const [name = '', ...rest] = path.split('.')
    wanted.set(name, [...(wanted.get(name) ?? []), rest.join('.')])
  }
  const kept = Object.entries(value).flatMap(([name, held]) => {
    const rests = wanted.get(name)
    if (!rests) return []
    if (rests.includes('') || typeof held !== 'object' || held === null) return [[name, held] as const]
    return [[name, pick(held as Json, rests.join(','))] as const]
  })
  return Object.fromEntries(kept)
}

/** One entry of the public users call: everything Blackboard would say, whatever a reader makes of it. */
export const presentMembership = (course: Course, reader: Account, person: StandInPerson, expand: boolean): Json => ({
  id: `_9${person.id.slice(1)}`,
  userId: person.id,
  courseId: course.options.id,
  ...(person.childId ? { childCourseId: person.childId } : {}),
  ...(seesEverybody(course, reader) ? { dataSourceId: '_2_1' } : {}),
  created: CREATED,
  modified: CREATED,
  availability: { available: person.available },
  courseRoleId: person.role,
  ...(expand ? { user: presentUser(person) } : {}),
})

const presentUser = (person: StandInPerson): Json => ({
  id: person.id,
  uuid: `07ab${person.id.replaceAll('_', '').padStart(28, '0')}`,
  userName: person.login,
  studentId: `S${person.id.replaceAll('_', '')}`,
  educationLevel: 'Unknown',
  gender: 'Unknown',
  birthDate: '2001-02-03T00:00:00.000Z',
  institutionRoleIds: ['STUDENT'],
  systemRoleIds: ['User'],
  availability: { available: 'Yes' },
  name: { given: person.given, family: person.family, preferredDisplayName: 'GivenName' },
  ...(person.showsAddress ? { contact: { email: person.email, institutionEmail: person.email } } : {}),
  address: { city: 'Nowhere' },
})

const letters: Readonly<Record<StandInPerson['role'], string>> = {
  Instructor: 'P',
  TeachingAssistant: 'T',
  Grader: 'G',
  Student: 'S',
  Guest: 'U',
  CR_LabMentor: 'CR_LabMentor',
}

/** One entry of the inner memberships call. */
export const presentInner = (person: StandInPerson): Json => ({
  id: `_9${person.id.slice(1)}`,
  userId: person.id,
  courseRole: { identifier: letters[person.role], name: person.role },
  lastAccessDate: CREATED,
  user: {
    id: person.id,
    givenName: person.given,
    familyName: person.family,
    userName: person.login,
    ...(person.showsAddress ? { emailAddress: person.email } : {}),
  },
})

export const presentCourse = ({ options, switches }: Course, origin: string): Json => ({
  id: options.id,
  uuid: `c0${options.id.replaceAll('_', '').padStart(30, '0')}`,
  externalId: options.code ?? options.id,
  dataSourceId: '_2_1',
  courseId: options.code ?? options.id,
  name: options.name,
  created: CREATED,
  organization: false,
  ultraStatus: switches.view === 'ultra' ? 'Ultra' : 'Classic',
  availability: { available: 'Yes', duration: { type: 'Continuous' } },
  externalAccessUrl: `${origin}/ultra/courses/${options.id}/outline`,
})

export const presentChild = (course: Course, { id, name, code }: Child, expand: boolean): Json => ({
  id,
  parentId: course.options.id,
  dataSourceId: '_2_1',
  created: CREATED,
  ...(expand ? { childCourse: { id, courseId: code, name, organization: false } } : {}),
})

export const presentSelf = ({ id, given, family, username }: Account): Json => ({
  id,
  userName: username,
  name: { given, family },
  contact: { email: `${username}@example.edu` },
})

export const courseRoles: readonly Json[] = [
  { id: '_1_1', roleId: 'Instructor', nameForCourses: 'Instructor', nameForOrganizations: 'Leader', custom: false },
  { id: '_2_1', roleId: 'Student', nameForCourses: 'Student', nameForOrganizations: 'Participant', custom: false },
  { id: '_9_1', roleId: 'CR_LabMentor', nameForCourses: 'Lab mentor', nameForOrganizations: 'Mentor', custom: true },
]
