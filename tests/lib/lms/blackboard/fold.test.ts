import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressPattern } from '../../../../lib/contract/address.ts'
import { MAX_PERSON_NAME } from '../../../../lib/contract/limits.ts'
import { type Enrolment, foldAll } from '../../../../lib/lms/blackboard/fold.ts'
import { createPages } from '../../../../lib/lms/blackboard/list.ts'
import { membershipFrom } from '../../../../lib/lms/blackboard/membership.ts'
import { isOwn, roleOf } from '../../../../lib/lms/blackboard/roles.ts'

const noNames: ReadonlyMap<string, string> = new Map()
const roleIds = [
  'Instructor',
  'BbFacilitator',
  'TeachingAssistant',
  'CourseBuilder',
  'Grader',
  'Student',
  'Guest',
  'Observer',
  'CR_Mentor',
  'toString',
]

const enrolment: fc.Arbitrary<Omit<Enrolment, 'key'>> = fc.record({
  name: fc.record({
    given: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'Given Name')),
    family: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'Family Name')),
    other: fc.string(),
    preferred: fc.constantFrom('GivenName', 'OtherName', 'Both', ''),
  }),
  login: fc.constantFrom('asolano', 'alba@example.edu', 'asolano_previewuser', ''),
  address: fc.oneof(fc.emailAddress(), fc.string(), fc.constant('')),
  role: fc.constantFrom(...roleIds).map((id) => roleOf(id, noNames)),
  section: fc.constantFrom('', 'A', 'B'),
  state: fc.constantFrom('active', 'inactive', 'disabled'),
})
const person = fc.array(enrolment, { minLength: 1, maxLength: 4 })
const course = fc
  .array(person, { maxLength: 12 })
  .map((people) =>
    people.map((enrolments, index) => enrolments.map((one): Enrolment => ({ ...one, key: `_${index}_1` }))),
  )

const fold = (all: readonly (readonly Enrolment[])[], me = '') => foldAll(all, me, () => undefined)

describe('membershipFrom', () => {
  it('never throws, whatever Blackboard says', () => {
    fc.assert(fc.property(fc.anything(), (entry) => void membershipFrom(entry)))
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) =>
          void membershipFrom({
            userId: '_1_1',
            availability: value,
            courseRoleId: value,
            user: { name: value, contact: value, userName: value },
          }),
      ),
    )
  })

  it('takes nobody for present whom a word of availability that is not known stands beside', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (available) => {
        fc.pre(available !== 'Yes')
        expect(membershipFrom({ userId: '_1_1', availability: { available } })?.state).not.toBe('active')
      }),
    )
  })
})

describe('roleOf', () => {
  it('gives no role of a school’s own any right', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        const { role } = roleOf(id, noNames)
        if (isOwn(id)) expect(['other', 'observer']).toContain(role)
      }),
    )
  })
})

describe('foldAll', () => {
  it('lists or counts everybody, once', async () => {
    await fc.assert(
      fc.asyncProperty(course, async (all) => {
        const { people, leftOut } = await fold(all)
        const aside = Object.values(leftOut).reduce((sum: number, count) => sum + (count ?? 0), 0)
        expect(people.length + aside).toBe(all.length)
        expect(new Set(people.map(({ key }) => key)).size).toBe(people.length)
      }),
    )
  })

  it('lists nobody who only is a guest, an observer, switched off or a preview', async () => {
    await fc.assert(
      fc.asyncProperty(person, async (enrolments) => {
        const keyed = enrolments.map((one): Enrolment => ({ ...one, key: '_1_1' }))
        const aside = keyed.every(
          ({ state, role, login }) =>
            state === 'disabled' || role.guest || role.role === 'observer' || login.endsWith('_previewuser'),
        )
        if (aside) expect((await fold([keyed])).people).toEqual([])
      }),
    )
  })

  it('does not depend on the order of a person’s enrolments, but for what they are called and the sections’ order', async () => {
    const shape = async (enrolments: readonly Enrolment[]) => {
      const { people } = await fold([enrolments])
      return people.map(({ role, state, sections }) => [role, state, [...sections].toSorted()])
    }
    await fc.assert(
      fc.asyncProperty(person, async (enrolments) => {
        const keyed = enrolments.map((one): Enrolment => ({ ...one, key: '_1_1' }))
        expect(await shape(keyed.toReversed())).toEqual(await shape(keyed))
      }),
    )
  })

  it('gives clean names and addresses that are addresses', async () => {
    await fc.assert(
      fc.asyncProperty(course, async (all) => {
        for (const { name, email, emailSource } of (await fold(all)).people) {
          expect(name.length).toBeLessThanOrEqual(MAX_PERSON_NAME)
          expect(name).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
          if (email) expect(email).toMatch(addressPattern)
          expect(email === undefined).toBe(emailSource === undefined)
        }
      }),
    )
  })
})

describe('the next link', () => {
  const list = 'https://learn.example.edu/learn/api/public/v1/courses/_1_1/users'
  const follow = async (nextPage: unknown) => {
    const askPage = createPages(async () => ({
      ok: true,
      url: list,
      headers: new Headers(),
      body: Promise.resolve({ ok: true, value: { results: [], paging: { nextPage } } }),
    }))
    return askPage(`${list}?expand=user&fields=userId`)
  }

  it('leads to the same list, asked in the same way, or nowhere', async () => {
    const link = fc.oneof(
      fc.anything(),
      fc.string(),
      fc.webUrl(),
      fc
        .tuple(
          fc.constantFrom('/', '//', '/\\', '/\t/', '', list, '/learn/api/public/v1/courses/_1_1/users?'),
          fc.string(),
        )
        .map((parts) => parts.join('')),
    )
    await fc.assert(
      fc.asyncProperty(link, async (nextPage) => {
        const page = await follow(nextPage)
        if (!page.ok) {
          expect(page.refusal).toBe('broken')
          return
        }
        if (page.next === null) return
        const next = new URL(page.next)
        expect(next.origin + next.pathname).toBe(list)
        expect([next.searchParams.has('expand'), next.searchParams.has('fields')]).toEqual([true, true])
      }),
    )
  })

  it('that is empty, or not there, is the end', async () => {
    for (const end of [undefined, null, '']) expect(await follow(end)).toMatchObject({ ok: true, next: null })
  })
})
