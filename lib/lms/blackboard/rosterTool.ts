import { createBreath } from '../reading/breathe.ts'
import type { Enrolment } from './fold.ts'
import { addressIn, type Table, valueIn } from './table.ts'

/** The Roster tool, which students have as well: family name, given name, address, and nothing of roles or logins. */
export const rosterToolIn = async (table: Table): Promise<Map<string, Enrolment[]>> => {
  const everybody = new Map<string, Enrolment[]>()
  const breathe = createBreath()
  for (const [index, row] of table.rows.entries()) {
    const cells = [...row.children]
    const [family, given, address] = cells
    // Rows with other cells are no people.
    if (cells.length === 3) {
      const told = addressIn(address)
      everybody.set(`row ${index}`, [
        {
          key: `row ${index}`,
          name: { given: valueIn(given), family: valueIn(family) },
          login: '',
          address: told,
          role: { role: 'other' },
          section: '',
          state: 'active',
        },
      ])
    }
    await breathe()
  }
  return everybody
}
