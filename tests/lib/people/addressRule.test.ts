import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findAddressRule, withAddressRule } from '../../../lib/people/addressRule.ts'
import { doubtfulDomains } from '../../../lib/people/domains.ts'
import type { RosterPerson } from '../../../lib/people/person.ts'

const person = (login: string | undefined, email?: string, over: Partial<RosterPerson> = {}): RosterPerson => ({
  key: `${login} ${email}`,
  name: '',
  role: 'student',
  sections: [],
  state: 'active',
  ...(login === undefined ? {} : { login }),
  ...(email === undefined ? {} : { email, emailSource: 'lms' }),
  ...over,
})

/** So many whose address is their login id at the school. */
const agreeing = (count: number) =>
  Array.from({ length: count }, (_, index) => person(`u${index}`, `u${index}@example.edu`))
const nowhere = person('jdoe')

describe('a rule for addresses', () => {
  it.each<[string, RosterPerson[], { holds: number; against: number } | undefined]>([
    ['five agree', [...agreeing(5), nowhere], { holds: 5, against: 0 }],
    [
      'five agree, one has no login id',
      [...agreeing(5), person(undefined, 'x@example.edu'), nowhere],
      { holds: 5, against: 0 },
    ],
    ['three are all there are', [...agreeing(3), nowhere], { holds: 3, against: 0 }],
    ['three of four', [...agreeing(3), person(undefined, 'x@example.edu'), nowhere], undefined],
    ['two are all there are', [...agreeing(2), nowhere], undefined],
    ['one in ten is against it', [...agreeing(9), person('x', 'other@example.edu'), nowhere], { holds: 9, against: 1 }],
    ['two in ten are', [...agreeing(8), person('x', 'y@example.edu'), person('z', 'z@else.edu'), nowhere], undefined],
    ['nobody is without an address', agreeing(9), undefined],
    ['nobody without one has a login id', [...agreeing(9), person(undefined)], undefined],
    [
      'numbers for login ids',
      [...agreeing(9).map((one, index) => ({ ...one, login: `9000${index}` })), person('90009')],
      undefined,
    ],
  ])('%s', (_, people, expected) => {
    const rule = findAddressRule(people)
    expect(rule && { holds: rule.holds, against: rule.against }).toEqual(expected)
    if (rule) expect(rule).toMatchObject({ domain: 'example.edu', gives: 1 })
  })

  it('never leads to a public provider: that name may be a stranger’s', () => {
    const people = Array.from({ length: 9 }, (_, index) => person(`u${index}`, `u${index}@gmail.com`))
    expect(findAddressRule([...people, nowhere])).toBeUndefined()
  })

  it('asks nothing of an address with a slip in its domain', () => {
    const people = [...agreeing(9), person('jane', 'jane@gmial.com'), nowhere]
    expect(findAddressRule(people)).toMatchObject({ holds: 9, against: 1 })
    expect(findAddressRule(people, doubtfulDomains(people))).toMatchObject({ holds: 9, against: 0 })
  })

  it('counts what the LMS states alone', () => {
    const guessed = agreeing(9).map((one): RosterPerson => ({ ...one, emailSource: 'login' }))
    expect(findAddressRule([...guessed, nowhere])).toBeUndefined()
  })

  it('looks through case and a Windows domain', () => {
    const people = agreeing(5).map((one) => ({ ...one, login: `SCHOOL\\${one.login?.toUpperCase()}` }))
    expect(findAddressRule([...people, person('SCHOOL\\JDoe')])).toMatchObject({ holds: 5, gives: 1 })
    expect(withAddressRule([person(' SCHOOL\\JDoe ')], 'example.edu')[0]?.email).toBe('jdoe@example.edu')
  })
})

describe('addresses by a rule', () => {
  it('are for those who have none, and say where they come from', () => {
    const odd = person('odd', undefined, { invalidEmail: 'odd at example' })
    const parent = person('parent', undefined, { role: 'observer' })
    const people = [...agreeing(1), nowhere, odd, parent, person(undefined), person('not an id'), person('a@b')]
    expect(withAddressRule(people, 'example.edu').map(({ email, emailSource }) => [email, emailSource])).toEqual([
      ['u0@example.edu', 'lms'],
      ['jdoe@example.edu', 'rule'],
      ...Array.from({ length: 5 }, () => [undefined, undefined]),
    ])
  })

  it('are nobody else’s', () => {
    const twins = [person('twin'), person('TWIN')]
    const people = [person('x', 'jdoe@example.edu'), nowhere, ...twins]
    expect(withAddressRule(people, 'example.edu').map(({ email }) => email)).toEqual([
      'jdoe@example.edu',
      undefined,
      undefined,
      undefined,
    ])
  })

  it('for any roster: as many as the rule says, each once, and nobody loses one', () => {
    const login = fc.constantFrom('a', 'b', 'c', 'D', 'S\\e', 'x y', '')
    const email = fc.constantFrom('a@example.edu', 'b@example.edu', 'q@example.edu')
    const some = fc
      .array(fc.record({ login, email }, { requiredKeys: [] }))
      .map((list) => list.map((one, index) => person(one.login, one.email, { key: String(index) })))
    fc.assert(
      fc.property(some, (others) => {
        const people = [...agreeing(20), ...others]
        const rule = findAddressRule(people)
        const after = withAddressRule(people, 'example.edu')
        const given = after.filter(({ emailSource }) => emailSource === 'rule')
        if (rule) expect(given).toHaveLength(rule.gives)
        expect(new Set(given.map((one) => one.email)).size).toBe(given.length)
        expect(after.filter((_, index) => people[index]?.email)).toEqual(people.filter((one) => one.email))
      }),
    )
  })
})
