import { splitCells } from './cells.ts'
import type { Collector } from './collector.ts'
import { Scanner } from './scanner.ts'
import { type Columns, readHeader, rowEnd, rowName } from './table.ts'

/** Lines above the first row, and characters of them, in which a header is looked for. */
const HEADER_LINES = 40
const HEADER_REACH = 20_000

/** The header above the first address at `firstAt`, and where its rows begin. */
export const findHeader = (text: string, firstAt: number): { columns: Columns; rows: number } | undefined => {
  const reach = Math.max(0, firstAt - HEADER_REACH)
  const top = text.slice(reach, firstAt)
  let end = top.lastIndexOf('\n')
  for (let lines = 0; lines < HEADER_LINES && end > 0; lines++) {
    const from = top.lastIndexOf('\n', end - 1) + 1
    const columns = readHeader(top.slice(from, end))
    if (columns) return { columns, rows: reach + end + 1 }
    end = from - 1
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
    const scanner = new Scanner(cell)
    while (scanner.next()) into.add(scanner.email, own === -1 || kind === 'email' || kind === 'login' ? name : '')
  }
}

/** Reads the rows below a header up to a line that is none; answers where that begins, or the text's length. */
export const readRows = (text: string, from: number, columns: Columns, into: Collector): number => {
  for (let start = from; start < text.length; ) {
    const end = rowEnd(text, start, columns.delimiter)
    const line = text.slice(start, end)
    if (line.includes('@')) {
      const cells = splitCells(line, columns.delimiter)
      if (cells.length < 2) return start
      readRow(cells, columns, into)
    }
    start = end + 1
  }
  return text.length
}
