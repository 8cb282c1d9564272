import type { Say } from '../words.ts'
import type { SendJob } from './job.ts'

/** More than these are counted, not named. */
const NAMED = 3

/** The Groups of several sends, as a sentence names them. */
export const groupsWords = (say: Say, sends: readonly SendJob[]): string =>
  sends.length > NAMED ? say.count('groupsCount', sends.length) : say.list(sends.map(({ groupName }) => groupName))
