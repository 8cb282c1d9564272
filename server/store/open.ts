import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Log } from '../log.ts'
import { StartProblem } from '../startProblem.ts'
import { migrate } from './migrate.ts'
import { prepared } from './prepared.ts'
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
export const openStore = async (
  settings: { databaseUrl: string | undefined; dataDir: string },
  log: Log = () => {},
): Promise<Store> => {
  const { databaseUrl, dataDir } = settings
  const opened = databaseUrl
    ? openServer(databaseUrl)
    : await (await import('./embedded.ts')).openEmbedded(dataDir, (open) => log(open ? 'storeOpenAgain' : 'storeEnded'))
  // An idle connection that the server ends (a restart) is replaced at the next use; unheard, it would end this process.
  opened.pool.on('error', () => {})
  // The same for one in use: its next query says what happened.
  opened.pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: prepared(opened.pool) }) })
  try {
    await migrate(db)
  } catch (problem) {
    await opened.close()
    const code = problem instanceof Error && 'code' in problem ? problem.code : undefined
    if (databaseUrl && code !== undefined)
      throw new StartProblem(`The database at DATABASE_URL could not be opened (${code}).`)
    if (/^(53|57)/.test(String(code)))
      throw new StartProblem(`The tables in ${dataDir} could not be made (${code}). Is there room on the disk?`)
    throw problem
  }
  return { db, embedded: !databaseUrl, close: opened.close }
}

const openServer = (connectionString: string) => {
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 5000,
    // An instance that hangs in the middle of a transaction keeps nobody else waiting longer than this.
    idle_in_transaction_session_timeout: 15_000,
    keepAlive: true,
  })
  return { pool, close: () => pool.end() }
}
