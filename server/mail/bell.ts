/** Waiting that can be cut short: `wait` resolves after some time, or as soon as somebody rings. */
export interface Bell {
  ring(): void
  /** How often it rang. */
  readonly rings: number
  /** `heard`: the `rings` that the caller knows of; when there were more since, there is no waiting. */
  wait(ms: number, heard: number): Promise<void>
}

export const createBell = (): Bell => {
  const waiting = new Set<() => void>()
  let rings = 0
  return {
    get rings() {
      return rings
    },
    ring: () => {
      rings += 1
      for (const wake of waiting) wake()
    },
    wait: (ms, heard) =>
      new Promise((resolve) => {
        if (heard !== rings) return resolve()
        const wake = () => {
          clearTimeout(timer)
          waiting.delete(wake)
          resolve()
        }
        const timer = setTimeout(wake, ms)
        waiting.add(wake)
      }),
  }
}
