import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doubtfulDomains } from '../../../lib/people/domains.ts'
import { organisation } from '../../../lib/people/slip.ts'

type Roster = Readonly<Record<string, number>>

/** So many people at each domain. */
const at = (roster: Roster) =>
  Object.entries(roster).flatMap(([domain, count]) =>
    Array.from({ length: count }, (_, index) => ({ email: `p${index}@${domain}` })),
  )
const flags = (roster: Roster, allowed?: readonly string[]) =>
  Object.fromEntries(
    [...doubtfulDomains(at(roster), allowed)].map(([domain, doubt]) => [
      domain,
      doubt.kind === 'slip' ? doubt.meant : doubt.kind,
    ]),
  )

describe('a slip of the pen', () => {
  it.each([
    ['two letters changed places', 'gmial.com', 'gmail.com'],
    ['one too few', 'gmal.com', 'gmail.com'],
    ['one too many', 'gmaill.com', 'gmail.com'],
    ['another', 'gnail.com', 'gmail.com'],
    ['in the ending', 'gmail.con', 'gmail.com'],
    ['a country that is none', 'gmail.co', 'gmail.com'],
    ['another provider', 'hotmial.com', 'hotmail.com'],
    ['at the end of a name', 'yahooo.com', 'yahoo.com'],
    ['in a short name, changed places', 'aol.cmo', 'aol.com'],
    ['a national provider left a letter out', 'outlook.co', 'outlook.com'],
  ])('%s: %s', (_, domain, meant) => expect(flags({ [domain]: 1 })).toEqual({ [domain]: meant }))

  it.each([
    ...['gmail.com', 'mail.com', 'email.com', 'ymail.com', 'googlemail.com', 'yahoo.cn', 'hotmail.no', 'live.nl'],
    // Two edits are another name, and in a short one a letter is.
    ...['gmx.de', 'gmx.net', 'hotmail.co.uk', 'gmeil.con', 'mcn.com', 'aol.co', 'we.com', 'love.com'],
  ])('is not %s', (domain) => expect(flags({ [domain]: 1 })).toEqual({}))

  it('of the domain that nearly everybody has', () => {
    expect(flags({ 'example.edu': 30, 'exmaple.edu': 1 })).toEqual({ 'exmaple.edu': 'example.edu' })
    expect(flags({ 'example.edu': 30, 'example.ed': 1 })).toEqual({ 'example.ed': 'example.edu' })
    expect(flags({ 'example.edu': 30, 'example.com': 1 })).toEqual({ 'example.com': 'outside' })
  })

  it.each([
    ['two schools side by side', { 'north.edu': 20, 'morth.edu': 9 }],
    ['a number is another name', { 'school1.edu': 30, 'school2.edu': 3, 'school3.edu': 4 }],
    ['three people share it', { 'gmaul.com': 3, 'example.edu': 3 }],
    ['a letter of a short name', { 'mit.edu': 40, 'mut.edu': 4 }],
    ['a sibling', { 'student.example.edu': 40, 'students.example.edu': 1 }],
  ])('is not: %s', (_, roster) => {
    expect(Object.values(flags(roster)).filter((flag) => flag !== 'outside')).toEqual([])
  })

  it('has one reading: the roster’s own domain before a provider', () => {
    expect(flags({ 'gmails.com': 30, 'gmails.co': 1 })['gmails.co']).toBe('gmails.com')
  })
})

