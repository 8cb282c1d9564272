import { cleanName } from '../../people/cleanName.ts'
import type { LmsRole } from '../../people/person.ts'

/** A role as the roster keeps it. `guest`: somebody who looks in, and is left out. */
export interface Role {
  readonly role: LmsRole
  readonly roleLabel?: string
  readonly guest?: true
}

/** `courseRoleId` of the public API, and the letters of the inner one. What else there is, a school has made itself. */
const roles: Readonly<Record<string, Role>> = {
  Instructor: { role: 'teacher' },
  BbFacilitator: { role: 'ta', roleLabel: 'Facilitator' },
  TeachingAssistant: { role: 'ta' },
  CourseBuilder: { role: 'designer' },
  Grader: { role: 'ta', roleLabel: 'Grader' },
  Student: { role: 'student' },
  Guest: { role: 'other', guest: true },
}
const letters: Readonly<Record<string, string>> = {
  P: 'Instructor',
  T: 'TeachingAssistant',
  B: 'CourseBuilder',
  G: 'Grader',
  S: 'Student',
  U: 'Guest',
}

const known = (id: string): Role | undefined => (Object.hasOwn(roles, id) ? roles[id] : undefined)

/** Whether a school has made this role, so that only its list of roles says what it is called. */
export const isOwn = (id: string): boolean => id !== '' && !known(id) && !Object.hasOwn(letters, id)

/** `names`: what the school calls its own roles, by id. What a role of its own may do is not told: it is `other`. */
export const roleOf = (id: string, names: ReadonlyMap<string, string>): Role => {
  const standard = known(id) ?? known(Object.hasOwn(letters, id) ? (letters[id] ?? '') : '')
  if (standard) return standard
  const roleLabel = cleanName(names.get(id) || id)
  return { role: /^(?:bb)?observer$/i.test(id) ? 'observer' : 'other', ...(roleLabel ? { roleLabel } : {}) }
}

/** The role that says most among several: somebody who teaches and studies is a teacher. */
export const strongest = (found: readonly Role[]): Role => {
  for (const role of ['teacher', 'ta', 'designer', 'student', 'other'] as const) {
    const one = found.find((candidate) => candidate.role === role && !candidate.guest)
    if (one) return one
  }
  return found[0] ?? { role: 'other' }
}
