import { type CellSpans, delimiters, splitCells } from './cells.ts'
import { type Kind, kindOf } from './headerWords.ts'
import { cleanNameText } from './nameText.ts'

/** Where a table's header says that names and addresses are. */
export interface Columns {
  readonly delimiter: string
  readonly kinds: readonly (Kind | undefined)[]
  readonly name: number
  readonly first: number
  readonly last: number
}

/** A header line, or undefined: two cells or more, of which one names addresses or logins, or two name people. */
export const readHeader = (line: string): Columns | undefined => {
  if (line.length > 20_000 || line.includes('@')) return undefined
  let best: Columns | undefined
  let most = 0
  for (const delimiter of delimiters) {
    if (!line.includes(delimiter)) continue
    const kinds = splitCells(line, delimiter).map(kindOf)
    const known = kinds.filter(Boolean).length
    const people = kinds.filter((kind) => kind === 'name' || kind === 'first' || kind === 'last').length
    const hasAddress = kinds.includes('email') || kinds.includes('login') || kinds.includes('kinEmail')
    if (known <= most || (!hasAddress && people < 2)) continue
    most = known
    let name = kinds.indexOf('name')
    let first = kinds.indexOf('first')
    let last = kinds.indexOf('last')
    // "Name, Vorname" and "Nom, Prénom": the plain word is the family's; "Nombre, Apellidos": it is the given one.
    if (name !== -1 && (first === -1) !== (last === -1)) {
      if (first === -1) first = name
      else last = name
      name = -1
    }
    best = { delimiter, kinds, name, first, last }
  }
  return best
}

const nameCell = (cells: CellSpans, index: number): string => {
  const text = index === -1 ? '' : cells.cell(index)
  return text.includes('@') ? '' : cleanNameText(text)
}

/** A row's name by its columns; '' when it has none. */
export const rowName = (cells: CellSpans, { name, first, last }: Columns): string => {
  const given = nameCell(cells, first)
  const family = nameCell(cells, last)
  const joined = given && family ? `${given} ${family}` : given || family
  if (name === -1 || (joined && cells.cell(name).includes(','))) return joined
  return nameCell(cells, name) || joined
}
