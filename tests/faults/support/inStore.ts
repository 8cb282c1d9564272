import { sql } from 'kysely'
import { openStore } from '../../../server/store/open.ts'

/** What a store that nobody uses any more holds of a Group. */
export const inStore = async (env: Readonly<Record<string, string | undefined>>, groupId: string) => {
  const store = await openStore({ databaseUrl: env.DATABASE_URL, dataDir: env.DATA_DIR ?? '' })
  try {
    const { rows } = await sql<{ email: string; invitations: number; waiting: number }>`
      select i.email, count(distinct i.id)::integer as invitations,
             (count(*) filter (where o.sent_at is null))::integer as waiting
        from invitations i left join outbox o on o.invitation_id = i.id
       where i.group_id = ${groupId} group by i.email`.execute(store.db)
    return new Map(rows.map((row) => [row.email, row]))
  } finally {
    await store.close()
  }
}
