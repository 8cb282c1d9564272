import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { signInWithCode } from '../../../server/auth/signIn.ts'
import { createSecrets } from '../../../server/secrets.ts'
import { newSend } from '../../helpers/newSend.ts'
import type { Browser } from './browser.ts'
import { startWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
beforeEach(async () => {
  await world.db.deleteFrom('rate_buckets').execute()
})
afterAll(() => world.stop())

const somebody = () => `person.${randomUUID()}@example.edu`
const ask = (browser: Browser, address: string, next = '/') => browser.post('/signin', { address, next })
const type = (browser: Browser, code: string, next = '/') => browser.post('/signin/code', { code, next })
const another = (code: string, step = 1) => String((Number(code) + step) % 100_000_000).padStart(8, '0')
const isIn = async (browser: Browser) =>
  (await browser.get('/api/me', { 'sec-fetch-site': 'same-origin' })).status === 200
const count = async (table: 'sessions' | 'sign_in_codes' | 'outbox' | 'people') => {
  const { total } = await world.db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}
/** A browser that has asked for a code, and that code. */
const waiting = async (email = somebody()) => {
  const browser = world.browser()
  await ask(browser, email)
  return { browser, email, code: await world.codeFor(email) }
}

describe('a code', () => {
  it('signs in the browser that asked for it, and makes an account for a new address', async () => {
    const { browser, email, code } = await waiting()
    expect(code).toMatch(/^\d{8}$/)
    const answer = await type(browser, ` ${code.slice(0, 4)} ${code.slice(4)} `, '/groups/one?tab=pending')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/groups/one?tab=pending')
    const me = await browser.get('/api/me', { 'sec-fetch-site': 'same-origin' })
    expect(await me.json()).toMatchObject({ email, workspaces: [] })
  })

  it('can be typed wrong four times, and is refused after five even when it is right', async () => {
    const four = await waiting()
    for (const step of [1, 2, 3, 4]) expect((await type(four.browser, another(four.code, step))).status).toBe(401)
    expect((await type(four.browser, four.code)).status).toBe(303)

    const five = await waiting()
    for (const left of [4, 3, 2]) {
      const page = await (await type(five.browser, another(five.code, left))).text()
      expect(page).toContain(`${left} more tries`)
    }
    expect(await (await type(five.browser, another(five.code))).text()).toContain('One more try')
    expect(await (await type(five.browser, another(five.code))).text()).toContain('Ask for a new code')
    const right = await type(five.browser, five.code)
    expect(right.status).toBe(401)
    expect(right.headers.getSetCookie()).toEqual([])
    expect(await isIn(five.browser)).toBe(false)
  })

  it('is nothing without the cookie of the browser that asked, or with that of another', async () => {
    const { code, browser } = await waiting()
    const other = await waiting()
    for (const without of [world.browser(), other.browser]) {
      expect((await type(without, code)).status).toBe(401)
      expect(await isIn(without)).toBe(false)
    }
    expect((await type(browser, code)).status).toBe(303)
  })

  it('works once', async () => {
    const { browser, code } = await waiting()
    const [nonce] = [...browser.cookies.values()]
    expect((await type(browser, code)).status).toBe(303)
    const again = world.browser()
    again.cookies.set('nonce', nonce!)
    expect((await type(again, code)).status).toBe(401)
    expect(await isIn(again)).toBe(false)
  })

  it('typed four times at once gives one session', async () => {
    const { browser, code } = await waiting()
    const before = await count('sessions')
    const answers = await Promise.all(Array.from({ length: 4 }, () => type(browser, code)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 401, 401, 401])
    expect(await count('sessions')).toBe(before + 1)
  })

  it('works for ten minutes', async () => {
    const { browser, code, email } = await waiting()
    const { seconds } = await world.db
      .selectFrom('sign_in_codes')
      .select(sql<number>`extract(epoch from expires_at - created_at)::int`.as('seconds'))
      .where('email', '=', email)
      .executeTakeFirstOrThrow()
    expect(seconds).toBe(600)
    await world.db.updateTable('sign_in_codes').set({ expires_at: new Date() }).where('email', '=', email).execute()
    expect((await type(browser, code)).status).toBe(401)
    expect(await isIn(browser)).toBe(false)
    expect((await browser.get('/signin/code')).headers.get('location')).toBe('/signin?next=%2F')
  })

  it('is recognised with SECRET alone', async () => {
    const { browser, code } = await waiting()
    const attempt = { nonce: [...browser.cookies.values()][0]?.value ?? '', code, network: 'a network', browser: '' }
    const other = { ...world.service, secrets: createSecrets('another secret of 32 characters, or more') }
    expect(await signInWithCode(other, attempt)).toEqual({ state: 'wrong', left: 4 })
    expect(await signInWithCode(world.service, attempt)).toMatchObject({ state: 'right' })
  })

  it('is not in the store, nor is what the browser keeps', async () => {
    const { browser, code } = await waiting()
    const nonce = [...browser.cookies.values()].map(({ value }) => value)
    await type(browser, code)
    const session = [...browser.cookies.values()].map(({ value }) => value)
    const rows = [
      ...(await world.db.selectFrom('sign_in_codes').selectAll().execute()),
      ...(await world.db.selectFrom('sessions').selectAll().execute()),
      ...(await world.db.selectFrom('outbox').selectAll().execute()),
    ]
    const dump = rows.flatMap(Object.values).map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : value))
    for (const secret of [code, ...nonce, ...session]) expect(dump.join()).not.toContain(secret)
  })
})

