import { cleanName } from '../../people/cleanName.ts'
import type { RosterPerson } from '../../people/person.ts'
import { type Fields, fields, list, word } from '../reading/values.ts'

/** Enrolments that the reader may see, by the page's inline script (canvas-lms `app/models/role.rb`); undefined where it does not count. */
const counted = (env: Fields): number | undefined => {
  const roles = list(env.ALL_ROLES)
    .map(fields)
    .flatMap((role) => [role, ...list(role.custom_roles).map(fields)])
  const counts = roles.map(({ count }) => count).filter((count) => typeof count === 'number')
  return counts.length > 0 ? counts.reduce((sum, count) => sum + count, 0) : undefined
}

/**
 * Whether those whom a People page shows are everybody, by what its inline script says: a role, tag or search may be chosen in ways that
 * leave no sign. Inactive people are not counted, and who has two roles is counted twice: then it is not proved. Nor is it where a section
 * has nobody, because a reader may be kept to their own.
 */
export const isEverybody = (env: Fields, shown: readonly RosterPerson[]): boolean => {
  const all = counted(env)
  if (all === undefined || shown.length < all) return false
  if (shown.filter(({ state }) => state !== 'inactive').length !== all) return false
  const sections = list(env.SECTIONS).map((section) => cleanName(word(fields(section).name)))
  const seen = new Set(shown.flatMap((person) => person.sections))
  return shown.length === 0 || sections.length < 2 || sections.every((name) => seen.has(name))
}
