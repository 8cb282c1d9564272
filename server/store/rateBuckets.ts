import { sql } from 'kysely'
import type { Database } from './open.ts'

/** Seconds that a window may end later than it can: a clock was put back since it began, and it ends now instead of then. */
const TOO_LATE = 60

/**
 * Counts one use of `key` and says how many seconds to wait: 0 while no more than `limit` uses came within `seconds`.
 * One statement on one row, so that it holds across instances.
 */
export const takeFromBucket = async (db: Database, key: string, limit: number, seconds: number): Promise<number> => {
  const over = sql`(rate_buckets.resets_at <= now()
    or rate_buckets.resets_at > now() + make_interval(secs => ${seconds + TOO_LATE}))`
  const { rows } = await sql<{ wait: number }>`
    insert into rate_buckets (key, count, resets_at) values (${key}, 1, now() + make_interval(secs => ${seconds}))
    on conflict (key) do update set
      count = case when ${over} then 1 else rate_buckets.count + 1 end,
      resets_at = case when ${over} then excluded.resets_at else rate_buckets.resets_at end
    returning case when count > ${limit} then greatest(1, ceil(extract(epoch from resets_at - now())))::int else 0 end as wait
  `.execute(db)
  return rows[0]?.wait ?? 0
}

/** So many uses in so many seconds. */
export type Window = readonly [limit: number, seconds: number]

/** The same over several windows, shortest first: the wait grows from one to the next. */
export const takeFromWindows = async (db: Database, key: string, windows: readonly Window[]): Promise<number> => {
  let longest = 0
  for (const [index, [limit, seconds]] of windows.entries()) {
    const wait = await takeFromBucket(db, index === 0 ? key : `${key}:${seconds}`, limit, seconds)
    longest = Math.max(longest, wait)
  }
  return longest
}

/** The wait of the next use, which is not counted. */
export const waitOf = async (db: Database, key: string, limit: number): Promise<number> => {
  const row = await db
    .selectFrom('rate_buckets')
    .select(sql<number>`greatest(1, ceil(extract(epoch from resets_at - now())))::int`.as('wait'))
    .where('key', '=', key)
    .where('count', '>=', limit)
    .where('resets_at', '>', sql<Date>`now()`)
    .executeTakeFirst()
  return row?.wait ?? 0
}
