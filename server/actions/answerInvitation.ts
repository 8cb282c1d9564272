import { CallProblem } from '../../lib/contract/errors.ts'
import type { Quotas } from '../config.ts'
import type { Database } from '../store/open.ts'
import type { Person } from '../store/people.ts'
import { holdPlace, NoRoom } from '../store/quotas.ts'
import { acceptedEarlier, type WaitingInvitation, waitingFor } from '../store/waitingInvitations.ts'
import { acceptInvitation } from './acceptInvitation.ts'
import { declineInvitation } from './declineInvitation.ts'
import { declineWorkspaceInvitation } from './declineWorkspaceInvitation.ts'
import { enterWorkspace } from './enterWorkspace.ts'

/**
 * Accepts what waits for somebody who is signed in with its address, and says which Group they are in now; null: the
 * Workspace alone. A second time changes nothing. Throws `notFound` for whatever does not wait for them.
 */
export const acceptWaiting = async (
  tx: Database,
  quotas: Quotas,
  person: Person,
  invitationId: string,
): Promise<{ groupId: string | null }> => {
  const [waiting] = await waitingFor(tx, person.email, invitationId)
  if (waiting && (await enter(tx, quotas, person, waiting))) return { groupId: waiting.groupId }
  const earlier = await acceptedEarlier(tx, person.id, invitationId)
  if (!earlier) throw new CallProblem('notFound')
  return earlier
}

const enter = async (
  tx: Database,
  quotas: Quotas,
  person: Person,
  { id, workspaceId, workspace, groupId }: WaitingInvitation,
): Promise<boolean> => {
  try {
    await holdPlace(tx, quotas, workspaceId, person.email)
  } catch (problem) {
    if (!(problem instanceof NoRoom)) throw problem
    throw new CallProblem('overQuota', `${workspace} has as many people as it may have.`)
  }
  return groupId === null
    ? await enterWorkspace(tx, { workspaceId, id }, person)
    : await acceptInvitation(tx, { id }, person)
}

/** Declines what waits for somebody who is signed in with its address. Throws `notFound` for whatever does not. */
export const declineWaiting = async (tx: Database, person: Person, invitationId: string): Promise<void> => {
  const [waiting] = await waitingFor(tx, person.email, invitationId)
  const decline = waiting?.groupId === null ? declineWorkspaceInvitation : declineInvitation
  if (!waiting || !(await decline(tx, waiting, person.id))) throw new CallProblem('notFound')
}
