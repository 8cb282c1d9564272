import { sql } from 'kysely'
import type { Database } from '../store/open.ts'

/** Every table of ours, those first that others refer to. */
export const tablesInOrder = async (db: Database): Promise<string[]> => {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'kysely%' order by 1`.execute(
    db,
  )
  const { rows: refers } = await sql<{ from: string; to: string }>`
    select conrelid::regclass::text as "from", confrelid::regclass::text as "to" from pg_constraint
     where contype = 'f' and conrelid <> confrelid`.execute(db)
  const waiting = new Set(tables.map(({ name }) => name))
  const order: string[] = []
  while (waiting.size > 0) {
    const ready = [...waiting].filter((name) => !refers.some(({ from, to }) => from === name && waiting.has(to)))
    if (ready.length === 0) throw new Error(`Tables refer to each other in a circle: ${[...waiting].join(', ')}.`)
    for (const name of ready) waiting.delete(name)
    order.push(...ready)
  }
  return order
}

export const migrationsOf = async (db: Database): Promise<string[]> =>
  (await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)).rows.map(
    ({ name }) => name,
  )

export interface Column {
  readonly name: string
  /** As SQL writes it. */
  readonly type: string
}

export const columnsOf = async (db: Database, table: string): Promise<Column[]> =>
  (
    await sql<Column>`
      select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
       where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`.execute(db)
  ).rows