describe('too many', () => {
  it('codes for one address, however it is written and from wherever it is asked', async () => {
    const email = somebody()
    for (const address of [email, email.toUpperCase(), ` ${email}`, email, email])
      expect((await ask(world.browser(), address)).status).toBe(303)
    const before = await count('outbox')
    const sixth = await ask(world.browser(), email)
    expect(sixth.status).toBe(429)
    expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(840)
    expect(await sixth.text()).toContain('Wait 15 minutes')
    expect(await count('outbox')).toBe(before)
    expect((await ask(world.browser(), somebody())).status).toBe(303)
  })

  it('codes or tries from one network, whoever they are for', async () => {
    const { browser, code } = await waiting()
    await type(browser, another(code, 2))
    await type(browser, another(code))
    const full = { count: 10_000 }
    await world.db.updateTable('rate_buckets').set(full).where('key', 'like', '%.network:127.0.0.0/24').execute()
    expect((await ask(world.browser(), somebody())).status).toBe(429)
    const tried = await type(browser, code)
    expect(tried.status).toBe(429)
    expect(Number(tried.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await isIn(browser)).toBe(false)
    // An address of the asker's own choosing is not another network.
    const posing = await fetch(`${world.here}/signin`, {
      method: 'POST',
      headers: { origin: world.url, 'x-forwarded-for': '203.0.113.9' },
      body: new URLSearchParams({ address: somebody() }),
      redirect: 'manual',
    })
    expect(posing.status).toBe(429)
    await world.db.updateTable('rate_buckets').set({ resets_at: new Date() }).execute()
    expect((await type(browser, code)).status).toBe(303)
  })
})

describe('somebody who tries addresses', () => {
  it('sees the same for one that is known and one that is not', async () => {
    const owner = await world.person(somebody(), 'Ada Instructor')
    await world.workspace(owner)
    const seen = async (email: string) => {
      const browser = world.browser()
      const asked = await ask(browser, email)
      const page = await browser.get('/signin/code')
      const wrong = await type(browser, another(await world.codeFor(email)))
      const plain = async (answer: Response) => [
        answer.status,
        [...answer.headers].filter(([name]) => !['date', 'set-cookie', 'content-length'].includes(name)),
        answer.headers.getSetCookie().map((line) => line.replace(/=[^;]+/, '')),
        (await answer.text()).replaceAll(email, 'THE ADDRESS'),
      ]
      return [await plain(asked), await plain(page), await plain(wrong)]
    }
    expect(await seen(owner.email)).toEqual(await seen(somebody()))
  })

  it('has the same statements run for either, and so waits no longer for one', async () => {
    const owner = await world.person(somebody(), 'Ada Instructor')
    const group = await world.group(await world.workspace(owner), owner)
    const known = (await world.person(somebody(), 'Sam Lee')).email
    await owner.call('invitations.send', newSend(group, [{ email: known, role: 'member' }], 'manual'))
    const statements = async (email: string) => {
      const query = vi.spyOn(pg.Client.prototype, 'query')
      try {
        const browser = world.browser()
        await ask(browser, email)
        await browser.get('/signin/code')
        await type(browser, another(await world.codeFor(email)))
        await browser.post('/invited', { address: email })
        const texts = query.mock.calls.map(([asked]: unknown[]) => JSON.stringify((asked as { text?: string }).text))
        return texts.filter((text) => !text?.includes('chores'))
      } finally {
        query.mockRestore()
      }
    }
    const seen = await statements(known)
    expect(seen.length).toBeGreaterThan(10)
    expect(await statements(somebody())).toEqual(seen)
  })

  it('makes no account by asking', async () => {
    const before = await count('people')
    await ask(world.browser(), somebody())
    expect(await count('people')).toBe(before)
  })

  it.each(['', 'nobody', 'a@b, evil@example.edu', 'a@example.edu\nbcc: evil@example.edu'])(
    'is told what an address looks like: %j',
    async (address) => {
      const before = await count('outbox')
      const answer = await ask(world.browser(), address)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('This does not look like an address')
      expect(await count('outbox')).toBe(before)
    },
  )
})

describe('cookies', () => {
  const lines = async (at: World) => {
    const browser = at.browser()
    await at.signIn(browser, 'cookies@example.edu')
    return [...browser.cookies.values()].map(({ line }) => line.replace(/=[^;]+/, ''))
  }

  it('over http are kept from scripts and from other sites', async () => {
    const browser = world.browser()
    const asked = await ask(browser, 'cookies@example.edu')
    expect(asked.headers.getSetCookie().map((line) => line.replace(/=[^;]+/, ''))).toEqual([
      'rollcall_nonce; Max-Age=600; Path=/; HttpOnly; SameSite=Lax',
    ])
    expect(await lines(world)).toEqual([
      'rollcall_session; Max-Age=2592000; Path=/; HttpOnly; SameSite=Lax',
      'rollcall_known; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax',
    ])
  })

  it('over https go nowhere else, and are taken from nowhere else', async () => {
    const secure = await startWorld({ PUBLIC_URL: 'https://groups.example.edu' })
    try {
      expect(await lines(secure)).toEqual([
        '__Host-rollcall_session; Max-Age=2592000; Path=/; HttpOnly; Secure; SameSite=Lax',
        '__Host-rollcall_known; Max-Age=31536000; Path=/; HttpOnly; Secure; SameSite=Lax',
      ])
      const token = await secure.session(await secure.person())
      const me = (name: string) =>
        fetch(`${secure.here}/api/me`, { headers: { cookie: `${name}=${token}`, 'sec-fetch-site': 'same-origin' } })
      expect((await me('__Host-rollcall_session')).status).toBe(200)
      expect((await me('rollcall_session')).status).toBe(401)
    } finally {
      await secure.stop()
    }
  })
})

describe('a session', () => {
  it('counts for the API only where the browser says that a page of ours asks', async () => {
    const browser = world.browser()
    await world.signIn(browser, somebody())
    expect((await browser.get('/api/me', { 'sec-fetch-site': 'same-origin' })).status).toBe(200)
    for (const site of ['cross-site', 'same-site', 'none', ''])
      expect((await browser.get('/api/me', { 'sec-fetch-site': site })).status).toBe(401)
    expect((await browser.get('/api/me')).status).toBe(401)
    const wrong = { 'sec-fetch-site': 'same-origin', authorization: 'Bearer nonsense' }
    expect((await browser.get('/api/me', wrong)).status).toBe(401)
  })

  it('ends with signing out, for whoever kept its cookie too, and after thirty days', async () => {
    const browser = world.browser()
    await world.signIn(browser, somebody())
    const kept = world.browser()
    for (const [key, cookie] of browser.cookies) kept.cookies.set(key, cookie)
    expect(await isIn(kept)).toBe(true)
    await browser.post('/signout', {})
    expect([...browser.cookies.values()].map(({ name }) => name)).toEqual(['rollcall_known'])
    expect(await isIn(kept)).toBe(false)

    const person = await world.person()
    const token = await world.session(person)
    const later = { cookie: `rollcall_session=${token}`, 'sec-fetch-site': 'same-origin' }
    expect((await fetch(`${world.here}/api/me`, { headers: later })).status).toBe(200)
    await world.db.updateTable('sessions').set({ expires_at: new Date() }).where('person_id', '=', person.id).execute()
    expect((await fetch(`${world.here}/api/me`, { headers: later })).status).toBe(401)
  })

  it('is ended by signing in again in the same browser', async () => {
    const browser = world.browser()
    const first = somebody()
    await world.signIn(browser, first)
    const kept = world.browser()
    for (const [key, cookie] of browser.cookies) kept.cookies.set(key, cookie)
    await world.signIn(browser, somebody())
    expect(await isIn(browser)).toBe(true)
    expect(await isIn(kept)).toBe(false)
  })

  it('saves asking again: the sign-in page leads on', async () => {
    const browser = world.browser()
    await world.signIn(browser, somebody())
    expect((await browser.get('/signin?next=/groups/one')).headers.get('location')).toBe('/groups/one')
    expect((await browser.get('/signin?next=//evil.example')).headers.get('location')).toBe('/')
  })
})

describe('what comes from elsewhere', () => {
  it('leads nowhere else after signing in', async () => {
    for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', '/\t/evil.example']) {
      const { browser, code } = await waiting()
      expect((await type(browser, code, next)).headers.get('location')).toBe('/')
      expect((await browser.post('/signout', { next })).headers.get('location')).toBe('/')
      expect((await ask(world.browser(), somebody(), next)).headers.get('location')).toBe('/signin/code?next=%2F')
    }
  })

  it.each([['https://evil.example'], [null], ['null']])('a form from %s does nothing', async (origin) => {
    const { browser, code } = await waiting()
    const before = [await count('sign_in_codes'), await count('outbox'), await count('sessions')]
    expect((await browser.post('/signin', { address: somebody() }, { origin })).status).toBe(403)
    const refused = await browser.post('/signin/code', { code }, { origin })
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('Nothing was done')
    expect([await count('sign_in_codes'), await count('outbox'), await count('sessions')]).toEqual(before)
    expect((await type(browser, code)).status).toBe(303)
    expect((await browser.post('/signout', {}, { origin })).status).toBe(403)
    expect(await isIn(browser)).toBe(true)
  })
})
