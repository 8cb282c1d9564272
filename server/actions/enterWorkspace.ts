import { recordAudit } from '../store/audit.ts'
import type { Database } from '../store/open.ts'
import { takeWorkspaceInvitation } from '../store/workspaceInvitations.ts'
import { raiseInWorkspace } from '../store/workspaces.ts'

/**
 * Accepts an invitation into a Workspace for the person with its address, by its link or (without an id) whatever waits.
 * Somebody who is in it already keeps a higher role. False: nothing waits for them.
 */
export const enterWorkspace = async (
  tx: Database,
  invitation: { readonly workspaceId: string; readonly id?: string },
  person: { readonly id: string; readonly email: string },
): Promise<boolean> => {
  const { workspaceId } = invitation
  const taken = await takeWorkspaceInvitation(tx, invitation, person)
  if (!taken) return false
  await raiseInWorkspace(tx, workspaceId, person.id, taken.role)
  await recordAudit(tx, {
    actorId: person.id,
    workspaceId,
    action: 'invitation.accepted',
    subjectId: taken.id,
    details: { role: taken.role },
  })
  return true
}
