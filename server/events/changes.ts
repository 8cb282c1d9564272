import { describeFailure, type Log } from '../log.ts'
import type { Database } from '../store/open.ts'
import { type Change, createFreshLines } from './freshLines.ts'

export interface Changes {
  /** Calls `heard` with what is changed from the moment on in which it resolves; with the function that stops it. */
  subscribe(heard: (changes: readonly Change[]) => void): Promise<() => void>
  /** Ends every subscription: `over` is told to whoever still listens. */
  stop(): Promise<void>
  /** Ends with `stop`. */
  readonly over: AbortSignal
}

/** How often the audit is looked at while somebody listens, in ms. */
const EVERY = 700

/**
 * What changes, whichever instance changes it: every change writes a line into the audit, in the same transaction. It is read
 * only while somebody listens, one query for all of them.
 */
export const createChanges = ({ db, log }: { db: Database; log: Log }): Changes => {
  const lines = createFreshLines(db)
  const listeners = new Set<(changes: readonly Change[]) => void>()
  const ended = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let reading: Promise<void> | undefined

  const tell = async () => {
    const fresh = await lines.read()
    if (fresh.length > 0) for (const heard of [...listeners]) heard(fresh)
  }

  const next = () => {
    timer = setTimeout(() => {
      reading = tell()
        // The store is away for a moment: what changed meanwhile is read when it is back.
        .catch((problem: unknown) => log('changesUnread', describeFailure(problem)))
        .finally(() => {
          if (listeners.size > 0 && !ended.signal.aborted) next()
          else timer = undefined
        })
    }, EVERY)
    timer.unref()
  }

  return {
    over: ended.signal,
    subscribe: async (heard) => {
      const here = await lines.last()
      // Nobody listened: what was changed meanwhile is nobody's news.
      if (listeners.size === 0) lines.begin(here)
      listeners.add(heard)
      if (timer === undefined && !ended.signal.aborted) next()
      return () => listeners.delete(heard)
    },
    stop: async () => {
      ended.abort()
      clearTimeout(timer)
      listeners.clear()
      await reading
    },
  }
}
