import { sql } from 'kysely'
import { forEach, gather } from '../store/gather.ts'
import type { Database } from '../store/open.ts'
import { oauthHash } from './oauthAdapter.ts'
import type { Proved } from './sessions.ts'

/** The person an access token stands for. The grant is looked up with it: disconnecting is ending that one row. */
export const findByBearer = async (db: Database, token: string): Promise<Proved | undefined> => {
  const hash = oauthHash('AccessToken', token).toString('hex')
  return (await findAll(db)([hash])).get(hash)
}

const findAll = forEach((db: Database) => gather((hashes: readonly string[]) => findByHash(db, hashes)))

const findByHash = async (db: Database, hashes: readonly string[]): Promise<Map<string, Proved>> => {
  const found = await db
    .selectFrom('oauth')
    .innerJoin('oauth as grant', (join) =>
      join.onRef('grant.hash', '=', 'oauth.grant_hash').on('grant.kind', '=', 'Grant'),
    )
    .innerJoin('people', (join) => join.on(sql<boolean>`people.id = oauth.account::uuid`))
    .select(['people.id', 'people.email', 'people.name', 'grant.id as by'])
    .select(sql<string>`encode(oauth.hash, 'hex')`.as('hash'))
    .select(sql<boolean>`coalesce("grant".last_used < now() - interval '1 hour', true)`.as('stale'))
    .where(sql<boolean>`oauth.hash = any(${hashes.map((hash) => Buffer.from(hash, 'hex'))}::bytea[])`)
    .where('oauth.expires', '>', sql<Date>`now()`)
    .execute()
  // To the hour, so that reading costs no writing.
  const stale = found.filter((row) => row.stale)
  if (stale.length > 0)
    await sql`
      update oauth set last_used = now() from unnest(${stale.map(({ by }) => by)}::uuid[], ${stale.map(({ id }) => id)}::text[]) s(by, account)
       where oauth.id = s.by and oauth.account = s.account and oauth.kind = 'Grant'`.execute(db)
  return new Map(found.map(({ hash, stale: _, ...person }) => [hash, person]))
}
