import { Email, type WorkspaceOutcome, type WorkspaceRole } from '../../lib/contract/schemas.ts'
import type { Database } from '../store/open.ts'
import { holdDaily } from '../store/quotas.ts'
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
  await expireWorkspaceInvitations(tx)
  const entries = people.map(({ email: text, role }) => {
    const parsed = Email.safeParse(text)
    return { text, role, email: parsed.success && parsed.data.isWellFormed() ? parsed.data : null }
  })
  const known = await knownInWorkspace(tx, workspaceId, [...new Set(entries.flatMap(({ email }) => email ?? []))])
  const invite = new Map<string, WorkspaceInvitee>()
  const outcomes = entries.map(({ text, email, role }): WorkspaceOutcome => {
    if (email === null) return { email: text, outcome: 'invalid' }
    const { has = null, pending = null } = known.get(email) ?? {}
    if (has) return { email, outcome: has === role ? 'member' : 'roleDiffers', role: has }
    if (pending) return { email, outcome: 'pending', role: pending }
    if (isOffDomain(rules, { email })) return { email, outcome: 'offDomain' }
    const first = invite.get(email) ?? { email, role }
    invite.set(email, first)
    return { email, outcome: 'invited', role: first.role }
  })
  const common = { workspaceId, invitedBy, days: rules.invitationDays, hold: rules.holdSeconds }
  const made = await inviteToWorkspace(tx, common, [...invite.values()])
  await holdDaily(tx, rules.quotas, workspaceId, { invitations: made.size, mails: made.size })
  // Another request was quicker with the others.
  return outcomes.map((one) =>
    one.outcome === 'invited' && !made.has(one.email) ? { ...one, outcome: 'pending' } : one,
  )
}
