import { splitCells } from './cells.ts'
import { clear } from './clear.ts'
import { speaksFor } from './evidence.ts'
import { labelledName, lineName, phraseName } from './lineName.ts'
import { isNameLike } from './nameLike.ts'
import { cleanNameText } from './nameText.ts'
import { Scanner } from './scanner.ts'
import { type Columns, readHeader, rowEnd, rowName } from './table.ts'

/** Somebody found in a text: the address as written, the name in natural order where the text gives one. */
export interface FoundPerson {
  name?: string
  email: string
}

/** How far from an address on a line of its own a name is looked for. */
const NEAR = 300

const localOf = (email: string) => email.slice(0, email.lastIndexOf('@'))

/** Names in the lines round an address that has its line for itself. */
const nameNearby = (
  text: string,
  from: number,
  lineStart: number,
  lineEnd: number,
  to: number,
  local: string,
): string => {
  const above = text
    .slice(Math.max(from, lineStart - NEAR), lineStart)
    .split('\n')
    .map((line) => line.trim())
  const below = text
    .slice(lineEnd, Math.min(to, lineEnd + NEAR))
    .split('\n')
    .map((line) => line.trim())
  // A block ends with an empty line once something is read.
  const block = (lines: readonly string[]) => {
    const start = lines.findIndex(Boolean)
    if (start === -1) return []
    const length = lines.slice(start).findIndex((line) => !line)
    return lines.slice(start, length === -1 ? undefined : start + length)
  }
  const upward = block(above.toReversed())
  const downward = block(below)
  const name = labelledName([...upward, ...downward])
  if (name) return name
  const near = upward.slice(0, 4).map(cleanNameText).filter(isNameLike)
  const spoken = near.find((line) => speaksFor(local, line))
  if (spoken) return spoken
  const direct = near[0]
  if (direct?.includes(' ') && direct.split(' ').length < 5) return direct
  return (
    downward
      .slice(0, 2)
      .map(cleanNameText)
      .find((line) => isNameLike(line) && speaksFor(local, line)) ?? ''
  )
}

/** Collects people, each address once; a name found later for one without is kept. */
class Collector {
  readonly people: FoundPerson[] = []
  private readonly byAddress = new Map<string, FoundPerson>()

  add(email: string, name: string): void {
    const key = email.toLowerCase()
    const known = this.byAddress.get(key)
    if (known) {
      if (name && !known.name) known.name = name
      return
    }
    const person: FoundPerson = name ? { name, email } : { email }
    this.byAddress.set(key, person)
    this.people.push(person)
  }
}

/** The header above the first address, and where its rows begin. */
const findHeader = (text: string, firstAt: number): { columns: Columns; rows: number } | undefined => {
  const firstRow = text.lastIndexOf('\n', firstAt) + 1
  const start = Math.max(0, firstRow - 20_000)
  let end = firstRow - 1
  for (let lines = 0; lines < 40 && end > start; lines++) {
    const from = text.lastIndexOf('\n', end - 1) + 1
    const columns = readHeader(text.slice(Math.max(from, start), end))
    if (columns) return { columns, rows: end + 1 }
    end = from - 1
  }
  return undefined
}

/** Reads rows below a header until one is not of the table; answers where that is. */
const readRows = (text: string, from: number, columns: Columns, into: Collector): number => {
  let start = from
  while (start < text.length) {
    const end = rowEnd(text, start, columns.delimiter)
    const line = text.slice(start, end)
    if (line.includes('@')) {
      const cells = splitCells(line, columns.delimiter)
      if (cells.length < 2) return start
      const name = rowName(cells, columns)
      const inEmailColumn = cells.some((cell, index) => columns.kinds[index] === 'email' && cell.includes('@'))
      for (const [index, cell] of cells.entries()) {
        if (!cell.includes('@')) continue
        const kind = columns.kinds[index]
        if (kind === 'kinEmail' && (inEmailColumn || /@/.test(cells.filter((_, other) => other !== index).join())))
          continue
        const scanner = new Scanner(cell)
        while (scanner.next())
          into.add(scanner.email, kind === 'email' || !inEmailColumn || kind === 'login' ? name : '')
      }
    }
    start = end + 1
  }
  return start
}

/** People in a text of any kind. Linear in its length. */
export const extractPeople = (text: string): FoundPerson[] => {
  const plain = clear(text)
  const found = new Collector()
  const firstAt = plain.indexOf('@')
  if (firstAt === -1) return found.people
  const header = findHeader(plain, firstAt)
  const from = header ? readRows(plain, header.rows, header.columns, found) : 0
  if (from < plain.length) readLines(from === 0 ? plain : plain.slice(from), found)
  return found.people
}

const angleBefore = /[<([]\s*(?:mailto:\s*)?$/i
const angleAfter = /^\s*[>)\]]/

const readLines = (text: string, into: Collector): void => {
  const scanner = new Scanner(text)
  let previousEnd = 0
  let more = scanner.next()
  while (more) {
    const { start, end, email } = scanner
    more = scanner.next()
    const nextStart = more ? scanner.start : text.length
    into.add(email, nameAround(text, previousEnd, start, end, nextStart, localOf(email)))
    previousEnd = end
  }
}

const nameAround = (text: string, from: number, start: number, end: number, to: number, local: string): string => {
  const lineStart = Math.max(from, text.lastIndexOf('\n', start - 1) + 1)
  const newline = text.indexOf('\n', end)
  const lineEnd = Math.min(to, newline === -1 ? text.length : newline)
  const before = text.slice(Math.max(lineStart, start - 1000), start)
  const after = text.slice(end, Math.min(lineEnd, end + 1000))
  const bracket = angleBefore.exec(before)
  if (bracket && angleAfter.test(after)) {
    const name = phraseName(before.slice(0, bracket.index).replace(/^\s*[>)\]]/, ''), local)
    if (name) return name
  }
  const name = lineName(before.replace(/^\s*[>)\]]\s*/, ''), after, local)
  if (name) return name
  const alone = !/\p{L}{2}.*\s.*\p{L}{2}/u.test(before.replace(/^[^:]*:/, ''))
  return alone ? nameNearby(text, from, lineStart, lineEnd, to, local) : ''
}
