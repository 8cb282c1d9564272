import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressPattern } from '../../../../lib/contract/address.ts'
import { MAX_PERSON_NAME } from '../../../../lib/contract/limits.ts'
import { foldUser, strongest, weakest } from '../../../../lib/lms/canvas/fold.ts'

const sections = new Map([
  ['81', 'A'],
  ['82', 'B'],
])

const enrolment = fc.record({
  type: fc.constantFrom(
    'StudentEnrollment',
    'TeacherEnrollment',
    'TaEnrollment',
    'DesignerEnrollment',
    'ObserverEnrollment',
    'StudentViewEnrollment',
    'Odd',
  ),
  role: fc.constantFrom('StudentEnrollment', 'Lab partner'),
  enrollment_state: fc.constantFrom(
    'active',
    'invited',
    'creation_pending',
    'inactive',
    'completed',
    'rejected',
    'deleted',
    'odd',
  ),
  course_section_id: fc.constantFrom('81', '82', '83'),
  limit_privileges_to_course_section: fc.boolean(),
})
const user = fc.record(
  {
    id: fc.oneof(fc.string({ minLength: 1 }), fc.integer()),
    name: fc.string({ unit: 'binary' }),
    email: fc.oneof(fc.emailAddress(), fc.string(), fc.constant(null)),
    login_id: fc.oneof(fc.emailAddress(), fc.string()),
    enrollments: fc.array(enrolment),
  },
  { requiredKeys: ['id'] },
)

const order = ['active', 'invited', 'inactive', 'concluded'] as const
const stateOf: Record<string, (typeof order)[number]> = {
  active: 'active',
  invited: 'invited',
  creation_pending: 'invited',
  inactive: 'inactive',
  completed: 'concluded',
}

describe('foldUser', () => {
  it('never throws, whatever Canvas says', () => {
    fc.assert(fc.property(fc.anything(), (entry) => void foldUser(entry, sections, '')))
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (entry) => void foldUser({ id: '1', enrollments: entry, name: entry, email: entry }, sections, ''),
      ),
    )
  })

  it('gives the most present state of the enrolments that are the person’s own', () => {
    fc.assert(
      fc.property(user, (entry) => {
        const own = (entry.enrollments ?? []).filter(
          ({ type, enrollment_state }) => enrollment_state in stateOf && !/Observer|StudentView/.test(type),
        )
        fc.pre(own.length > 0)
        const states = own.map(({ enrollment_state }) => order.indexOf(stateOf[enrollment_state]!))
        expect(foldUser(entry, sections, '')?.person.state).toBe(order[Math.min(...states)])
      }),
    )
  })

  it('leaves out exactly those who only observe, and the test student', () => {
    fc.assert(
      fc.property(user, (entry) => {
        const real = (entry.enrollments ?? []).filter(({ enrollment_state }) => enrollment_state in stateOf)
        const aside = real.length > 0 && real.every(({ type }) => /Observer|StudentView/.test(type))
        expect(foldUser(entry, sections, '')?.leftOut !== null).toBe(aside)
      }),
    )
  })

  it('does not depend on the order of enrolments, but for the sections’ and which custom role is named', () => {
    const first = { sections: [], roleLabel: '' }
    fc.assert(
      fc.property(user, (entry) => {
        const turned = foldUser({ ...entry, enrollments: [...(entry.enrollments ?? [])].reverse() }, sections, '')
        const straight = foldUser(entry, sections, '')
        expect({ ...turned, person: { ...turned?.person, ...first } }).toEqual({
          ...straight,
          person: { ...straight?.person, ...first },
        })
        expect(new Set(turned?.person.sections)).toEqual(new Set(straight?.person.sections))
      }),
    )
  })

  it('gives clean names and addresses that are addresses, and keeps what is none apart', () => {
    fc.assert(
      fc.property(user, (entry) => {
        const person = foldUser(entry, sections, '')?.person
        expect(person?.name.length).toBeLessThanOrEqual(MAX_PERSON_NAME)
        expect(person?.name).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
        if (person?.email) expect(person.email).toMatch(addressPattern)
        if (person?.emailSource === 'login') expect(entry.login_id?.trim().toLowerCase()).toBe(person.email)
        expect(person?.email === undefined).toBe(person?.emailSource === undefined)
      }),
    )
  })
})

describe('of several roles', () => {
  const roles = ['teacher', 'ta', 'designer', 'student', 'observer', 'other'] as const
  const gives = { teacher: 3, ta: 2, designer: 2, student: 1, other: 1, observer: 0 } as const

  it('the one that says most gives no less than the one that gives least, and both are among them', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...roles), { minLength: 1 }), (found) => {
        const [most, least] = [strongest(found), weakest(found)]
        expect([found.includes(most), found.includes(least)]).toEqual([true, true])
        expect(gives[most]).toBeGreaterThanOrEqual(gives[least])
        if (found.includes('student')) expect(least).toBe('student')
      }),
    )
  })

  it('watching others is one only where there is no other', () => {
    expect(weakest(['observer', 'teacher'])).toBe('teacher')
    expect(weakest(['observer'])).toBe('observer')
  })
})
