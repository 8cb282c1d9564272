import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GroupRole, KnownAddress } from '../../../lib/contract/schemas.ts'
import { type Corrected, withCorrections } from '../../../lib/people/corrections.ts'
import type { DomainDoubt } from '../../../lib/people/domains.ts'
import { type ForecastInput, forecast } from '../../../lib/people/forecast.ts'
import { defaultRoleMapping, type RosterPerson } from '../../../lib/people/person.ts'
import { isTicked, type Ticks, ticked, toSend } from '../../../lib/people/ticks.ts'

const person = (over: Partial<RosterPerson> & { key: string }): RosterPerson => ({
  name: `Person ${over.key}`,
  email: `${over.key}@example.edu`,
  emailSource: 'lms',
  role: 'student',
  sections: [],
  state: 'active',
  ...over,
})

const without = (from: RosterPerson): RosterPerson => {
  const { email, emailSource, ...rest } = from
  return rest
}

const knows = (...rows: KnownAddress[]) => new Map(rows.map((row) => [row.email, row]))
const since = '2026-09-01T08:00:00Z'

const input = (people: readonly RosterPerson[], over: Partial<ForecastInput> = {}): ForecastInput => ({
  people,
  known: new Map(),
  role: 'member',
  mapping: defaultRoleMapping,
  roles: new Map(),
  ...over,
})

const noTicks: Ticks = new Map()

describe('what each person comes to', () => {
  it('names all outcomes', () => {
    const { rows } = forecast(
      input(
        [
          person({ key: 'new' }),
          person({ key: 'pending' }),
          person({ key: 'member' }),
          person({ key: 'differs' }),
          person({ key: 'waits' }),
          without(person({ key: 'none' })),
          { ...without(person({ key: 'odd' })), invalidEmail: 'odd at example' },
        ],
        {
          known: knows(
            { email: 'pending@example.edu', role: 'member', state: 'pending', since },
            { email: 'member@example.edu', role: 'member', state: 'member', since },
            { email: 'differs@example.edu', role: 'owner', state: 'member', since },
            { email: 'waits@example.edu', role: 'facilitator', state: 'pending', since },
          ),
        },
      ),
    )
    expect(rows.map(({ key, kind }) => [key, kind])).toEqual([
      ['new', 'new'],
      ['pending', 'pending'],
      ['member', 'member'],
      ['differs', 'roleDiffers'],
      ['waits', 'roleDiffers'],
      ['none', 'noAddress'],
      ['odd', 'unreadable'],
    ])
    expect(rows[1]?.has).toEqual({ role: 'member', since, state: 'pending' })
    expect(rows[3]?.has?.role).toBe('owner')
    expect(rows[6]?.text).toBe('odd at example')
  })

  it('says that nothing was checked while the Group is unknown', () => {
    const { rows } = forecast(input([person({ key: 'a' })], { known: null }))
    expect(rows[0]?.kind).toBe('unchecked')
    expect(isTicked(rows[0]!, noTicks)).toBe(true)
  })

  it('takes roles from the roster, students get the chosen one, who is left out is counted', () => {
    const { rows, leftOut } = forecast(
      input(
        [
          person({ key: 't', role: 'teacher' }),
          person({ key: 'ta', role: 'ta' }),
          person({ key: 's' }),
          person({ key: 'o', role: 'other', roleLabel: 'Auditor' }),
          person({ key: 'parent', role: 'observer' }),
          person({ key: 'd', role: 'designer' }),
        ],
        { role: 'facilitator', mapping: { ...defaultRoleMapping, designer: null } },
      ),
    )
    expect(rows.map(({ key, role, higher }) => [key, role, higher])).toEqual([
      ['t', 'owner', true],
      ['ta', 'facilitator', undefined],
      ['s', 'facilitator', undefined],
      ['o', 'member', undefined],
    ])
    expect([...leftOut]).toEqual([
      ['observer', 1],
      ['designer', 1],
    ])
  })

  it('a role by hand makes nobody an exception: the row stays where it is', () => {
    const roles = new Map<string, GroupRole>([['a', 'owner']])
    expect(forecast(input([person({ key: 'a' })], { roles })).rows[0]?.higher).toBeUndefined()
    const teacher = person({ key: 'a', role: 'teacher' })
    expect(forecast(input([teacher], { roles: new Map([['a', 'member' as const]]) })).rows[0]?.higher).toBe(true)
  })

  it('compares with the role chosen for the row', () => {
    const known = knows({ email: 'a@example.edu', role: 'owner', state: 'member', since })
    const roles = new Map<string, GroupRole>([['a', 'owner']])
    expect(forecast(input([person({ key: 'a' })], { known })).rows[0]?.kind).toBe('roleDiffers')
    expect(forecast(input([person({ key: 'a' })], { known, roles })).rows[0]?.kind).toBe('member')
  })

  it('leaves out who was removed before, until they are ticked, and then says so to the service', () => {
    const known = knows({ email: 'a@example.edu', role: 'facilitator', state: 'removed', since })
    const { rows } = forecast(input([person({ key: 'a' }), person({ key: 'b' })], { known }))
    expect(rows.map(({ kind, doubt, has }) => [kind, doubt, has])).toEqual([
      ['new', 'removed', undefined],
      ['new', undefined, undefined],
    ])
    expect(toSend(ticked(rows, noTicks)).map(({ email }) => email)).toEqual(['b@example.edu'])
    expect(toSend(ticked(rows, new Map([['a', true]])))).toEqual([
      { email: 'a@example.edu', name: 'Person a', role: 'member', again: true },
      { email: 'b@example.edu', name: 'Person b', role: 'member' },
    ])
  })

  it('makes one invitation of one mailbox and shows both names', () => {
    const { rows } = forecast(
      input([
        person({ key: '1', name: 'Ana', email: 'Home@example.edu' }),
        person({ key: '2', name: 'Ben', email: 'home@example.edu', role: 'ta' }),
        person({ key: '3', name: 'Ana', email: 'home@example.edu' }),
      ]),
    )
    expect(rows).toHaveLength(1)
    expect(toSend(rows)).toEqual([{ email: 'home@example.edu', name: 'Ana / Ben', role: 'facilitator' }])
  })
})

