import { extractPeople } from '../../people/extract/people.ts'
import { addressesIn, plainAddress } from './addresses.ts'
import type { Cells, Columns } from './columns.ts'
import { isName, nameInCell, nameInRow } from './names.ts'
import type { Told } from './people.ts'
import { linesOf, shownText } from './shownText.ts'

/** Text on one line, as most cells have it already. */
const oneLine = (text: string): string => (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text).trim()

const textIn = (cells: Cells, index: number): string => {
  const cell = index < 0 ? undefined : cells[index]
  return cell ? oneLine(cell.textContent) : ''
}

/** What stands in a column of names in lines that are no person's. */
const noPerson = /^(?:grand |sub)?totals?\b|^(?:n\/?a|none|tbd|tba|no name|unknown|vacant|[^\p{L}]*)$/iu

const nameAt = (cells: Cells, index: number): string => {
  const cell = cells[index]
  return cell ? (cell.firstElementChild ? nameInCell(cell) : oneLine(cell.textContent)) : ''
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

/** One row of a table whose columns are known; null where it is nobody's. */
export const toldBy = (cells: Cells, columns: Columns, row: Element): Told | null => {
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
  const own = noPerson.test(written) ? '' : written
  const name = own || nameInRow(row) || (email && nameBeside(row, email))
  // Without an address it takes a name to be somebody.
  if (!email && !asked && !isName(name)) return null
  return {
    name,
    email,
    asked: email ? '' : asked,
    isLogin: columns.areLogins,
    login: textIn(cells, columns.login),
    section: textIn(cells, columns.section),
    role: textIn(cells, columns.role),
    status: textIn(cells, columns.status),
  }
}
