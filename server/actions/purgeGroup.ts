import { CallProblem } from '../../lib/contract/errors.ts'
import type { Actor, AuthorisedGroup } from '../policy.ts'
import { recordAudit } from '../store/audit.ts'
import { emptyGroup, leaveWithGroup, type Purged } from '../store/emptyGroup.ts'
import { lockGroup } from '../store/groups.ts'
import type { Database } from '../store/open.ts'

/**
 * Removes what a Group knows of people: invitations, mails, what happened to memberships, and the memberships of all but
 * its Owners. Whoever came into the Workspace with this Group and is in no other goes altogether, also if they left it before. Numbers stay, in the audit.
 */
export const purgeGroup = async (
  tx: Database,
  actor: Actor,
  group: AuthorisedGroup<'group.purge'>,
  confirm: string,
): Promise<Purged> => {
  if (confirm !== group.name) throw new CallProblem('notConfirmed')
  await lockGroup(tx, group.id, 0)
  const { leavers, purged } = await emptyGroup(tx, group, 'notOwners')
  await leaveWithGroup(tx, group.workspaceId, leavers)
  await recordAudit(tx, {
    actorId: actor.id,
    workspaceId: group.workspaceId,
    groupId: group.id,
    action: 'groups.purge',
    details: { ...purged },
  })
  return purged
}
