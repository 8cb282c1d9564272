import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { startOpenIdProvider } from '../../../helpers/openIdProvider.ts'
import { refusal } from '../../../helpers/service.ts'
import { startWorld } from '../world.ts'
import { startSchool } from './school.ts'

/** What an Owner sets, of which provider and domain. */
const { world, idp, owner, school, records, set, leave, travel, who, isInForce, signedIn, anew, stop } =
  await startSchool()
beforeEach(anew)
afterAll(stop)

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
