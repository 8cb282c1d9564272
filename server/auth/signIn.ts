import { createHmac, randomBytes, randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { Email, type Language } from '../../lib/contract/schemas.ts'
import type { Service } from '../service.ts'
import type { Database } from '../store/open.ts'
import { ensurePerson } from '../store/people.ts'
import { takeFromBucket } from '../store/rateBuckets.ts'
import { sha256 } from './hash.ts'
import { startSession } from './sessions.ts'
import { providerFor } from './sso/providerFor.ts'

const CODE_MINUTES = 10
const MAX_TRIES = 5
const quarter = 15 * 60

/** Codes per address and quarter of an hour: what a person who mistypes needs, and five tries each against a guesser. */
const CODES_PER_ADDRESS = 5
/** Codes and tries per network and quarter of an hour: a whole class signs in from one campus network. */
const CODES_PER_NETWORK = 300
const TRIES_PER_NETWORK = 600

type Needs = Pick<Service, 'db' | 'secrets' | 'wakeMail' | 'config'>

/** `wait` in seconds. */
interface TooMany {
  readonly state: 'tooMany'
  readonly wait: number
}

export type Asked = { readonly state: 'sent'; readonly nonce: string } | { readonly state: 'noAddress' } | TooMany

/**
 * Mails an 8-digit code to an address, known or not: the answer and the work are the same. The code works once, for ten
 * minutes, and only with the nonce, which stays in the browser that asked. `network`: see networkOf.
 */
export const askForCode = async (
  service: Needs,
  ask: { readonly address: string; readonly network: string; readonly language: Language },
): Promise<Asked> => {
  const { db, secrets } = service
  const email = Email.safeParse(ask.address)
  if (!email.success) return { state: 'noAddress' }
  const wait =
    (await takeFromBucket(db, `code.network:${ask.network}`, CODES_PER_NETWORK, quarter)) ||
    (await takeFromBucket(db, `code.address:${sha256(email.data).toString('base64url')}`, CODES_PER_ADDRESS, quarter))
  if (wait) return { state: 'tooMany', wait }

  const code = randomInt(100_000_000).toString().padStart(8, '0')
  const nonce = randomBytes(32).toString('base64url')
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('sign_in_codes')
      .values({
        email: email.data,
        code_hash: hashCode(secrets, nonce, code),
        nonce_hash: sha256(nonce),
        expires_at: sql<Date>`now() + make_interval(mins => ${CODE_MINUTES})`,
      })
      .execute()
    await tx
      .insertInto('outbox')
      .values({
        kind: 'signIn',
        email: email.data,
        language: ask.language,
        sealed: secrets.seal('signInCode', Buffer.from(code)),
      })
      .execute()
  })
  service.wakeMail()
  return { state: 'sent', nonce }
}

/** The address that this browser has asked a code for, while the code can still be typed. */
export const awaitedAddress = async (db: Service['db'], nonce: string): Promise<string | undefined> =>
  (
    await db
      .selectFrom('sign_in_codes')
      .select('email')
      .where('nonce_hash', '=', sha256(nonce))
      .where('used_at', 'is', null)
      .where('tries', '<', MAX_TRIES)
      .where('expires_at', '>', sql<Date>`now()`)
      .executeTakeFirst()
  )?.email

/** Why a code did nothing. */
export type Unspent =
  /** Not the code; `left` more tries. */
  | { readonly state: 'wrong'; readonly left: number }
  /** No code to compare with: used, too old, tried too often, or asked for in another browser. */
  | { readonly state: 'gone' }
  /** The address signs in on its school's own page, and nowhere else. */
  | { readonly state: 'elsewhere' }
  | TooMany

interface Attempt {
  readonly code: string
  readonly nonce: string
  readonly network: string
}

/**
 * Tries a code and, where it is right, does what the proved address is for, in one transaction. One UPDATE counts the try
 * and spends the code: of several tries at once, one can be the right one.
 */
export const spendCode = async <T>(
  service: Needs,
  attempt: Attempt,
  act: (tx: Database, email: string) => Promise<T>,
): Promise<{ readonly state: 'right'; readonly result: T } | Unspent> => {
  const { db, secrets } = service
  const wait = await takeFromBucket(db, `try.network:${attempt.network}`, TRIES_PER_NETWORK, quarter)
  if (wait) return { state: 'tooMany', wait }
  // Mailed before the school required its page.
  const address = await awaitedAddress(db, attempt.nonce)
  if (address && (await providerFor(service, address))?.inForce) return { state: 'elsewhere' }
  const hash = hashCode(secrets, attempt.nonce, attempt.code)
  return await db.transaction().execute(async (tx) => {
    const tried = await tx
      .updateTable('sign_in_codes')
      .set({ tries: sql`tries + 1`, used_at: sql`case when code_hash = ${hash} then now() end` })
      .where('nonce_hash', '=', sha256(attempt.nonce))
      .where('used_at', 'is', null)
      .where('tries', '<', MAX_TRIES)
      .where('expires_at', '>', sql<Date>`now()`)
      .returning(['email', 'tries', 'used_at'])
      .executeTakeFirst()
    if (!tried) return { state: 'gone' }
    if (!tried.used_at) return { state: 'wrong', left: MAX_TRIES - tried.tries }
    return { state: 'right', result: await act(tx, tried.email) }
  })
}

/** Signs a browser in with a code. The result is its new session. */
export const signInWithCode = (service: Needs, { browser, ...attempt }: Attempt & { readonly browser: string }) =>
  spendCode(service, attempt, async (tx, email) => {
    const person = await ensurePerson(tx, email)
    return await startSession(tx, person.id, browser)
  })

/** Keyed: eight digits are few enough to try them all against a plain hash. Spaces, as people group digits, are dropped. */
const hashCode = (secrets: Service['secrets'], nonce: string, code: string) =>
  createHmac('sha256', secrets.keyFor('signInCode'))
    .update(`${nonce}.${code.replace(/\s/g, '')}`)
    .digest()
