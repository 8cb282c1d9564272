import { CallProblem } from '../../lib/contract/errors.ts'
import type { Actor, AuthorisedGroup } from '../policy.ts'
import { recordAudit } from '../store/audit.ts'
import { emptyGroup, leaveWithGroup, type Purged } from '../store/emptyGroup.ts'
import { lockGroup } from '../store/groups.ts'
import type { Database } from '../store/open.ts'
import { ownedInside } from './ownedInside.ts'

/**
 * Removes what a Group knows of people: invitations, mails, what happened to memberships, and the memberships of all but
 * its Owners; and the same of the Groups `inside` it, where that is asked for. Whoever came into the Workspace with one of
 * them and is in no other goes altogether, also if they left it before. Numbers stay, in the audit.
 */
export const purgeGroup = async (
  tx: Database,
  actor: Actor,
  group: AuthorisedGroup<'group.purge'>,
  { confirm, inside = false }: { readonly confirm: string; readonly inside?: boolean | undefined },
): Promise<Purged> => {
  if (confirm !== group.name) throw new CallProblem('notConfirmed')
  const { workspaceId } = group
  const all = [group, ...(inside ? await ownedInside(tx, actor, group, 'group.purge') : [])].map(({ id }) => id)
  for (const id of all) await lockGroup(tx, id, 0)
  const leavers = []
  const sum = { members: 0, invitations: 0, mails: 0 }
  for (const id of all) {
    const { purged, ...emptied } = await emptyGroup(tx, { id, workspaceId }, 'notOwners')
    leavers.push(...emptied.leavers)
    for (const what of ['members', 'invitations', 'mails'] as const) sum[what] += purged[what]
    const entry = { actorId: actor.id, workspaceId, groupId: id, action: 'groups.purge' } as const
    await recordAudit(tx, { ...entry, details: { ...purged } })
  }
  // After the last of them: whoever is in two of these came with both.
  await leaveWithGroup(tx, workspaceId, leavers)
  return sum
}
