export interface WakerPorts {
  readonly name: string
  readonly alarms: {
    set(name: string, at: number): Promise<void>
    clear(name: string): Promise<boolean>
    onAlarm(rang: (name: string) => void): void
  }
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly wake: () => Promise<void>
}

/** An idle worker ends after 30 s; what is nearer than this it can wait for itself. In milliseconds. */
const WORKER_LASTS = 25_000

/**
 * Calls `wake` at a time, even if the worker has ended by then: an alarm starts it again. Browsers ring no alarm sooner
 * than in half a minute, so a shorter wait has a timer beside its alarm.
 */
export const createWaker = ({ name, alarms, now, wake }: WakerPorts) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const wakeNow = () => void wake()
  alarms.onAlarm((rang) => rang === name && wakeNow())
  return {
    /** Replaces the time set before; null: not at all. */
    wakeAt: async (at: number | null): Promise<void> => {
      clearTimeout(timer)
      if (at === null) {
        await alarms.clear(name)
        return
      }
      const wait = Math.max(0, at - now())
      if (wait < WORKER_LASTS) timer = setTimeout(wakeNow, wait)
      await alarms.set(name, at)
    },
  }
}
