import { createHmac } from 'node:crypto'
import dns from 'node:dns'
import { domainToASCII } from 'node:url'
import type { Config } from '../../config.ts'
import type { Secrets } from '../../secrets.ts'

/**
 * What a domain's DNS has to say at `_rollcall.` and the domain. Accounts are shared by all Workspaces of a service, so
 * somebody who could name any domain could sign in as anybody.
 */
export const proofRecord = (secrets: Pick<Secrets, 'keyFor'>, workspaceId: string): string =>
  `rollcall=${createHmac('sha256', secrets.keyFor('sso.domain')).update(workspaceId).digest('base64url')}`

/** `unknown`: DNS did not answer, which says nothing. */
export const proofOf = async (
  { config, secrets }: { readonly config: Pick<Config, 'sso'>; readonly secrets: Pick<Secrets, 'keyFor'> },
  workspaceId: string,
  domain: string,
): Promise<'proved' | 'noRecord' | 'unknown'> => {
  if (config.sso.domains.includes(domain)) return 'proved'
  const name = domainToASCII(domain)
  try {
    const resolver = new dns.promises.Resolver({ timeout: 2000, tries: 2 })
    resolver.setServers(dns.getServers())
    const records = name ? await resolver.resolveTxt(`_rollcall.${name}`) : []
    return records.some((parts) => parts.join('').trim() === proofRecord(secrets, workspaceId)) ? 'proved' : 'noRecord'
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? problem.code : undefined
    return code === 'ENOTFOUND' || code === 'ENODATA' ? 'noRecord' : 'unknown'
  }
}
