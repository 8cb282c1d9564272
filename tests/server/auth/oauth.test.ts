import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumId, firefoxId } from '../../../lib/identity.ts'
import { redirectUris } from '../../../server/auth/clients.ts'
import { oauthHash } from '../../../server/auth/oauthAdapter.ts'
import { claiming } from './browser.ts'
import {
  askForTokens,
  authorise,
  connect,
  exchange,
  me,
  newRequest,
  reachConsent,
  redirectUri,
  refresh,
  startWorld,
  type Tokens,
  type World,
} from './world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ EXTENSIONS: 'own-build@example.edu' })
})
afterAll(() => world.stop())

const times = <T>(count: number, act: () => Promise<T>) => Promise.all(Array.from({ length: count }, act))
const statusOf = async (answer: Promise<Response>) => (await answer).status
/** A code, ready to be exchanged. */
const newCode = async (email: string) => {
  const { address, verifier } = newRequest()
  const end = await authorise(world, world.browser(), email, address)
  return { code: end.searchParams.get('code') ?? '', verifier }
}

describe('an extension connects', () => {
  it('goes from the request to a token that the API knows', async () => {
    const { address, verifier } = newRequest()
    const end = await authorise(world, world.browser(), 'ada@example.edu', address)
    expect(end.origin + end.pathname).toBe(redirectUri)
    expect(end.searchParams.get('state')).toBe('state-of-the-test')
    expect(end.searchParams.get('iss')).toBe(`${world.url}/oauth`)

    const answer = await exchange(world, end.searchParams.get('code') ?? '', verifier)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('access-control-allow-origin')).toMatch(/^moz-extension:/)
    const tokens = await answer.json()
    expect(tokens).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope: 'rollcall' })
    expect(tokens).not.toHaveProperty('id_token')

    expect(await (await me(world, tokens.access_token)).json()).toMatchObject({
      email: 'ada@example.edu',
      workspaces: [],
    })
    const next: Tokens = await (await refresh(world, tokens.refresh_token)).json()
    expect(await statusOf(me(world, next.access_token))).toBe(200)
    expect(next.refresh_token).not.toBe(tokens.refresh_token)
  })

  it('asks for consent again when the person is signed in already', async () => {
    const browser = world.browser()
    await world.signIn(browser, 'again@example.edu')
    const { answer, address } = await browser.follow(newRequest().address)
    expect(new URL(address).pathname).toMatch(/^\/signin\/[\w-]+$/)
    expect(await answer.text()).toContain('Connect the Rollcall extension to')
  })

  it('hears access_denied when the person says no', async () => {
    const browser = world.browser()
    const consent = await reachConsent(world, browser, 'no@example.edu', newRequest().address)
    const answer = await browser.post(consent, { answer: 'no' })
    const end = (await browser.follow(answer.headers.get('location') ?? '')).answer
    expect(new URL(end.headers.get('location') ?? '').searchParams.get('error')).toBe('access_denied')
  })

  it('lets the consent form end at the extension, and nowhere else', async () => {
    const browser = world.browser()
    await world.signIn(browser, 'csp@example.edu')
    const { answer } = await browser.follow(newRequest().address)
    const policy = answer.headers.get('content-security-policy')
    expect(policy).toContain(`form-action 'self' https://${chromiumId}.chromiumapp.org;`)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
  })

  it('is told by id where it is a build of its own', async () => {
    const own = `https://${createHash('sha1').update('own-build@example.edu').digest('hex')}.extensions.allizom.org/`
    const browser = world.browser()
    await world.signIn(browser, 'own@example.edu')
    const { answer } = await browser.follow(newRequest({ redirect_uri: own }).address)
    expect(await answer.text()).toContain(createHash('sha1').update('own-build@example.edu').digest('hex'))
    const ours = await browser.follow(newRequest().address)
    expect(await ours.answer.text()).not.toContain('build of its own')
  })

  it('knows the redirects of both browsers', () => {
    expect(redirectUris([])).toEqual([
      `https://${chromiumId}.chromiumapp.org/`,
      `https://${createHash('sha1').update(firefoxId).digest('hex')}.extensions.allizom.org/`,
    ])
  })
})

