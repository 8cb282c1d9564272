import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { chromiumId, oauthClientId } from '../../../lib/identity.ts'
import { redirectUriOf } from '../../../server/auth/clients.ts'
import { loadConfig } from '../../../server/config.ts'
import { start } from '../../../server/start.ts'
import { type Browser, openBrowser } from './browser.ts'

/** A whole service of its own, with people in it. */
export const startWorld = async (settings: Record<string, string> = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-auth-'))
  const database = await freshDatabase()
  const config = loadConfig({
    PORT: '0',
    DATA_DIR: folder,
    SECRET: 'a secret for tests alone, 32 long',
    DATABASE_URL: database?.url,
    ...settings,
  })
  const running = await start(config, () => {})
  const { service, url } = running
  const { db, secrets } = service

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
    ...running,
    db,
    codeFor,
    browser: (): Browser => openBrowser(url),
    /** Signs in as people do: address, then the code from the mail. */
    signIn: async (browser: Browser, email: string, next = '/'): Promise<Response> => {
      await browser.post('/signin', { address: email, next })
      return await browser.post('/signin/code', { code: await codeFor(email), next })
    },
    stop: async () => {
      await running.stop()
      await database?.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type World = Awaited<ReturnType<typeof startWorld>>

/** With TEST_DATABASE_URL: a PostgreSQL database of this world's own. Else the embedded store is used. */
const freshDatabase = async () => {
  const server = process.env.TEST_DATABASE_URL
  if (!server) return undefined
  const name = `rollcall_${randomBytes(6).toString('hex')}`
  const ask = async (text: string) => {
    const client = new pg.Client(server)
    await client.connect()
    await client.query(text)
    await client.end()
  }
  await ask(`create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => ask(`drop database ${name} with (force)`) }
}

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
