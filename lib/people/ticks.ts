import type { PersonToInvite } from '../contract/schemas.ts'
import { type ForecastRow, isTickable } from './forecast.ts'
import type { LmsRole } from './person.ts'

/** Ticks set by hand, by row key; where there is none the row's own default holds. */
export type Ticks = ReadonlyMap<string, boolean>

/** What a tick at a row means. */
export type Deed = 'invite' | 'role' | 'remove'

/** What can be done for somebody. Whoever is in, or out, stays as they are until somebody says otherwise. */
export const deedFor = ({ kind, has }: ForecastRow): Deed | undefined => {
  if (isTickable(kind)) return 'invite'
  if (has?.id === undefined) return undefined
  return kind === 'roleDiffers' ? 'role' : kind === 'gone' ? 'remove' : undefined
}

/** Invitations are ticked where nothing speaks against them; changes to people who are in never are by themselves. */
export const isTicked = (row: ForecastRow, ticks: Ticks): boolean => {
  const deed = deedFor(row)
  return deed !== undefined && (ticks.get(row.key) ?? (deed === 'invite' && row.doubt === undefined))
}

/** The rows that a deed would be done to, in the order of the roster; Send, unless another is named. */
export const ticked = (rows: readonly ForecastRow[], ticks: Ticks, deed: Deed = 'invite'): readonly ForecastRow[] =>
  rows.filter((row) => deedFor(row) === deed && isTicked(row, ticks))

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
