import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { oauthClientId } from '../../../lib/identity.ts'
import type { Browser } from './browser.ts'
import { askForTokens, me, startWorld, type World } from './world.ts'

/** RFC 8628: an extension that cannot open a sign-in window shows a code, which is typed on the service's page. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
beforeEach(async () => {
  await world.db.deleteFrom('rate_buckets').execute()
})
afterAll(() => world.stop())

const askForCode = async () =>
  await fetch(`${world.url}/oauth/device/code`, {
    method: 'POST',
    headers: { origin: 'moz-extension://1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed' },
    body: new URLSearchParams({ client_id: oauthClientId, scope: 'rollcall' }),
  })
const newCode = async (): Promise<{ device_code: string; user_code: string; verification_uri: string }> =>
  await (await askForCode()).json()
const poll = (device_code: string) =>
  askForTokens(world, { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code })
const errorOf = async (answer: Promise<Response>) => (await (await answer).json()).error
const xsrfIn = (page: string) => /name="xsrf" value="([\w-]+)"/.exec(page)?.[1] ?? ''
/** Types a code; the page that follows. */
const type = async (browser: Browser, code: string) => {
  const page = await (await browser.follow('/connect')).answer.text()
  const answer = await browser.post('/oauth/device', { xsrf: xsrfIn(page), user_code: code })
  return await answer.text()
}
const goOn = async (browser: Browser, code: string, more: Record<string, string> = { confirm: 'yes' }) =>
  await browser.post('/oauth/device', { xsrf: xsrfIn(await type(browser, code)), user_code: code, ...more })
/** To the consent page: signs in on the way. */
const toConsent = async (browser: Browser, email: string, code: string) => {
  const first = await browser.follow((await goOn(browser, code)).headers.get('location') ?? '')
  const next = new URL(first.address).searchParams.get('next') ?? '/'
  const entered = await world.signIn(browser, email, next)
  return await browser.follow(entered.headers.get('location') ?? '')
}

describe('the device flow', () => {
  it('connects an extension once its code was typed, compared and consented to', async () => {
    const { device_code, user_code, verification_uri } = await newCode()
    expect(user_code).toMatch(/^[A-Z]{4}-[A-Z]{4}$/)
    expect(verification_uri).toBe(`${world.url}/oauth/device`)
    expect(await errorOf(poll(device_code))).toBe('authorization_pending')

    const browser = world.browser()
    const compare = await type(browser, user_code.toLowerCase().replace('-', ' '))
    expect(compare).toContain('Is this the code')
    expect(compare).toContain(user_code)
    expect(await errorOf(poll(device_code))).toBe('authorization_pending')
    const consent = await toConsent(browser, 'ada@example.edu', user_code)
    expect(await consent.answer.text()).toContain('Connect the Rollcall extension to')
    const answer = await browser.post(new URL(consent.address).pathname, { answer: 'connect' })
    const end = (await browser.follow(answer.headers.get('location') ?? '')).answer
    expect(await end.text()).toContain('The extension is connected')

    const tokens = await (await poll(device_code)).json()
    expect(tokens).toMatchObject({ token_type: 'Bearer', scope: 'rollcall', refresh_token: expect.any(String) })
    expect(await (await me(world, tokens.access_token)).json()).toMatchObject({ email: 'ada@example.edu' })
    // Once: who asks again with it has a copy, and what it opened is closed.
    expect(await errorOf(poll(device_code))).toBe('invalid_grant')
    expect((await me(world, tokens.access_token)).status).toBe(401)
  })

  it('of several who ask at once for the tokens of a code, one gets them at most', async () => {
    const { device_code, user_code } = await newCode()
    const browser = world.browser()
    const consent = await toConsent(browser, 'race@example.edu', user_code)
    const answer = await browser.post(new URL(consent.address).pathname, { answer: 'connect' })
    await browser.follow(answer.headers.get('location') ?? '')
    const answers = await Promise.all(Array.from({ length: 8 }, () => poll(device_code)))
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1)
  })

  it('ends when the person says no, at either question', async () => {
    const first = await newCode()
    const aborted = await goOn(world.browser(), first.user_code, { abort: 'yes' })
    expect(await aborted.text()).toContain('Nothing was connected')
    expect(await errorOf(poll(first.device_code))).toBe('access_denied')

    const second = await newCode()
    const browser = world.browser()
    const consent = await toConsent(browser, 'no@example.edu', second.user_code)
    const answer = await browser.post(new URL(consent.address).pathname, { answer: 'no' })
    await browser.follow(answer.headers.get('location') ?? '')
    expect(await errorOf(poll(second.device_code))).toBe('access_denied')
  })

  it('says of a wrong code that it is wrong, and keeps neither code nor letters at rest', async () => {
    expect(await type(world.browser(), 'BCDF-GHJK')).toContain('This is not the code')
    const { device_code, user_code } = await newCode()
    const rows = JSON.stringify(await world.db.selectFrom('oauth').selectAll().execute())
    for (const text of [device_code, user_code, user_code.replace('-', '')]) {
      expect(rows).not.toContain(text)
      expect(rows).not.toContain(JSON.stringify(Buffer.from(text)).slice(25, -2))
    }
  })

  it('takes a code only with what its own page gave this browser', async () => {
    const { user_code, device_code } = await newCode()
    const stranger = await world.browser().post('/oauth/device', { xsrf: 'x', user_code, confirm: 'yes' })
    expect([stranger.status, stranger.headers.get('location')]).toEqual([303, '/oauth/device'])
    const browser = world.browser()
    await browser.follow('/connect')
    expect((await browser.post('/oauth/device', { xsrf: 'x', user_code, confirm: 'yes' })).status).toBe(400)
    expect(await errorOf(poll(device_code))).toBe('authorization_pending')
  })

  it('has pages that run no script and load nothing from elsewhere', async () => {
    const { answer } = await world.browser().follow('/connect')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    const page = await answer.text()
    expect(page).not.toMatch(/<script|onfocus|https?:\/\/fonts/)
    expect(page).toContain('<label for="user_code">')
  })

  it('is limited in codes that are asked for and typed, per network, among all instances', async () => {
    const full = { count: 300, resets_at: new Date(Date.now() + 600_000) }
    await world.db
      .insertInto('rate_buckets')
      .values([
        { key: 'device.ask:127.0.0.0/24', ...full },
        { key: 'device.type:127.0.0.0/24', ...full },
      ])
      .execute()
    const refused = await askForCode()
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true])
    const browser = world.browser()
    await browser.follow('/connect')
    expect((await browser.post('/oauth/device', { user_code: 'BCDF-GHJK' })).status).toBe(429)
  })
})