const domains = new Map<string, DomainDoubt>([
  ['gmial.com', { kind: 'slip', meant: 'gmail.com' }],
  ['firm.com', { kind: 'outside' }],
])

describe('what is left unticked', () => {
  it.each([
    ['you', person({ key: 'a', you: true })],
    ['you', person({ key: 'me' })],
    ['inactive', person({ key: 'a', state: 'inactive' })],
    ['concluded', person({ key: 'a', state: 'concluded' })],
    ['login', person({ key: 'a', emailSource: 'login' })],
  ] as const)('%s', (doubt, who) => {
    const { rows } = forecast(input([who], { me: 'me@example.edu' }))
    expect(rows[0]?.doubt).toBe(doubt)
    expect(isTicked(rows[0]!, noTicks)).toBe(false)
    expect(isTicked(rows[0]!, new Map([[who.key, true]]))).toBe(true)
  })

  it('is not the one whose other enrolment is active', () => {
    const gone = person({ key: '1', email: 'a@example.edu', state: 'concluded' })
    const here = person({ key: '2', email: 'a@example.edu' })
    expect(forecast(input([gone, here])).rows[0]?.doubt).toBeUndefined()
    expect(forecast(input([here, gone])).rows[0]?.doubt).toBeUndefined()
  })

  it.each([
    ['slip', 'jane@gmial.com', 'jane@gmail.com'],
    ['outside', 'jane@firm.com', undefined],
  ] as const)('%s, unless it was put right by hand or made by a rule', (doubt, email, instead) => {
    const jane = person({ key: 'a', email })
    expect(forecast(input([jane], { domains })).rows[0]).toMatchObject({ doubt, ...(instead ? { instead } : {}) })
    const right: Corrected = { ...jane, was: 'x@example.edu' }
    expect(forecast(input([right], { domains })).rows[0]?.doubt).toBeUndefined()
    expect(forecast(input([{ ...jane, emailSource: 'rule' }], { domains })).rows[0]?.doubt).toBeUndefined()
  })

  it('what the person is comes before what the address is; what was meant is told all the same', () => {
    const gone = person({ key: 'a', email: 'jane@gmial.com', state: 'inactive' })
    expect(forecast(input([gone], { domains })).rows[0]).toMatchObject({ doubt: 'inactive', instead: 'jane@gmail.com' })
  })

  it('a login id that was put right is no login id any more', () => {
    const login = person({ key: 'a', emailSource: 'login' })
    const right: Corrected = { ...login, was: 'x@example.edu' }
    expect(forecast(input([login])).rows[0]?.doubt).toBe('login')
    expect(forecast(input([right])).rows[0]?.doubt).toBeUndefined()
  })

  it('an address by a rule that something speaks against', () => {
    const made = person({ key: 'a', emailSource: 'rule' })
    expect(forecast(input([made])).rows[0]?.doubt).toBeUndefined()
    expect(forecast(input([made], { ruleInDoubt: true })).rows[0]?.doubt).toBe('rule')
  })

  it('says nothing of a doubt about somebody who is in already', () => {
    const known = knows({ email: 'a@example.edu', role: 'member', state: 'member', since })
    expect(forecast(input([person({ key: 'a', you: true })], { known })).rows[0]?.doubt).toBeUndefined()
  })
})

