import { CallProblem } from '../../lib/contract/errors.ts'

/** Streams that one person may have open: a few windows. */
const STREAMS_EACH = 10

/** Counts the streams of each person in: the function that is answered counts one out. Rejects one too many. */
export const createStreamsEach = (): ((personId: string) => () => void) => {
  const open = new Map<string, number>()
  return (personId) => {
    const before = open.get(personId) ?? 0
    if (before >= STREAMS_EACH) throw new CallProblem('tooMany', undefined, 60)
    open.set(personId, before + 1)
    return () => {
      const left = (open.get(personId) ?? 1) - 1
      if (left > 0) open.set(personId, left)
      else open.delete(personId)
    }
  }
}
