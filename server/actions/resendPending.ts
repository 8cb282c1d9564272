import type { CallName, CallOutput } from '../../lib/contract/calls.ts'
import type { Quotas } from '../config.ts'
import type { Actor, AuthorisedGroup, AuthorisedWorkspace } from '../policy.ts'
import { remail } from '../store/invitationLife.ts'
import type { InvitedInto } from '../store/invitedInto.ts'
import type { Database } from '../store/open.ts'
import { holdDaily } from '../store/quotas.ts'
import { inOrder, recordEach } from './eachOutcome.ts'

/** Which invitations wait, and what speaks against the others. */
export interface Judged {
  readonly pending: readonly string[]
  readonly judged: readonly (readonly [string, 'notPending'])[]
}

/** By the states that they have, which are those of now. */
export const byPending = (all: readonly { readonly id: string; readonly state: string }[]): Judged => ({
  pending: all.flatMap(({ id, state }) => (state === 'pending' ? [id] : [])),
  judged: all.flatMap(({ id, state }) => (state === 'pending' ? [] : [[id, 'notPending'] as const])),
})

/** Mails people again whose invitation waits; it counts as a reminder. */
export const resendPending = async (
  tx: Database,
  actor: Actor,
  place: AuthorisedGroup | AuthorisedWorkspace,
  how: { readonly into: InvitedInto; readonly quotas: Quotas; readonly action: CallName },
  ids: readonly string[],
  { pending, judged }: Judged,
): Promise<CallOutput<'invitations.resend'>> => {
  const verdicts = await remail(tx, actor.id, pending, how.into)
  const sent = pending.filter((id) => verdicts.get(id) === 'mail')
  const workspaceId = 'workspaceId' in place ? place.workspaceId : place.id
  await holdDaily(tx, how.quotas, workspaceId, { mails: sent.length })
  await recordEach(tx, actor, place, { action: how.action }, sent)
  const done = [...verdicts].map(([id, verdict]) => [id, verdict === 'mail' ? 'sent' : verdict] as const)
  return inOrder(ids, new Map([...judged, ...done]), 'notHere')
}
