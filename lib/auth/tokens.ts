import { CallProblem } from '../contract/errors.ts'
import type { Lock } from '../locks.ts'
import type { Item } from '../storage/item.ts'
import type { Tokens } from '../storage.ts'
import { requestTokens, revokeTokens } from './tokenRequest.ts'

export interface TokenPorts {
  readonly item: Pick<Item<Tokens | null>, 'get' | 'set' | 'remove'>
  /** Address of the service as it is set now: tokens of another one are as good as none. */
  readonly service: () => Promise<string>
  readonly fetch: typeof globalThis.fetch
  readonly lock: Lock
  readonly now: () => number
}

export interface TokenKeeper {
  /** A token that is good for a request from now; null where nobody is signed in. */
  access(): Promise<string | null>
  /** Another token in place of one that the service refused; null when the sign-in has ended. */
  renew(refused: string): Promise<string | null>
  /** Trades the code of a sign-in. */
  accept(code: string, verifier: string, redirectUri: string): Promise<void>
  /** Forgets the tokens here and at the service, whether it answers or not. */
  revoke(): Promise<void>
}

/** A token with less left than this is renewed first: the longest request fits in. */
const LEAST_LEFT = 60_000

export const createTokens = ({ item, service, fetch, lock, now }: TokenPorts): TokenKeeper => {
  const held = async () => {
    const tokens = await item.get()
    return tokens && tokens.service === (await service()) ? tokens : null
  }
  const endpoint = async () => ({ service: await service(), fetch, now })

  // One at a time: a refresh token works once, and the second of two would end the sign-in for both.
  const renew = (refused: string) =>
    lock('rollcall.tokens', async () => {
      const tokens = await held()
      if (!tokens || tokens.access !== refused) return tokens?.access ?? null
      try {
        if (tokens.refresh === null) throw new CallProblem('signedOut')
        const renewed = await requestTokens(await endpoint(), {
          grant_type: 'refresh_token',
          refresh_token: tokens.refresh,
        })
        // Written before it is used: a worker that ends here has the pair that works.
        await item.set({ ...renewed, refresh: renewed.refresh ?? tokens.refresh })
        return renewed.access
      } catch (problem) {
        if (!(problem instanceof CallProblem) || problem.code !== 'signedOut') throw problem
        await item.remove()
        return null
      }
    })

  return {
    renew,
    access: async () => {
      const tokens = await held()
      if (!tokens) return null
      return tokens.expiresAt - now() >= LEAST_LEFT ? tokens.access : await renew(tokens.access)
    },
    accept: (code, verifier, redirectUri) =>
      lock('rollcall.tokens', async () => {
        const grant = { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri }
        await item.set(await requestTokens(await endpoint(), grant))
      }),
    revoke: () =>
      lock('rollcall.tokens', async () => {
        const tokens = await item.get()
        await item.remove()
        if (tokens) await revokeTokens({ service: tokens.service, fetch, now }, tokens).catch(() => {})
      }),
  }
}
