import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countInvitable } from '../../../lib/inpage/invitable.ts'
import { forecast, isTickable } from '../../../lib/people/forecast.ts'
import { defaultRoleMapping, type RosterPerson } from '../../../lib/people/person.ts'

const person: fc.Arbitrary<RosterPerson> = fc
  .record({
    key: fc.uuid(),
    name: fc.string(),
    email: fc.option(fc.constantFrom('a@example.edu', 'b@example.edu', 'c@example.edu', 'd@example.edu'), {
      nil: undefined,
    }),
    source: fc.constantFrom('lms' as const, 'page' as const, 'login' as const),
    role: fc.constantFrom('teacher', 'ta', 'student', 'designer', 'other'),
    state: fc.constantFrom('active', 'invited', 'inactive', 'concluded'),
    you: fc.boolean(),
  })
  .map(({ email, source, you, ...rest }) => ({
    ...rest,
    sections: [],
    ...(email ? { email, emailSource: source } : {}),
    ...(you ? { you } : {}),
  }))

describe('countInvitable', () => {
  it('is the number the panel has ticked when nobody is in the Group yet', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 12 }), (people) => {
        const { rows } = forecast({
          people,
          known: new Map(),
          role: 'member',
          mapping: defaultRoleMapping,
          roles: new Map(),
        })
        expect(countInvitable(people)).toBe(rows.filter(({ kind, doubt }) => isTickable(kind) && !doubt).length)
      }),
    )
  })
})
