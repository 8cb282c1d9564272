import { sql } from 'kysely'
import type { Database } from '../store/open.ts'

/** A line of the audit, as far as it says where something was changed. */
export interface Change {
  readonly workspaceId: string
  /** Null: the Workspace itself. */
  readonly groupId: string | null
}

/**
 * A line of the audit is there when its transaction is, and may have a smaller number than one that was read before it.
 * Lines this old, in ms, are not waited for any more.
 */
const SETTLED = 15_000

/** Reads each line of the audit once, from the moment on in which it begins. */
export const createFreshLines = (db: Database) => {
  /** Every line up to here was told, or is older than the beginning. */
  let floor: bigint | undefined
  const told = new Map<bigint, number>()

  const settle = (now: number, before: bigint) => {
    let settled = before
    for (const [id, at] of told) {
      if (now - at < SETTLED) continue
      if (id > settled) settled = id
      told.delete(id)
    }
    for (const id of told.keys()) if (id <= settled) told.delete(id)
    return settled
  }

  return {
    /** The last line there is now. */
    last: async (): Promise<bigint> => {
      const { rows } = await sql<{ last: string }>`select coalesce(max(id), 0)::text as last from audit`.execute(db)
      return BigInt(rows[0]?.last ?? 0)
    },
    /** From the lines after this one on; what was told before is forgotten. */
    begin: (after: bigint): void => {
      floor = after
      told.clear()
    },
    /** Those that were not read yet. */
    read: async (): Promise<readonly Change[]> => {
      if (floor === undefined) return []
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
      floor = settle(now, floor)
      return fresh
    },
  }
}
