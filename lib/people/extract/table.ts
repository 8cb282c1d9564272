import { type CellSpans, closingQuote, delimiters, splitCells } from './cells.ts'
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
  const text = cells.cell(index)
  return text.includes('@') ? '' : text
}

/** A row's name by its columns; '' when it has none. */
export const rowName = (cells: CellSpans, { name, first, last }: Columns): string => {
  const given = cleanNameText(nameCell(cells, first))
  const family = cleanNameText(nameCell(cells, last))
  const joined = given && family ? `${given} ${family}` : given || family
  const full = nameCell(cells, name)
  return joined && (!full || full.includes(',')) ? joined : cleanNameText(full)
}

/** Index after the row that begins at `from`: its line's end, or a later one when quoted cells run over lines. */
export const rowEnd = (text: string, from: number, delimiter: string): number => {
  let end = text.indexOf('\n', from)
  if (end === -1) end = text.length
  // Only within the line: a search to the text's end for every row would not be linear.
  let quote = text.slice(from, end).indexOf('"')
  if (quote !== -1) quote += from
  while (quote !== -1 && quote < end) {
    const char = text.charAt(quote - 1)
    const opens = quote === from || char === delimiter || (char === ' ' && text.charAt(quote - 2) === delimiter)
    if (!opens) {
      quote = text.indexOf('"', quote + 1)
      continue
    }
    const close = closingQuote(text, quote + 1, Math.min(text.length, quote + 5000))
    if (close === -1) return end
    if (close > end) {
      end = text.indexOf('\n', close)
      if (end === -1) end = text.length
    }
    quote = text.indexOf('"', close + 1)
  }
  return end
}
