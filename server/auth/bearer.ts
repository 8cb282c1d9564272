import { sql } from 'kysely'
import type { Service } from '../service.ts'
import { oauthHash } from './oauthAdapter.ts'
import type { Proved } from './sessions.ts'

/** The person an access token stands for. The grant is looked up with it: disconnecting is ending that one row. */
export const findByBearer = async (db: Service['db'], token: string): Promise<Proved | undefined> => {
  const found = await db
    .selectFrom('oauth')
    .innerJoin('oauth as grant', (join) =>
      join.onRef('grant.hash', '=', 'oauth.grant_hash').on('grant.kind', '=', 'Grant'),
    )
    .innerJoin('people', (join) => join.on(sql<boolean>`people.id = oauth.account::uuid`))
    .select(['people.id', 'people.email', 'people.name', 'grant.id as by'])
    .select(sql<boolean>`coalesce("grant".last_used < now() - interval '1 hour', true)`.as('stale'))
    .where('oauth.hash', '=', oauthHash('AccessToken', token))
    .where('oauth.expires', '>', sql<Date>`now()`)
    .executeTakeFirst()
  if (!found) return undefined
  const { stale, ...person } = found
  // To the hour, so that reading costs no writing.
  if (stale)
    await db
      .updateTable('oauth')
      .set({ last_used: sql`now()` })
      .where('id', '=', found.by)
      .where('kind', '=', 'Grant')
      .where('account', '=', found.id)
      .execute()
  return person
}
