import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from '../migrations/index.ts'
import type { Database } from './open.ts'

/** Runs what has not run yet, one instance at a time, all or nothing. */
export const migrate = async (db: Database): Promise<void> => {
  const migrator = new Migrator({
    db,
    // Two versions in the making may each have added one on the same day: what has not run runs, whatever its place.
    allowUnorderedMigrations: true,
    provider: {
      getMigrations: async () =>
        Object.fromEntries(
          Object.entries(migrations).map(([name, text]) => [
            name,
            { up: async (tx: Database) => void (await sql.raw(text).execute(tx)) },
          ]),
        ),
    },
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
