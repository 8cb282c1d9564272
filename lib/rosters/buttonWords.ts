import type { ButtonWords } from '../messages.ts'
import type { Say } from '../words.ts'
import type { Newcomers } from './newcomers.ts'

/** What the button beside a linked roster says; nothing where it has words of its own. */
export const buttonWords = (say: Say, found: Newcomers): ButtonWords => {
  if (!found) return { words: '', quiet: false }
  if (found.kind === 'new') return { words: say.count('newPeople', found.count), quiet: false }
  return { words: say(found.kind === 'all' ? 'deedAllIn' : 'nobodyNew'), quiet: true }
}
