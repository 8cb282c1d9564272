/** Things that were fetched together, for takers that come one by one and wait while there is none. */
export interface Stock<T> {
  /** Undefined once the stock is closed. */
  take(): Promise<T | undefined>
  put(things: readonly T[]): void
  /** How many may be put, as soon as somebody waits or half of what is kept ahead is gone; 0 once the stock is closed. */
  wanted(): Promise<number>
  /** Whoever waits, or comes, gets nothing any more. */
  close(): void
  /** What nobody took, once. */
  rest(): readonly T[]
}

/** `ahead`: how many are kept beyond those that are waited for. */
export const createStock = <T>(ahead: number): Stock<T> => {
  const kept: T[] = []
  const takers: ((thing: T | undefined) => void)[] = []
  let closed = false
  let tell = () => {}

  const isLow = () => closed || takers.length > 0 || kept.length * 2 < ahead
  return {
    take: async () => {
      if (closed) return undefined
      const thing = kept.shift()
      const taken = thing ?? new Promise<T | undefined>((take) => takers.push(take))
      if (isLow()) tell()
      return await taken
    },
    put: (things) => {
      for (const thing of things) {
        const taker = takers.shift()
        if (taker) taker(thing)
        else kept.push(thing)
      }
    },
    wanted: async () => {
      if (!isLow())
        await new Promise<void>((heard) => {
          tell = heard
        })
      // Takers that are done at the same time come in the same turn of this thread.
      await new Promise((turned) => setImmediate(turned))
      return closed ? 0 : takers.length + ahead - kept.length
    },
    close: () => {
      closed = true
      for (const taker of takers.splice(0)) taker(undefined)
      tell()
    },
    rest: () => kept.splice(0),
  }
}
