import { CallProblem } from '../../lib/contract/errors.ts'
import { ssoReturn } from '../auth/sso/journey.ts'
import { proofOf, proofRecord } from '../auth/sso/proof.ts'
import { discover, issuerFault, ProviderProblem } from '../auth/sso/provider.ts'
import { signOutOthers } from '../auth/sso/signOutOthers.ts'
import type { Handler, Handlers } from '../mount.ts'
import type { Service } from '../service.ts'
import { recordAudit } from '../store/audit.ts'
import type { Database } from '../store/open.ts'
import { forgetProof, noteProved, removeSso, saveSso, ssoOf } from '../store/sso.ts'

const present = async (tx: Database, service: Service, workspaceId: string) => {
  const row = await ssoOf(tx, workspaceId)
  return {
    sso: row
      ? {
          issuer: row.issuer,
          client: row.clientId,
          required: row.required,
          trusted: row.trusted,
          domains: row.domains.map(({ domain, provedAt }) => ({ domain, proved: provedAt !== null })),
          worked: row.workedAt !== null,
        }
      : null,
    redirectUri: ssoReturn(service, workspaceId),
    record: proofRecord(service.secrets, workspaceId),
  }
}

const get: Handler<'sso.get'> = async ({ workspace, service, tx }) => await present(tx, service, workspace.id)

const set: Handler<'sso.set'> = async ({ actor, workspace, service, tx }, input) => {
  const { issuer, client: clientId, secret: typed, required, trusted } = input
  const fault = issuerFault(issuer)
  if (fault) throw new CallProblem('notUnderstood', fault)
  const kept = await ssoOf(tx, workspace.id)
  // A secret goes to the provider that it was typed for, and to no other.
  const secret = typed
    ? service.secrets.seal('sso.client', Buffer.from(typed))
    : kept?.issuer === issuer && kept.clientId === clientId
      ? kept.secret
      : undefined
  if (!secret) throw new CallProblem('notUnderstood', 'The client secret is needed with another issuer or client id.')
  const domains = [...new Set(input.domains)]
  await saveSso(tx, workspace.id, { issuer, clientId, secret, required, trusted, domains })
  const details = { domains: domains.length, required, trusted }
  await recordAudit(tx, { actorId: actor.id, workspaceId: workspace.id, action: 'sso.set', details })
  await signOutOthers(tx, service.config, { actorId: actor.id, workspaceId: workspace.id })
  return await present(tx, service, workspace.id)
}

const test: Handler<'sso.test'> = async ({ actor, workspace, service, tx }) => {
  const row = await ssoOf(tx, workspace.id)
  if (!row) return { provider: 'none', domains: [] }
  const provider = await discover(service, row).then(
    () => 'answers' as const,
    (problem: unknown) => {
      if (problem instanceof ProviderProblem) return problem.trouble
      throw problem
    },
  )
  const proofs = await Promise.all(
    row.domains.map(async ({ domain }) => ({ domain, proof: await proofOf(service, workspace.id, domain) })),
  )
  const domains = await tx.transaction().execute(async (inside) => {
    const states: { domain: string; state: 'proved' | 'noRecord' | 'taken' }[] = []
    for (const { domain, proof } of proofs) {
      if (proof === 'noRecord') await forgetProof(inside, workspace.id, domain)
      const isOurs = proof === 'proved' && (await noteProved(inside, workspace.id, domain))
      states.push({ domain, state: isOurs ? 'proved' : proof === 'proved' ? 'taken' : 'noRecord' })
    }
    const proved = states.filter(({ state }) => state === 'proved').length
    const where = { actorId: actor.id, workspaceId: workspace.id }
    await recordAudit(inside, { ...where, action: 'sso.test', details: { domains: states.length, proved } })
    await signOutOthers(inside, service.config, where)
    return states
  })
  return { provider, domains }
}

const remove: Handler<'sso.remove'> = async ({ actor, workspace, tx }) => {
  if (!(await removeSso(tx, workspace.id))) return {}
  await recordAudit(tx, { actorId: actor.id, workspaceId: workspace.id, action: 'sso.remove' })
  return {}
}

export const ssoHandlers = {
  'sso.get': get,
  'sso.set': set,
  'sso.test': test,
  'sso.remove': remove,
} satisfies Partial<Handlers>
