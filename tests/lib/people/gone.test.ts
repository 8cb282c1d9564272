import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KnownAddress } from '../../../lib/contract/schemas.ts'
import { forecast } from '../../../lib/people/forecast.ts'
import { goneFrom, toCompare } from '../../../lib/people/gone.ts'
import type { Known } from '../../../lib/people/known.ts'
import { defaultRoleMapping, type RosterPerson } from '../../../lib/people/person.ts'
import { ticked } from '../../../lib/people/ticks.ts'

const since = '2026-09-01T08:00:00Z'
const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const person = (key: string, over: Partial<RosterPerson> = {}): RosterPerson => ({
  key,
  name: `Person ${key}`,
  email: `${key}@example.edu`,
  emailSource: 'lms',
  role: 'student',
  sections: [],
  state: 'active',
  ...over,
})
const known = (name: string, index: number, over: Partial<KnownAddress> = {}): KnownAddress => ({
  email: `${name}@example.edu`,
  role: 'member',
  state: 'member',
  since,
  id: uuid(index),
  name,
  origin: 'roster',
  ...over,
})
const knows = (...rows: KnownAddress[]) => new Map(rows.map((row) => [row.email, row]))
const rules = { mapping: defaultRoleMapping, role: 'member' as const }
const rowsOf = (people: readonly RosterPerson[], all: ReadonlyMap<string, KnownAddress>, me?: string) =>
  forecast({
    people,
    known: all,
    roles: new Map(),
    domains: new Map([['exmaple.edu', { kind: 'slip', meant: 'example.edu' }]]),
    ...rules,
    ...(me === undefined ? {} : { me }),
  }).rows
const gone = (people: readonly RosterPerson[], all: ReadonlyMap<string, KnownAddress>, me?: string) =>
  goneFrom({ people, rows: rowsOf(people, all, me), known: all, me })
const names = (people: readonly RosterPerson[], all: ReadonlyMap<string, KnownAddress>, me?: string) =>
  gone(people, all, me).rows.map(({ names: [name] }) => name)

