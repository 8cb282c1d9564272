import type { CallInput, CallOutput } from '../../lib/contract/calls.ts'
import { Email } from '../../lib/contract/schemas.ts'
import type { Quotas } from '../config.ts'
import type { Actor, AuthorisedWorkspace } from '../policy.ts'
import { renewInvitations, revokeInvitations, withMailWaiting } from '../store/invitationLife.ts'
import { intoWorkspace } from '../store/invitedInto.ts'
import type { Database } from '../store/open.ts'
import { holdDaily, lockWorkspace } from '../store/quotas.ts'
import {
  expireWorkspaceInvitations,
  inviteToWorkspace,
  knownInWorkspace,
  mailWorkspaceInvitations,
  type WorkspaceInvitationRow,
  workspaceInvitationsById,
} from '../store/workspaceInvitations.ts'
import type { WorkspaceRules } from '../store/workspaceSettings.ts'
import { inOrder, recordEach } from './eachOutcome.ts'
import { inTheWay } from './inviteIntoWorkspace.ts'
import { byPending, resendPending } from './resendPending.ts'

type Workspace = AuthorisedWorkspace<'workspace.people'>
type Renewed = CallOutput<'workspaceInvitations.renew'>['outcomes'][number]['outcome']
type Readdressed = Omit<CallOutput<'workspaceInvitations.readdress'>['outcomes'][number], 'id'>

/** Mails people again who are invited into the Workspace. */
export const resendIntoWorkspace = async (
  tx: Database,
  actor: Actor,
  workspace: Workspace,
  ids: readonly string[],
  quotas: Quotas,
): Promise<CallOutput<'workspaceInvitations.resend'>> => {
  const found = await findNow(tx, workspace, ids)
  const how = { into: intoWorkspace, quotas, action: 'workspaceInvitations.resend' } as const
  return await resendPending(tx, actor, workspace, how, ids, byPending([...found.values()]))
}

/** Gives invitations that wait their days again, and makes expired ones wait again with a new mail. */
export const renewIntoWorkspace = async (
  tx: Database,
  rules: WorkspaceRules,
  actor: Actor,
  workspace: Workspace,
  ids: readonly string[],
): Promise<CallOutput<'workspaceInvitations.renew'>> => {
  const found = await findNow(tx, workspace, ids)
  const known = await knownInWorkspace(tx, workspace.id, addresses(found.values()))
  const judged = new Map<string, Renewed>()
  const expired = new Map<string, WorkspaceInvitationRow>()
  for (const row of found.values()) {
    if (row.state === 'pending') judged.set(row.id, 'renewed')
    else if (row.state !== 'expired') judged.set(row.id, 'notPending')
    // Of several that expired for one address, one waits again.
    else if (expired.has(row.email)) judged.set(row.id, 'pending')
    else {
      const met = inTheWay(rules, known.get(row.email), row)
      judged.set(row.id, met?.outcome ?? 'renewed')
      if (!met) expired.set(row.email, row)
    }
  }
  const renewed = [...judged].flatMap(([id, outcome]) => (outcome === 'renewed' ? [id] : []))
  await renewInvitations(tx, renewed, rules.invitationDays, intoWorkspace)
  const again = [...expired.values()].map(({ id }) => id)
  const waiting = await withMailWaiting(tx, again, intoWorkspace)
  const mails = again.filter((id) => !waiting.has(id))
  await mailWorkspaceInvitations(tx, { senderId: actor.id, hold: rules.holdSeconds }, mails)
  await holdDaily(tx, rules.quotas, workspace.id, { mails: mails.length })
  await recordEach(tx, actor, workspace, { action: 'workspaceInvitations.renew' }, renewed)
  return inOrder(ids, judged, 'notHere')
}

/** Sends invitations that wait to other addresses instead. The old links are dead; the role stays. */
export const readdressIntoWorkspace = async (
  tx: Database,
  rules: WorkspaceRules,
  actor: Actor,
  workspace: Workspace,
  changes: CallInput<'workspaceInvitations.readdress'>['changes'],
): Promise<CallOutput<'workspaceInvitations.readdress'>> => {
  const ids = changes.map(({ id }) => id)
  const found = await findNow(tx, workspace, ids)
  const wanted = changes.map(({ id, email: text }) => {
    const email = Email.safeParse(text)
    return { id, row: found.get(id), email: email.success && email.data.isWellFormed() ? email.data : null }
  })
  const known = await knownInWorkspace(tx, workspace.id, addresses(wanted))
  const judged = new Map<string, Readdressed>()
  const next = new Map<string, WorkspaceInvitationRow>()
  for (const { id, row, email } of wanted) {
    if (judged.has(id)) continue
    if (!row) judged.set(id, { outcome: 'notHere' })
    else if (row.state !== 'pending') judged.set(id, { outcome: 'notPending' })
    else if (email === null) judged.set(id, { outcome: 'invalid' })
    else if (email === row.email) judged.set(id, { outcome: 'same' })
    else if (next.has(email)) judged.set(id, { outcome: 'pending' })
    else {
      const met = inTheWay(rules, known.get(email), { email, role: row.role })
      judged.set(id, met ?? { outcome: 'readdressed' })
      if (!met) next.set(email, row)
    }
  }
  const done = [...next.values()].map(({ id }) => id)
  await revokeInvitations(tx, done, intoWorkspace)
  const common = {
    ...{ workspaceId: workspace.id, invitedBy: actor.id },
    ...{ days: rules.invitationDays, hold: rules.holdSeconds },
  }
  const made = await inviteToWorkspace(
    tx,
    common,
    [...next].map(([email, { role }]) => ({ email, role })),
  )
  for (const [email, { id }] of next) judged.set(id, { outcome: 'readdressed', invitationId: made.get(email) })
  await holdDaily(tx, rules.quotas, workspace.id, { invitations: made.size, mails: made.size })
  await recordEach(tx, actor, workspace, { action: 'workspaceInvitations.readdress' }, done)
  return { outcomes: ids.map((id) => ({ id, ...(judged.get(id) ?? { outcome: 'notHere' }) })) }
}

/** Those that are of this Workspace, as they are now. Under its lock, so that no two are made to wait for one address. */
const findNow = async (tx: Database, { id }: Workspace, ids: readonly string[]) => {
  await lockWorkspace(tx, id)
  await expireWorkspaceInvitations(tx, id)
  return await workspaceInvitationsById(tx, id, ids)
}

const addresses = (some: Iterable<{ readonly email: string | null }>): string[] => [
  ...new Set([...some].flatMap(({ email }) => email ?? [])),
]
