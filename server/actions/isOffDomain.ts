import { domainOf, outsideRule } from '../../lib/people/domains.ts'

/**
 * Whether a Workspace lets an address in that it does not know yet. Not asked of whoever is in it, or was invited: that
 * was decided when they were.
 */
export const isOffDomain = (
  { emailDomains }: { readonly emailDomains: readonly string[] },
  { email }: { readonly email: string },
): boolean => emailDomains.length > 0 && outsideRule(emailDomains)(domainOf(email))
