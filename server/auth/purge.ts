import { sql } from 'kysely'
import type { Database } from '../store/open.ts'
import { GRANT_TTL } from './terms.ts'

/** Deletes what sign-in and OAuth have no more use for. Nothing depends on it: reading looks at the times too. */
export const purgeAuth = async (db: Database): Promise<void> => {
  await db.deleteFrom('sessions').where('expires_at', '<', sql<Date>`now()`).execute()
  await db.deleteFrom('sign_in_codes').where('expires_at', '<', sql<Date>`now()`).execute()
  await db.deleteFrom('sso_sign_ins').where('expires_at', '<', sql<Date>`now()`).execute()
  // A used refresh token tells a replay from nonsense; after a week nobody's lost answer is replayed any more.
  await db
    .deleteFrom('oauth')
    .where(sql<boolean>`expires < now() or (kind = 'RefreshToken' and consumed < now() - interval '7 days')`)
    .execute()
  // A grant has no end of its own. A day old and without any token it was left behind.
  await sql`
    delete from oauth g
     where kind = 'Grant' and expires < now() + make_interval(secs => ${GRANT_TTL - 86_400})
       and not exists (select 1 from oauth t where t.grant_hash = g.hash)`.execute(db)
}
