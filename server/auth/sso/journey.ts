import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Service } from '../../service.ts'
import type { Database } from '../../store/open.ts'
import { ensurePerson } from '../../store/people.ts'
import { findProvider, noteWorked, type SsoProvider } from '../../store/sso.ts'
import { sha256 } from '../hash.ts'
import { startSession } from '../sessions.ts'
import { type Address, addressFrom, type Claims } from './addressFrom.ts'
import { discover, openIdClient, ProviderProblem, troubleOf } from './provider.ts'
import { signOutOthers } from './signOutOthers.ts'

const MINUTES = 10

type Needs = Pick<Service, 'config' | 'db' | 'secrets' | 'log'>

/** What is remembered of a sign-in while the person is at their provider. */
interface Journey {
  /** What was typed; the provider may be told, and decides itself. */
  readonly address: string
  readonly next: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Where the provider sends people back to. One for each Workspace: what one provider says never passes for another's. */
export const ssoReturn = ({ config }: Pick<Service, 'config'>, workspaceId: string): string =>
  `${config.publicUrl}/signin/sso/${workspaceId}`

/** Begins a sign-in. Returns what the browser's cookie holds. */
export const beginJourney = async (
  { db, secrets }: Needs,
  provider: SsoProvider,
  wanted: { readonly address: string; readonly next: string },
): Promise<string> => {
  const random = () => randomBytes(32).toString('base64url')
  const token = random()
  const journey: Journey = { ...wanted, state: random(), nonce: random(), verifier: random() }
  await db
    .insertInto('sso_sign_ins')
    .values({
      hash: sha256(token),
      state_hash: sha256(journey.state),
      workspace_id: provider.workspaceId,
      sealed: secrets.seal('sso.journey', Buffer.from(JSON.stringify(journey))),
      expires_at: sql<Date>`now() + make_interval(mins => ${MINUTES})`,
    })
    .execute()
  return token
}

/** The sign-in that this browser is in. */
export const journeyOf = async (
  { db, secrets }: Needs,
  token: string,
): Promise<{ provider: SsoProvider; journey: Journey } | undefined> => {
  const row = await db
    .selectFrom('sso_sign_ins')
    .select(['workspace_id', 'sealed'])
    .where('hash', '=', sha256(token))
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst()
  const provider = row && (await findProvider(db, row.workspace_id))
  return provider && { provider, journey: read(secrets, row.sealed) }
}

const read = (secrets: Needs['secrets'], sealed: Buffer): Journey => {
  const opened = secrets.open('sso.journey', sealed)
  if (!opened) throw new Error('A sign-in on its way cannot be read.')
  return JSON.parse(opened.toString())
}

/** The provider's address to send the browser to. Throws ProviderProblem. */
export const addressOut = async (
  service: Needs,
  { provider, journey }: { provider: SsoProvider; journey: Journey },
): Promise<string> => {
  const [client, found] = [await openIdClient(), await discover(service, provider)]
  return client.buildAuthorizationUrl(found, {
    redirect_uri: ssoReturn(service, provider.workspaceId),
    scope: 'openid email profile',
    state: journey.state,
    nonce: journey.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(journey.verifier),
    code_challenge_method: 'S256',
    login_hint: journey.address,
  }).href
}

export type Arrival =
  | { readonly state: 'signedIn'; readonly session: string; readonly next: string }
  /** Nothing that this browser began: too old, used, another's, or made up. */
  | { readonly state: 'gone' }
  /** The provider said no, or something that does not hold. */
  | { readonly state: 'refused'; readonly provider: SsoProvider; readonly next: string }
  | { readonly state: 'down'; readonly provider: SsoProvider; readonly next: string }
  | (Exclude<Address, { state: 'ok' }> & { readonly provider: SsoProvider; readonly next: string })

/** Ends a sign-in with what the provider sent back. It is spent by the first return with its state, whatever comes of it. */
export const endJourney = async (
  service: Needs,
  back: { readonly token: string; readonly workspaceId: string; readonly query: string; readonly browser: string },
): Promise<Arrival> => {
  const { db, secrets, log } = service
  const row = await spend(db, back)
  const provider = row && (await findProvider(db, row.workspace_id))
  if (!provider) return { state: 'gone' }
  const journey = read(secrets, row.sealed)
  const about = { provider, next: journey.next }
  let claims: Claims
  try {
    claims = await claimsOf(service, provider, journey, back.query)
  } catch (problem) {
    const trouble = problem instanceof ProviderProblem ? problem.trouble : troubleOf(problem)
    log('ssoFailed', { workspace: provider.workspaceId, trouble, code: codeOf(problem) })
    return { state: trouble === 'unreachable' ? 'down' : 'refused', ...about }
  }
  const address = addressFrom(claims, provider)
  if (address.state !== 'ok') return { ...address, ...about }
  const session = await db.transaction().execute(async (tx) => {
    const person = await ensurePerson(tx, address.email, address.name)
    if (await noteWorked(tx, provider.workspaceId))
      await signOutOthers(tx, service.config, { actorId: null, workspaceId: provider.workspaceId })
    return await startSession(tx, person.id, back.browser, provider.issuer)
  })
  return { state: 'signedIn', session, next: journey.next }
}

/** One statement, so that of several returns at once one counts. A wrong state spends nothing: anybody could send it. */
const spend = async (db: Database, back: { token: string; workspaceId: string; query: string }) =>
  await db
    .deleteFrom('sso_sign_ins')
    .where('hash', '=', sha256(back.token))
    .where('state_hash', '=', sha256(new URLSearchParams(back.query).get('state') ?? ''))
    .where('workspace_id', '=', back.workspaceId)
    .where('expires_at', '>', sql<Date>`now()`)
    .returning(['workspace_id', 'sealed'])
    .executeTakeFirst()

const claimsOf = async (service: Needs, provider: SsoProvider, journey: Journey, query: string): Promise<Claims> => {
  const [client, found] = [await openIdClient(), await discover(service, provider)]
  const came = new URL(ssoReturn(service, provider.workspaceId))
  came.search = query
  const tokens = await client.authorizationCodeGrant(found, came, {
    expectedState: journey.state,
    expectedNonce: journey.nonce,
    pkceCodeVerifier: journey.verifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims) throw new ProviderProblem('notAProvider')
  // Some providers tell the address only where they are asked for it.
  if (claims.email !== undefined || !found.serverMetadata().userinfo_endpoint) return claims
  return { ...claims, ...(await client.fetchUserInfo(found, tokens.access_token, claims.sub)) }
}

const codeOf = (problem: unknown): string | undefined =>
  problem instanceof Error && 'code' in problem && typeof problem.code === 'string' ? problem.code : undefined
