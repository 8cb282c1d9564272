import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../store/open.ts'
import { columnsOf } from './order.ts'

/** Rows fetched or written at once. */
export const AT_ONCE = 500

/**
 * The rows of a table as JSON, each value as the store writes it in text (what is JSON already may hold what JSON cannot say
 * twice), in an order that both stores give. Inside a transaction whose time zone is UTC.
 */
export async function* rowsOf(tx: Database, table: string): AsyncGenerator<string> {
  const texts = (await columnsOf(tx, table)).map(({ name }) => sql`${sql.ref(name)}::text`)
  await sql`declare every_row no scroll cursor for
    select row_to_json(t)::text as row from (select ${sql.join(texts)} from ${sql.table(table)}) t
     order by row_to_json(t)::text collate "C"`.execute(tx)
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.raw(String(AT_ONCE))} from every_row`.execute(tx)
    if (rows.length === 0) break
    for (const { row } of rows) yield row
  }
  await sql`close every_row`.execute(tx)
}

export interface Sum {
  readonly rows: number
  readonly sha256: string
}

/** Counts rows and sums them up, in the order in which they come. */
export const createSum = () => {
  const hash = createHash('sha256')
  let rows = 0
  return {
    add: (row: string) => {
      rows += 1
      hash.update(row).update('\n')
    },
    end: (): Sum => ({ rows, sha256: hash.digest('hex') }),
  }
}

export const sumOf = async (tx: Database, table: string): Promise<Sum> => {
  const sum = createSum()
  for await (const row of rowsOf(tx, table)) sum.add(row)
  return sum.end()
}

/** One look at everything, or all of the writing: nothing of it is half there. */
export const atOneMoment = async <T>(db: Database, act: (tx: Database) => Promise<T>): Promise<T> =>
  await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      await sql`set local time zone 'UTC'`.execute(tx)
      return await act(tx)
    })
