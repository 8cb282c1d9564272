/** Passes on in one piece what comes in one turn of this thread: a message to another thread costs more than what it says. */
export const inOnePiece = <T>(pass: (things: readonly T[]) => void): ((thing: T) => void) => {
  const waiting: T[] = []
  return (thing) => {
    if (waiting.length === 0) setImmediate(() => pass(waiting.splice(0)))
    waiting.push(thing)
  }
}