describe('one mailbox in two places', () => {
  const here = person({ key: '1', email: 'a@example.edu', sections: ['Lab A'], state: 'inactive' })
  const there = person({ key: '2', email: 'a@example.edu', sections: ['Lab B', 'Lab A'], state: 'invited' })

  it('keeps both sections, and the most present state', () => {
    const { rows } = forecast(input([here, there]))
    expect(rows[0]).toMatchObject({ sections: ['Lab A', 'Lab B'], state: 'invited' })
    expect(forecast(input([there, here])).rows[0]).toMatchObject({ sections: ['Lab B', 'Lab A'], state: 'invited' })
  })

  it('can be made by putting an address right', () => {
    const wrong = person({ key: '3', email: 'A@exmaple.edu', name: 'Ana' })
    const right = withCorrections([here, wrong], new Map([['a@exmaple.edu', 'a@example.edu']]))
    const { rows } = forecast(input(right))
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ names: ['Person 1', 'Ana'], was: 'a@exmaple.edu' })
    expect(withCorrections([here, wrong], new Map())).toEqual([here, wrong])
  })
})

const address = fc.constantFrom('a', 'b', 'c', 'd', 'E').map((name) => `${name}@example.edu`)
const aPerson = fc.record(
  {
    name: fc.constantFrom('', 'Ana', 'Ben', '李雷'),
    email: address,
    emailSource: fc.constantFrom('lms', 'login'),
    invalidEmail: fc.string(),
    role: fc.constantFrom('teacher', 'ta', 'student', 'designer', 'observer', 'other'),
    state: fc.constantFrom('active', 'invited', 'inactive', 'concluded'),
    sections: fc.constant([]),
    you: fc.boolean(),
  },
  { requiredKeys: ['name', 'role', 'state', 'sections'] },
)
const aRoster = fc
  .uniqueArray(fc.tuple(fc.string(), aPerson), { selector: ([key]) => key, maxLength: 20 })
  .map((pairs) => pairs.map(([key, rest]): RosterPerson => ({ key, ...rest })))
const aRole = fc.constantFrom<GroupRole>('owner', 'facilitator', 'member')
const someKnown = fc
  .array(
    fc.record({ email: address, role: aRole, state: fc.constantFrom('member', 'pending'), since: fc.constant(since) }),
  )
  .map((rows) => knows(...rows.map((row): KnownAddress => ({ ...row, email: row.email.toLowerCase() }))))

describe('for any roster', () => {
  const cases = fc.record({
    people: aRoster,
    known: fc.option(someKnown),
    role: aRole,
    ticks: fc.array(fc.tuple(fc.string(), fc.boolean())).map((pairs) => new Map(pairs)),
  })

  it('nobody is lost, nobody is there twice, and each mailbox is sent to once at most', () => {
    fc.assert(
      fc.property(cases, ({ people, known, role, ticks }) => {
        const { rows, leftOut } = forecast(input(people, { known, role }))
        const seen = people.filter((one) => one.role !== 'observer')
        expect(people.length - seen.length).toBe(leftOut.get('observer') ?? 0)
        const mailboxes = new Set(seen.flatMap(({ email }) => (email ? [email.toLowerCase()] : [])))
        expect(rows).toHaveLength(mailboxes.size + seen.filter(({ email }) => !email).length)
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
        const sent = toSend(ticked(rows, ticks)).map(({ email }) => email)
        expect(new Set(sent).size).toBe(sent.length)
        for (const email of sent) expect(known?.has(email) ?? false).toBe(false)
      }),
    )
  })

  it('the number of ticked rows is the number sent', () => {
    fc.assert(
      fc.property(cases, ({ people, known, role, ticks }) => {
        const chosen = ticked(forecast(input(people, { known, role })).rows, ticks)
        expect(toSend(chosen)).toHaveLength(chosen.length)
      }),
    )
  })

  it('nobody gets a role above what was chosen or what the roster says', () => {
    const rank = { member: 0, facilitator: 1, owner: 2 }
    fc.assert(
      fc.property(cases, ({ people, role }) => {
        for (const row of forecast(input(people, { role })).rows) {
          const allowed = people.filter((one) =>
            row.email ? one.email?.toLowerCase() === row.email : one.key === row.key,
          )
          const highest = Math.max(rank[role], ...allowed.map((one) => rank[defaultRoleMapping[one.role] ?? 'member']))
          expect(rank[row.role]).toBeLessThanOrEqual(highest)
        }
      }),
    )
  })
})
