import { sql } from 'kysely'
import { describeFailure, type Log } from '../log.ts'
import type { Database } from '../store/open.ts'

/** Something was changed: where. */
export interface Change {
  readonly workspaceId: string
  /** Null: the Workspace itself. */
  readonly groupId: string | null
}

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
 * A line of the audit is there when its transaction is, and may have a smaller number than one that was read before it.
 * Lines this old, in ms, are not waited for any more.
 */
const SETTLED = 15_000

/**
 * What changes, whichever instance changes it: every change writes a line into the audit, in the same transaction. It is read
 * only while somebody listens, one query for all of them.
 */
export const createChanges = ({ db, log }: { db: Database; log: Log }): Changes => {
  const listeners = new Set<(changes: readonly Change[]) => void>()
  const ended = new AbortController()
  /** Every line up to here was told, or is older than the first who listened. */
  let floor: bigint | undefined
  const told = new Map<bigint, number>()
  let timer: NodeJS.Timeout | undefined
  let reading: Promise<void> | undefined

  const last = async () => {
    const { rows } = await sql<{ last: string }>`select coalesce(max(id), 0)::text as last from audit`.execute(db)
    return BigInt(rows[0]?.last ?? 0)
  }

  const read = async () => {
    if (floor === undefined) return
    const rows = await db
      .selectFrom('audit')
      .select(['id', 'workspace_id as workspaceId', 'group_id as groupId'])
      .where('id', '>', String(floor))
      .orderBy('id')
      .limit(1000)
      .execute()
    const now = Date.now()
    const fresh = rows.filter(({ id }) => !told.has(BigInt(id)))
    for (const { id } of fresh) told.set(BigInt(id), now)
    for (const [id, at] of told) {
      if (now - at < SETTLED) continue
      if (id > floor) floor = id
      told.delete(id)
    }
    for (const id of told.keys()) if (id <= floor) told.delete(id)
    if (fresh.length > 0) for (const heard of [...listeners]) heard(fresh)
  }

  const next = () => {
    timer = setTimeout(() => {
      reading = read()
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
      const here = await last()
      // Nobody listened: what was changed meanwhile is nobody's news.
      if (listeners.size === 0) {
        floor = here
        told.clear()
      }
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
