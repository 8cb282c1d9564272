import { CallProblem } from '../contract/errors.ts'
import { oauthClientId } from '../identity.ts'
import type { Item } from '../storage/item.ts'
import { challengeOf, randomText } from './pkce.ts'
import type { TokenKeeper } from './tokens.ts'

export interface SignInPorts {
  /** Address of the service, without a trailing slash. */
  readonly service: string
  /** Where the service sends the window back to. */
  readonly redirectUri: string
  /** The sign-in under way. In the session's storage: a worker that ended in the middle leaves a clean start. */
  readonly pending: Pick<Item<{ state: string; verifier: string } | null>, 'get' | 'set' | 'remove'>
  /** Opens the sign-in window; resolves with the address it was sent back to. */
  readonly openWindow: (url: string) => Promise<string>
  readonly tokens: Pick<TokenKeeper, 'accept'>
}

/** OAuth 2.1 authorization code with PKCE. `signedOut` when the person closed the window or said no. */
export const signIn = async ({ service, redirectUri, pending, openWindow, tokens }: SignInPorts): Promise<void> => {
  const asked = { state: randomText(), verifier: randomText() }
  await pending.set(asked)
  const address = new URL(`${service}/oauth/authorize`)
  address.search = new URLSearchParams({
    response_type: 'code',
    client_id: oauthClientId,
    redirect_uri: redirectUri,
    scope: 'rollcall',
    state: asked.state,
    code_challenge: await challengeOf(asked.verifier),
    code_challenge_method: 'S256',
  }).toString()
  const back = await openWindow(address.href).catch(() => '')
  const known = await pending.get()
  // A later sign-in took over; its own window answers for it.
  if (known?.state !== asked.state) throw new CallProblem('signedOut')
  await pending.remove()
  const answer = back.startsWith(redirectUri) ? new URL(back).searchParams : new URLSearchParams()
  const code = answer.get('code')
  if (!code || answer.get('state') !== asked.state) throw new CallProblem('signedOut')
  await tokens.accept(code, asked.verifier, redirectUri)
}
