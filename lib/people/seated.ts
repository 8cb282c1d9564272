import type { GroupRole } from '../contract/schemas.ts'
import type { ForecastRow } from './forecast.ts'

/** Whoever owns the course's Group is in every Group inside it already. */
export const isSeated = (role: GroupRole | null): boolean => role === 'member' || role === 'facilitator'

/**
 * The Groups that people go into: that of each of their sections that has one, else the Group around them. Somebody in two
 * such sections goes into both.
 */
export const intoGroups = (
  rows: readonly ForecastRow[],
  seats: ReadonlyMap<string, string>,
  around: string,
): ReadonlyMap<string, readonly ForecastRow[]> => {
  const into = new Map<string, ForecastRow[]>()
  for (const row of rows) {
    const own = isSeated(row.role) ? row.sections.flatMap((section) => seats.get(section) ?? []) : []
    for (const group of new Set(own.length > 0 ? own : [around])) {
      const there = into.get(group)
      if (there) there.push(row)
      else into.set(group, [row])
    }
  }
  return into
}
