import { Email } from '../../../lib/contract/schemas.ts'
import { domainOf } from '../../../lib/people/domains.ts'

/** What a provider says of somebody; nothing of it is believed by its type. */
export type Claims = Readonly<Record<string, unknown>>

export type Address =
  | { readonly state: 'ok'; readonly email: string; readonly name: string }
  /** No address, or one that nobody has verified. */
  | { readonly state: 'unverified' }
  | { readonly state: 'otherDomain'; readonly email: string }

/**
 * Whom a provider's word signs in: a verified address at one of its proved domains, and nobody else. Whoever left a
 * school keeps a Google account under the school's address, so there the organisation (`hd`) counts as well.
 */
export const addressFrom = (
  claims: Claims,
  provider: { readonly issuer: string; readonly trusted: boolean; readonly domains: readonly string[] },
): Address => {
  const email = Email.safeParse(claims.email)
  if (!email.success) return { state: 'unverified' }
  const domain = domainOf(email.data)
  if (!provider.domains.includes(domain)) return { state: 'otherDomain', email: email.data }
  // Some providers write it as a word.
  const verified = claims.email_verified === true || claims.email_verified === 'true'
  if (!verified && !(provider.trusted && claims.email_verified === undefined)) return { state: 'unverified' }
  if (/^https:\/\/accounts\.google\.com\/?$/.test(provider.issuer) && claims.hd !== domain)
    return { state: 'otherDomain', email: email.data }
  return { state: 'ok', email: email.data, name: typeof claims.name === 'string' ? claims.name : '' }
}
