import type { RosterPerson } from './person.ts'

/** Everybody in several lists once; the first name that is told wins. */
export const together = (lists: readonly (readonly RosterPerson[])[]): readonly RosterPerson[] => {
  const byKey = new Map<string, RosterPerson>()
  for (const list of lists)
    for (const person of list) {
      const before = byKey.get(person.key)
      if (!before) byKey.set(person.key, person)
      else if (!before.name && person.name) byKey.set(person.key, { ...before, name: person.name })
    }
  return [...byKey.values()]
}
