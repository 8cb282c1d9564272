import type { CallOutput } from '../../lib/contract/calls.ts'
import type { GroupRole } from '../../lib/contract/schemas.ts'
import type { Quotas } from '../config.ts'
import type { Actor, AuthorisedGroup } from '../policy.ts'
import { lockGroup } from '../store/groups.ts'
import { type InvitationRow, invitationsById, revokeInvitations, setInvitedRole } from '../store/invitationLife.ts'
import { expireInvitations } from '../store/invitations.ts'
import { intoGroup } from '../store/invitedInto.ts'
import type { Database } from '../store/open.ts'
import { inOrder, recordEach } from './eachOutcome.ts'
import { byPending, type Judged, resendPending } from './resendPending.ts'

type Group = AuthorisedGroup<'group.invite'>

/** Takes Pending invitations back: their links lead nowhere, and mails that wait are not sent. */
export const revoke = async (
  tx: Database,
  actor: Actor,
  group: Group,
  ids: readonly string[],
): Promise<CallOutput<'invitations.revoke'>> => {
  const { pending, judged } = await judge(tx, group, ids)
  await revokeInvitations(tx, pending)
  await recordEach(tx, actor, group, { action: 'invitations.revoke' }, pending)
  return inOrder(ids, new Map([...judged, ...pending.map((id) => [id, 'revoked'] as const)]), 'notHere')
}

/** Gives Pending invitations another role: whoever accepts has it from then on. */
export const setRoleInvited = async (
  tx: Database,
  actor: Actor,
  group: Group,
  ids: readonly string[],
  role: GroupRole,
): Promise<CallOutput<'invitations.setRole'>> => {
  const { found, pending, judged } = await judge(tx, group, ids)
  const changed = pending.filter((id) => found.get(id)?.role !== role)
  await setInvitedRole(tx, changed, role)
  await recordEach(tx, actor, group, { action: 'invitations.setRole', details: { role } }, changed)
  const done = pending.map((id) => [id, changed.includes(id) ? 'changed' : 'same'] as const)
  return inOrder(ids, new Map([...judged, ...done]), 'notHere')
}

/** Mails people again whose invitation is Pending; it counts as a reminder. */
export const resend = async (
  tx: Database,
  actor: Actor,
  group: Group,
  ids: readonly string[],
  quotas: Quotas,
): Promise<CallOutput<'invitations.resend'>> => {
  const how = { into: intoGroup, quotas, action: 'invitations.resend' } as const
  return await resendPending(tx, actor, group, how, ids, await judge(tx, group, ids))
}

/** Which of them wait, by the store's clock, and what speaks against the others. Under the Group's lock. */
const judge = async (
  tx: Database,
  group: Group,
  ids: readonly string[],
): Promise<Judged & { found: ReadonlyMap<string, InvitationRow> }> => {
  await lockGroup(tx, group.id, 0)
  await expireInvitations(tx, group.id)
  const found = await invitationsById(tx, group.id, ids)
  return { found, ...byPending([...found.values()]) }
}
