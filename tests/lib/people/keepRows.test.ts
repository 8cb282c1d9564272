import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ForecastRow } from '../../../lib/people/forecast.ts'
import { keepRows } from '../../../lib/people/keepRows.ts'

const row = (key: string, over: Partial<ForecastRow> = {}): ForecastRow => ({
  key,
  names: [`Student ${key}`],
  email: `${key}@example.edu`,
  lmsRole: 'student',
  sections: ['Section 1'],
  state: 'active',
  role: 'member',
  kind: 'member',
  has: { role: 'member', since: '2026-08-28T09:30:00Z', state: 'member' },
  ...over,
})
const fresh = (rows: readonly ForecastRow[]) => structuredClone(rows) as readonly ForecastRow[]

describe('rows that are made anew', () => {
  it('are the same list where all say the same', () => {
    const before = [row('1'), row('2')]
    expect(keepRows(before, fresh(before))).toBe(before)
  })

  it('are as they were but for those that changed, wherever they stand now', () => {
    const before = [row('1'), row('2'), row('3')]
    const after = keepRows(before, [row('0'), row('2', { role: 'owner' }), row('3'), row('1')])
    expect(after.map((one) => before.indexOf(one))).toEqual([-1, -1, 2, 0])
  })

  it.each<[string, Partial<ForecastRow>]>([
    ['a name', { names: ['Ada'] }],
    ['a second name', { names: ['Student 1', 'Ada'] }],
    ['a section', { sections: [] }],
    ['something more', { given: true }],
    ['how they stand', { has: { role: 'owner', since: '2026-08-28T09:30:00Z', state: 'member' } }],
  ])('changed by %s', (_, over) => {
    const before = [row('1')]
    const after = [row('1', over)]
    expect(keepRows(before, after)[0]).toBe(after[0])
  })

  it('always say what they should', () => {
    const rows = fc.uniqueArray(
      fc.record({ key: fc.constantFrom('1', '2', '3', '4'), role: fc.constantFrom('member', 'owner') }),
      { selector: ({ key }) => key },
    )
    fc.assert(
      fc.property(rows, rows, (some, others) => {
        const [before, after] = [some, others].map((all) =>
          all.map(({ key, role }) => row(key, { role: role as 'member' | 'owner' })),
        )
        expect(keepRows(before ?? [], after ?? [])).toEqual(after)
      }),
    )
  })
})
