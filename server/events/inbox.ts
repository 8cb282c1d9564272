export interface Inbox<T> {
  put(some: readonly T[]): void
  /** Whoever waits is answered now, with what there is. */
  wake(): void
  /** What was put in since the last time, as soon as there is anything; nothing where it stays empty for so many ms. */
  take(quiet: number): Promise<T[]>
}

/** Keeps what comes while its one reader is busy. */
export const createInbox = <T>(): Inbox<T> => {
  let kept: T[] = []
  let wake = () => {}
  const comes = (quiet: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, quiet)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  return {
    put: (some) => {
      kept.push(...some)
      wake()
    },
    wake: () => wake(),
    take: async (quiet) => {
      if (kept.length === 0) await comes(quiet)
      const taken = kept
      kept = []
      return taken
    },
  }
}