describe('who is gone from a roster', () => {
  it('are those who came from one, in the Group or invited, and nobody else', () => {
    const all = knows(
      known('stays', 1),
      known('gone', 2),
      known('waits', 3, { state: 'pending' }),
      known('byhand', 4, { origin: 'manual' }),
      known('link', 5, { origin: 'link' }),
      known('inherited', 6, { origin: 'inherited' }),
      known('out', 7, { state: 'removed' }),
      known('me', 8),
      known('older', 9, { origin: undefined }),
    )
    expect(names([person('stays')], all, 'me@example.edu')).toEqual(['gone', 'waits'])
  })

  it('are not those whom nobody would invite, or whose address was put right', () => {
    const all = knows(known('watcher', 1), known('jane', 2), known('upper', 3))
    const people = [
      person('watcher', { role: 'observer' }),
      person('slip', { email: 'jane@exmaple.edu' }),
      person('u', { email: 'Upper@example.edu' }),
    ]
    expect(names(people, all)).toEqual([])
  })

  it('are not those who are known by another address than the roster has, and each of them once', () => {
    const sam = { id: uuid(1), name: 'Sam' }
    const all = knows(
      known('listed', 1, sam),
      known('right', 1, { ...sam, origin: 'manual' }),
      known('once', 1, sam),
      known('stays', 2),
    )
    for (const one of ['listed', 'right', 'once']) expect(names([person('stays'), person(one)], all)).toEqual([])
    const found = gone([person('stays')], all)
    expect([found.came, found.rows.map(({ email }) => email)]).toEqual([2, ['right@example.edu']])
  })

  it('are those of sections too, each once, with every Group that the roster put them into', () => {
    const [a, b] = [uuid(101), uuid(102)]
    const seated = (name: string, index: number, groupId: string, over: Partial<KnownAddress> = {}) => ({
      ...known(name, index, over),
      groupId,
    })
    const twice = {
      ...known('twice', 1),
      inSections: [seated('twice', 1, a), seated('twice', 1, b, { origin: 'manual' })],
    }
    const { id, origin, ...there } = known('seated', 2)
    const all = new Map<string, Known>([
      ['twice@example.edu', twice],
      [
        'seated@example.edu',
        { ...there, inSections: [seated('seated', 3, b, { state: 'pending', role: 'facilitator' })] },
      ],
      ['stays@example.edu', { ...there, email: 'stays@example.edu', inSections: [seated('stays', 4, a)] }],
      ['hand@example.edu', { ...there, inSections: [seated('hand', 5, a, { origin: 'manual' })] }],
    ])
    const found = gone([person('stays')], all)
    expect([found.came, found.removal]).toEqual([3, 'shrinks'])
    expect(found.rows.map(({ names: [name], has, places }) => [name, has?.id, has?.state, places])).toEqual([
      [
        'twice',
        uuid(1),
        'member',
        [
          { id: uuid(1), role: 'member', state: 'member' },
          { id: uuid(1), role: 'member', state: 'member', groupId: a },
        ],
      ],
      ['seated', uuid(3), 'pending', [{ id: uuid(3), role: 'facilitator', state: 'pending', groupId: b }]],
    ])
  })

  it('can be nobody, where nobody was read', () => {
    expect(names([], knows(known('one', 1)))).toEqual([])
  })

  it('are nobody where most addresses are hidden', () => {
    const hidden = Array.from({ length: 3 }, (_, index) => {
      const { email, ...rest } = person(`hidden ${index}`)
      return rest
    })
    expect(gone([person('there'), ...hidden], knows(known('kim', 1), known('lee', 2))).rows).toEqual([])
  })

  it('are never ticked by themselves, and not removable where somebody has no address', () => {
    const all = knows(known('gone', 1), ...Array.from({ length: 20 }, (_, index) => known(`s${index}`, 10 + index)))
    const people = Array.from({ length: 20 }, (_, index) => person(`s${index}`))
    const { rows, removal, came } = gone(people, all)
    expect([removal, came]).toEqual(['possible', 21])
    expect(ticked(rows, new Map(), 'remove')).toEqual([])
    const every = new Map(rows.map(({ key }) => [key, true] as const))
    expect(ticked(rows, every, 'remove')).toHaveLength(1)
    expect(ticked(rows, every)).toEqual([])
    const { email, ...hidden } = person('hidden')
    const unsure = gone([...people, hidden], all)
    expect(unsure.removal).toBe('noAddress')
    expect(ticked(unsure.rows, every, 'remove')).toEqual([])
  })

  it('want a second look when they are more than a tenth', () => {
    const all = (count: number) => knows(...Array.from({ length: count }, (_, index) => known(`s${index}`, index)))
    const people = (count: number) => Array.from({ length: count }, (_, index) => person(`s${index}`))
    expect(gone(people(18), all(20)).removal).toBe('possible')
    expect(gone(people(17), all(20)).removal).toBe('shrinks')
  })

  it('for any roster: nobody on it is gone, and whoever is came from it', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
    const someKnown = fc.uniqueArray(
      fc.record({
        name,
        origin: fc.constantFrom('roster', 'manual', 'link', 'inherited'),
        state: fc.constantFrom('member', 'pending', 'removed'),
      }),
      { selector: (one) => one.name },
    )
    fc.assert(
      fc.property(fc.uniqueArray(name), someKnown, (there, rows) => {
        const all = knows(...rows.map((row, index) => known(row.name, index, row)))
        const found = names(
          there.map((key) => person(key)),
          all,
        )
        const expected = rows.filter(
          (row) => row.origin === 'roster' && row.state !== 'removed' && !there.includes(row.name),
        )
        expect(found).toEqual(there.length === 0 ? [] : expected.map((row) => row.name))
      }),
    )
  })
})

describe('what the service is told of a roster', () => {
  it('is addresses and roles, of everybody', () => {
    const { email, ...hidden } = person('hidden')
    const people = [person('a'), person('ta', { role: 'ta' }), person('o', { role: 'observer' }), hidden]
    expect(toCompare(people, rules)).toEqual([
      { email: 'a@example.edu', role: 'member' },
      { email: 'ta@example.edu', role: 'facilitator' },
      { email: 'o@example.edu', role: 'member' },
      { email: '', role: 'member' },
    ])
  })
})
