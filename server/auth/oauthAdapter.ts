import { createHmac } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Adapter, AdapterPayload } from 'oidc-provider'
import type { Service } from '../service.ts'
import { sha256 } from './hash.ts'

/** Seconds in which the previous refresh token still works: for two refreshes at once, or an answer lost on the way. */
const REFRESH_GRACE = 30

/** The key of a row in `oauth`. `kind` is oidc-provider's model name. */
export const oauthHash = (kind: string, id: string): Buffer => sha256(`${kind}:${id}`)

/**
 * Where oidc-provider keeps what it hands out: one table for all its models. Identifiers are hashed, and payloads,
 * which repeat them, are sealed: a copy of the table opens nothing.
 */
export const createOauthAdapter =
  ({ db, secrets }: Pick<Service, 'db' | 'secrets'>) =>
  (kind: string): Adapter => {
    // Keyed, because a Session's uid and the few letters of a user code are not secret enough for a plain hash.
    const alias = (uid: string) => createHmac('sha256', secrets.keyFor('oauth.alias')).update(`${kind}:${uid}`).digest()
    const aliasOf = ({ uid, userCode }: AdapterPayload) => {
      const name = uid ?? userCode
      return name ? alias(name) : null
    }
    const row = (id: string) => ({ kind, hash: oauthHash(kind, id) })

    const findWhere = async (where: RawBuilder<boolean>): Promise<AdapterPayload | undefined> => {
      const found = await db
        .selectFrom('oauth')
        .select(['payload', spent(kind).as('spent')])
        .where('kind', '=', kind)
        .where(where)
        .where(sql<boolean>`(expires is null or expires > now())`)
        .executeTakeFirst()
      const payload = found && secrets.open('oauth', found.payload)
      return payload ? { ...JSON.parse(payload.toString()), ...(found.spent && { consumed: true }) } : undefined
    }

    return {
      upsert: async (id, payload, expiresIn) => {
        const values = {
          grant_hash: payload.grantId ? oauthHash('Grant', payload.grantId) : null,
          alias: aliasOf(payload),
          account: payload.accountId ?? null,
          client: payload.clientId ?? null,
          payload: secrets.seal('oauth', Buffer.from(JSON.stringify(payload))),
          expires: expiresIn ? sql<Date>`now() + make_interval(secs => ${expiresIn})` : null,
        }
        await db
          .insertInto('oauth')
          .values({ ...row(id), ...values })
          .onConflict((conflict) => conflict.column('hash').doUpdateSet(values))
          .execute()
      },
      find: (id) => findWhere(sql`hash = ${oauthHash(kind, id)}`),
      findByUid: (uid) => findWhere(sql`alias = ${alias(uid)}`),
      findByUserCode: (code) => findWhere(sql`alias = ${alias(code)}`),
      consume: async (id) => {
        const { numUpdatedRows } = await db
          .updateTable('oauth')
          .set({ consumed: sql`now()` })
          .where('hash', '=', oauthHash(kind, id))
          .where('consumed', 'is', null)
          .executeTakeFirst()
        // The library looked before it came here: of several exchanges at once, each saw an unspent code.
        if (numUpdatedRows > 0n || kind === 'RefreshToken') return
        const { errors } = await import('oidc-provider')
        throw new errors.InvalidGrant('already used')
      },
      destroy: async (id) => {
        await db.deleteFrom('oauth').where('hash', '=', oauthHash(kind, id)).execute()
      },
      revokeByGrantId: async (grantId) => {
        await db
          .deleteFrom('oauth')
          .where('kind', '=', kind)
          .where('grant_hash', '=', oauthHash('Grant', grantId))
          .execute()
      },
    }
  }

const spent = (kind: string) =>
  kind === 'RefreshToken'
    ? sql<boolean>`coalesce(consumed < now() - make_interval(secs => ${REFRESH_GRACE}), false)`
    : sql<boolean>`consumed is not null`