describe('what is refused', () => {
  it.each([
    ['a foreign redirect', { redirect_uri: 'https://evil.example/' }],
    ['a longer redirect', { redirect_uri: `${redirectUri}more` }],
    ['no redirect', { redirect_uri: undefined }],
    ['an unknown client', { client_id: 'somebody' }],
  ])('%s: a page, and no redirect', async (_name, changes) => {
    const answer = await world.browser().get(newRequest(changes).address)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('location')).toBeNull()
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await answer.text()).toContain('cannot be connected')
  })

  it.each([
    ['no PKCE', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    ['plain PKCE', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['a token at once', { response_type: 'token' }, 'unsupported_response_type'],
    ['the openid scope', { scope: 'openid' }, 'invalid_scope'],
    ['no questions', { prompt: 'none' }, 'login_required'],
  ])('%s: told to the extension', async (_name, changes, code) => {
    const answer = await world.browser().get(newRequest(changes).address)
    const target = new URL(answer.headers.get('location') ?? '')
    expect(`${target.origin}/`).toBe(redirectUri)
    expect(target.search + target.hash).toContain(`error=${code}`)
  })

  it('a wrong verifier, which leaves the code whole', async () => {
    const { code, verifier } = await newCode('verifier@example.edu')
    expect(await statusOf(exchange(world, code, 'v'.repeat(43)))).toBe(400)
    expect(await statusOf(exchange(world, code, verifier, 'https://evil.example/'))).toBe(400)
    expect(await statusOf(exchange(world, code, verifier))).toBe(200)
  })

  it('a code used again, which ends what it gave', async () => {
    const { code, verifier } = await newCode('replay@example.edu')
    const tokens: Tokens = await (await exchange(world, code, verifier)).json()
    expect(await statusOf(me(world, tokens.access_token))).toBe(200)
    expect(await statusOf(exchange(world, code, verifier))).toBe(400)
    expect(await statusOf(me(world, tokens.access_token))).toBe(401)
    expect(await statusOf(refresh(world, tokens.refresh_token))).toBe(400)
  })

  it('a consent from another site', async () => {
    const browser = world.browser()
    const consent = await reachConsent(world, browser, 'csrf@example.edu', newRequest().address)
    const answer = await browser.post(consent, { answer: 'connect' }, { origin: 'https://evil.example' })
    expect(answer.status).toBe(403)
    expect(await statusOf(browser.post(consent, { answer: 'connect' }, { origin: null }))).toBe(403)
  })

  it('a flow that is not of this browser', async () => {
    const consent = await reachConsent(world, world.browser(), 'flow@example.edu', newRequest().address)
    const other = world.browser()
    await world.signIn(other, 'other@example.edu')
    const answer = await other.get(consent)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('has expired')
    expect(await statusOf(other.post(consent, { answer: 'connect' }))).toBe(400)
  })
})

describe('one of many at once', () => {
  it('gives one of ten parallel exchanges a token', async () => {
    const { code, verifier } = await newCode('race@example.edu')
    const statuses = await times(10, () => statusOf(exchange(world, code, verifier)))
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(statuses.filter((status) => status === 400)).toHaveLength(9)
  })

  it('leaves no token alive that was saved after its grant was ended', async () => {
    const { access_token } = await connect(world, 'late@example.edu')
    const person = await world.db
      .selectFrom('people')
      .select('id')
      .where('email', '=', 'late@example.edu')
      .executeTakeFirstOrThrow()
    await world.db.deleteFrom('oauth').where('kind', '=', 'Grant').where('account', '=', person.id).execute()
    expect(await statusOf(me(world, access_token))).toBe(401)
  })

  it('lets ten refreshes at once all through, and ends everything at a replay after the grace', async () => {
    const first = await connect(world, 'grace@example.edu')
    const answers = await times(10, () => refresh(world, first.refresh_token))
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
    const { access_token }: Tokens = await answers[0]!.json()
    expect(await statusOf(me(world, access_token))).toBe(200)

    const used = await world.db
      .updateTable('oauth')
      .set({ consumed: new Date(Date.now() - 31_000) })
      .where('consumed', 'is not', null)
      .where('kind', '=', 'RefreshToken')
      .executeTakeFirst()
    expect(Number(used.numUpdatedRows)).toBeGreaterThan(0)
    expect(await statusOf(refresh(world, first.refresh_token))).toBe(400)
    expect(await statusOf(me(world, access_token))).toBe(401)
  })
})

