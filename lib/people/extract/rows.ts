import { splitCells } from './cells.ts'
import type { Collector } from './collector.ts'
import { Scanner } from './scanner.ts'
import { type Columns, readHeader, rowEnd, rowName } from './table.ts'

/** Lines above the first row, and characters of them, in which a header is looked for. */
const HEADER_LINES = 40
const HEADER_REACH = 20_000

/** A table's header, and the index where its rows begin. */
export interface Header {
  readonly columns: Columns
  readonly rows: number
}

/** The header above the address at `at`, no further up than `from`, and where its rows begin. */
export const findHeader = (text: string, from: number, at: number): Header | undefined => {
  const reach = Math.max(from, at - HEADER_REACH)
  const top = text.slice(reach, at)
  let end = top.lastIndexOf('\n')
  for (let lines = 0; lines < HEADER_LINES && end > 0; lines++) {
    const start = top.lastIndexOf('\n', end - 1) + 1
    // What shares its line with the address before is no header.
    if (start === 0 && reach > 0) break
    const columns = readHeader(top.slice(start, end))
    if (columns) return { columns, rows: reach + end + 1 }
    end = start - 1
  }
  return undefined
}

const readRow = (cells: readonly string[], columns: Columns, into: Collector): void => {
  const { kinds } = columns
  const name = rowName(cells, columns)
  const own = cells.findIndex((cell, index) => kinds[index] === 'email' && cell.includes('@'))
  for (const [index, cell] of cells.entries()) {
    if (!cell.includes('@')) continue
    const kind = kinds[index]
    // A parent's or teacher's address beside the person's own is not the person's.
    if (
      kind === 'kinEmail' &&
      cells.some((other, at) => at !== index && kinds[at] !== 'kinEmail' && other.includes('@'))
    )
      continue
    const named = own === -1 || kind === 'email' || kind === 'login'
    const scanner = new Scanner(cell)
    while (scanner.next()) {
      const person = into.note(scanner.email, cell, scanner.start, scanner.end)
      if (person && named && name) person.name = name
    }
  }
}

/** Reads the rows below a header up to a line that is none; answers where that begins, or the text's length. */
export const readRows = (text: string, header: Header, into: Collector): number => {
  let { columns } = header
  for (let start = header.rows; start < text.length; ) {
    const end = rowEnd(text, start, columns.delimiter)
    const line = text.slice(start, end)
    if (line.includes('@')) {
      const cells = splitCells(line, columns.delimiter)
      if (cells.length < 2) return start
      readRow(cells, columns, into)
    } else columns = readHeader(line) ?? columns
    start = end + 1
  }
  return text.length
}
