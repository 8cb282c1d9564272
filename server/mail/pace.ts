/** What a late mail may be made up for, in milliseconds: a timer's own unpunctuality, and not a pause, which would end in a burst. */
const LATE = 1

/** Keeps mails apart so that no more than so many leave in a second, without a burst after a pause. */
export const createPace = (
  perSecond: number,
  { now, wait }: { now: () => number; wait: (ms: number) => Promise<void> } = timers,
): { take(): Promise<void> } => {
  const apart = 1000 / perSecond
  let free = 0
  let before = Promise.resolve()
  return {
    /** Resolves when the next mail may leave; callers are let through one after the other. */
    take: () => {
      before = before.then(async () => {
        const begun = now()
        const at = Math.max(begun, free)
        if (at > begun) await wait(at - begun)
        free = Math.max(at, now() - LATE) + apart
      })
      return before
    },
  }
}

/** Lets through at once all who came since the last time, every so many milliseconds. */
export const createBeat = (ms: number): (() => Promise<void>) => {
  let next: Promise<void> | undefined
  return () => {
    next ??= timers.wait(ms).then(() => {
      next = undefined
    })
    return next
  }
}

const timers = {
  now: () => performance.now(),
  wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
}
