import { type Configuration, Provider } from 'oidc-provider'
import { oauthClientId } from '../../lib/identity.ts'
import type { Config } from '../config.ts'
import { describeFailure } from '../log.ts'
import type { Service } from '../service.ts'
import { redirectUris } from './clients.ts'
import { deviceFlow } from './devicePages.ts'
import { createOauthAdapter } from './oauthAdapter.ts'
import { signingKey } from './signingKey.ts'
import { GRANT_TTL, SCOPE } from './terms.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Answers a browser whose flow cannot go on. */
type RenderProblem = (config: Config) => NonNullable<Configuration['renderError']>

/** The OAuth 2.1 provider of the extension: authorization code with PKCE, the device flow, refresh, revocation. */
export const createProvider = (service: Service, renderProblem: RenderProblem): Provider => {
  const { config, secrets, db, log } = service
  const provider = new Provider(`${config.publicUrl}/oauth`, {
    adapter: createOauthAdapter(service),
    clients: [
      {
        client_id: oauthClientId,
        // native: the library asks for consent every time.
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'],
        response_types: ['code'],
        redirect_uris: redirectUris(config.extensions),
        scope: SCOPE,
      },
    ],
    scopes: [SCOPE],
    clientDefaults: { id_token_signed_response_alg: 'Ed25519' },
    jwks: { keys: [signingKey(secrets.keyFor('oauth.signing'))] },
    cookies: {
      keys: [secrets.keyFor('oauth.cookies').toString('base64url')],
      long: { httpOnly: true, sameSite: 'lax', path: '/oauth/' },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    routes: {
      authorization: '/authorize',
      token: '/token',
      revocation: '/revoke',
      jwks: '/jwks',
      device_authorization: '/device/code',
      code_verification: '/device',
    },
    pkce: { required: () => true },
    rotateRefreshToken: () => true,
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    expiresWithSession: async () => false,
    // Extensions call the token endpoint from their own origins, with no cookie.
    clientBasedCORS: () => true,
    ttl: {
      AccessToken: HOUR,
      AuthorizationCode: MINUTE,
      DeviceCode: 10 * MINUTE,
      Grant: GRANT_TTL,
      Interaction: 15 * MINUTE,
      RefreshToken: 90 * DAY,
      Session: 10 * MINUTE,
    },
    features: {
      deviceFlow: deviceFlow(config),
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      revocation: { enabled: true, allowedPolicy: async (_ctx, client, token) => token.clientId === client.clientId },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
    },
    findAccount: async (_ctx, id) => {
      const person = await db.selectFrom('people').select('id').where('id', '=', id).executeTakeFirst()
      return person && { accountId: person.id, claims: async () => ({ sub: person.id }) }
    },
    interactions: { url: (_ctx, interaction) => `/signin/${interaction.uid}` },
    renderError: renderProblem(config),
  })
  // The addresses it makes come from the request; oauthListener.ts sets those parts of it from PUBLIC_URL.
  provider.proxy = true
  provider.on('server_error', (_ctx, problem) => log('oauthFailed', describeFailure(problem)))
  return provider
}
