import { createClient } from '../client.ts'
import type { CallService } from '../contract/calls.ts'
import { CallProblem } from '../contract/errors.ts'
import type { TokenKeeper } from './tokens.ts'

export interface AuthorisedCallPorts {
  readonly service: () => Promise<string>
  readonly fetch: typeof globalThis.fetch
  readonly tokens: Pick<TokenKeeper, 'access' | 'renew'>
}

/** The contract's calls with the account's token. A refused token is renewed once; then nobody is signed in. */
export const createAuthorisedCall = ({ service, fetch, tokens }: AuthorisedCallPorts): CallService => {
  const clientWith = async (token: string) =>
    createClient({ baseUrl: await service(), fetch, token: async () => token })
  return async (name, input) => {
    const token = await tokens.access()
    if (token === null) throw new CallProblem('signedOut')
    try {
      const call = await clientWith(token)
      return await call(name, input)
    } catch (problem) {
      if (!(problem instanceof CallProblem) || problem.code !== 'signedOut') throw problem
    }
    const renewed = await tokens.renew(token)
    if (renewed === null) throw new CallProblem('signedOut')
    const call = await clientWith(renewed)
    return await call(name, input)
  }
}
