import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Group } from '../../../lib/contract/schemas.ts'
import { groupTree, narrow, searchGroups } from '../../../lib/groups/tree.ts'

const group = (id: string, name: string, parentId: string | null = null, role: Group['role'] = 'owner'): Group => ({
  id,
  workspaceId: 'w',
  parentId,
  name,
  type: 'shared',
  role,
  members: 1,
  pending: 0,
})

const shape = (rows: ReturnType<typeof groupTree>) =>
  rows.map(({ group: { name }, depth, context }) => `${'  '.repeat(depth)}${name}${context ? ' …' : ''}`)

const school = [
  group('l2', 'Lab 10', 'bio'),
  group('l1', 'Lab 2', 'bio'),
  group('chem', 'Chemistry', null, 'member'),
  group('bio', 'Biology 101'),
  group('team', 'Équipe', 'chem'),
  group('lost', 'Orphan', 'not-mine-to-see'),
]

it('is depth first, by name as people count, and keeps what has no visible parent', () => {
  expect(shape(groupTree(school, 'en'))).toEqual([
    'Biology 101',
    '  Lab 2',
    '  Lab 10',
    'Chemistry',
    '  Équipe',
    'Orphan',
  ])
})

it('keeps the Groups around what passes, as context', () => {
  const mine = narrow(groupTree(school, 'en'), (row) => row.group.role === 'owner')
  expect(shape(mine)).toEqual(['Biology 101', '  Lab 2', '  Lab 10', 'Chemistry …', '  Équipe', 'Orphan'])
})

it.each([
  ['equipe', ['Chemistry …', '  Équipe']],
  ['lab biology', ['Biology 101 …', '  Lab 2', '  Lab 10']],
  ['  ', ['Biology 101', '  Lab 2', '  Lab 10', 'Chemistry', '  Équipe', 'Orphan']],
  ['physics', []],
])('finds by words, without accents or case: %j', (text, found) => {
  expect(shape(searchGroups(groupTree(school, 'en'), text))).toEqual(found)
})

describe('for any Groups, circles included', () => {
  const anyGroups = fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 0, max: 9 }).map(String),
      parentId: fc.option(fc.integer({ min: 0, max: 12 }).map(String)),
    }),
    { selector: ({ id }) => id },
  )

  it('shows each once, below the Group it says it is in', () => {
    fc.assert(
      fc.property(anyGroups, (some) => {
        const rows = groupTree(
          some.map(({ id, parentId }) => group(id, `G${id}`, parentId)),
          'en',
        )
        expect(rows.map((row) => row.group.id).toSorted()).toEqual(some.map(({ id }) => id).toSorted())
        for (const { group: one, path, depth } of rows) {
          expect(path).toHaveLength(depth)
          if (depth > 0) expect(path.at(-1)).toBe(`G${one.parentId}`)
        }
      }),
    )
  })

  it('narrowing keeps every row that passes and a way down to it', () => {
    fc.assert(
      fc.property(anyGroups, fc.func(fc.boolean()), (some, passes) => {
        const rows = groupTree(
          some.map(({ id, parentId }) => group(id, `G${id}`, parentId)),
          'en',
        )
        const kept = narrow(rows, (row) => passes(row.group.id))
        expect(kept.filter((row) => !row.context).map((row) => row.group.id)).toEqual(
          rows.filter((row) => passes(row.group.id)).map((row) => row.group.id),
        )
        for (const [index, row] of kept.entries())
          if (row.depth > 0) expect(row.depth - (kept[index - 1]?.depth ?? -1)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
