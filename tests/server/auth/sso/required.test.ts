import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Browser } from '../browser.ts'
import { authorise, exchange, newRequest } from '../world.ts'
import { startSchool } from './school.ts'

/** Who stays signed in once the school requires its page. */
const { world, owner, school, records, set, who, works, isInForce, signedIn, anew, stop } = await startSchool()
beforeEach(anew)
afterAll(stop)

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
