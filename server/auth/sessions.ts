import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../store/open.ts'
import type { Person } from '../store/people.ts'
import { sha256 } from './hash.ts'

export const SESSION_DAYS = 30

/** Somebody whose session or token was found; `by` is the id under which they can end it. */
export interface Proved extends Person {
  readonly by: string
}

/**
 * Signs a person in on one browser. Returns what its cookie holds; the store keeps only the hash. `via`: the issuer of the
 * provider that says who it is.
 */
export const startSession = async (
  db: Database,
  personId: string,
  browser = '',
  via: string | null = null,
): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  const expires = sql<Date>`now() + make_interval(days => ${SESSION_DAYS})`
  await db
    .insertInto('sessions')
    .values({ hash: sha256(token), person_id: personId, browser, via, expires_at: expires })
    .execute()
  return token
}

export const findBySession = async (db: Database, token: string): Promise<Proved | undefined> => {
  const hash = sha256(token)
  const found = await db
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.person_id')
    .select(['people.id', 'people.email', 'people.name', 'sessions.id as by'])
    .select(sql<boolean>`sessions.last_used_at < now() - interval '1 hour'`.as('stale'))
    .where('sessions.hash', '=', hash)
    .where('sessions.expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst()
  if (!found) return undefined
  const { stale, ...person } = found
  // To the hour, so that looking costs no writing.
  if (stale) await db.updateTable('sessions').set({ last_used_at: sql`now()` }).where('hash', '=', hash).execute()
  return person
}

export const endSession = async (db: Database, token: string): Promise<void> => {
  await db.deleteFrom('sessions').where('hash', '=', sha256(token)).execute()
}
