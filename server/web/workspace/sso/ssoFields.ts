import type { CallInput, CallOutput } from '../../../../lib/contract/calls.ts'
import { domainsIn } from '../settings/settingsValues.ts'

type KnownSso = CallOutput<'sso.get'>['sso']

/** What is kept of a provider, as it stands in fields. The secret is never read back. */
export const toFields = (sso: KnownSso) => ({
  issuer: sso?.issuer ?? '',
  client: sso?.client ?? '',
  secret: '',
  domains: sso?.domains.map(({ domain }) => domain).join(', ') ?? '',
  required: sso?.required ?? false,
  trusted: sso?.trusted ?? false,
})

export type SsoFields = ReturnType<typeof toFields>

/** What the fields say; null while one that has to be filled is empty. A secret that is kept need not be typed again. */
export const readFields = (fields: SsoFields, sso: KnownSso): Omit<CallInput<'sso.set'>, 'workspaceId'> | null => {
  const { issuer, client, secret, required, trusted } = fields
  const domains = domainsIn(fields.domains)
  if (!issuer.trim() || !client.trim() || !(secret || sso) || domains.length === 0) return null
  return { issuer, client, domains, required, trusted, ...(secret ? { secret } : {}) }
}
