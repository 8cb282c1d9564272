import { attr } from '../reading/text.ts'
import type { Cells } from './columns.ts'

const span = (cell: Element, name: 'colspan' | 'rowspan'): number => Math.max(1, Number(attr(cell, name)) || 1)

/** Cells by their column, where some are wider than one. */
export const widened = (cells: readonly Element[]): Cells =>
  cells.flatMap((cell) => {
    const wide = Math.min(span(cell, 'colspan'), 50)
    return [cell, ...Array.from({ length: wide - 1 }, () => undefined)]
  })

/** A row that is as wide as its table, and how many rows ago it was. */
export interface Above {
  readonly cells: Cells
  readonly ago: number
}

/**
 * A row's cells by their column, some wider than one and some of a row above that reach down into it; null where that does
 * not come to the width.
 */
export const fitted = (own: readonly Element[], width: number, above: Above | null): Cells | null => {
  const wide = widened(own)
  if (wide.length === width || !above) return wide.length === width ? wide : null
  const cells = [...wide]
  for (const [index, cell] of above.cells.entries())
    if (cell && span(cell, 'rowspan') > above.ago) cells.splice(index, 0, cell)
  return cells.length === width ? cells : null
}
