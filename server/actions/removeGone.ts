import type { CallOutput } from '../../lib/contract/calls.ts'
import { CallProblem } from '../../lib/contract/errors.ts'
import type { Actor, AuthorisedGroup } from '../policy.ts'
import { invitationsById, revokeInvitations } from '../store/invitationLife.ts'
import type { Database } from '../store/open.ts'
import { removeMembers } from './changeMembers.ts'
import { compareRoster, type Roster } from './compareRoster.ts'
import { inOrder, recordEach } from './eachOutcome.ts'

/** Takes people out whom a roster brought and has no more. It is compared once more: what was shown may be old by now. */
export const removeGone = async (
  tx: Database,
  actor: Actor,
  group: AuthorisedGroup<'group.changeMembers'>,
  input: Roster & { readonly ids: readonly string[]; readonly confirmed?: boolean | undefined },
): Promise<CallOutput<'rosters.removeGone'>> => {
  const { gone, removal } = await compareRoster(tx, actor, group, input)
  if (removal === 'incomplete') throw new CallProblem('incomplete')
  if (removal === 'shrinks' && !input.confirmed) throw new CallProblem('shrinks')
  const named = new Set(input.ids)
  const going = (state: 'member' | 'pending') =>
    gone.flatMap((one) => (one.groupId === group.id && one.state === state && named.has(one.id) ? [one.id] : []))

  const { outcomes } = await removeMembers(tx, actor, group, going('member'))
  const wait = going('pending')
  const now = wait.length > 0 ? await invitationsById(tx, group.id, wait) : new Map()
  // Whoever accepted at this very moment is a member, and stays one until somebody has looked again.
  const invitations = wait.filter((id) => now.get(id)?.state === 'pending')
  await revokeInvitations(tx, invitations)
  await recordEach(tx, actor, group, { action: 'invitations.revoke' }, invitations)
  const judged = new Map<string, 'removed' | 'lastOwner' | 'notGone'>(invitations.map((id) => [id, 'removed'] as const))
  for (const { id, outcome } of outcomes) if (outcome === 'removed' || outcome === 'lastOwner') judged.set(id, outcome)
  return inOrder(input.ids, judged, 'notGone')
}
