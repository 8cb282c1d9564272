import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GroupRole, GroupType, WorkspaceRole } from '../../lib/contract/schemas.ts'
import { type GroupPermission, mayInGroup, roleIn } from '../../server/policy.ts'

const standing = fc.record({
  workspaceRole: fc.constantFrom(null, ...WorkspaceRole.options),
  type: fc.constantFrom(...GroupType.options),
  forEveryone: fc.boolean(),
  memberRole: fc.constantFrom(null, ...GroupRole.options),
})

describe('the role that counts', () => {
  it.each([
    ['owner', 'shared', null, 'owner'],
    ['owner', 'workspace', null, 'owner'],
    ['owner', 'shared', 'member', 'owner'],
    ['owner', 'private', null, null],
    ['owner', 'private', 'facilitator', 'facilitator'],
    ['editor', 'shared', null, null],
    ['editor', 'workspace', null, 'member'],
    ['member', 'workspace', 'owner', 'owner'],
    ['member', 'shared', 'facilitator', 'facilitator'],
    ['member', 'private', null, null],
  ] as const)(
    'of a Workspace %s in a %s Group with the membership %s is %s',
    (workspaceRole, type, memberRole, role) => {
      expect(roleIn({ workspaceRole, type, forEveryone: type === 'workspace', memberRole })).toBe(role)
    },
  )

  it('is none for whoever is not in the Workspace', () => {
    fc.assert(fc.property(standing, (any) => void expect(roleIn({ ...any, workspaceRole: null })).toBe(null)))
  })

  it('is never less than the membership says', () => {
    const order = [null, 'member', 'facilitator', 'owner']
    fc.assert(
      fc.property(standing, (any) => {
        fc.pre(any.workspaceRole !== null)
        expect(order.indexOf(roleIn(any))).toBeGreaterThanOrEqual(order.indexOf(any.memberRole))
      }),
    )
  })
})

it('what each role may do in a Group', () => {
  const permissions: GroupPermission[] = [
    'group.see',
    'group.viewMembers',
    'group.changeMembers',
    'group.leave',
    'group.invite',
    'group.makeLink',
    'group.change',
    'group.archive',
    'group.copy',
    'group.delete',
    'group.restore',
    'group.nest',
  ]
  const may = (role: GroupRole) => permissions.filter((permission) => mayInGroup(role, permission))
  expect(may('owner')).toEqual(permissions)
  expect(may('facilitator')).toEqual(['group.see', 'group.viewMembers', 'group.leave'])
  expect(may('member')).toEqual(['group.see', 'group.leave'])
})
