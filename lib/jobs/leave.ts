import type { CallService } from '../contract/calls.ts'
import { CallProblem } from '../contract/errors.ts'
import { MAX_PEOPLE_PER_CALL } from '../contract/limits.ts'
import { inChunks } from '../inChunks.ts'
import { asSender } from './asSender.ts'
import type { Leaving, SendJob } from './job.ts'
import { hasLeft, leavesLater, mustLeave, waitsFor } from './machine.ts'
import type { JobPorts } from './ports.ts'

/** They are out of the Group, by us or by somebody who was quicker. */
const isOut = ({ outcome }: { readonly outcome: string }) => ['removed', 'revoked', 'notHere'].includes(outcome)

/**
 * Takes people out of the Groups they leave and answers how many are out; safe to repeat. Rejects where it is to be tried
 * again; a Group that refuses keeps its people.
 */
const leaveGroups = async (call: CallService, leaving: readonly Leaving[]): Promise<number> => {
  let left = 0
  for (const { groupId, members, invitations } of leaving)
    try {
      for (const ids of inChunks(members, MAX_PEOPLE_PER_CALL))
        left += (await call('members.remove', { groupId, ids: [...ids] })).outcomes.filter(isOut).length
      for (const ids of inChunks(invitations, MAX_PEOPLE_PER_CALL))
        left += (await call('invitations.revoke', { groupId, ids: [...ids] })).outcomes.filter(isOut).length
    } catch (problem) {
      if (!(problem instanceof CallProblem) || waitsFor(problem)) throw problem
    }
  return left
}

/** Has whoever changed Group with a job leave the one before, where it is time, and stores that they did. */
export const leave = async (
  { store, call, person, now }: Pick<JobPorts, 'store' | 'call' | 'person' | 'now'>,
  job: SendJob,
): Promise<void> => {
  if (!mustLeave(job, now())) return
  try {
    await asSender(job, person)
    const left = await leaveGroups(call, job.leaving ?? [])
    await store.change(job.id, (head) => hasLeft(head, left))
  } catch (problem) {
    if (!(problem instanceof CallProblem)) throw problem
    await store.change(job.id, (head) => leavesLater(head, problem, now()))
  }
}
