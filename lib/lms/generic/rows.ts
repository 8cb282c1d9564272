import { extractPeople } from '../../people/extract/people.ts'
import { lineIn } from '../reading/lineIn.ts'
import { remembered } from '../reading/remembered.ts'
import { addressesIn, plainAddress } from './addresses.ts'
import type { Cells, Columns } from './columns.ts'
import { isName, nameInCell, nameInRow } from './names.ts'
import type { Told } from './people.ts'
import { linesOf, shownText } from './shownText.ts'

/** What stands in a column of names in lines that are no person's. */
const noPerson = /^(?:(?:grand |sub)?totals?\b|(?:n\/?a|none|tbd|tba|no name|unknown|vacant)$)/i
const letter = /\p{L}/u

/** The first letter of most names tells; where it is none of Latin, there may be another. */
const isNobody = (name: string): boolean => {
  const code = name.charCodeAt(0) | 32
  if (code < 97 || code > 122) return !letter.test(name) || noPerson.test(name)
  return NO_PERSON.includes(String.fromCharCode(code)) && noPerson.test(name)
}
/** What the words begin with. */
const NO_PERSON = 'gnstuv'

const nameAt = (cells: Cells, index: number): string => {
  const cell = cells[index]
  return cell ? (cell.firstElementChild ? nameInCell(cell) : lineIn(cell)) : ''
}

const nameOf = (cells: Cells, names: readonly number[]): string => {
  let name = ''
  for (const index of names) {
    const part = nameAt(cells, index)
    if (part) name = name ? `${name} ${part}` : part
  }
  return name
}

/** The name that a text gives to an address in it; ''. */
const nameBeside = (element: Element, email: string): string => {
  const text = linesOf(shownText(element)).join('\n')
  return extractPeople(text).find((person) => person.email.toLowerCase() === email)?.name ?? ''
}

/** How one cell of a row says what many say. */
type Say = (cells: Cells) => string

const said = (index: number, read: (cell: Element) => string): Say =>
  index < 0
    ? () => ''
    : (cells) => {
        const cell = cells[index]
        return cell ? read(cell) : ''
      }

/** Tells rows of a table whose columns are known; null where one is nobody's. */
export const teller = (columns: Columns): ((cells: Cells, row: Element) => Told | null) => {
  const login = said(columns.login, lineIn)
  const section = said(columns.section, remembered(lineIn))
  const role = said(columns.role, remembered(lineIn))
  const status = said(columns.status, remembered(lineIn))
  return (cells, row) => {
    let email = ''
    let asked = ''
    for (const index of columns.emails) {
      const cell = cells[index]
      if (!cell) continue
      email = plainAddress(cell)
      if (email) break
      const held = addressesIn(cell)
      email = held.sure[0] ?? ''
      asked ||= held.asked
      if (email) break
    }
    const found = nameOf(cells, columns.names)
    const written = found.includes('@') ? found.replace(/[<([]?\S+@\S+/g, '').trim() : found
    const own = written === '' || isNobody(written) ? '' : written
    const name = own || nameInRow(row) || (email && nameBeside(row, email))
    // Without an address it takes a name to be somebody.
    if (!email && !asked && !isName(name)) return null
    return {
      name,
      email,
      asked: email ? '' : asked,
      isLogin: columns.areLogins,
      login: login(cells),
      section: section(cells),
      role: role(cells),
      status: status(cells),
    }
  }
}