describe('outside', () => {
  it.each<[string, Roster, Readonly<Record<string, string>>]>([
    [
      'a few elsewhere',
      { 'example.edu': 40, 'gmail.com': 2, 'firm.com': 1 },
      { 'gmail.com': 'outside', 'firm.com': 'outside' },
    ],
    ['one in ten is not few', { 'example.edu': 9, 'firm.com': 1 }, {}],
    ['one in eleven is', { 'example.edu': 10, 'firm.com': 1 }, { 'firm.com': 'outside' }],
    ['a subdomain', { 'example.edu': 40, 'student.example.edu': 1 }, {}],
    ['the parent', { 'student.example.edu': 40, 'example.edu': 1 }, {}],
    ['another branch', { 'student.example.edu': 40, 'alumni.example.edu': 1 }, {}],
    ['another branch, under a registry', { 'student.example.ac.uk': 40, 'example.ac.uk': 1 }, {}],
    ['another school of a registry', { 'one.ac.uk': 40, 'two.ac.uk': 1 }, { 'two.ac.uk': 'outside' }],
    ['everybody has their own', { 'gmail.com': 12, 'firm.com': 3, 'shop.com': 3, 'club.org': 2, 'home.net': 2 }, {}],
    ['most are at a provider', { 'gmail.com': 40, 'example.edu': 2 }, {}],
    ['no domain is usual', Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`place${n}x.org`, 1])), {}],
    ['a provider beside a provider', { 'example.edu': 30, 'gmail.com': 10, 'yahoo.com': 1 }, {}],
    ['a firm beside a provider', { 'example.edu': 30, 'gmail.com': 10, 'firm.com': 1 }, { 'firm.com': 'outside' }],
    ['too few to say', { 'example.edu': 3, 'firm.com': 1 }, {}],
    ['nobody', {}, {}],
  ])('%s', (_, roster, expected) => expect(flags(roster)).toEqual(expected))

  it('is what the Workspace says, where it says something', () => {
    const allowed = ['example.edu', 'partner.org']
    expect(flags({ 'gmail.com': 40, 'example.edu': 1, 'lab.example.edu': 1, 'partner.org': 1 }, allowed)).toEqual({
      'gmail.com': 'outside',
    })
    expect(flags({ 'partner.ogr': 1 }, allowed)).toEqual({ 'partner.ogr': 'partner.org' })
    expect(flags({ 'myexample.edu': 1 }, ['example.edu', 'other.edu'])).toEqual({ 'myexample.edu': 'outside' })
  })
})

describe('for any roster', () => {
  const domain = fc.oneof(
    fc.constantFrom(
      'example.edu',
      'student.example.edu',
      'exmaple.edu',
      'gmail.com',
      'gmial.com',
      'yahoo.fr',
      'firm.com',
    ),
    fc.domain().map((name) => name.toLowerCase()),
  )
  const people = fc.array(
    fc.record({ email: fc.tuple(fc.string({ minLength: 1 }), domain).map((parts) => parts.join('@')) }),
    { maxLength: 60 },
  )
  const sizes = fc.array(fc.tuple(domain, fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 6 })

  it('the order changes nothing', () => {
    const shuffled = people.chain((some) =>
      fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
    )
    fc.assert(
      fc.property(shuffled, ([some, others]) => {
        const sorted = (list: typeof some) => [...doubtfulDomains(list)].sort(([a], [b]) => (a < b ? -1 : 1))
        expect(sorted(others)).toEqual(sorted(some))
      }),
    )
  })

  it('one domain for all is nothing to look at', () => {
    fc.assert(
      fc.property(domain, fc.integer({ min: 3, max: 50 }), (name, count) => {
        expect(flags({ [name]: count })).toEqual({})
      }),
    )
  })

  it('what one in ten have is never outside, and outsiders are never many', () => {
    fc.assert(
      fc.property(sizes, (pairs) => {
        const some = at(Object.fromEntries(pairs))
        const outside = [...doubtfulDomains(some)].flatMap(([name, { kind }]) => (kind === 'outside' ? [name] : []))
        const countOf = (name: string) => some.filter(({ email }) => email.endsWith(`@${name}`)).length
        for (const name of outside) expect(countOf(name) * 10).toBeLessThan(some.length)
        const all = outside.reduce((sum, name) => sum + countOf(name), 0)
        expect(all * 5).toBeLessThanOrEqual(some.length)
      }),
    )
  })

  it('nobody is told to use what they have, or what is itself in doubt', () => {
    fc.assert(
      fc.property(sizes, (pairs) => {
        const doubts = doubtfulDomains(at(Object.fromEntries(pairs)))
        for (const [name, doubt] of doubts)
          if (doubt.kind === 'slip') {
            expect(doubt.meant).not.toBe(name)
            expect(doubts.get(doubt.meant)?.kind).not.toBe('slip')
          }
      }),
    )
  })

  it('names and case do not matter', () => {
    fc.assert(
      fc.property(people, (some) => {
        const loud = some.map(({ email }) => ({ email: email.toUpperCase() }))
        // Letters that change under toUpperCase and back are no domain's.
        fc.pre(loud.every(({ email }, index) => email.toLowerCase() === some[index]?.email.toLowerCase()))
        expect(doubtfulDomains(loud)).toEqual(doubtfulDomains(some))
      }),
    )
  })
})

it.each([
  ['student.example.edu', 'example.edu'],
  ['a.b.example.edu', 'example.edu'],
  ['student.example.ac.uk', 'example.ac.uk'],
  ['example.ac.uk', 'example.ac.uk'],
  ['ac.uk', 'ac.uk'],
  ['in.tum.de', 'tum.de'],
  ['localhost', 'localhost'],
])('%s belongs to %s', (domain, owner) => expect(organisation(domain)).toBe(owner))
