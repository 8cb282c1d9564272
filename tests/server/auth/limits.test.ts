import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '../../../server/auth/hash.ts'
import { createBlockCounter } from '../../../server/store/blockCounter.ts'
import { takeFromWindows } from '../../../server/store/rateBuckets.ts'
import { startWorld, type World } from './world.ts'

/** How often somebody may ask and guess, and that nobody is kept out by others who do. */
let world: World
const hookSecret = 'hook-secret-'.padEnd(32, 'x')
beforeAll(async () => {
  world = await startWorld({
    TRUST_PROXY: '1',
    MAIL_HOOK_SECRET: hookSecret,
    METRICS_TOKEN: 'metrics-token-of-the-test',
  })
})
beforeEach(async () => {
  await world.db.deleteFrom('rate_buckets').execute()
})
afterAll(() => world.stop())

const somebody = () => `person.${randomUUID()}@example.edu`
/** A request from a network of its own, as a trusted proxy tells of it. */
const from = (
  network: number,
  path: string,
  init: { method?: string; headers?: Record<string, string>; body?: BodyInit } = {},
) =>
  fetch(`${world.here}${path}`, {
    redirect: 'manual',
    ...init,
    headers: { origin: world.url, 'x-forwarded-for': `198.51.${network}.7`, ...init.headers },
  })
const ask = (address: string, network = 1, headers: Record<string, string> = {}) =>
  from(network, '/signin', { method: 'POST', headers, body: new URLSearchParams({ address, next: '/' }) })
const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
const type = (cookie: string, code: string, network = 1) =>
  from(network, '/signin/code', { method: 'POST', headers: { cookie }, body: new URLSearchParams({ code, next: '/' }) })
/** So many minutes later, as far as counts know. */
const later = (minutes: number) =>
  sql`update rate_buckets set resets_at = resets_at - make_interval(mins => ${minutes})`.execute(world.db)
const fill = (key: string) => {
  const full = { count: 1_000_000, resets_at: new Date(Date.now() + 300_000) }
  return world.db
    .insertInto('rate_buckets')
    .values({ key, ...full })
    .onConflict((oc) => oc.column('key').doUpdateSet(full))
    .execute()
}
/** Strangers on very many networks have asked for all the codes there are for an address. */
const usedUp = async (address: string) => {
  for (const count of ['code.firsts', 'code.address']) await fill(`${count}:${sha256(address).toString('base64url')}`)
}
const wrong = (code: string, step: number) => String((Number(code) + step) % 100_000_000).padStart(8, '0')

describe('codes to one address', () => {
  it('from one network come with waits that grow: a quarter of an hour, an hour, a day', async () => {
    const address = somebody()
    const granted = async () => {
      let count = 0
      for (;;) {
        const answer = await ask(address)
        if (answer.status !== 303) return { count, wait: Number(answer.headers.get('retry-after')) }
        count += 1
      }
    }
    const first = await granted()
    expect([first.count, first.wait > 840, first.wait <= 900]).toEqual([5, true, true])
    await later(15)
    const second = await granted()
    expect([second.count, second.wait > 2400]).toEqual([4, true])
    await later(45)
    await sql`update rate_buckets set count = 20 where key like 'code.here:%:86400'`.execute(world.db)
    const third = await granted()
    expect([third.count, third.wait > 80_000]).toEqual([0, true])
  })

  it('that one network has used up are not used up for another', async () => {
    const address = somebody()
    for (let count = 0; count < 8; count += 1) await ask(address, 1)
    expect((await ask(address, 1)).status).toBe(429)
    expect((await ask(address, 2)).status).toBe(303)
  })

  it('that a few networks have used up for all are not used up for one that has not asked', async () => {
    const address = somebody()
    for (let network = 1; network <= 8; network += 1)
      for (let count = 0; count < 5; count += 1) await ask(address, network)
    // The strangers can get none, from wherever they have asked; somebody else is let have some.
    for (let network = 1; network <= 8; network += 1) expect((await ask(address, network)).status).toBe(429)
    const statuses = []
    for (let count = 0; count < 4; count += 1) statuses.push((await ask(address, 9)).status)
    expect(statuses).toEqual([303, 303, 303, 429])
  })

  it('asked for from many networks end as well: nobody’s mailbox is filled', async () => {
    const address = somebody()
    let mailed = 0
    for (let network = 100; network < 150; network += 1) if ((await ask(address, network)).status === 303) mailed += 1
    expect(mailed).toBe(30 + 15)
  })

  it('are counted as first ones for a place, however many IPv6 networks it has', async () => {
    const address = somebody()
    const six = (network: number) => ask(address, 1, { 'x-forwarded-for': `2a00:1:2:${network}::7` })
    for (let network = 1; network <= 3 + 15; network += 1) expect((await six(network)).status).toBe(303)
    expect((await six(99)).status).toBe(429)
    expect((await ask(address, 1)).status).toBe(303)
  })

  it('still come to a browser that has signed in with it, and to no other address that it names', async () => {
    const address = somebody()
    const cookie = cookiesOf(await ask(address))
    const known = cookiesOf(await type(cookie, await world.codeFor(address)))
    expect(known).toContain('rollcall_known=')
    await usedUp(address)
    await fill('code.network:198.51.31.0/24')
    expect((await ask(address, 30)).status).toBe(429)
    expect((await ask(address, 30, { cookie: known })).status).toBe(303)
    // Nor do the people around it keep it from one.
    expect((await ask(address, 31, { cookie: known })).status).toBe(303)
    // It signs nobody in, and counts for its own address alone.
    const mark = known.split('; ').find((pair) => pair.startsWith('rollcall_known=')) ?? ''
    const me = await from(1, '/api/me', { headers: { cookie: mark, 'sec-fetch-site': 'same-origin' } })
    expect(me.status).toBe(401)
    const other = somebody()
    await usedUp(other)
    expect((await ask(other, 30, { cookie: known })).status).toBe(429)
    for (let count = 0; count < 3; count += 1) await ask(address, 30, { cookie: known })
    expect((await ask(address, 30, { cookie: known })).status).toBe(429)
  })

  it('from one network are counted for an hour and a day too, whomever they are for', async () => {
    await ask(somebody())
    for (const window of ['', ':3600', ':86400']) {
      const key = `code.network:198.51.1.0/24${window}`
      await world.db.updateTable('rate_buckets').set({ count: 10_000 }).where('key', '=', key).execute()
      expect((await ask(somebody())).status).toBe(429)
      expect((await ask(somebody(), 2)).status).toBe(303)
      await world.db.updateTable('rate_buckets').set({ count: 1 }).where('key', '=', key).execute()
    }
  })
})

