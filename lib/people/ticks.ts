import type { PersonToInvite } from '../contract/schemas.ts'
import { type ForecastRow, isTickable } from './forecast.ts'
import type { LmsRole } from './person.ts'

/** Ticks set by hand, by row key; where there is none the row's own default holds. */
export type Ticks = ReadonlyMap<string, boolean>

export const isTicked = (row: ForecastRow, ticks: Ticks): boolean =>
  isTickable(row.kind) && (ticks.get(row.key) ?? row.doubt === undefined)

/** The rows that Send would send, in the order of the roster. */
export const ticked = (rows: readonly ForecastRow[], ticks: Ticks): readonly ForecastRow[] =>
  rows.filter((row) => isTicked(row, ticks))

/** What goes to the service: address, name and role of each row given, whether they are to come back, and nothing else of the roster. */
export const toSend = (rows: readonly ForecastRow[]): PersonToInvite[] =>
  rows.flatMap(({ email, names, role, doubt }) =>
    email === undefined
      ? []
      : [
          {
            email,
            role,
            ...(names.length > 0 ? { name: names.join(' / ') } : {}),
            ...(doubt === 'removed' ? { again: true } : {}),
          },
        ],
  )

/** How many people of each LMS role the rows hold, for the words on the button. */
export const countByLmsRole = (rows: readonly ForecastRow[]): ReadonlyMap<LmsRole, number> => {
  const counts = new Map<LmsRole, number>()
  for (const row of rows) counts.set(row.lmsRole, (counts.get(row.lmsRole) ?? 0) + 1)
  return counts
}
