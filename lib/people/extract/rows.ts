import { CellSpans } from './cells.ts'
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

/** Reads the rows of a table, one after the other. */
class RowReader {
  private readonly cells = new CellSpans()
  private readonly scanner: Scanner
  private readonly text: string
  private readonly into: Collector

  constructor(text: string, into: Collector) {
    this.text = text
    this.into = into
    this.scanner = new Scanner(text)
  }

  /** Adds whom the row at `start`..`end` names; false when it is no row, having one cell. `at`: of its first `@`. */
  read(start: number, end: number, at: number, columns: Columns): boolean {
    const { text, cells, scanner, into } = this
    if (cells.split(text, start, end, columns.delimiter) < 2) return false
    const own = this.columnWithAddress(columns, 'email', at)
    const findName = () => rowName(cells, columns)
    const noName = () => ''
    for (let index = 0; index < cells.count; index++) {
      if (!this.holdsAddress(index, at)) continue
      const kind = columns.kinds[index]
      // A parent's or teacher's address beside the person's own is not the person's.
      if (kind === 'kinEmail' && this.hasOther(columns, at)) continue
      scanner.within(cells.start(index), cells.end(index))
      while (scanner.next())
        into.add(scanner.email, scanner.hash, own === -1 || kind === 'email' || kind === 'login' ? findName : noName)
    }
    return true
  }

  private holdsAddress(index: number, firstAt: number): boolean {
    const end = this.cells.end(index)
    if (end <= firstAt) return false
    const at = this.text.indexOf('@', Math.max(this.cells.start(index), firstAt))
    return at !== -1 && at < end
  }

  private columnWithAddress(columns: Columns, kind: string, at: number): number {
    return columns.kinds.findIndex(
      (other, index) => other === kind && index < this.cells.count && this.holdsAddress(index, at),
    )
  }

  private hasOther(columns: Columns, at: number): boolean {
    for (let index = 0; index < this.cells.count; index++)
      if (columns.kinds[index] !== 'kinEmail' && this.holdsAddress(index, at)) return true
    return false
  }
}

/** Reads the rows below a header up to a line that is none; answers where that begins, or the text's length. */
export const readRows = (text: string, header: Header, into: Collector): number => {
  let { columns } = header
  const reader = new RowReader(text, into)
  let at = text.indexOf('@', header.rows)
  for (let start = header.rows; start < text.length && at !== -1; ) {
    const end = rowEnd(text, start, columns.delimiter)
    if (at < end) {
      if (!reader.read(start, end, at, columns)) return start
      at = text.indexOf('@', end)
    } else columns = readHeader(text.slice(start, end)) ?? columns
    start = end + 1
  }
  return text.length
}