describe('the end of a connection', () => {
  it.each(['access_token', 'refresh_token'] as const)('comes at once when its %s is revoked', async (which) => {
    const tokens = await connect(world, `revoke-${which}@example.edu`)
    const answer = await fetch(`${world.url}/oauth/revoke`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: 'rollcall-extension', token: tokens[which] }),
    })
    expect(answer.status).toBe(200)
    expect(await statusOf(me(world, tokens.access_token))).toBe(401)
    expect(await statusOf(refresh(world, tokens.refresh_token))).toBe(400)
  })

  it('comes for an access token with its hour, by the store’s clock, and the connection goes on', async () => {
    const tokens = await connect(world, 'hour@example.edu')
    const row = world.db.updateTable('oauth').where('hash', '=', oauthHash('AccessToken', tokens.access_token))
    await row.set({ expires: sql<Date>`expires - interval '61 minutes'` }).execute()
    expect(await statusOf(me(world, tokens.access_token))).toBe(401)
    const next: Tokens = await (await refresh(world, tokens.refresh_token)).json()
    expect(await statusOf(me(world, next.access_token))).toBe(200)
  })

  it('is told nothing about a token that never was', async () => {
    const answer = await fetch(`${world.url}/oauth/revoke`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: 'rollcall-extension', token: 'nonsense' }),
    })
    expect(answer.status).toBe(200)
  })

  it('leaves a grant alive for years while its tokens are renewed', async () => {
    await connect(world, 'years@example.edu')
    const row = await world.db
      .selectFrom('oauth')
      .innerJoin('people', (join) => join.on('people.email', '=', 'years@example.edu'))
      .whereRef('oauth.account', '=', (eb) => eb.cast('people.id', 'text'))
      .where('kind', '=', 'Grant')
      .select('expires')
      .executeTakeFirstOrThrow()
    expect(row.expires?.getTime()).toBeGreaterThan(Date.now() + 9 * 365 * 86_400_000)
  })
})

describe('the provider’s own session', () => {
  it('is forgotten with the next request: the next person is asked who they are', async () => {
    const browser = world.browser()
    await authorise(world, browser, 'before@example.edu', newRequest().address)
    await browser.post('/signout', {})
    const consent = await reachConsent(world, browser, 'after@example.edu', newRequest().address)
    const page = await (await browser.get(consent)).text()
    expect(page).toContain('after@example.edu')
    expect(page).not.toContain('before@example.edu')
    const answer = await browser.post(consent, { answer: 'connect' })
    const end = (await browser.follow(answer.headers.get('location') ?? '')).answer
    expect(end.headers.get('location')).toContain('code=')
  })

  it('starts anew when somebody else signs in between the question and the answer', async () => {
    const browser = world.browser()
    const consent = await reachConsent(world, browser, 'first@example.edu', newRequest().address)
    await browser.post('/signout', {})
    await world.signIn(browser, 'second@example.edu')
    const answer = await browser.post(consent, { answer: 'connect' })
    expect(answer.headers.get('location')).toMatch(/^\/oauth\/authorize\?/)
    const { answer: page } = await browser.follow(answer.headers.get('location') ?? '')
    expect(await page.text()).toContain('second@example.edu')
  })

  it('lets the person choose another address and come back to the same question', async () => {
    const browser = world.browser()
    const consent = await reachConsent(world, browser, 'one@example.edu', newRequest().address)
    const answer = await browser.post(consent, { answer: 'switch' })
    const again = await reachConsent(world, browser, 'two@example.edu', answer.headers.get('location') ?? '')
    expect(await (await browser.get(again)).text()).toContain('two@example.edu')
  })
})

describe('addresses', () => {
  it('come from PUBLIC_URL, whatever the request claims', async () => {
    const forged = (await claiming(world.here, '/oauth/.well-known/openid-configuration', 'evil.example')).text
    expect(forged).toContain(`"authorization_endpoint":"${world.url}/oauth/authorize"`)
    expect(forged).not.toContain('evil.example')
  })

  it('work behind a proxy that ends TLS', async () => {
    const secure = await startWorld({ PUBLIC_URL: 'https://groups.example.edu' })
    try {
      const answer = await fetch(`${secure.here}${newRequest().address}`, { redirect: 'manual' })
      expect(answer.status).toBe(303)
      const lines = answer.headers.getSetCookie()
      expect(lines.length).toBeGreaterThan(0)
      for (const line of lines) expect(line.toLowerCase()).toContain('; secure')
    } finally {
      await secure.stop()
    }
  })
})

describe('at rest', () => {
  it('holds no token, code or identifier that opens anything', async () => {
    const { code, verifier } = await newCode('rest@example.edu')
    const tokens: Tokens = await (await exchange(world, code, verifier)).json()
    const rows = await world.db.selectFrom('oauth').selectAll().execute()
    const dump = rows
      .map((row) => JSON.stringify(row) + row.payload.toString('latin1') + row.hash.toString('latin1'))
      .join()
    expect(rows.length).toBeGreaterThan(2)
    for (const secret of [code, tokens.access_token, tokens.refresh_token]) expect(dump).not.toContain(secret)
  })

  it('answers nonsense and other schemes with 401', async () => {
    for (const authorization of ['Bearer nonsense', 'Basic YTpi', 'Bearer ', ''])
      expect((await fetch(`${world.url}/api/me`, { headers: { authorization } })).status).toBe(401)
    expect(await statusOf(askForTokens(world, { grant_type: 'password', username: 'a', password: 'b' }))).toBe(400)
  })
})
