import { type ForecastRow, isTickable } from '../../lib/people/forecast.ts'
import { countByLmsRole } from '../../lib/people/ticks.ts'
import type { Say } from '../../lib/words.ts'
import { lmsRoleCount } from '../roleWords.ts'

/** The exact deed: "Invite 214 students and 3 TAs" where the roster says who is what, else "Invite 217 people". */
export const inviteDeed = (say: Say, rows: readonly ForecastRow[], origin: 'roster' | 'manual'): string => {
  const counts = countByLmsRole(rows)
  const named = lmsRoleCount.flatMap(([role, key]) => {
    const count = counts.get(role)
    return count === undefined ? [] : [say.count(key, count)]
  })
  return origin === 'roster' && named.length > 0 && named.length === counts.size
    ? say('inviteThem', say.list(named))
    : say.count('invitePeople', rows.length)
}

/** With nobody ticked: everybody who should be in is, or somebody took the ticks out. */
export const nobodyTicked = (say: Say, rows: readonly ForecastRow[]): string => {
  const left = rows.some(({ kind, doubt }) => isTickable(kind) && !doubt)
  const known = rows.some(({ kind }) => kind === 'member' || kind === 'pending' || kind === 'roleDiffers')
  return say(known && !left ? 'deedAllIn' : 'deedNoTick')
}
