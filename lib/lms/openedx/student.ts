import { cleanName } from '../../people/cleanName.ts'
import type { RosterPerson } from '../../people/person.ts'
import { addressFrom } from '../reading/address.ts'
import { type Fields, word } from '../reading/values.ts'

/**
 * One learner, of whom an answer says far more (birth, gender, home, goals): nothing but this is kept. `me`: the reader's
 * username. Null for an entry that is nobody.
 */
export const studentOf = (entry: Fields, me: string): RosterPerson | null => {
  const login = word(entry.username)
  const key = word(entry.id) || login || word(entry.email)
  if (!key) return null
  // The placeholder for learners in no cohort is in brackets, in every language.
  const cohort = cleanName(word(entry.cohort))
  return {
    key,
    name: cleanName(word(entry.name) || login),
    ...addressFrom(word(entry.email), login),
    ...(login ? { login } : {}),
    role: 'student',
    sections: cohort && !cohort.startsWith('[') ? [cohort] : [],
    state: 'active',
    ...(me && login === me ? { you: true } : {}),
  }
}

/** The course's own code: the middle of its key. */
export const codeOf = (courseKey: string): string => /^(?:course-v1:)?[^+/]+[+/]([^+/]+)[+/]/.exec(courseKey)?.[1] ?? ''
