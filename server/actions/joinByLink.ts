import type { Secrets } from '../secrets.ts'
import { recordAudit } from '../store/audit.ts'
import { shareGroup } from '../store/groups.ts'
import { knownPeople, pendingOf } from '../store/invitations.ts'
import { countUse } from '../store/linkLife.ts'
import { roleOnLink } from '../store/linkPeople.ts'
import { insertMembers } from '../store/members.ts'
import type { Database } from '../store/open.ts'
import { type LinkEnd, openLink } from '../store/openLink.ts'
import type { Person } from '../store/people.ts'
import { joinWorkspace } from '../store/workspaces.ts'
import { acceptInvitation } from './acceptInvitation.ts'
import { enterWorkspace } from './enterWorkspace.ts'
import { isOffDomain } from './isOffDomain.ts'

/**
 * `notInvited`: a restricted link, and the Workspace never invited this address. `notListed`: a link for a roster that it
 * is not on. `offDomain`: a link for anyone, in a
 * Workspace that does not let this address in. Else why the link lets nobody in.
 */
export type Joined = 'joined' | 'notInvited' | 'notListed' | 'offDomain' | LinkEnd

/**
 * Lets somebody in by a share link. An invitation to this Group that waits for their address is accepted by it and gives
 * its own role; a restricted link lets in who is in the Workspace or was invited there, which it accepts as well.
 */
export const joinByLink = async (
  tx: Database,
  wanted: { readonly id: string; readonly generation: number },
  person: Person,
  secrets: Pick<Secrets, 'keyFor'>,
): Promise<Joined> => {
  const link = await openLink(tx, wanted, 'toJoin')
  if (!link) return 'revoked'
  if (link.end === 'gone') return 'gone'
  const group = { id: link.group.id, workspaceId: link.workspace.id }
  const [known] = await knownPeople(tx, group, [person.email])
  // Before anything that has ended: whoever pressed twice for the last place has it.
  if (known?.memberRole) return 'joined'
  if (link.end) return link.end

  const listed = link.access === 'roster' ? await roleOnLink(tx, secrets, link.id, person.email) : undefined
  const waiting = await pendingOf(tx, group.workspaceId, person.email)
  const isNew = !known?.workspaceRole
  if (link.access === 'roster' && !listed && !waiting.some(({ groupId }) => groupId === group.id)) return 'notListed'
  // An invitation into the Workspace itself counts as well, and is accepted with its role there.
  const entered = isNew && (await enterWorkspace(tx, { workspaceId: group.workspaceId }, person))
  const uninvited = isNew && !entered && waiting.length === 0
  if (uninvited && link.access === 'restricted') return 'notInvited'
  if (uninvited && !listed && isOffDomain(link.workspace, person)) return 'offDomain'
  for (const invitation of waiting)
    if (invitation.groupId === group.id || (link.access === 'restricted' && isNew))
      await acceptInvitation(tx, invitation, person)

  const role = listed ?? link.role
  await joinWorkspace(tx, { workspaceId: group.workspaceId, personId: person.id, origin: 'link' })
  await insertMembers(tx, { groupId: group.id, origin: 'link', batch: null }, [{ personId: person.id, role }])
  await shareGroup(tx, group.id, null)
  await countUse(tx, 'share_links', link.id)
  await recordAudit(tx, {
    actorId: person.id,
    workspaceId: group.workspaceId,
    groupId: group.id,
    action: 'group.joined',
    subjectId: link.id,
    details: { role, access: link.access },
  })
  return 'joined'
}
