import { sql } from 'kysely'
import { errors } from 'oidc-provider'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createOauthAdapter, oauthHash } from '../../../server/auth/oauthAdapter.ts'
import { purgeAuth } from '../../../server/auth/purge.ts'
import { startWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const adapter = (kind: string) => createOauthAdapter(world.service)(kind)
/** Moves a row's times into the past. */
const age = async (kind: string, id: string, column: 'consumed' | 'expires', interval: string) => {
  await world.db
    .updateTable('oauth')
    .set({ [column]: sql<Date>`now() - ${interval}::interval` })
    .where('hash', '=', oauthHash(kind, id))
    .execute()
}
const isThere = async (kind: string, id: string) =>
  (await world.db.selectFrom('oauth').select('kind').where('hash', '=', oauthHash(kind, id)).execute()).length > 0

it('spends a code once, however many come at once', async () => {
  await adapter('AuthorizationCode').upsert('code', { accountId: 'somebody' }, 60)
  const spent = await Promise.allSettled(Array.from({ length: 10 }, () => adapter('AuthorizationCode').consume('code')))
  expect(spent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const one of spent) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(errors.InvalidGrant)
  expect(await adapter('AuthorizationCode').find('code')).toMatchObject({ consumed: true })
})

it('keeps the previous refresh token good for thirty seconds from its first use', async () => {
  const tokens = adapter('RefreshToken')
  await tokens.upsert('token', { accountId: 'somebody' }, 60)
  await tokens.consume('token')
  await age('RefreshToken', 'token', 'consumed', '20 seconds')
  await tokens.consume('token')
  expect(await tokens.find('token')).not.toHaveProperty('consumed')
  await age('RefreshToken', 'token', 'consumed', '31 seconds')
  expect(await tokens.find('token')).toMatchObject({ consumed: true })
})

it('finds nothing that has expired, and nothing of another kind', async () => {
  await adapter('AccessToken').upsert('token-1', { accountId: 'somebody' }, 60)
  expect(await adapter('AccessToken').find('token-1')).toEqual({ accountId: 'somebody' })
  expect(await adapter('Session').find('token-1')).toBeUndefined()
  await age('AccessToken', 'token-1', 'expires', '1 second')
  expect(await adapter('AccessToken').find('token-1')).toBeUndefined()
})

it('finds a session by its uid, which the table does not show', async () => {
  await adapter('Session').upsert('cookie', { uid: 'the-uid' }, 60)
  expect(await adapter('Session').findByUid('the-uid')).toEqual({ uid: 'the-uid' })
  expect(await adapter('Interaction').findByUid('the-uid')).toBeUndefined()
})

it('purges what has ended and grants left without a token, and nothing that is in use', async () => {
  const year = 365 * 86_400
  const grant = async (id: string) => await adapter('Grant').upsert(id, { accountId: 'somebody' }, 10 * year)
  await Promise.all(['used', 'empty', 'new'].map(grant))
  await adapter('RefreshToken').upsert('kept', { grantId: 'used' }, year)
  await adapter('RefreshToken').upsert('spent', { grantId: 'used' }, year)
  await adapter('AccessToken').upsert('ended', { grantId: 'empty' }, 60)
  await adapter('RefreshToken').consume('spent')
  await age('RefreshToken', 'spent', 'consumed', '8 days')
  await age('AccessToken', 'ended', 'expires', '1 second')
  // Two grants made two days ago.
  for (const id of ['used', 'empty'])
    await world.db
      .updateTable('oauth')
      .set({ expires: sql<Date>`expires - interval '2 days'` })
      .where('hash', '=', oauthHash('Grant', id))
      .execute()

  await purgeAuth(world.db)
  expect(await isThere('Grant', 'used')).toBe(true)
  expect(await isThere('Grant', 'new')).toBe(true)
  expect(await isThere('RefreshToken', 'kept')).toBe(true)
  expect(await isThere('Grant', 'empty')).toBe(false)
  expect(await isThere('RefreshToken', 'spent')).toBe(false)
  expect(await isThere('AccessToken', 'ended')).toBe(false)
})

it('purges sessions and codes that have ended, and no others', async () => {
  const browser = world.browser()
  await world.signIn(browser, 'here@example.edu')
  const person = await world.person('gone@example.edu')
  await world.session(person)
  await world.db
    .updateTable('sessions')
    .set({ expires_at: sql<Date>`now() - interval '1 second'` })
    .where('person_id', '=', person.id)
    .execute()
  await world.db.updateTable('sign_in_codes').set({ expires_at: sql<Date>`now() - interval '1 second'` }).execute()
  await purgeAuth(world.db)
  expect(await world.db.selectFrom('sign_in_codes').selectAll().execute()).toEqual([])
  expect(await world.db.selectFrom('sessions').select('person_id').execute()).toHaveLength(1)
  expect((await browser.get('/signin')).status).toBe(303)
})
