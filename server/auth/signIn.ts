import { createHmac, randomBytes, randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { Email, type Language } from '../../lib/contract/schemas.ts'
import type { Service } from '../service.ts'
import type { Database } from '../store/open.ts'
import { ensurePerson } from '../store/people.ts'
import { takeFromBucket, takeFromWindows, type Window, waitOf } from '../store/rateBuckets.ts'
import { sha256 } from './hash.ts'
import { knownBrowserId } from './knownBrowser.ts'
import { startSession } from './sessions.ts'
import { providerFor } from './sso/providerFor.ts'

const CODE_MINUTES = 10
const MAX_TRIES = 5
const quarter = 15 * 60

const hour = 60 * 60
const day = 24 * hour

/** Codes to one address that one network asks for: what a person needs who mistypes, then waits that grow. */
const PER_ADDRESS_HERE: readonly Window[] = [
  [5, quarter],
  [10, hour],
  [20, day],
]
/** Codes to one address that all ask for: a mailbox is not filled from many networks either. */
const PER_ADDRESS: readonly Window[] = [
  [15, hour],
  [40, day],
]
/** The first codes that a place asks for in a day are counted by themselves … */
const FIRST_HERE = 3
/** … so that strangers from a few places, who use up what all may ask for, keep nobody else from a code. */
const FIRST_PER_ADDRESS: readonly Window[] = [
  [30, hour],
  [100, day],
]
/** Codes for a browser that has signed in with the address before, whatever strangers ask for. */
const PER_KNOWN_BROWSER: readonly Window[] = [
  [5, quarter],
  [20, day],
]
/** Codes and tries of one network: a whole class signs in from a campus. */
const CODES_PER_NETWORK: readonly Window[] = [
  [300, quarter],
  [1000, hour],
  [5000, day],
]
const TRIES_PER_NETWORK = 600
/** Wrong codes for one address in a day, whichever code they were for. */
const WRONG_PER_ADDRESS = 30
/** So many tries of each code are free of both: strangers who guess do not spoil a code that somebody else was mailed. */
const FREE_TRIES = 2

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
  ask: {
    readonly address: string
    readonly network: string
    readonly language: Language
    /** What a browser keeps that has signed in before. */
    readonly known?: string | undefined
  },
): Promise<Asked> => {
  const { db, secrets } = service
  const email = Email.safeParse(ask.address)
  if (!email.success) return { state: 'noAddress' }
  const known = knownBrowserId(secrets, ask.known, email.data)
  const wait = known
    ? await takeFromWindows(db, `code.known:${known}`, PER_KNOWN_BROWSER)
    : (await takeFromWindows(db, `code.network:${ask.network}`, CODES_PER_NETWORK)) ||
      (await waitForAddress(db, keyOf(email.data), ask.network))
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

const waitForAddress = async (db: Database, key: string, network: string): Promise<number> => {
  const here = await takeFromWindows(db, `code.here:${network}:${key}`, PER_ADDRESS_HERE)
  if (here) return here
  // Whoever has one IPv6 network may have the thousands beside it.
  const place = network.replace(/:[^:]*::\/64$/, '::/48')
  const isFirst = (await takeFromBucket(db, `code.first:${place}:${key}`, FIRST_HERE, day)) === 0
  if (isFirst && !(await takeFromWindows(db, `code.firsts:${key}`, FIRST_PER_ADDRESS))) return 0
  return await takeFromWindows(db, `code.address:${key}`, PER_ADDRESS)
}

/** The address that this browser has asked a code for, while the code can still be typed. */
export const awaitedAddress = async (db: Service['db'], nonce: string): Promise<string | undefined> =>
  (await awaitedCode(db, nonce))?.email

const awaitedCode = (db: Service['db'], nonce: string) =>
  db
    .selectFrom('sign_in_codes')
    .select(['email', 'tries'])
    .where('nonce_hash', '=', sha256(nonce))
    .where('used_at', 'is', null)
    .where('tries', '<', MAX_TRIES)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst()

/** Why a code did nothing. */
type Unspent =
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
  const busy = await takeFromBucket(db, `try.network:${attempt.network}`, TRIES_PER_NETWORK, quarter)
  const awaited = await awaitedCode(db, attempt.nonce)
  const isFree = awaited !== undefined && awaited.tries < FREE_TRIES
  if (busy && !isFree) return { state: 'tooMany', wait: busy }
  // Mailed before the school required its page.
  if (awaited && (await providerFor(service, awaited.email))?.inForce) return { state: 'elsewhere' }
  const wrong = `wrong.address:${awaited ? keyOf(awaited.email) : ''}`
  const longer = awaited && !isFree ? await waitOf(db, wrong, WRONG_PER_ADDRESS) : 0
  if (longer) return { state: 'tooMany', wait: longer }
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
    if (!tried.used_at) {
      await takeFromBucket(tx, wrong, WRONG_PER_ADDRESS, day)
      return { state: 'wrong', left: MAX_TRIES - tried.tries }
    }
    return { state: 'right', result: await act(tx, tried.email) }
  })
}

/** Signs a browser in with a code. The result is its new session. */
export const signInWithCode = (service: Needs, { browser, ...attempt }: Attempt & { readonly browser: string }) =>
  spendCode(service, attempt, async (tx, email) => {
    const person = await ensurePerson(tx, email)
    return await startSession(tx, person.id, browser)
  })

/** An address in the key of a count, which is kept for a day. */
const keyOf = (email: string) => sha256(email).toString('base64url')

/** Keyed: eight digits are few enough to try them all against a plain hash. Spaces, as people group digits, are dropped. */
const hashCode = (secrets: Service['secrets'], nonce: string, code: string) =>
  createHmac('sha256', secrets.keyFor('signInCode'))
    .update(`${nonce}.${code.replace(/\s/g, '')}`)
    .digest()
