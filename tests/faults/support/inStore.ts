import { sql } from 'kysely'
import { openStore } from '../../../server/store/open.ts'

/** What a store that nobody uses any more holds of a Group. */
export const inStore = async (env: Readonly<Record<string, string | undefined>>, groupId: string) => {
  const store = await openStore({ databaseUrl: env.DATABASE_URL, dataDir: env.DATA_DIR ?? '' })
  try {
    const { rows } = await sql<{ email: string; invitations: number }>`
      select email, count(*)::integer as invitations from invitations
       where group_id = ${groupId} group by email`.execute(store.db)
    return new Map(rows.map((row) => [row.email, row]))
  } finally {
    await store.close()
  }
}
