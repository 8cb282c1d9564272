import type { Roster } from '../../../../lib/lms/roster.ts'
import type { LmsRole, RosterPerson } from '../../../../lib/people/person.ts'

/** What the tables expect of rosters and people, as far as several of them say it the same way. */

export type Rest = Partial<Omit<RosterPerson, 'key' | 'name' | 'role'>>

/** Somebody active in no section, but for what `rest` says. */
export const person = (key: string, name: string, role: LmsRole, rest: Rest = {}): RosterPerson => ({
  key,
  name,
  role,
  sections: [],
  state: 'active',
  ...rest,
})

/** Why a roster is partial, and how many there would be where that is known. */
export const partly = (partial: Roster['partial'], total?: number): Partial<Roster> => ({
  complete: false,
  ...(partial ? { partial } : {}),
  ...(total === undefined ? {} : { total }),
})

export const nobodyLeftOut = { observers: 0, testStudents: 0 }
