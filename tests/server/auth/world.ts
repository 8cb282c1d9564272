import { createHash, randomBytes } from 'node:crypto'
import { chromiumId, oauthClientId } from '../../../lib/identity.ts'
import { redirectUriOf } from '../../../server/auth/clients.ts'
import { startService } from '../../helpers/service.ts'
import { type Browser, openBrowser } from './browser.ts'

/** A whole service of its own, and browsers to visit it with. Settings as in the environment. */
export const startWorld = async (settings: Record<string, string> = {}) => {
  const rollcall = await startService({ env: settings })
  const { db, secrets, config } = rollcall.service

  const codeFor = async (email: string): Promise<string> => {
    const { sealed } = await db
      .selectFrom('outbox')
      .select('sealed')
      .where('email', '=', email)
      .where('kind', '=', 'signIn')
      .orderBy('created_at', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    return secrets.open('signInCode', sealed ?? Buffer.alloc(0))?.toString() ?? ''
  }

  return {
    ...rollcall,
    /** Where the service listens, whatever PUBLIC_URL says. */
    here: `http://127.0.0.1:${config.port}`,
    codeFor,
    /** A browser that believes itself at PUBLIC_URL. */
    browser: (): Browser => openBrowser(`http://127.0.0.1:${config.port}`, rollcall.url),
    /** Signs in as people do: address, then the code from the mail. */
    signIn: async (browser: Browser, email: string, next = '/'): Promise<Response> => {
      await browser.post('/signin', { address: email, next })
      return await browser.post('/signin/code', { code: await codeFor(email), next })
    },
  }
}

export type World = Awaited<ReturnType<typeof startWorld>>

export const redirectUri = redirectUriOf(chromiumId)

/** What an extension starts a sign-in with. */
export const newRequest = (changes: Record<string, string | undefined> = {}) => {
  const verifier = randomBytes(32).toString('base64url')
  const params: Record<string, string | undefined> = {
    client_id: oauthClientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'rollcall',
    state: 'state-of-the-test',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  }
  const given = Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { verifier, address: `/oauth/authorize?${new URLSearchParams(given)}` }
}

export interface Tokens {
  readonly access_token: string
  readonly refresh_token: string
}

/** The token endpoint, as an extension calls it: no cookies, an origin of its own. */
export const askForTokens = (world: World, fields: Record<string, string>): Promise<Response> =>
  fetch(`${world.url}/oauth/token`, {
    method: 'POST',
    headers: { origin: 'moz-extension://1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed' },
    body: new URLSearchParams({ client_id: oauthClientId, ...fields }),
  })

export const exchange = (world: World, code: string, verifier: string, redirect = redirectUri): Promise<Response> =>
  askForTokens(world, { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirect })

export const refresh = (world: World, token: string): Promise<Response> =>
  askForTokens(world, { grant_type: 'refresh_token', refresh_token: token })

/** The consent page's address, after signing in where that is asked for. */
export const reachConsent = async (world: World, browser: Browser, email: string, address: string): Promise<string> => {
  const first = await browser.follow(address)
  const at = new URL(first.address)
  if (at.pathname !== '/signin') return at.pathname
  const entered = await world.signIn(browser, email, at.searchParams.get('next') ?? '/')
  return new URL((await browser.follow(entered.headers.get('location') ?? '')).address).pathname
}

/** Sign-in, consent, code. The address that the browser hands to the extension at the end. */
export const authorise = async (world: World, browser: Browser, email: string, address: string): Promise<URL> => {
  const consent = await reachConsent(world, browser, email, address)
  const answer = await browser.post(consent, { answer: 'connect' })
  const end = (await browser.follow(answer.headers.get('location') ?? '')).answer
  return new URL(end.headers.get('location') ?? '')
}

/** A connected extension of this person's. */
export const connect = async (world: World, email: string): Promise<Tokens> => {
  const { address, verifier } = newRequest()
  const end = await authorise(world, world.browser(), email, address)
  return await (await exchange(world, end.searchParams.get('code') ?? '', verifier)).json()
}

export const me = (world: World, token: string): Promise<Response> =>
  fetch(`${world.url}/api/me`, { headers: { authorization: `Bearer ${token}` } })
