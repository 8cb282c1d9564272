import { open } from 'node:fs/promises'
import { sql } from 'kysely'
import { StartProblem } from '../startProblem.ts'
import type { Database } from '../store/open.ts'
import { columnsOf, migrationsOf, tablesInOrder } from './order.ts'
import { AT_ONCE, atOneMoment, createSum, type Sum, sumOf } from './rows.ts'

/**
 * Reads an export back into an empty store of the same version, in one transaction: all of it, proved by count and checksum
 * of what the store holds afterwards, or nothing. Resolves with the number of rows.
 */
export const importStore = async (db: Database, path: string): Promise<number> => {
  const file = await open(path).catch((problem: NodeJS.ErrnoException) => {
    throw new StartProblem(`${path} cannot be read (${problem.code}).`)
  })
  return await atOneMoment(db, async (tx) => {
    const tables = await tablesInOrder(tx)
    for (const table of tables) await sql`lock table ${sql.table(table)} in exclusive mode`.execute(tx)
    await refuseUnlessEmpty(tx, tables)
    const sums = await readFile(tx, { path, lines: file.readLines() }, new Set(tables))
    await moveSequences(tx)
    let total = 0
    for (const [table, promised] of sums) {
      const found = await sumOf(tx, table)
      if (found.rows !== promised.rows || found.sha256 !== promised.sha256)
        throw new StartProblem(`${table} is not what was exported. Nothing was imported.`)
      total += found.rows
    }
    return total
  }).finally(() => file.close())
}

const refuseUnlessEmpty = async (tx: Database, tables: readonly string[]) => {
  for (const table of tables) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(tx)
    // Due times of chores, counts of tries and links to a first Workspace are made by any service that ran.
    if (rows.length === 0) continue
    if (!/^(begin_links|chores|rate_buckets)$/.test(table))
      throw new StartProblem('The store has something in it already. An export is read into an empty one.')
    await sql`delete from ${sql.table(table)}`.execute(tx)
  }
}

/** Writes the rows and says what was promised of each table. */
const readFile = async (
  tx: Database,
  { path, lines }: { path: string; lines: AsyncIterable<string> },
  tables: ReadonlySet<string>,
): Promise<Map<string, Sum>> => {
  const cut = () => new StartProblem(`${path} is not a whole export. Nothing was imported.`)
  const sums = new Map<string, Sum>()
  let header = false
  let reading = ''
  let complete = false
  let batch: string[] = []
  let sum = createSum()
  const flush = async (table: string) => {
    if (batch.length > 0) await insertRows(tx, table, batch)
    batch = []
  }
  for await (const line of lines) {
    const [, table = '', row] = /^\{"table":"(\w+)","row":(.*)\}$/.exec(line) ?? []
    if (row !== undefined) {
      // Rows of another table before the end of this one: a line is missing between them.
      if (!header || !tables.has(table) || (reading && reading !== table)) throw cut()
      reading = table
      sum.add(row)
      batch.push(row)
      // A Group may come before the one around it: all of them in one statement.
      if (batch.length >= AT_ONCE && table !== 'groups') await flush(table)
      continue
    }
    const said = readLine(line)
    if (said?.rollcall === 'export') {
      header = true
      if (JSON.stringify(said.migrations) !== JSON.stringify(await migrationsOf(tx)))
        throw new StartProblem('The export was made by another version of the service. Import it with that version.')
    } else if (typeof said?.end === 'string' && tables.has(said.end)) {
      await flush(said.end)
      reading = ''
      const { rows, sha256 } = sum.end()
      if (rows !== said.rows || sha256 !== said.sha256) throw cut()
      sums.set(said.end, { rows, sha256 })
      sum = createSum()
    } else if (said?.rollcall === 'complete') complete = true
    else throw cut()
  }
  if (!header || !complete || sums.size !== tables.size) throw cut()
  return sums
}

const insertRows = async (tx: Database, table: string, rows: readonly string[]) => {
  const columns = await columnsOf(tx, table)
  const values = columns.map(({ name, type }) => sql`(r ->> ${name})::${sql.raw(type)}`)
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map(({ name }) => sql.ref(name)))})
    overriding system value
    select ${sql.join(values)} from json_array_elements(${`[${rows.join(',')}]`}::json) r`.execute(tx)
}

const readLine = (line: string): Record<string, unknown> | undefined => {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** What numbers itself goes on after the highest number that came in. */
const moveSequences = async (tx: Database) => {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
     where table_schema = 'public' and is_identity = 'YES' and table_name not like 'kysely%'`.execute(tx)
  for (const { table, column } of rows)
    await sql`select setval(pg_get_serial_sequence(${table}, ${column}),
      greatest((select coalesce(max(${sql.ref(column)}), 0) from ${sql.table(table)}), 0) + 1, false)`.execute(tx)
}
