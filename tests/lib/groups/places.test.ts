import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_GROUP_LEVELS } from '../../../lib/contract/limits.ts'
import type { Group } from '../../../lib/contract/schemas.ts'
import { isAmong, placeOf, placesFor } from '../../../lib/groups/places.ts'
import { isInside } from '../../../lib/groups/tree.ts'

const group = (id: string, over: Partial<Group> = {}): Group => ({
  id,
  workspaceId: 'school',
  parentId: null,
  name: id,
  type: 'shared',
  role: 'owner',
  members: 1,
  pending: 0,
  ...over,
})
const names = (groups: readonly Group[]) => groups.map(({ id }) => id)

describe('the places that a Group may be moved to', () => {
  const biology = group('biology')
  const lab = group('lab', { parentId: 'biology' })
  const physics = group('physics')

  it('are the other Groups that one owns in its Workspace, and the top for who makes Groups', () => {
    const groups = [
      biology,
      lab,
      physics,
      group('guest', { role: 'facilitator' }),
      group('away', { workspaceId: 'annex' }),
    ]
    expect(placesFor(groups, lab, true)).toEqual({ spaces: ['workspace', 'private'], groups: [physics] })
    expect(placesFor(groups, lab, false)).toEqual({ spaces: [], groups: [physics] })
    expect(placesFor(groups, biology, true)).toEqual({ spaces: ['private'], groups: [physics] })
  })

  it('are none for who does not own it, or the Group that it would leave', () => {
    const nowhere = { spaces: [], groups: [] }
    expect(placesFor([biology, { ...lab, role: 'facilitator' }], { ...lab, role: 'facilitator' }, true)).toEqual(
      nowhere,
    )
    expect(placesFor([{ ...biology, role: 'member' }, lab, physics], lab, true)).toEqual(nowhere)
    expect(placesFor([lab, physics], lab, true)).toEqual(nowhere)
  })

  it('are no private space while somebody else is in it, in what is inside it, or invited', () => {
    const spaces = (...groups: [Group, ...Group[]]) => placesFor(groups, groups[0], true).spaces
    expect(spaces(biology)).toEqual(['private'])
    expect(spaces({ ...biology, members: 2 })).toEqual([])
    expect(spaces({ ...biology, pending: 1 })).toEqual([])
    expect(spaces(biology, { ...lab, members: 3 })).toEqual([])
    expect(spaces({ ...biology, type: 'private' })).toEqual(['workspace'])
  })

  it('leave room for what is inside it', () => {
    const chain = Array.from({ length: MAX_GROUP_LEVELS }, (_, level) =>
      group(`level ${level + 1}`, { parentId: level > 0 ? `level ${level}` : null }),
    )
    expect(names(placesFor([...chain, biology, lab], biology, true).groups)).toEqual(
      names(chain).slice(0, MAX_GROUP_LEVELS - 2),
    )
  })

  it('never make a circle, never are where it is, however Groups lie', () => {
    const forest = fc
      .array(
        fc.record({
          parent: fc.nat(),
          role: fc.constantFrom<Group['role']>('owner', 'owner', 'facilitator', 'member'),
        }),
        { minLength: 1, maxLength: 12 },
      )
      .map((nodes) =>
        nodes.map(({ parent, role }, index) =>
          group(String(index), { role, parentId: parent % (index + 1) < index ? String(parent % (index + 1)) : null }),
        ),
      )
    fc.assert(
      fc.property(forest, fc.nat(), fc.boolean(), (groups, at, maker) => {
        const moved = groups[at % groups.length] ?? biology
        const places = placesFor(groups, moved, maker)
        for (const to of places.groups) {
          expect(isInside(groups, to.id, moved.id)).toBe(false)
          expect([to.role, to.workspaceId]).toEqual(['owner', moved.workspaceId])
        }
        expect(isAmong(places, placeOf(moved))).toBe(false)
        if (!maker) expect(places.spaces).toEqual([])
      }),
    )
  })
})
