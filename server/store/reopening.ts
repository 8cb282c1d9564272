import type { PGlite } from '@electric-sql/pglite'

/** A PostgreSQL inside this process, opened. */
export interface Opened {
  readonly lite: PGlite
  /** Lets go of its files when it cannot do so itself any more. */
  abandon(): void
}

/** What a client of the pool talks to: see createPgConfig of PGlite. */
type Wire = Pick<PGlite, 'waitReady' | 'execProtocolStream'>

interface Reopening {
  /** For one client, which belongs to the store as it is open now: what a later one knows nothing of ends with it. */
  wire(): Wire
  /** Undefined while it is not open. */
  readonly lite: PGlite | undefined
  /** No more tries to open it. */
  stop(): Promise<void>
}

/** Milliseconds between tries; each is half a second of work. */
const TRY_EVERY = 3000

/**
 * PostgreSQL ends itself when it cannot write its log, mostly because the disk is full: what was acknowledged is in the
 * log, the rest was not done. A server would be started anew by its supervisor. Inside this process nobody does that, and
 * the ended one hangs when it is asked: so nobody asks it, and it is opened again as soon as that works.
 */
export const keepOpen = (first: Opened, open: () => Promise<Opened>, tell: (open: boolean) => void): Reopening => {
  let current: Opened | undefined = first
  let stopping = false
  let wake = () => {}
  let trying = Promise.resolve()

  const tryAgain = async () => {
    while (!stopping && !current) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, TRY_EVERY)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      if (stopping) return
      current = await open().catch(() => undefined)
      if (current) tell(true)
    }
  }
  const giveUp = (ended: Opened) => {
    if (ended !== current) return
    current = undefined
    ended.abandon()
    tell(false)
    trying = tryAgain()
  }
  return {
    wire: () => {
      const mine = current
      return {
        waitReady: Promise.resolve(),
        execProtocolStream: async (message, options) => {
          if (!mine || mine !== current) throw notOpen()
          try {
            const answer = await mine.lite.execProtocolStream(message, options)
            if (!answer.some(isEnd)) return answer
          } catch {
            // Its code was cut off: nothing that it says from now on counts.
          }
          giveUp(mine)
          throw notOpen()
        },
      }
    },
    get lite() {
      return current?.lite
    },
    stop: async () => {
      stopping = true
      wake()
      await trying
    },
  }
}

/** FATAL and PANIC end PostgreSQL; an ERROR ends a statement. */
const isEnd = (message: object) => 'severity' in message && /^(FATAL|PANIC)$/.test(String(message.severity))

/** As a server says it that is starting (cannot_connect_now): it passes by itself. */
const notOpen = () => Object.assign(new Error('The embedded store is not open.'), { code: '57P03' })
