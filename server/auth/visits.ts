import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../store/open.ts'
import { sha256 } from './hash.ts'
import { oauthHash } from './oauthAdapter.ts'

/** A browser that is signed in, or an extension that is connected, as its person sees it: no token is in it. */
export interface Visit {
  readonly id: string
  readonly browser: string
  readonly since: Date
  readonly lastUsed: Date
}

export const sessionsOf = async (db: Database, personId: string): Promise<Visit[]> =>
  await db
    .selectFrom('sessions')
    .select(['id', 'browser', 'created_at as since', 'last_used_at as lastUsed'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('last_used_at', 'desc')
    .orderBy('id')
    .execute()

/** A grant without a live token connects nothing; it is left behind. */
const isAlive: RawBuilder<boolean> = sql`exists (
  select from oauth t where t.grant_hash = oauth.hash and t.kind in ('AccessToken', 'RefreshToken')
     and t.expires > now() and (t.kind = 'AccessToken' or t.consumed is null))`

export const connectionsOf = async (
  db: Database,
  personId: string,
): Promise<(Visit & { readonly extension: string | null })[]> =>
  await db
    .selectFrom('oauth')
    .select(['id', 'browser', 'extension', 'created as since'])
    .select(sql<Date>`coalesce(last_used, created)`.as('lastUsed'))
    .where('kind', '=', 'Grant')
    .where('account', '=', personId)
    .where(isAlive)
    .orderBy('lastUsed', 'desc')
    .orderBy('id')
    .execute()

/** Signs one browser of this person's out, or all of them. Says how many. */
export const endSessionsOf = async (db: Database, personId: string, id?: string): Promise<number> => {
  const { numDeletedRows } = await db
    .deleteFrom('sessions')
    .where('person_id', '=', personId)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Disconnects one extension of this person's, or all of them, with every token: no token works without its grant. */
export const endConnectionsOf = async (db: Database, personId: string, id?: string): Promise<number> => {
  const grants = await db
    .deleteFrom('oauth')
    .where('kind', '=', 'Grant')
    .where('account', '=', personId)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .returning('hash')
    .execute()
  const hashes = grants.map(({ hash }) => hash)
  if (hashes.length > 0) await db.deleteFrom('oauth').where('grant_hash', 'in', hashes).execute()
  return hashes.length
}

/** Says of a connection just consented to what its person will know it by, and in which session that was. */
export const nameConnection = async (
  db: Database,
  grantId: string,
  { session, ...name }: { readonly browser: string; readonly extension: string | null; readonly session: string },
): Promise<void> => {
  const via = db.selectFrom('sessions').select('via').where('hash', '=', sha256(session))
  await db
    .updateTable('oauth')
    .set({ ...name, via })
    .where('hash', '=', oauthHash('Grant', grantId))
    .execute()
}
