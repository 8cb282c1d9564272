import type { Enrolment } from './fold.ts'
import { addressIn, valueIn } from './table.ts'

/**
 * A row of the Roster tool, which students have as well: family name, given name, address, and nothing of roles or logins. Rows with
 * other cells are no people: null. `at`: its place, by which alone two people of one name are told apart.
 */
export const rosterToolRow = (row: Element, at: number): Enrolment | null => {
  const cells = [...row.children]
  const [family, given, address] = cells
  if (cells.length !== 3) return null
  return {
    key: `row ${at}`,
    name: { given: valueIn(given), family: valueIn(family) },
    login: '',
    address: addressIn(address),
    role: { role: 'other' },
    section: '',
    state: 'active',
  }
}
