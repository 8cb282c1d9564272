import { cleanName } from '../../people/cleanName.ts'
import type { RosterPerson } from '../../people/person.ts'
import { addressFrom } from '../reading/address.ts'
import { givenNamesFirst } from '../reading/names.ts'

/** What a class list says of a student, before the list as a whole shows how its names are written. */
export interface Student {
  readonly key: string
  /** As the list writes it, which may be with the family name first. */
  readonly name: string
  /** With the given name first, where that is known. */
  readonly natural?: string
  readonly email: string
  readonly withdrawn: boolean
  readonly waiting: boolean
  /** The student asked the school to give nothing about them to others. */
  readonly confidential: boolean
}

/** Registration statuses are a school's own; those who have left stay on its lists. */
export const isWithdrawn = (status: string): boolean => /\bWD\b|withdr|drop|delet|cancel/i.test(status)

/**
 * Students as people. Those who have left or wait for a place are not ticked by themselves; nor are the confidential,
 * whom to invite somewhere else is for a person to decide.
 */
export const peopleOf = async (
  students: readonly Student[],
  breathe: () => Promise<void> | undefined,
): Promise<RosterPerson[]> => {
  const names = await givenNamesFirst(
    students.map(({ name }) => name),
    breathe,
  )
  const people: RosterPerson[] = []
  for (const [index, { key, natural, email, withdrawn, waiting, confidential }] of students.entries()) {
    people.push({
      key,
      name: cleanName(natural ?? names[index] ?? ''),
      ...addressFrom(email, ''),
      role: 'student',
      ...(confidential ? { roleLabel: 'Confidential' } : {}),
      sections: [],
      state: withdrawn || waiting || confidential ? 'inactive' : 'active',
    })
    await breathe()
  }
  return people
}
