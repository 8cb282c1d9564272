import type { Say } from '../../lib/words.ts'
import { roleName } from '../roleWords.ts'
import type { SentPerson } from './sentPeople.ts'
import { sentWords } from './sentWords.ts'

/** What became of people, to be taken along: the headings, and one line for each person. */
export const sentTable = (say: Say, people: readonly SentPerson[]): readonly (readonly string[])[] => {
  const several = people.some(({ group }) => group !== undefined)
  const columns = [say('columnName'), say('columnAddress'), say('columnRole'), say('columnOutcome')]
  return [
    [...columns, ...(several ? [say('group')] : [])],
    ...people.map(({ name, email, role, kind, has, group = '' }) => {
      const roleWord = say(roleName[has ?? role])
      return [name, email, roleWord, say(sentWords[kind].word, roleWord), ...(several ? [group] : [])]
    }),
  ]
}
