import type { GroupRole, UsualRoles } from '../contract/schemas.ts'
import { defaultRoleMapping, type LmsRole, type RoleMapping } from './person.ts'

/** What was changed for one course: roles in the Group by LMS role, and by the LMS's own label (`labelKey`). null: left out. */
export interface RoleChanges {
  readonly roles: Readonly<Partial<RoleMapping>>
  readonly labels: Readonly<Record<string, GroupRole | null>>
}

export const noRoleChanges: RoleChanges = { roles: {}, labels: {} }

/** People by what the LMS says they are: one line where a role in the Group is chosen for all of them. */
export interface RoleLine {
  readonly role: Exclude<LmsRole, 'observer'>
  /** The LMS's own name of the role, where it tells these people from others. */
  readonly label?: string
  readonly count: number
}

interface Held {
  readonly role: LmsRole
  readonly roleLabel?: string | undefined
}

/** What pages call the roles that every LMS has; the API has no label for those. */
const plain: Readonly<Partial<Record<LmsRole, RegExp>>> = {
  teacher: /^(?:teacher|instructor)s?$/i,
  ta: /^(?:tas?|teaching assistants?)$/i,
  student: /^(?:student|learner)s?$/i,
  designer: /^(?:designer|course builder)s?$/i,
}

/** The label that somebody's role has of its own, beyond what the role is called anywhere. */
export const ownLabel = ({ role, roleLabel }: Held): string | undefined =>
  roleLabel && !plain[role]?.test(roleLabel) ? roleLabel : undefined

/** A label belongs to its role: a student's "Auditor" is not a TA's. */
export const labelKey = (role: LmsRole, label: string): string => `${role} ${label}`

/** What a Workspace starts from that has decided nothing. */
export const usualRolesOutOfTheBox: UsualRoles = { teacher: 'owner', ta: 'facilitator', student: 'member' }

/** What somebody starts from: their own usual roles where they changed any, else those of the Workspace, else as out of the box. */
export const startingRoles = (own: RoleMapping, workspaces: UsualRoles | undefined): RoleMapping => {
  const roles = Object.keys(defaultRoleMapping) as LmsRole[]
  return roles.every((role) => own[role] === defaultRoleMapping[role]) ? { ...own, ...workspaces } : own
}

/** The mapping of a course: the defaults with what was changed there. Observers are left out, whatever was stored. */
export const mappingWith = (byDefault: RoleMapping, { roles }: RoleChanges): RoleMapping => ({
  ...byDefault,
  ...roles,
  observer: null,
})

export interface RoleRules {
  readonly mapping: RoleMapping
  readonly labels?: RoleChanges['labels'] | undefined
  /** The role chosen for students; whether they are invited at all is the mapping's to say. */
  readonly role: GroupRole
}

/** The role in the Group that somebody's place in the course comes to; null: left out. */
export const roleFor = (person: Held, { mapping, labels = {}, role }: RoleRules): GroupRole | null => {
  if (person.role === 'observer') return null
  const label = ownLabel(person)
  const own = label === undefined ? undefined : labels[labelKey(person.role, label)]
  if (own !== undefined) return own
  const mapped = mapping[person.role]
  return person.role === 'student' && mapped !== null ? role : mapped
}

const order: readonly RoleLine['role'][] = ['student', 'teacher', 'ta', 'designer', 'other']

/**
 * The lines of a roster's roles, students first, then staff. A label of its own makes a line of its own, so that whoever comes later
 * with the plain role does not get what was chosen for the label; but most students are simply the students, whatever the LMS calls them.
 */
export const roleLines = (people: readonly Held[]): readonly RoleLine[] =>
  order.flatMap((role): RoleLine[] => {
    const counts = new Map<string | undefined, number>()
    for (const person of people) {
      if (person.role !== role) continue
      const label = ownLabel(person)
      counts.set(label, (counts.get(label) ?? 0) + 1)
    }
    const lines = [...counts].sort(([, a], [, b]) => b - a)
    const main = role === 'student' && !counts.has(undefined) ? lines[0]?.[0] : undefined
    return lines
      .map(([label, count]) => (label === undefined || label === main ? { role, count } : { role, label, count }))
      .sort((a, b) => Number('label' in a) - Number('label' in b))
  })
