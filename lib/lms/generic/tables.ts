import { beside } from '../reading/beside.ts'
import { type Cells, type Columns, columnsOf, kindsIn } from './columns.ts'
import { fitted, widened } from './fit.ts'
import type { List } from './lists.ts'
import type { Told } from './people.ts'
import { teller } from './rows.ts'
import { toldByItem } from './text.ts'

/** Rows in which a heading is looked for; rows below it that show what is in its columns; tables of a page looked at. */
const HEAD = 5
const SAMPLE = 8
const TABLES = 100

const ROW = ':scope > tr, :scope > :not(tfoot) > tr'

const cellsOf = (row: Element): Element[] => {
  const cells: Element[] = []
  for (let cell = row.firstElementChild; cell; cell = cell.nextElementSibling) cells.push(cell)
  return cells
}

/** The first rows, at most `most`, without those of its foot. */
const rowsOf = (table: Element, most = Number.POSITIVE_INFINITY): Element[] => {
  const rows: Element[] = []
  for (let part = table.firstElementChild; part; part = part.nextElementSibling) {
    if (part.localName === 'tr') rows.push(part)
    else if (part.localName === 'tbody' || part.localName === 'thead')
      for (let row = part.firstElementChild; row && rows.length < most; row = row.nextElementSibling) rows.push(row)
  }
  return rows
}

interface Heading {
  readonly kinds: ReturnType<typeof kindsIn>
  /** How many rows it and what is above it take. */
  readonly rows: number
}

const headingOf = (table: Element): Heading => {
  const rows = rowsOf(table, HEAD)
  for (const [index, row] of rows.entries()) {
    const kinds = kindsIn(widened(cellsOf(row)))
    if (kinds) return { kinds, rows: index + 1 }
  }
  // Words that are none we know.
  return {
    kinds: null,
    rows: Math.max(
      0,
      rows.findIndex((row) => row.parentElement?.localName !== 'thead'),
    ),
  }
}

const isAlike = (one: Heading, two: Heading): boolean =>
  one.kinds !== null && two.kinds !== null && one.kinds.join() === two.kinds.join()

const some = (told: Told | null): readonly Told[] => (told ? [told] : [])

/** Reads rows in their order. */
const rowReader = (columns: Columns, hasHeading: boolean): List['read'] => {
  const tell = teller(columns)
  let above: { cells: Cells; ago: number } | null = null
  let begun = hasHeading
  return (row) => {
    const own = cellsOf(row)
    if (own.length === columns.width) {
      if (above) {
        above.cells = own
        above.ago = 0
      } else above = { cells: own, ago: 0 }
      const told = tell(own, row)
      begun ||= !!told?.email
      // Before the first address, a row without one may be a heading in words that we do not know.
      return begun ? some(told) : []
    }
    if (above) above.ago++
    const cells = fitted(own, columns.width, above)
    // Of a row that is not like its table, only what stands in it by itself is believed.
    if (!cells) return some(toldByItem(row))
    const isOwn = (index: number) => own.includes(cells[index] as Element)
    // Another line of the person above: more addresses of theirs.
    if (columns.names.length > 0 && !columns.names.some(isOwn) && columns.emails.some(isOwn)) return []
    const told = tell(cells, row)
    return told?.email || told?.asked ? [told] : []
  }
}

/** Rows of a table as they are at one time. */
interface Body {
  readonly rows: ArrayLike<Element>
  /** Where those below its heading begin. */
  readonly from: number
}

/** Row by row, because what the browser makes for a row is put away for nothing where it is soon dropped. */
function* rowsBelow(bodies: readonly Body[]): Generator<Element> {
  for (const { rows, from } of bodies)
    for (let index = from; index < rows.length; index++) {
      const row = rows[index]
      if (row) yield row
    }
}

const isOneOf = (all: ReadonlySet<Element | null>, row: Element): boolean =>
  row.parentElement?.localName !== 'thead' && all.has(row.closest('table'))

/** A table, with the others on its page that have the same headings. */
export const tables = (table: Element): List => {
  const heading = headingOf(table)
  const sample = rowsOf(table, heading.rows + SAMPLE).slice(heading.rows)
  const columns = columnsOf(
    heading.kinds,
    sample.map((row) => widened(cellsOf(row))),
  )
  const isAlone = table.getRootNode() === table.ownerDocument && beside(table, 'table').length === 0
  const others = isAlone ? [table] : [...(table.getRootNode() as ParentNode).querySelectorAll('table')].slice(0, TABLES)
  const like = others.filter((other) => other === table || isAlike(headingOf(other), heading))
  const all = new Set<Element | null>(like)
  const bodies = like.map((one) => ({
    rows: one.querySelectorAll(ROW),
    from: (one === table ? heading : headingOf(one)).rows,
  }))
  return {
    rows: () => ({ [Symbol.iterator]: () => rowsBelow(bodies) }),
    rowsIn: (added) => {
      if (added.localName === 'tr') return isOneOf(all, added) ? [added] : []
      for (const other of [added, ...added.querySelectorAll('table')])
        if (other.localName === 'table' && isAlike(headingOf(other), heading)) all.add(other)
      return [...added.querySelectorAll('tr')].filter((row) => isOneOf(all, row))
    },
    read: rowReader(columns, heading.kinds !== null),
  }
}
