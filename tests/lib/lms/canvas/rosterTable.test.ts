import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rosterTable } from '../../../../lib/lms/canvas/rosterTable.ts'
import { pageFacts } from '../../../../lib/lms/canvas/row.ts'

const badges = ['', '<span class="label">inactive</span>', '<span class="label label-info">pending</span>']
const names = [
  '<a class="roster_user_name">Avery Stone</a>',
  '<i></i><a class="roster_user_name">Kim Okafor</a>',
  '<b>?</b>',
]

const row = fc
  .record({
    before: fc.nat(2),
    name: fc.constantFrom(...names),
    badge: fc.constantFrom(...badges),
    between: fc.subarray(['<td>avery@example.edu</td>', '<td>S-17</td>']),
    section: fc.constantFrom(
      '',
      '<td><div class="section">A</div></td>',
      '<td data-testid="section-column-cell"></td>',
    ),
  })
  .map(
    ({ before, name, badge, between, section }) =>
      `<tr class="rosterUser StudentEnrollment">${'<td></td>'.repeat(before)}<td>${name}${badge}</td>${between.join('')}${section}<td><div>Student</div></td></tr>`,
  )

const rowsOf = (html: string): HTMLTableRowElement[] => {
  const table = document.createElement('table')
  table.innerHTML = `<tbody>${html}</tbody>`
  return [...table.querySelectorAll('tr')]
}

it('a row says what it says by itself, whatever the rows before were like', () => {
  const facts = pageFacts({})
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
      const all = rowsOf(rows.join(''))
      const alone = all.map((one) => rosterTable.reader(facts)(one))
      expect(all.map(rosterTable.reader(facts))).toEqual(alone)
    }),
  )
})
