import { createBreath } from '../reading/breathe.ts'
import type { Enrolment } from './fold.ts'

/** Rows of an Original list that were read; null: nobody's. */
export type RowsRead = Map<Element, Enrolment | null>

/** Reads the rows that were not read before, and gives everybody that there is then, by person. */
export const addRows = async (
  rows: Iterable<Element>,
  read: (row: Element, at: number) => Enrolment | null,
  known: RowsRead = new Map(),
): Promise<Map<string, Enrolment[]>> => {
  const breathe = createBreath()
  for (const row of rows) {
    if (!known.has(row)) known.set(row, read(row, known.size))
    await breathe()
  }
  const everybody = new Map<string, Enrolment[]>()
  for (const one of known.values()) {
    const several = one && everybody.get(one.key)
    if (several) several.push(one)
    else if (one) everybody.set(one.key, [one])
  }
  return everybody
}
