import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { sha256 } from '../auth/hash.ts'
import type { Database } from './open.ts'

/** Hours that such a link works. */
const HOURS = 24

/** `first`: it makes the first Workspace of the service, and ends with it. */
export const insertBeginLink = async (
  db: Database,
  kind: 'first' | 'another',
): Promise<{ token: string; expiresAt: Date }> => {
  const token = randomBytes(32).toString('base64url')
  const { expires_at } = await db
    .insertInto('begin_links')
    .values({
      hash: sha256(token),
      is_first: kind === 'first',
      expires_at: sql<Date>`now() + make_interval(hours => ${HOURS})`,
    })
    .returning('expires_at')
    .executeTakeFirstOrThrow()
  return { token, expiresAt: expires_at }
}

/** What somebody who opens a link with this browser may do. `elsewhere`: another browser began to use it. */
export interface BeginLink {
  readonly state: 'open' | 'used' | 'expired' | 'elsewhere'
  /** What was typed in this browser. */
  readonly name: string | null
  readonly email: string | null
}

/** Undefined: there is no such link. `browser`: what its cookie holds. */
export const findBeginLink = async (
  db: Database,
  token: string,
  browser: string | undefined,
): Promise<BeginLink | undefined> => {
  const ours = sha256(browser ?? '')
  return await db
    .selectFrom('begin_links')
    .select(
      sql<BeginLink['state']>`case
        when used_at is not null or (is_first and exists (select from workspaces)) then 'used'
        when expires_at <= now() then 'expired'
        when browser <> ${ours} then 'elsewhere'
        else 'open' end`.as('state'),
    )
    .select(['name', 'email'])
    .where('hash', '=', sha256(token))
    .executeTakeFirst()
}

/** Ties an open link to the browser in which a name was typed. False: it is not open to it. */
export const claimBeginLink = async (
  db: Database,
  { token, browser, name, email }: { token: string; browser: string; name: string; email: string },
): Promise<boolean> => {
  const ours = sha256(browser)
  const { numUpdatedRows } = await db
    .updateTable('begin_links')
    .set({ browser: ours, name, email })
    .where('hash', '=', sha256(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .where((eb) => eb.or([eb('browser', 'is', null), eb('browser', '=', ours)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Spends an open link for whoever has proved the address that was typed. Undefined: it is not theirs to spend. */
export const spendBeginLink = async (
  tx: Database,
  { token, browser, email }: { token: string; browser: string; email: string },
): Promise<{ name: string; isFirst: boolean } | undefined> => {
  const spent = await tx
    .updateTable('begin_links as l')
    .from((eb) => eb.selectFrom('begin_links').select(['id', 'name']).where('hash', '=', sha256(token)).as('was'))
    .set({ used_at: sql<Date>`now()`, name: null, email: null })
    .whereRef('l.id', '=', 'was.id')
    .where('l.browser', '=', sha256(browser))
    .where('l.email', '=', email)
    .where('l.used_at', 'is', null)
    .where('l.expires_at', '>', sql<Date>`now()`)
    .returning(['was.name', 'l.is_first as isFirst'])
    .executeTakeFirst()
  return spent?.name ? { name: spent.name, isFirst: spent.isFirst } : undefined
}

/** Forgets links that ended long enough ago that nobody asks what became of them. */
export const purgeBeginLinks = async (db: Database): Promise<void> => {
  await sql`delete from begin_links where expires_at < now() - interval '7 days'`.execute(db)
}
