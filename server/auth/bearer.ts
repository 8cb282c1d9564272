import { sql } from 'kysely'
import type { Service } from '../service.ts'
import { oauthHash } from './oauthAdapter.ts'

/** The person an access token stands for. The grant is looked up with it: disconnecting is ending that one row. */
export const findByBearer = (db: Service['db'], token: string) =>
  db
    .selectFrom('oauth')
    .innerJoin('oauth as grant', (join) =>
      join.onRef('grant.hash', '=', 'oauth.grant_hash').on('grant.kind', '=', 'Grant'),
    )
    .innerJoin('people', (join) => join.on(sql<boolean>`people.id = oauth.account::uuid`))
    .select(['people.id', 'people.email', 'people.name'])
    .where('oauth.hash', '=', oauthHash('AccessToken', token))
    .where('oauth.expires', '>', sql<Date>`now()`)
    .executeTakeFirst()
