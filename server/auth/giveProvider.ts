import type Provider from 'oidc-provider'
import type { Service } from '../service.ts'

/** The provider, once and the same for everybody who asks. */
export type GiveProvider = () => Promise<Provider>

/** Made when it is first asked for: its library is half of all that the service would load at its start. */
export const createGiveProvider = (service: Service): GiveProvider => {
  let made: Promise<Provider> | undefined
  const make = async () => {
    const [{ createProvider }, { renderOauthProblem }] = await Promise.all([
      import('./provider.ts'),
      import('../pages/oauthProblem.ts'),
    ])
    return createProvider(service, renderOauthProblem)
  }
  return () => {
    made ??= make()
    return made
  }
}
