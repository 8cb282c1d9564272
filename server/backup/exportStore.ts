import { open } from 'node:fs/promises'
import { StartProblem } from '../startProblem.ts'
import type { Database } from '../store/open.ts'
import { migrationsOf, tablesInOrder } from './order.ts'
import { atOneMoment, createSum, rowsOf } from './rows.ts'

/**
 * Writes everything that the store holds into a new file, for its owner's eyes alone: a line of JSON for each row, and for
 * each table its count and checksum. Either store reads it back. Resolves with the number of rows.
 */
export const exportStore = async (db: Database, path: string): Promise<number> => {
  const file = await open(path, 'wx', 0o600).catch((problem: NodeJS.ErrnoException) => {
    throw new StartProblem(`${path} cannot be made (${problem.code}). Name a file that is not there yet.`)
  })
  const out = file.createWriteStream()
  const failed = new Promise<never>((_, reject) => out.once('error', reject))
  failed.catch(() => {})
  const write = async (text: string) => {
    if (!out.write(`${text}\n`))
      await Promise.race([new Promise<void>((resolve) => out.once('drain', () => resolve())), failed])
  }
  let total = 0
  await atOneMoment(db, async (tx) => {
    await write(JSON.stringify({ rollcall: 'export', version: 1, migrations: await migrationsOf(tx) }))
    for (const table of await tablesInOrder(tx)) {
      const sum = createSum()
      for await (const row of rowsOf(tx, table)) {
        sum.add(row)
        await write(`{"table":"${table}","row":${row}}`)
      }
      const { rows, sha256 } = sum.end()
      total += rows
      await write(JSON.stringify({ end: table, rows, sha256 }))
    }
    await write(JSON.stringify({ rollcall: 'complete', rows: total }))
  })
  await Promise.race([new Promise<void>((resolve) => out.end(() => resolve())), failed])
  return total
}
