import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { StartProblem } from '../startProblem.ts'
import { migrate } from './migrate.ts'
import type { Tables } from './tables.ts'

/** The store, or one transaction of it: everything that reads or writes takes this, so it works inside both. */
export type Database = Kysely<Tables>

export interface Store {
  readonly db: Database
  /** True for the store inside this process, which has no checkpointer and no autovacuum of its own. */
  readonly embedded: boolean
  close(): Promise<void>
}

/** Opens PostgreSQL at `databaseUrl`, or the embedded store in `dataDir`, and brings its tables up to date. */
export const openStore = async (settings: { databaseUrl: string | undefined; dataDir: string }): Promise<Store> => {
  const { databaseUrl, dataDir } = settings
  const opened = databaseUrl ? openServer(databaseUrl) : await (await import('./embedded.ts')).openEmbedded(dataDir)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: opened.pool }) })
  try {
    await migrate(db)
  } catch (problem) {
    await opened.close()
    if (databaseUrl && problem instanceof Error && 'code' in problem && problem.code !== undefined)
      throw new StartProblem(`The database at DATABASE_URL could not be opened (${problem.code}).`)
    throw problem
  }
  return { db, embedded: !databaseUrl, close: opened.close }
}

const openServer = (connectionString: string) => {
  const pool = new pg.Pool({ connectionString, max: 10, connectionTimeoutMillis: 5000 })
  // An idle connection that the server ends (a restart) is replaced at the next use; unheard, it would end this process.
  pool.on('error', () => {})
  // The same for one in use: its next query says what happened.
  pool.on('connect', (client) => client.on('error', () => {}))
  return { pool, close: () => pool.end() }
}
