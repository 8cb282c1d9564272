import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecast } from '../../../lib/people/forecast.ts'
import { defaultRoleMapping } from '../../../lib/people/person.ts'
import { intoGroups } from '../../../lib/people/seated.ts'
import { person } from '../../helpers/fakeServices.ts'

const rowsOf = (people: Parameters<typeof forecast>[0]['people']) =>
  forecast({ people, known: new Map(), mapping: defaultRoleMapping, role: 'member', roles: new Map() }).rows
const keys = (into: ReturnType<typeof intoGroups>) =>
  Object.fromEntries([...into].map(([group, rows]) => [group, rows.map(({ key }) => key)]))

describe('who goes into which Group', () => {
  it('is by section where that has a Group; Owners and everybody else go into the one around them', () => {
    const rows = rowsOf([
      person('prof', { role: 'teacher', sections: ['A'] }),
      person('ta', { role: 'ta', sections: ['A'] }),
      person('1', { sections: ['A'] }),
      person('2', { sections: ['B'] }),
      person('3', { sections: ['A', 'B'] }),
      person('4', { sections: ['C'] }),
      person('5', { sections: [] }),
    ])
    const seats = new Map([
      ['A', 'lab a'],
      ['B', 'lab b'],
    ])
    expect(keys(intoGroups(rows, seats, 'course'))).toEqual({
      course: ['prof', '4', '5'],
      'lab a': ['ta', '1', '3'],
      'lab b': ['2', '3'],
    })
  })

  it('for any class: everybody goes somewhere, and nobody twice into the same', () => {
    const sections = fc.uniqueArray(fc.constantFrom('A', 'B', 'C'))
    const seats = fc.dictionary(fc.constantFrom('A', 'B', 'C'), fc.constantFrom('one', 'two'))
    fc.assert(
      fc.property(fc.array(sections, { maxLength: 10 }), seats, (class_, seated) => {
        const rows = rowsOf(class_.map((of, index) => person(String(index), { sections: of })))
        const into = intoGroups(rows, new Map(Object.entries(seated)), 'course')
        expect(new Set([...into.values()].flat())).toEqual(new Set(rows))
        for (const some of into.values()) expect(new Set(some).size).toBe(some.length)
      }),
    )
  })
})
