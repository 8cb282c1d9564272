import { Email, type WorkspaceOutcome, type WorkspaceRole } from '../../lib/contract/schemas.ts'
import type { Database } from '../store/open.ts'
import { holdDaily, lockWorkspace } from '../store/quotas.ts'
import {
  expireWorkspaceInvitations,
  inviteToWorkspace,
  knownInWorkspace,
  type WorkspaceInvitee,
} from '../store/workspaceInvitations.ts'
import type { WorkspaceRules } from '../store/workspaceSettings.ts'
import { isOffDomain } from './isOffDomain.ts'

/**
 * Invites people into a Workspace, each with a role there. A request that is repeated leaves each person with one
 * invitation and one mail, because whoever waits already is left as they are.
 */
export const inviteIntoWorkspace = async (
  tx: Database,
  { workspaceId, invitedBy, rules }: { workspaceId: string; invitedBy: string; rules: WorkspaceRules },
  people: readonly { readonly email: string; readonly role: WorkspaceRole }[],
): Promise<WorkspaceOutcome[]> => {
  await lockWorkspace(tx, workspaceId)
  await expireWorkspaceInvitations(tx, workspaceId)
  const entries = people.map(({ email: text, role }) => {
    const parsed = Email.safeParse(text)
    return { text, role, email: parsed.success && parsed.data.isWellFormed() ? parsed.data : null }
  })
  const known = await knownInWorkspace(tx, workspaceId, [...new Set(entries.flatMap(({ email }) => email ?? []))])
  const invite = new Map<string, WorkspaceInvitee>()
  const outcomes = entries.map(({ text, email, role }): WorkspaceOutcome => {
    if (email === null) return { email: text, outcome: 'invalid' }
    const met = inTheWay(rules, known.get(email), { email, role })
    if (met) return { email, ...met }
    const first = invite.get(email) ?? { email, role }
    invite.set(email, first)
    return { email, outcome: 'invited', role: first.role }
  })
  const common = { workspaceId, invitedBy, days: rules.invitationDays, hold: rules.holdSeconds }
  const made = await inviteToWorkspace(tx, common, [...invite.values()])
  await holdDaily(tx, rules.quotas, workspaceId, { invitations: made.size, mails: made.size })
  return outcomes
}

/** Why an address is not invited: they are in, or invited already, or of another domain. Undefined: it is. */
export const inTheWay = (
  rules: WorkspaceRules,
  known: { readonly has: WorkspaceRole | null; readonly pending: WorkspaceRole | null } | undefined,
  { email, role }: WorkspaceInvitee,
): { outcome: 'member' | 'roleDiffers' | 'pending' | 'offDomain'; role?: WorkspaceRole } | undefined => {
  if (known?.has) return { outcome: known.has === role ? 'member' : 'roleDiffers', role: known.has }
  if (known?.pending) return { outcome: 'pending', role: known.pending }
  return isOffDomain(rules, { email }) ? { outcome: 'offDomain' } : undefined
}
