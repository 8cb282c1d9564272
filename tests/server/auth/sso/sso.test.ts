import dns from 'node:dns'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CallInput } from '../../../../lib/contract/index.ts'
import { acceptUrl } from '../../../../server/urls.ts'
import { startNameServer } from '../../../helpers/nameServer.ts'
import { type OpenIdProvider, startOpenIdProvider } from '../../../helpers/openIdProvider.ts'
import { type Caller, refusal } from '../../../helpers/service.ts'
import type { Browser } from '../browser.ts'
import { authorise, exchange, me, newRequest, startWorld, type World } from '../world.ts'

/** Signing in at a school's own OpenID provider: a real one, on a port beside the service. */
let world: World
let idp: OpenIdProvider
let owner: Caller
let school: { id: string }
let names: Awaited<ReturnType<typeof startNameServer>>
const records = new Map<string, string[]>()
const usualServers = dns.getServers()

beforeAll(async () => {
  names = await startNameServer(records)
  dns.setServers([names.address])
  world = await startWorld({ SSO_PRIVATE_NETWORKS: '1' })
  owner = await world.person('owner@example.edu')
  school = await world.workspace(owner, 'Northgate School')
  const { redirectUri, record } = await owner.call('sso.get', { workspaceId: school.id })
  records.set('_rollcall.northgate.example', [record])
  idp = await startOpenIdProvider([redirectUri])
})
beforeEach(async () => {
  await world.db.deleteFrom('rate_buckets').execute()
  await owner.call('sso.remove', { workspaceId: school.id })
  await set()
  await owner.call('sso.test', { workspaceId: school.id })
  idp.people.clear()
  idp.people.set('sam', { email: 'Sam@northgate.example', email_verified: true, name: 'Sam Student' })
})
afterAll(async () => {
  dns.setServers(usualServers)
  names.stop()
  await idp.stop()
  await world.stop()
})

const set = (changes: Partial<CallInput<'sso.set'>> = {}) =>
  owner.call('sso.set', {
    ...{ workspaceId: school.id, issuer: idp.issuer, client: idp.clientId, secret: idp.secret },
    ...{ domains: ['northgate.example'], required: false, trusted: false },
    ...changes,
  })
/** Types an address; the way to the provider. */
const leave = async (browser: Browser, address = 'sam@northgate.example', next = '/groups/one') => {
  await browser.post('/signin', { address, next })
  return (await browser.get('/signin/sso/start')).headers.get('location') ?? ''
}
/** There and back again, as the named person of the school. */
const travel = async (browser: Browser, name = 'sam', at: World = world) =>
  await browser.get((await idp.signIn(await leave(browser), name)).replace(at.url, at.here))
const who = async (browser: Browser): Promise<string | undefined> =>
  (await (await browser.get('/api/me', { 'sec-fetch-site': 'same-origin' })).json()).email
