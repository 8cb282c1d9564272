import type { RosterPerson } from './person.ts'

/** Somebody whose address was put right by hand; `was`: as the roster has it. */
export interface Corrected extends RosterPerson {
  readonly was?: string
}

/** The people with the addresses that were put right, by the address the roster has (lower case). */
export const withCorrections = (
  people: readonly RosterPerson[],
  corrections: ReadonlyMap<string, string>,
): readonly Corrected[] => {
  if (corrections.size === 0) return people
  return people.map((person) => {
    const was = person.email?.toLowerCase()
    const email = was === undefined ? undefined : corrections.get(was)
    return was === undefined || email === undefined ? person : { ...person, email, was }
  })
}
