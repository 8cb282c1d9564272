import * as z from 'zod/mini'
import { answerTo } from '../client/answer.ts'
import { problemFrom } from '../client/problem.ts'
import { CallProblem } from '../contract/errors.ts'
import { oauthClientId } from '../identity.ts'
import type { Tokens } from '../storage.ts'

const TIMEOUT = 15_000

/** RFC 6749 §5.1. */
const Granted = z.object({
  access_token: z.string(),
  refresh_token: z.optional(z.string()),
  expires_in: z.optional(z.number()),
})

export interface TokenEndpoint {
  /** Address of the service, without a trailing slash. */
  readonly service: string
  readonly fetch: typeof globalThis.fetch
  /** Milliseconds since 1970. */
  readonly now: () => number
}

const post = (fetch: typeof globalThis.fetch, address: string, fields: Record<string, string>) =>
  answerTo(
    fetch(address, {
      method: 'POST',
      body: new URLSearchParams({ ...fields, client_id: oauthClientId }),
      credentials: 'omit',
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT),
    }),
  )

/** Asks for tokens. `signedOut` when the service refuses the grant for good; other CallProblems may pass. */
export const requestTokens = async (
  { service, fetch, now }: TokenEndpoint,
  grant: Record<string, string>,
): Promise<Tokens> => {
  const asked = now()
  const { status, headers, body } = await post(fetch, `${service}/oauth/token`, grant)
  const refused = typeof body === 'object' && body !== null && 'error' in body
  if ((status === 400 || status === 401) && refused) throw new CallProblem('signedOut')
  if (status !== 200) throw problemFrom(status, headers, body)
  const granted = z.safeParse(Granted, body)
  if (!granted.success) throw new CallProblem('notTheService')
  const { access_token: access, refresh_token: refresh = null, expires_in: seconds = 3600 } = granted.data
  return { service, access, refresh, expiresAt: asked + seconds * 1000 }
}

/** Ends the whole sign-in at the service, access and refresh token alike. RFC 7009. */
export const revokeTokens = async ({ service, fetch }: TokenEndpoint, { access, refresh }: Tokens): Promise<void> => {
  await post(fetch, `${service}/oauth/revoke`, { token: refresh ?? access })
}
