import type { GroupRole } from '../lib/contract/schemas.ts'
import type { LmsRole } from '../lib/people/person.ts'
import type { RoleLine } from '../lib/people/roles.ts'
import type { MessageKey, PluralKey } from '../lib/words.ts'

/** Least first: what most people get comes first. */
export const groupRoles: readonly GroupRole[] = ['member', 'facilitator', 'owner']

export const roleName: Readonly<Record<GroupRole, MessageKey>> = {
  member: 'roleMember',
  facilitator: 'roleFacilitator',
  owner: 'roleOwner',
}

/** One line on what the role may do. */
export const roleLine: Readonly<Record<GroupRole, MessageKey>> = {
  member: 'roleMemberLine',
  facilitator: 'roleFacilitatorLine',
  owner: 'roleOwnerLine',
}

/** LMS roles worth naming beside a person; a student is what one expects. */
export const lmsRoleName: Readonly<Partial<Record<LmsRole, MessageKey>>> = {
  teacher: 'lmsTeacher',
  ta: 'lmsTa',
  designer: 'lmsDesigner',
}

/** The people of an LMS role. */
export const lmsRolePlural: Readonly<Record<RoleLine['role'], MessageKey>> = {
  student: 'lmsStudents',
  teacher: 'lmsTeachers',
  ta: 'lmsTas',
  designer: 'lmsDesigners',
  other: 'lmsOthers',
}

/** LMS roles that the button counts by name, in its order. */
export const lmsRoleCount: readonly (readonly [LmsRole, PluralKey])[] = [
  ['student', 'students'],
  ['ta', 'tas'],
  ['teacher', 'teachers'],
  ['designer', 'designers'],
  ['other', 'others'],
]
