import type { Say } from '../words.ts'
import { groupsWords } from './groupsWords.ts'
import type { Ending } from './teller.ts'

/** The end of a send in one sentence: how many, and where. */
export const endingWords = (say: Say, { sends, reached }: Ending): string => {
  const stopped = sends.filter(({ state }) => state === 'refused')
  if (stopped.length > 0) return say('tellStopped', groupsWords(say, stopped))
  const where = groupsWords(say, sends)
  return reached > 0 ? say.count('outcomeTitle', reached, where) : say('outcomeNobodyNew', where)
}
