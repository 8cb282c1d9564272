import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cell, namesOf } from '../../../../lib/lms/moodle/cell.ts'

const bare = (text: string): Cell => ({ text, ids: null, names: new Map() })

/** Names as a school may give them to groups: with commas too. */
const groupName = fc
  .array(fc.stringMatching(/^[A-Za-z0-9 ]*[A-Za-z0-9][A-Za-z0-9 ]*$/), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.map((part) => part.trim()).join(', '))

describe('the names in a cell', () => {
  it('are those of its ids, before its text', () => {
    const names = new Map([
      ['21', 'Lab A'],
      ['22', 'Lab B'],
    ])
    expect(namesOf({ text: 'Lab…', ids: ['21', '22'], names }, new Map())).toEqual(['Lab A', 'Lab B'])
    expect(namesOf({ text: 'No groups', ids: [], names }, new Map())).toEqual([])
  })

  it('are those that the page offers, where the cell does not name its ids', () => {
    expect(namesOf({ text: 'x', ids: ['5'], names: new Map() }, new Map([['5', 'Student']]))).toEqual(['Student'])
    expect(namesOf({ text: 'Student', ids: ['5'], names: new Map() }, new Map())).toEqual(['Student'])
  })

  it('may hold commas', () => {
    const known = new Map([
      ['31', 'Mon, Wed, Fri'],
      ['22', 'Lab B'],
    ])
    expect(namesOf(bare('Mon, Wed, Fri, Lab B'), known)).toEqual(['Mon, Wed, Fri', 'Lab B'])
  })

  it('come back from a text of known ones, joined', () => {
    fc.assert(
      fc.property(fc.uniqueArray(groupName, { minLength: 1, maxLength: 6 }), (names) => {
        const text = names.join(', ')
        const known = new Map(names.map((name, index) => [String(index), name] as const))
        // Whatever is taken together, nothing is lost and nothing made up.
        expect(namesOf(bare(text), known).join(', ')).toBe(text)
      }),
    )
  })
})