const works = async (token: string) => (await me(world, token)).status === 200
const isInForce = async () => {
  await set({ required: true })
  expect(await who(await signedIn())).toBe('sam@northgate.example')
}
const signedIn = async () => {
  const browser = world.browser()
  expect((await travel(browser)).status).toBe(303)
  return browser
}
const codesMailed = async () =>
  Number(
    (
      await world.db
        .selectFrom('sign_in_codes')
        .select((eb) => eb.fn.countAll<string>().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

describe('somebody whose school has a page of its own to sign in', () => {
  it('goes there and comes back signed in, where they wanted to go', async () => {
    const browser = world.browser()
    const asked = await browser.post('/signin', { address: 'sam@northgate.example', next: '/groups/one?tab=pending' })
    expect([asked.status, asked.headers.get('location')]).toEqual([303, '/signin/sso'])
    const page = await (await browser.get('/signin/sso')).text()
    expect(page).toContain('Northgate School')
    expect(page).toContain(new URL(idp.issuer).host)
    const out = new URL((await browser.get('/signin/sso/start')).headers.get('location') ?? '')
    expect(out.origin).toBe(idp.issuer)
    expect(out.searchParams.get('code_challenge_method')).toBe('S256')
    expect(out.searchParams.get('login_hint')).toBe('sam@northgate.example')

    const back = await browser.get(await idp.signIn(out.href, 'sam'))
    expect([back.status, back.headers.get('location')]).toEqual([303, '/groups/one?tab=pending'])
    expect(await who(browser)).toBe('sam@northgate.example')
    expect([...browser.cookies.values()].map(({ name }) => name)).toEqual(['rollcall_session', 'rollcall_known'])
    expect((await owner.call('sso.get', { workspaceId: school.id })).sso).toMatchObject({ worked: true })
  })

  it('is whoever the provider says, whatever was typed', async () => {
    idp.people.set('kim', { email: 'kim@northgate.example', email_verified: true })
    const browser = world.browser()
    await travel(browser, 'kim')
    expect(await who(browser)).toBe('kim@northgate.example')
  })

  it('is known to the service already, or is not: nobody who asks can tell', async () => {
    await world.person('known@northgate.example')
    const seen = async (address: string) => {
      const browser = world.browser()
      const answers = [await browser.post('/signin', { address, next: '/' }), await browser.get('/signin/sso')]
      return await Promise.all(
        answers.map(async (answer) => [answer.status, answer.headers.get('location'), await answer.text()]),
      ).then((all) => JSON.stringify(all).replaceAll(address, 'THE ADDRESS'))
    }
    expect(await seen('known@northgate.example')).toBe(await seen('nobody@northgate.example'))
    expect(await codesMailed()).toBe(0)
  })

  it('may take a code instead, until the school requires its page', async () => {
    const browser = world.browser()
    const how = { address: 'sam@northgate.example', next: '/', how: 'code' }
    expect((await browser.post('/signin', how)).headers.get('location')).toBe('/signin/code?next=%2F')
    // Required, and not in force before somebody has come in that way: until then it may be a mistake.
    await set({ required: true })
    expect((await browser.post('/signin', how)).headers.get('location')).toBe('/signin/code?next=%2F')
    await isInForce()
    expect((await browser.post('/signin', how)).headers.get('location')).toBe('/signin/sso')
    expect(await (await browser.get('/signin/sso')).text()).not.toContain('Send me a code')
    // A code that was mailed before is none any more.
    const code = await world.codeFor('sam@northgate.example')
    const typed = await browser.post('/signin/code', { code, next: '/' })
    expect(typed.status).toBe(403)
    expect(await typed.text()).toContain('signs in on its own page')
    expect(await who(browser)).toBeUndefined()
  })

  it('is not signed in by a mailed link where the school requires its page', async () => {
    const group = await world.group(school, owner)
    const people = [{ email: 'new@northgate.example', role: 'member' as const }]
    const ids = { key: crypto.randomUUID(), batch: crypto.randomUUID() }
    await owner.call('invitations.send', { groupId: group.id, ...ids, origin: 'manual', people })
    const row = await world.db
      .selectFrom('invitations')
      .select(['id', 'generation'])
      .where('email', '=', 'new@northgate.example')
      .executeTakeFirstOrThrow()
    await isInForce()
    const browser = world.browser()
    const path = new URL(acceptUrl(world.service, row)).pathname
    const page = await (await browser.get(path)).text()
    expect(page).toContain('Sign in to accept')
    expect(page).toContain('own page')
    expect(page).not.toContain('We send a code')
    await browser.post(path, {})
    expect(await who(browser)).toBeUndefined()
    const { state } = await world.db
      .selectFrom('invitations')
      .select('state')
      .where('id', '=', row.id)
      .executeTakeFirstOrThrow()
    expect(state).toBe('pending')
  })

  it('goes where they wanted on this service alone', async () => {
    const browser = world.browser()
    const out = await leave(browser, 'sam@northgate.example', 'https://evil.example/')
    expect((await browser.get(await idp.signIn(out, 'sam'))).headers.get('location')).toBe('/')
  })
})

describe('nobody is signed in', () => {
  const refused = async (back: Response, status: number, words: string) => {
    expect(back.status).toBe(status)
    expect(back.headers.get('location')).toBeNull()
    expect(await back.text()).toContain(words)
  }

  it.each([
    ['without an address', {}],
    ['with one that is not verified', { email: 'sam@northgate.example', email_verified: false }],
    ['with one of which nothing is said', { email: 'sam@northgate.example' }],
    ['with what is no address', { email: 'owner@example.edu, sam@northgate.example', email_verified: true }],
  ])('%s', async (_, claims) => {
    idp.people.set('sam', claims)
    const browser = world.browser()
    await refused(await travel(browser), 403, 'verified address')
    expect(await who(browser)).toBeUndefined()
  })

  it('unless the provider alone gives out its domain’s addresses: then silence will do, and a no will not', async () => {
    await set({ trusted: true })
    idp.people.set('sam', { email: 'sam@northgate.example' })
    expect(await who(await signedIn())).toBe('sam@northgate.example')
    idp.people.set('sam', { email: 'sam@northgate.example', email_verified: false })
    await refused(await travel(world.browser()), 403, 'verified address')
  })

  it.each(['owner@example.edu', 'sam@northgate.example.evil.example', 'sam@sub.northgate.example'])(
    'with an address of another domain: %s',
    async (email) => {
      idp.people.set('sam', { email, email_verified: true })
      const browser = world.browser()
      await refused(await travel(browser), 403, 'This is another address')
      expect(await who(browser)).toBeUndefined()
    },
  )

  it('with another state, and the sign-in goes on', async () => {
    const browser = world.browser()
    const back = new URL(await idp.signIn(await leave(browser), 'sam'))
    const right = back.href
    back.searchParams.set('state', 'made-up')
    await refused(await browser.get(back.href), 400, 'This sign-in has expired')
    back.searchParams.delete('state')
    await refused(await browser.get(back.href), 400, 'This sign-in has expired')
    expect(await who(browser)).toBeUndefined()
    expect((await browser.get(right)).status).toBe(303)
  })

  it.each([
    ['nonce', 'another-nonce'],
    ['code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'],
  ])('when the provider was asked with another %s', async (name, value) => {
    const browser = world.browser()
    const out = new URL(await leave(browser))
    out.searchParams.set(name, value)
    await refused(await browser.get(await idp.signIn(out.href, 'sam')), 403, 'did not sign you in')
    expect(await who(browser)).toBeUndefined()
  })

  it('by the same return again, in the browser that has it or a copy of it', async () => {
    const browser = world.browser()
    const back = await idp.signIn(await leave(browser), 'sam')
    const copy = world.browser()
    for (const [key, cookie] of browser.cookies) copy.cookies.set(key, cookie)
    expect((await browser.get(back)).status).toBe(303)
    for (const again of [copy, browser]) await refused(await again.get(back), 400, 'This sign-in has expired')
    expect(await who(copy)).toBeUndefined()
  })

  it('by one return of several at once, but for one', async () => {
    const browser = world.browser()
    const back = await idp.signIn(await leave(browser), 'sam')
    const answers = await Promise.all(Array.from({ length: 4 }, () => browser.get(back)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 400, 400, 400])
  })

  it('in another browser than the one that began, or in none', async () => {
    const begun = world.browser()
    const back = await idp.signIn(await leave(begun), 'sam')
    const other = world.browser()
    await leave(other)
    for (const browser of [other, world.browser()]) {
      await refused(await browser.get(back), 400, 'This sign-in has expired')
      expect(await who(browser)).toBeUndefined()
    }
    expect((await begun.get(back)).status).toBe(303)
  })

  it('in another Workspace than the one whose provider was asked', async () => {
    const annex = await world.workspace(owner, 'Annex')
    const browser = world.browser()
    const back = await idp.signIn(await leave(browser), 'sam')
    await refused(await browser.get(back.replace(school.id, annex.id)), 400, 'This sign-in has expired')
    await refused(await browser.get(back.replace(school.id, 'anything')), 400, 'This sign-in has expired')
  })

  it('after ten minutes, or after the settings were changed', async () => {
    const browser = world.browser()
    const back = await idp.signIn(await leave(browser), 'sam')
    await set()
    await refused(await browser.get(back), 400, 'This sign-in has expired')
    const late = await idp.signIn(await leave(browser), 'sam')
    await world.db.updateTable('sso_sign_ins').set({ expires_at: new Date() }).execute()
    await refused(await browser.get(late), 400, 'This sign-in has expired')
  })

  it('when the provider says no', async () => {
    const browser = world.browser()
    const out = new URL(await leave(browser))
    const back = new URL(out.searchParams.get('redirect_uri') ?? '')
    back.search = String(
      new URLSearchParams({ error: 'access_denied', state: out.searchParams.get('state') ?? '', iss: idp.issuer }),
    )
    await refused(await browser.get(back.href), 403, 'did not sign you in')
  })

  it('when our secret is not the provider’s', async () => {
    await set({ secret: 'another secret' })
    await refused(await travel(world.browser()), 403, 'did not sign you in')
  })
})

describe('who came in before the school required its page', () => {
  const withCode = async (address: string) => {
    const browser = world.browser()
    await browser.post('/signin', { address, next: '/', how: 'code' })
    expect((await browser.post('/signin/code', { code: await world.codeFor(address), next: '/' })).status).toBe(303)
    return browser
  }
  const connected = async (browser: Browser): Promise<string> => {
    const { address, verifier } = newRequest()
    const end = await authorise(world, browser, '', address)
    return (await (await exchange(world, end.searchParams.get('code') ?? '', verifier)).json()).access_token
  }
  const lastLine = async () => (await owner.call('audit.list', { workspaceId: school.id, limit: 1 })).lines[0]

  it('is signed out with the extensions connected then, and nobody else is', async () => {
    const [byCode, byPage] = [await withCode('kim@northgate.example'), await signedIn()]
    const elsewhere = await withCode('kim@elsewhere.example')
    const tokens = [await connected(byCode), await connected(byPage), await connected(elsewhere)] as const
    await set()
    expect(await who(byCode)).toBe('kim@northgate.example')
    await set({ required: true })
    expect(await Promise.all([byCode, byPage, elsewhere].map(who))).toEqual([
      undefined,
      'sam@northgate.example',
      'kim@elsewhere.example',
    ])
    expect(await Promise.all(tokens.map(works))).toEqual([false, true, true])
    const ended = { action: 'sso.othersSignedOut', details: { sessions: 1, connections: 1 } }
    expect(await lastLine()).toMatchObject({ ...ended, actor: { id: owner.id } })
    // Once more ends nobody, and says nothing.
    await set({ required: true })
    expect(await lastLine()).toMatchObject({ action: 'sso.set' })
  })

  it('stays until the page has worked once, and then is', async () => {
    await set({ required: true })
    const byCode = await withCode('kim@northgate.example')
    const byPage = await signedIn()
    expect([await who(byCode), await who(byPage)]).toEqual([undefined, 'sam@northgate.example'])
    expect(await lastLine()).toMatchObject({ actor: null, details: { sessions: 1, connections: 0 } })
  })

  it('by another provider is too', async () => {
    const byPage = await signedIn()
    await set({ required: true, issuer: 'https://login.elsewhere.example', secret: 'x' })
    expect(await who(byPage)).toBe('sam@northgate.example')
    await world.db.updateTable('workspace_sso').set({ worked_at: new Date() }).execute()
    await set({ required: true, issuer: 'https://login.elsewhere.example', secret: 'x' })
    expect(await who(byPage)).toBeUndefined()
  })

  it('is, when a domain is proved afterwards', async () => {
    const domains = ['northgate.example', 'westgate.example']
    await set({ required: true, domains })
    await signedIn()
    const byCode = await withCode('kim@westgate.example')
    await owner.call('sso.test', { workspaceId: school.id })
    expect(await who(byCode)).toBe('kim@westgate.example')
    records.set('_rollcall.westgate.example', records.get('_rollcall.northgate.example') ?? [])
    await owner.call('sso.test', { workspaceId: school.id })
    expect(await who(byCode)).toBeUndefined()
    records.delete('_rollcall.westgate.example')
  })
})

describe('a provider that is down', () => {
  it('is said to be, on the way there and on the way back', async () => {
    const away = await startOpenIdProvider([(await owner.call('sso.get', { workspaceId: school.id })).redirectUri], {
      inToken: true,
    })
    away.people.set('sam', { email: 'sam@northgate.example', email_verified: true })
    await set({ issuer: away.issuer, secret: away.secret })
    expect((await owner.call('sso.test', { workspaceId: school.id })).provider).toBe('answers')
    // An address in the ID token saves asking for it.
    const works = world.browser()
    expect((await works.get(await away.signIn(await leave(works), 'sam'))).status).toBe(303)
    expect(away.asked).not.toContain('/me')

    const browser = world.browser()
    const back = await away.signIn(await leave(browser), 'sam')
    await away.stop()
    const answer = await browser.get(back)
    expect(answer.status).toBe(502)
    expect(await answer.text()).toContain('does not answer')
    const second = world.browser()
    await second.post('/signin', { address: 'sam@northgate.example', next: '/' })
    const start = await second.get('/signin/sso/start')
    expect(start.status).toBe(502)
    expect(await start.text()).toContain('cannot be reached from here just now')
    expect((await owner.call('sso.test', { workspaceId: school.id })).provider).toBe('unreachable')
  })
})

describe('the settings', () => {
  it('never show the secret: not in an answer, a log, the audit or the store', async () => {
    await isInForce()
    await set({ secret: 'another secret' })
    await travel(world.browser())
    await set()
    const lines = (await owner.call('audit.list', { workspaceId: school.id, limit: 200 })).lines
    const rows = await world.db.selectFrom('workspace_sso').selectAll().execute()
    const kept = [JSON.stringify(await owner.call('sso.get', { workspaceId: school.id })), JSON.stringify(world.lines)]
    kept.push(JSON.stringify(lines), rows.map((row) => row.secret.toString('latin1') + JSON.stringify(row)).join())
    for (const text of kept) {
      expect(text).not.toContain(idp.secret)
      expect(text).not.toContain('another secret')
    }
    expect(lines.map(({ action }) => action)).toEqual(expect.arrayContaining(['sso.set', 'sso.test', 'sso.remove']))
    expect(world.lines.map(({ msg }) => msg)).toContain('ssoFailed')
  })

  it('keep the secret that is not typed again, for its own provider alone', async () => {
    await set({ secret: undefined, required: true })
    expect(await who(await signedIn())).toBe('sam@northgate.example')
    expect(await refusal(set({ secret: undefined, issuer: 'https://evil.example' }))).toBe('notUnderstood')
    expect(await refusal(set({ secret: undefined, client: 'other' }))).toBe('notUnderstood')
  })

  it.each(['http://login.example.edu', 'ftp://login.example.edu', 'login.example.edu', 'https://a:b@example.edu'])(
    'take no issuer such as %s',
    async (issuer) => expect(await refusal(set({ issuer }))).toBe('notUnderstood'),
  )

  it('are in force again only after the new provider has worked', async () => {
    await isInForce()
    await set({ required: true })
    expect((await owner.call('sso.get', { workspaceId: school.id })).sso).toMatchObject({ worked: true })
    await set({ required: true, client: 'another' })
    expect((await owner.call('sso.get', { workspaceId: school.id })).sso).toMatchObject({ worked: false })
  })

  it('are forgotten, and codes work again', async () => {
    await isInForce()
    await owner.call('sso.remove', { workspaceId: school.id })
    expect((await owner.call('sso.get', { workspaceId: school.id })).sso).toBeNull()
    expect(await owner.call('sso.test', { workspaceId: school.id })).toEqual({ provider: 'none', domains: [] })
    const browser = world.browser()
    await world.signIn(browser, 'sam@northgate.example')
    expect(await who(browser)).toBe('sam@northgate.example')
  })

  it('are told of something that is no provider', async () => {
    await set({ issuer: world.url })
    expect((await owner.call('sso.test', { workspaceId: school.id })).provider).toBe('notAProvider')
  })
})

it.each([
  ['whose page is not reached by https', { authorization_endpoint: 'http://evil.example/authorize' }],
  ['whose page is no address', { authorization_endpoint: 'javascript:alert(1)' }],
  ['that names no page', { authorization_endpoint: undefined }],
  ['that calls itself by another name', { issuer: 'https://evil.example' }],
])('a provider %s is none', async (_, changes) => {
  const description = createServer((request, response) => {
    const issuer = `http://${request.headers.host}`
    const found = { issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ ...found, jwks_uri: `${issuer}/jwks`, ...changes }))
  }).listen(0, '127.0.0.1')
  await once(description, 'listening')
  try {
    await set({ issuer: `http://127.0.0.1:${(description.address() as AddressInfo).port}` })
    expect((await owner.call('sso.test', { workspaceId: school.id })).provider).toBe('notAProvider')
  } finally {
    description.close()
  }
})

describe('a domain', () => {
  const test = async (caller = owner, id = school.id) => (await caller.call('sso.test', { workspaceId: id })).domains

  it('counts once its DNS names the Workspace, and as long as it does', async () => {
    await set({ domains: ['northgate.example', 'southgate.example'] })
    const ways = async (address: string) =>
      (await world.browser().post('/signin', { address, next: '/' })).headers.get('location')
    expect(await test()).toEqual([
      { domain: 'northgate.example', state: 'proved' },
      { domain: 'southgate.example', state: 'noRecord' },
    ])
    expect(await ways('kim@southgate.example')).toBe('/signin/code?next=%2F')
    // Not proved, so the provider does not answer for it either.
    idp.people.set('sam', { email: 'owner@southgate.example', email_verified: true })
    expect((await travel(world.browser())).status).toBe(403)

    const [record = ''] = records.get('_rollcall.northgate.example') ?? []
    records.set('_rollcall.southgate.example', ['something else', record])
    expect(await test()).toContainEqual({ domain: 'southgate.example', state: 'proved' })
    expect(await ways('kim@southgate.example')).toBe('/signin/sso')
    records.delete('_rollcall.southgate.example')
    expect(await test()).toContainEqual({ domain: 'southgate.example', state: 'noRecord' })
    expect(await ways('kim@southgate.example')).toBe('/signin/code?next=%2F')
  })

  it('is one Workspace’s: another’s record proves nothing, and what is taken stays taken', async () => {
    const rival = await world.person()
    const theirs = await world.workspace(rival, 'Rival School')
    const { record } = await rival.call('sso.get', { workspaceId: theirs.id })
    const settings = { issuer: 'https://evil.example', client: 'x', secret: 'x', required: true, trusted: true }
    await rival.call('sso.set', { workspaceId: theirs.id, ...settings, domains: ['northgate.example'] })
    expect(await test(rival, theirs.id)).toEqual([{ domain: 'northgate.example', state: 'noRecord' }])
    records.set('_rollcall.northgate.example', [...(records.get('_rollcall.northgate.example') ?? []), record])
    expect(await test(rival, theirs.id)).toEqual([{ domain: 'northgate.example', state: 'taken' }])
    expect(await who(await signedIn())).toBe('sam@northgate.example')
  })
})

it('goes to no private network unless the service allows it', async () => {
  const strict = await startWorld({ SSO_DOMAINS: 'northgate.example', SSO_OPTIONAL: '1' })
  try {
    const person = await strict.person()
    const { id } = await strict.workspace(person)
    const before = idp.asked.length
    for (const issuer of [
      idp.issuer,
      idp.issuer.replace('127.0.0.1', 'localhost'),
      'https://10.0.0.1',
      'https://[::1]',
    ]) {
      const settings = { issuer, client: idp.clientId, secret: idp.secret, required: true, trusted: true }
      await person.call('sso.set', { workspaceId: id, ...settings, domains: ['northgate.example'] })
      expect(await person.call('sso.test', { workspaceId: id })).toEqual({
        provider: 'privateNetwork',
        domains: [{ domain: 'northgate.example', state: 'proved' }],
      })
    }
    expect(idp.asked.length).toBe(before)
    // And a service that is told so lets codes in all the same, and leaves in whom they let in.
    await strict.db.updateTable('workspace_sso').set({ worked_at: new Date() }).execute()
    const browser = strict.browser()
    const asked = await browser.post('/signin', { address: 'sam@northgate.example', next: '/', how: 'code' })
    expect(asked.headers.get('location')).toBe('/signin/code?next=%2F')
    await browser.post('/signin/code', { code: await strict.codeFor('sam@northgate.example'), next: '/' })
    await person.call('sso.test', { workspaceId: id })
    expect(await who(browser)).toBe('sam@northgate.example')
  } finally {
    await strict.stop()
  }
})

// The last: the world's store is another one afterwards.
it('who came in while the service let codes in all the same is signed out at its next start', async () => {
  await isInForce()
  const byPage = await signedIn()
  const kim = await world.person('kim@northgate.example')
  const session = await world.session(kim)
  const asked = { cookie: `rollcall_session=${session}`, 'sec-fetch-site': 'same-origin' }
  const status = async () => (await fetch(`${world.url}/api/me`, { headers: asked })).status
  expect(await status()).toBe(200)
  await world.restart()
  expect([await status(), await who(byPage), await works(kim.token)]).toEqual([401, 'sam@northgate.example', false])
})
