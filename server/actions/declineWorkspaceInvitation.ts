import { recordAudit } from '../store/audit.ts'
import type { Database } from '../store/open.ts'
import { endWorkspaceInvitation } from '../store/workspaceInvitations.ts'

/** As `declineInvitation`, of an invitation into a Workspace. */
export const declineWorkspaceInvitation = async (
  tx: Database,
  invitation: { readonly id: string; readonly workspaceId: string },
  actorId: string | null = null,
): Promise<boolean> => {
  const declined = await endWorkspaceInvitation(tx, invitation, 'declined')
  if (declined)
    await recordAudit(tx, {
      actorId,
      workspaceId: invitation.workspaceId,
      action: 'invitation.declined',
      subjectId: invitation.id,
    })
  return declined
}
