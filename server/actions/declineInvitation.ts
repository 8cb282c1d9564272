import { sql } from 'kysely'
import { recordAudit } from '../store/audit.ts'
import type { Database } from '../store/open.ts'

/**
 * Ends a Pending invitation for whoever holds its link, who needs no account for that, or is signed in with its address: then
 * the audit names them. False: it had ended already.
 */
export const declineInvitation = async (
  tx: Database,
  invitation: { readonly id: string },
  actorId: string | null = null,
): Promise<boolean> => {
  const declined = await tx
    .updateTable('invitations')
    .set({ state: 'declined', ended_at: sql<Date>`now()` })
    .where('id', '=', invitation.id)
    .where('state', '=', 'pending')
    .where('expires_at', '>', sql<Date>`now()`)
    .returning(['workspace_id as workspaceId', 'group_id as groupId', 'role'])
    .executeTakeFirst()
  if (!declined) return false
  const { role, ...where } = declined
  await recordAudit(tx, {
    actorId,
    ...where,
    action: 'invitation.declined',
    subjectId: invitation.id,
    details: { role },
  })
  return true
}
