import type { RosterPerson } from '../../lib/people/person.ts'

/** One in so many: below that the list's own section says enough. */
const MANY = 10

export interface AddressCounts {
  /** With an address that the LMS shows. */
  readonly shown: number
  /** Whose login id is one. */
  readonly logins: number
  /** With one that was made from their login id. */
  readonly made: number
  /** With nothing like an address. */
  readonly without: number
  readonly all: number
}

/** Where people have their addresses from; whoever is left out anyway does not count. */
export const addressCounts = (people: readonly RosterPerson[]): AddressCounts => {
  const counts = { shown: 0, logins: 0, made: 0, without: 0, all: 0 }
  for (const { email, emailSource, invalidEmail, role } of people) {
    if (role === 'observer') continue
    counts.all++
    if (email && emailSource === 'login') counts.logins++
    else if (email && emailSource === 'rule') counts.made++
    else if (email) counts.shown++
    else if (!invalidEmail) counts.without++
  }
  return counts
}

export const areMany = (some: number, { all }: AddressCounts): boolean => some * MANY > all
