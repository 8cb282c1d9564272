import { sql } from 'kysely'
import { describeFailure, type Log } from '../log.ts'
import type { Database } from '../store/open.ts'
import { createBell } from './bell.ts'

/** Whose turn it is to send: one instance among all of them, so that they keep one pace. */
export interface Turn {
  readonly isOurs: boolean
  stop(): Promise<void>
}

/** The number of the advisory lock, which says nothing by itself. */
const LOCK = 471_009
/** Seconds after which the store ends the connection of an instance that hangs, and with it its turn. */
const SILENT = 10
/** Milliseconds between looks whether it is our turn, or still is. */
const LOOK_EVERY = 1000

/**
 * Holds a lock on a connection of its own. It goes with the connection: when this instance dies, another has its turn
 * within a second; when it hangs, within ten. For that second both may send, and still never the same mail (see claimMails).
 */
export const takeTurns = (db: Database, log: Log, begin: () => void): Turn => {
  const bell = createBell()
  let isOurs = false
  let stopping = false

  const once = () =>
    db.connection().execute(async (connection) => {
      const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_lock(${LOCK}) as mine`.execute(connection)
      if (!rows[0]?.mine) return
      await sql.raw(`set idle_session_timeout = '${SILENT}s'`).execute(connection)
      isOurs = true
      begin()
      while (!stopping) {
        await bell.wait(LOOK_EVERY, bell.rings)
        await sql`select 1`.execute(connection)
      }
      isOurs = false
      await sql`reset idle_session_timeout`.execute(connection)
      await sql`select pg_advisory_unlock(${LOCK})`.execute(connection)
    })
  const standBy = async () => {
    while (!stopping) {
      try {
        await once()
      } catch (problem) {
        log('turnLost', describeFailure(problem))
      }
      isOurs = false
      if (!stopping) await bell.wait(LOOK_EVERY, bell.rings)
    }
  }
  const standing = standBy()
  return {
    get isOurs() {
      return isOurs
    },
    stop: async () => {
      stopping = true
      bell.ring()
      await standing
    },
  }
}
