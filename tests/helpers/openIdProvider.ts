import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type AccountClaims, Provider } from 'oidc-provider'
import { openBrowser } from '../server/auth/browser.ts'

/** A school's real OpenID provider on a loopback port, with a sign-in page of its own. */
export interface OpenIdProvider {
  readonly issuer: string
  readonly clientId: string
  readonly secret: string
  /** What it says of whoever signs in under a name. */
  readonly people: Map<string, Omit<AccountClaims, 'sub'>>
  /** Every path that was asked for. */
  readonly asked: string[]
  /** Signs in there as people do, and says where it sends the browser at the end. */
  signIn(address: string, name: string): Promise<string>
  stop(): Promise<void>
}

/** `inToken`: addresses stand in the ID token and not only where they are asked for. */
export const startOpenIdProvider = async (
  redirectUris: readonly string[],
  { inToken = false } = {},
): Promise<OpenIdProvider> => {
  let answer: RequestListener = () => {}
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url?.replace(/\?.*/, '') ?? '')
    answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const people: OpenIdProvider['people'] = new Map()
  const [clientId, secret] = ['rollcall', 'a-client-secret-of-the-school']
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: secret, redirect_uris: [...redirectUris] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: !inToken,
    cookies: { keys: ['a key of the test'] },
    findAccount: (_ctx, id) => ({ accountId: id, claims: async () => ({ sub: id, ...people.get(id) }) }),
  })
  // Its development pages say on the console that they are such.
  answer = provider.callback()
  return {
    issuer,
    clientId,
    secret,
    people,
    asked,
    signIn: async (address, name) => {
      const browser = openBrowser(issuer)
      const press = async (at: string, fields: Record<string, string>) =>
        (await browser.post(at, fields)).headers.get('location') ?? ''
      const login = await browser.follow(address)
      if (new URL(login.address).pathname.startsWith('/auth') || login.answer.headers.has('location'))
        return login.answer.headers.get('location') ?? ''
      const consent = await browser.follow(await press(login.address, { prompt: 'login', login: name, password: 'x' }))
      const end = await browser.follow(await press(consent.address, { prompt: 'consent' }))
      return end.answer.headers.get('location') ?? ''
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
