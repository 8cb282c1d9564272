import { CellSpans } from './cells.ts'
import type { Collector } from './collector.ts'
import type { Kind } from './headerWords.ts'
import { RowEnds } from './rowEnds.ts'
import { Scanner } from './scanner.ts'
import { type Columns, readHeader, rowName } from './table.ts'

/** Lines above the first row, and characters of them, in which a header is looked for. */
const HEADER_LINES = 40
const HEADER_REACH = 20_000

/** A table's header, and the index where its rows begin. */
export interface Header {
  readonly columns: Columns
  readonly rows: number
}

/** How many of its labels say something. */
const known = ({ kinds }: Columns): number => kinds.filter(Boolean).length

/** The header above the address at `at`, no further up than `from`, and where its rows begin. */
export const findHeader = (text: string, from: number, at: number): Header | undefined => {
  const reach = Math.max(from, at - HEADER_REACH)
  const top = text.slice(reach, at)
  let end = top.lastIndexOf('\n')
  let header: Header | undefined
  for (let lines = 0; lines < HEADER_LINES && end > 0; lines++) {
    const start = top.lastIndexOf('\n', end - 1) + 1
    // What shares its line with the address before is no header.
    if (start === 0 && reach > 0) break
    const columns = readHeader(top.slice(start, end))
    if (columns && (!header || known(columns) > known(header.columns))) header = { columns, rows: reach + end + 1 }
    // `,No Email,jdoe` looks like one too, below that of its table.
    if (header && known(header.columns) > 1) break
    end = start - 1
  }
  return header
}

const isOfKin = (kind: Kind | undefined) => kind === 'kinEmail' || kind === 'kin'

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

  /** Adds whom the row at `start`..`end` names; false when it is no row, having one cell. `at`: its first `@`; `more`: it has others. */
  read(start: number, end: number, at: number, more: boolean, columns: Columns): boolean {
    const { text, cells } = this
    if (cells.split(text, start, end, columns.delimiter) < 2) return false
    if (more) this.readAll(at, columns)
    else this.readOnly(cells.indexOf(at), columns)
    return true
  }

  private readOnly(index: number, columns: Columns): void {
    // A person without an address does not get that of a parent or teacher.
    if (!isOfKin(columns.kinds[index]) || !columns.kinds.includes('email')) this.readCell(index, columns, true)
  }

  private readAll(at: number, columns: Columns): void {
    const own = this.columnWithAddress(columns, 'email', at)
    for (let index = 0; index < this.cells.count; index++) {
      if (!this.holdsAddress(index, at)) continue
      const kind = columns.kinds[index]
      // A parent's or teacher's address beside the person's own is not the person's.
      if (isOfKin(kind) && (columns.kinds.includes('email') || this.hasOther(columns, at))) continue
      this.readCell(index, columns, own === -1 || kind === 'email' || kind === 'login')
    }
  }

  private readCell(index: number, columns: Columns, named: boolean): void {
    const { cells, scanner, into } = this
    const end = cells.end(index)
    scanner.within(cells.start(index), end)
    while (scanner.end < end && scanner.next()) {
      const number = into.note(scanner)
      if (number === -1) continue
      const { email } = scanner
      into.put(number, email, named ? rowName(cells, columns, index, email) : '')
    }
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
      if (!isOfKin(columns.kinds[index]) && this.holdsAddress(index, at)) return true
    return false
  }
}

/** Reads the rows below a header up to a line that is none; answers where that begins, or the text's length. */
export const readRows = (text: string, header: Header, into: Collector): number => {
  let { columns } = header
  const reader = new RowReader(text, into)
  const ends = new RowEnds(text)
  let at = text.indexOf('@', header.rows)
  for (let start = header.rows; start < text.length && at !== -1; ) {
    const end = ends.after(start, columns.delimiter)
    if (at < end) {
      let next = text.indexOf('@', at + 1)
      const more = next !== -1 && next < end
      if (!reader.read(start, end, at, more, columns)) return start
      if (more) next = text.indexOf('@', end)
      at = next
    } else {
      const other = readHeader(text.slice(start, end))
      if (other && (known(other) > 1 || known(columns) < 2)) columns = other
    }
    start = end + 1
  }
  return text.length
}
