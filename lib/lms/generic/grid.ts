import { attr } from '../reading/text.ts'
import { type Cells, columnsOf, kindsIn } from './columns.ts'
import { deep } from './deep.ts'
import type { List } from './lists.ts'
import { teller } from './rows.ts'
import { toldByItem } from './text.ts'

const SAMPLE = 8
const cell = '[role="gridcell"], [role="cell"], [role="rowheader"], [role="columnheader"]'

const number = (element: Element, name: string): number => Number(attr(element, name)) || 0

/** Cells by their column: as numbered, where they are (grids draw them in any order), else as they stand. */
const cellsOf = (row: Element): Cells => {
  const cells = deep(row, cell)
  if (!cells.some((one) => number(one, 'aria-colindex') > 0)) return cells
  const placed: (Element | undefined)[] = []
  for (const one of cells) placed[Math.min(number(one, 'aria-colindex'), 500) - 1] = one
  return Array.from(placed)
}

/** Rows drawn in several parts, for columns that stay when others move, together under their number. */
const together = (rows: readonly Element[]): ReadonlyMap<Element, Cells> => {
  const byNumber = new Map<number, Element>()
  const all = new Map<Element, Cells>()
  for (const row of rows) {
    const index = number(row, 'aria-rowindex')
    const lead = index > 0 ? byNumber.get(index) : undefined
    if (!lead) {
      if (index > 0) byNumber.set(index, row)
      all.set(row, cellsOf(row))
      continue
    }
    const [one, two] = [all.get(lead) ?? [], cellsOf(row)]
    all.set(
      lead,
      Array.from({ length: Math.max(one.length, two.length) }, (_, at) => one[at] ?? two[at]),
    )
  }
  return all
}

/** A table made of anything, told by its roles. It may hold the rows alone that are to be seen. */
export const grid = (element: Element): List => {
  const rows = together(deep(element, '[role="row"]'))
  const [head, kinds] = [...rows].map(([row, cells]) => [row, kindsIn(cells)] as const).find(([, one]) => one) ?? []
  const body = [...rows].filter(([row, cells]) => row !== head && !cells[0]?.matches('[role="columnheader"]'))
  const columns = columnsOf(
    kinds ?? null,
    body.slice(0, SAMPLE).map(([, cells]) => cells),
  )
  const tell = teller(columns)
  return {
    rows: () => body.map(([row]) => row),
    rowsIn: (added) =>
      (added.matches('[role="row"]') ? [added] : deep(added, '[role="row"]')).filter((row) => element.contains(row)),
    read: (row) => {
      const cells = rows.get(row) ?? cellsOf(row)
      const told = cells.length >= columns.width ? tell(cells, row) : toldByItem(row)
      return told ? [told] : []
    },
    get total() {
      return Math.max(0, number(element, 'aria-rowcount') - (head ? 1 : 0)) || undefined
    },
    keepsFew: number(body[0]?.[0] ?? element, 'aria-rowindex') > 0,
  }
}
