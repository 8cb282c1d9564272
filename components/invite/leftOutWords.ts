import type { LeftOut } from '../../lib/lms/roster.ts'
import type { LmsRole } from '../../lib/people/person.ts'
import type { PluralKey, Say } from '../../lib/words.ts'
import { lmsRoleCount } from '../roleWords.ts'

const kinds: readonly (readonly [keyof LeftOut, PluralKey])[] = [
  ['testStudents', 'testStudents'],
  ['guests', 'guests'],
  ['placeholders', 'placeholders'],
  ['disabled', 'disabledEntries'],
]

/** "Left out: 2 observers and 1 test student": whom the reading left out, and whom the roles do. Nothing when nobody is. */
export const leftOutWords = (
  say: Say,
  byRole: ReadonlyMap<LmsRole, number>,
  unlisted?: LeftOut,
): string | undefined => {
  const observers = (unlisted?.observers ?? 0) + (byRole.get('observer') ?? 0)
  const counted: (readonly [PluralKey, number])[] = [
    ...lmsRoleCount.map(([role, key]) => [key, byRole.get(role) ?? 0] as const),
    ['observers', observers],
    ...kinds.map(([kind, key]) => [key, unlisted?.[kind] ?? 0] as const),
  ]
  const words = counted.filter(([, count]) => count > 0).map(([key, count]) => say.count(key, count))
  return words.length > 0 ? say('leftOutAll', say.list(words)) : undefined
}
