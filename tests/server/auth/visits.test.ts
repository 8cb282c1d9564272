import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '../../../lib/client.ts'
import { browserName } from '../../../server/auth/browserName.ts'
import { refusal } from '../../helpers/service.ts'
import { authorise, connect, exchange, me, newRequest, redirectUri, refresh, startWorld, type World } from './world.ts'

/** Where somebody is signed in and connected, and how they end it from elsewhere. */
let world: World
beforeAll(async () => {
  world = await startWorld({ EXTENSIONS: 'own-build@example.edu' })
})
afterAll(() => world.stop())

const callAs = (token: string) => createClient({ baseUrl: world.url, fetch, token: async () => token })
const own = { 'sec-fetch-site': 'same-origin' }
const isIn = async (browser: ReturnType<World['browser']>) => (await browser.get('/api/me', own)).status === 200

describe('connected extensions', () => {
  it('are listed for their person alone, without a token, and the one that asks is known', async () => {
    const first = await connect(world, 'ada@example.edu')
    const second = await connect(world, 'ada@example.edu')
    await connect(world, 'else@example.edu')
    const { connections } = await callAs(second.access_token)('me.connections', {})
    expect(connections).toHaveLength(2)
    expect(connections.filter(({ here }) => here)).toHaveLength(1)
    for (const connection of connections) {
      expect(connection).toMatchObject({ extension: null, browser: expect.any(String) })
      expect(Date.parse(connection.lastUsed)).toBeGreaterThanOrEqual(Date.parse(connection.since))
    }
    const text = JSON.stringify(connections)
    for (const tokens of [first, second])
      for (const token of [tokens.access_token, tokens.refresh_token]) expect(text).not.toContain(token)
  })

  it('end at once with every token, each for itself', async () => {
    const [first, second] = [await connect(world, 'end@example.edu'), await connect(world, 'end@example.edu')]
    const { connections } = await callAs(first.access_token)('me.connections', {})
    const other = connections.find(({ here }) => !here)
    await callAs(first.access_token)('me.endConnection', { connectionId: other?.id ?? '' })
    expect((await me(world, second.access_token)).status).toBe(401)
    expect((await refresh(world, second.refresh_token)).status).toBe(400)
    expect((await me(world, first.access_token)).status).toBe(200)
    expect((await refresh(world, first.refresh_token)).status).toBe(200)
    const again = callAs(first.access_token)('me.endConnection', { connectionId: other?.id ?? '' })
    expect(await refusal(again)).toBe('notFound')
  })

  it('are another person’s to nobody else', async () => {
    const mine = await connect(world, 'mine@example.edu')
    const theirs = await connect(world, 'theirs@example.edu')
    const [connection] = (await callAs(theirs.access_token)('me.connections', {})).connections
    const ended = callAs(mine.access_token)('me.endConnection', { connectionId: connection?.id ?? '' })
    expect(await refusal(ended)).toBe('notFound')
    expect((await me(world, theirs.access_token)).status).toBe(200)
  })

  it('say by its id which build it is where it is not ours', async () => {
    const id = createHash('sha1').update('own-build@example.edu').digest('hex')
    const target = redirectUri.replace(/^.*$/, `https://${id}.extensions.allizom.org/`)
    const { address, verifier } = newRequest({ redirect_uri: target })
    const end = await authorise(world, world.browser(), 'build@example.edu', address)
    const tokens = await (await exchange(world, end.searchParams.get('code') ?? '', verifier, target)).json()
    const { connections } = await callAs(tokens.access_token)('me.connections', {})
    expect(connections).toMatchObject([{ extension: id, here: true }])
  })

  it('that were left half-way are none', async () => {
    const { access_token } = await connect(world, 'half@example.edu')
    await authorise(world, world.browser(), 'half@example.edu', newRequest().address)
    expect((await callAs(access_token)('me.connections', {})).connections).toHaveLength(1)
  })

  it('are noted as used once an hour', async () => {
    const { access_token } = await connect(world, 'hour@example.edu')
    await me(world, access_token)
    const hours = (count: number) =>
      world.db
        .updateTable('oauth')
        .set({ last_used: new Date(Date.now() - count * 3_600_000) })
        .where('kind', '=', 'Grant')
        .execute()
    await hours(0.5)
    const lastUsed = async () => (await callAs(access_token)('me.connections', {})).connections[0]?.lastUsed ?? ''
    expect(Date.now() - Date.parse(await lastUsed())).toBeGreaterThan(1_000_000)
    await hours(2)
    expect(Date.now() - Date.parse(await lastUsed())).toBeLessThan(1_000_000)
  })
})

describe('browsers that are signed in', () => {
  const twice = async (email: string) => {
    const [here, there] = [world.browser(), world.browser()]
    await world.signIn(here, email)
    await world.signIn(there, email)
    return { here, there }
  }
  type Listed = { sessions: { id: string; here: boolean; browser: string }[] }
  const list = async (browser: ReturnType<World['browser']>): Promise<Listed> =>
    await (await browser.get('/api/me/sessions', own)).json()
  const send = (browser: ReturnType<World['browser']>, method: string, path: string) => {
    const cookie = [...browser.cookies.values()].map(({ name, value }) => `${name}=${value}`).join('; ')
    return fetch(`${world.here}${path}`, {
      method,
      headers: { ...own, cookie, 'content-type': 'application/json' },
      ...(method === 'POST' && { body: '{}' }),
    })
  }

  it('are listed and signed out from another one, at once', async () => {
    const { here, there } = await twice('two@example.edu')
    const { sessions } = await list(here)
    expect(sessions.map((session) => session.here).sort()).toEqual([false, true])
    const other = sessions.find((session) => !session.here)
    expect((await send(here, 'DELETE', `/api/me/sessions/${other?.id}`)).status).toBe(200)
    expect([await isIn(here), await isIn(there)]).toEqual([true, false])
    expect(JSON.stringify(sessions)).not.toContain([...here.cookies.values()][0]?.value)
  })

  it('are another person’s to nobody else', async () => {
    const { here } = await twice('her@example.edu')
    const { here: stranger } = await twice('his@example.edu')
    const [session] = (await list(here)).sessions
    expect((await send(stranger, 'DELETE', `/api/me/sessions/${session?.id}`)).status).toBe(404)
    expect(await isIn(here)).toBe(true)
  })

  it('and extensions are all ended with "sign out everywhere", and nobody else’s', async () => {
    const { here, there } = await twice('all@example.edu')
    const tokens = await connect(world, 'all@example.edu')
    const other = await connect(world, 'other@example.edu')
    const answer = await send(here, 'POST', '/api/me/sign-out-everywhere')
    // Connecting signed a third browser in.
    expect(await answer.json()).toEqual({ sessions: 3, connections: 1 })
    expect([await isIn(here), await isIn(there)]).toEqual([false, false])
    expect((await me(world, tokens.access_token)).status).toBe(401)
    expect((await refresh(world, tokens.refresh_token)).status).toBe(400)
    expect((await me(world, other.access_token)).status).toBe(200)
  })
})

it.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'Firefox, Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0',
    'Edge, Windows',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
    'Safari, macOS',
  ],
  [
    'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
    'Chrome, ChromeOS',
  ],
  ['<script>alert(1)</script>', ''],
  [undefined, ''],
])('a browser that says %s is named in a few words of ours', (userAgent, name) =>
  expect(browserName(userAgent)).toBe(name),
)
