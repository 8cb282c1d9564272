import { Email } from '../../../lib/contract/schemas.ts'
import { domainOf } from '../../../lib/people/domains.ts'
import type { Service } from '../../service.ts'
import { findProviderFor, type SsoProvider } from '../../store/sso.ts'

/** Who signs an address in, by its domain alone: whether anybody has that address is not asked. */
export const providerFor = async (
  { db, config }: Pick<Service, 'db' | 'config'>,
  address: string,
): Promise<SsoProvider | undefined> => {
  const email = Email.safeParse(address)
  const provider = email.success ? await findProviderFor(db, domainOf(email.data)) : undefined
  return provider && { ...provider, inForce: provider.inForce && !config.sso.optional }
}
