import { shareGroup } from '../store/groups.ts'
import { knownPeople, pendingOf } from '../store/invitations.ts'
import { countUse, liveLink } from '../store/links.ts'
import { insertMembers } from '../store/members.ts'
import type { Database } from '../store/open.ts'
import type { Person } from '../store/people.ts'
import { joinWorkspace } from '../store/workspaces.ts'
import { acceptInvitation } from './acceptInvitation.ts'

/** `revoked`: the link or its Group is gone. `notInvited`: a restricted link, and the Workspace never invited this address. */
export type Joined = 'joined' | 'revoked' | 'notInvited'

/**
 * Lets somebody in by a share link. An invitation to this Group that waits for their address is accepted by it and gives
 * its own role; a restricted link lets in who is in the Workspace or was invited there, which it accepts as well.
 */
export const joinByLink = async (tx: Database, { id }: { readonly id: string }, person: Person): Promise<Joined> => {
  const link = await liveLink(tx, id)
  if (!link) return 'revoked'
  const group = { id: link.groupId, workspaceId: link.workspaceId }
  const [known] = await knownPeople(tx, group, [person.email])
  if (known?.memberRole) return 'joined'

  const waiting = await pendingOf(tx, group.workspaceId, person.email)
  const isNew = !known?.workspaceRole
  if (link.access === 'restricted' && isNew && waiting.length === 0) return 'notInvited'
  for (const invitation of waiting)
    if (invitation.groupId === group.id || (link.access === 'restricted' && isNew))
      await acceptInvitation(tx, invitation, person)

  await joinWorkspace(tx, { workspaceId: group.workspaceId, personId: person.id, origin: 'link' })
  await insertMembers(tx, { groupId: group.id, origin: 'link', batch: null }, [
    { personId: person.id, role: link.role },
  ])
  await shareGroup(tx, group.id, null)
  await countUse(tx, link.id)
  return 'joined'
}
