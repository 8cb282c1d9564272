/** Keeps mails apart so that no more than so many leave in a second, without a burst after a pause. */
export const createPace = (
  perSecond: number,
  { now, wait }: { now: () => number; wait: (ms: number) => Promise<void> } = timers,
): { take(): Promise<void> } => {
  const apart = 1000 / perSecond
  let free = 0
  return {
    /** Resolves when the next mail may leave; each caller has a moment of its own. */
    take: async () => {
      const at = Math.max(now(), free)
      free = at + apart
      if (at > now()) await wait(at - now())
    },
  }
}

const timers = {
  now: () => performance.now(),
  wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
}
