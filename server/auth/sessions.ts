import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../store/open.ts'
import type { Person } from '../store/people.ts'
import { sha256 } from './hash.ts'

export const SESSION_DAYS = 30

/** Signs a person in on one browser. Returns what its cookie holds; the store keeps only the hash. */
export const startSession = async (db: Database, personId: string): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  const expires = sql<Date>`now() + make_interval(days => ${SESSION_DAYS})`
  await db
    .insertInto('sessions')
    .values({ hash: sha256(token), person_id: personId, expires_at: expires })
    .execute()
  return token
}

export const findBySession = (db: Database, token: string): Promise<Person | undefined> =>
  db
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.person_id')
    .select(['people.id', 'people.email', 'people.name'])
    .where('sessions.hash', '=', sha256(token))
    .where('sessions.expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst()

export const endSession = async (db: Database, token: string): Promise<void> => {
  await db.deleteFrom('sessions').where('hash', '=', sha256(token)).execute()
}