describe('wrong codes', () => {
  it('are counted over all codes of an address, and a code that was mailed still works where it was asked for', async () => {
    const address = somebody()
    const cookie = cookiesOf(await ask(address))
    const mine = await world.codeFor(address)
    let guesses = 0
    for (let network = 10; network < 24; network += 1) {
      const asked = await ask(address, network)
      if (asked.status !== 303) break
      const code = await world.codeFor(address)
      for (let step = 1; step <= 5; step += 1)
        if ((await type(cookiesOf(asked), wrong(code, step), network)).status === 401) guesses += 1
    }
    // Thirty, and two of each code that was mailed afterwards.
    expect(guesses).toBe(30 + 2 * (14 - 6))
    // Nor when all who are in the same network have used up its tries.
    await fill('try.network:198.51.1.0/24')
    expect((await type(cookie, wrong(mine, 1))).status).toBe(401)
    expect((await type(cookie, mine)).status).toBe(303)
  })
})

describe('a network that asks without end', () => {
  it('is told to wait, whatever it asks for, and others are not', async () => {
    await fill('all.network:198.51.50.0/24')
    for (const path of ['/signin', '/api/me', '/hooks/mail', '/join/x']) {
      const answer = await from(50, path)
      expect([answer.status, Number(answer.headers.get('retry-after')) > 0]).toEqual([429, true])
    }
    expect((await from(51, '/signin')).status).toBe(200)
    expect((await fetch(`${world.here}/healthz`)).status).toBe(200)
  })

  it('is told so under /oauth/ by a count of its own', async () => {
    await fill('oauth.network:198.51.52.0/24')
    expect((await from(52, '/oauth/token', { method: 'POST' })).status).toBe(429)
    expect((await from(52, '/oauth/jwks')).status).toBe(429)
    expect((await from(52, '/signin')).status).toBe(200)
    expect((await from(53, '/oauth/jwks')).status).toBe(200)
  })

  it('or a person who reads without end', async () => {
    const reader = await world.person()
    await fill(`read:${reader.id}`)
    const read = (token: string) => from(1, '/api/me', { headers: { authorization: `Bearer ${token}` } })
    expect((await read(reader.token)).status).toBe(429)
    expect((await read((await world.person()).token)).status).toBe(200)
  })

  it.each([
    ['/hooks/mail', 'POST', hookSecret],
    ['/metrics', 'GET', 'metrics-token-of-the-test'],
  ])('or guesses the secret of %s: then not even the right one is taken from there', async (path, method, secret) => {
    const guess = (word: string, network: number) =>
      from(network, path, {
        ...{ method, headers: { authorization: `Bearer ${word}`, 'content-type': 'application/json' } },
        ...(method === 'POST' && { body: '{"events":[]}' }),
      })
    for (let count = 0; count < 100; count += 1) expect((await guess('wrong', 60)).status).toBe(401)
    expect((await guess('wrong', 60)).status).toBe(429)
    expect((await guess(secret, 60)).status).toBe(429)
    expect((await guess(secret, 61)).status).toBe(200)
  })
})

describe('a count in blocks', () => {
  const rule = { limit: 100, seconds: 60, block: 10 }

  it('gives no more than its limit to all instances together, however many ask at once', async () => {
    const instances = [1, 2].map(() => createBlockCounter(world.db, { name: 'test', ...rule }))
    const waits = await Promise.all(Array.from({ length: 300 }, (_, i) => instances[i % 2]?.('key')))
    expect(waits.filter((wait) => wait === 0)).toHaveLength(100)
    expect(Math.max(...waits.map((wait) => wait ?? 0))).toBeLessThanOrEqual(60)
    expect(await instances[0]?.('another')).toBe(0)
  })

  it('writes once for each block', async () => {
    const count = createBlockCounter(world.db, { name: 'once', ...rule })
    for (let use = 0; use < 20; use += 1) await count('key')
    const row = await world.db
      .selectFrom('rate_buckets')
      .select('count')
      .where('key', '=', 'once:key')
      .executeTakeFirstOrThrow()
    expect(row.count).toBe(2)
  })
})

it('several windows are counted each for itself', async () => {
  const windows = [
    [2, 60],
    [3, 600],
  ] as const
  const take = () => takeFromWindows(world.db, 'windows', windows)
  expect([await take(), await take()]).toEqual([0, 0])
  expect(await take()).toBeGreaterThan(0)
  await later(1)
  expect(await take()).toBeGreaterThan(60)
})
