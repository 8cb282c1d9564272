import { recordAudit } from '../store/audit.ts'
import { pendingOf } from '../store/invitations.ts'
import { countUse, type LinkLifeEnd } from '../store/linkLife.ts'
import type { Database } from '../store/open.ts'
import type { Person } from '../store/people.ts'
import { isInvitedIntoWorkspace } from '../store/workspaceInvitations.ts'
import { openWorkspaceLink } from '../store/workspaceLinks.ts'
import { findWorkspaceRole, raiseInWorkspace } from '../store/workspaces.ts'
import { acceptInvitation } from './acceptInvitation.ts'
import { enterWorkspace } from './enterWorkspace.ts'
import { isOffDomain } from './isOffDomain.ts'

/** As when joining a Group. Else why the link lets nobody in. */
export type JoinedWorkspace = 'joined' | 'notInvited' | 'offDomain' | LinkLifeEnd

/**
 * Lets somebody into a Workspace by a share link. An invitation into the Workspace that waits for their address is accepted
 * by it and gives its own role; a restricted link accepts those into its Groups as well. Who is in already keeps their role.
 */
export const joinWorkspaceByLink = async (
  tx: Database,
  wanted: { readonly id: string; readonly generation: number },
  person: Person,
): Promise<JoinedWorkspace> => {
  const link = await openWorkspaceLink(tx, wanted, 'toJoin')
  if (!link) return 'revoked'
  const { workspace, access, role } = link
  // Before anything that has ended: whoever pressed twice for the last place has it.
  if (await findWorkspaceRole(tx, workspace.id, person.id)) return 'joined'
  if (link.end) return link.end

  const waiting = await pendingOf(tx, workspace.id, person.email)
  const entered = await enterWorkspace(tx, { workspaceId: workspace.id }, person)
  const uninvited = !entered && waiting.length === 0
  if (uninvited && access === 'restricted') return 'notInvited'
  if (uninvited && isOffDomain(workspace, person)) return 'offDomain'
  if (!entered) await raiseInWorkspace(tx, workspace.id, person.id, role, 'link')
  if (access === 'restricted') for (const invitation of waiting) await acceptInvitation(tx, invitation, person)
  await countUse(tx, 'workspace_links', link.id)
  const where = { actorId: person.id, workspaceId: workspace.id, subjectId: link.id }
  await recordAudit(tx, { ...where, action: 'workspace.joined', details: { role, access } })
  return 'joined'
}

/** What the link would do, so that nobody presses a button that refuses. */
export const standingAtLink = async (
  db: Database,
  { access, workspace }: Pick<NonNullable<Awaited<ReturnType<typeof openWorkspaceLink>>>, 'access' | 'workspace'>,
  person: Person,
): Promise<'inside' | 'may' | 'notInvited' | 'offDomain'> => {
  if (await findWorkspaceRole(db, workspace.id, person.id)) return 'inside'
  const invited =
    (await pendingOf(db, workspace.id, person.email)).length > 0 ||
    (await isInvitedIntoWorkspace(db, workspace.id, person.email))
  if (invited) return 'may'
  if (access === 'restricted') return 'notInvited'
  return isOffDomain(workspace, person) ? 'offDomain' : 'may'
}
