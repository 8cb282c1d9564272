import { CallProblem } from '../contract/errors.ts'
import type { SendAnswer } from '../contract/schemas.ts'
import { asSender } from './asSender.ts'
import type { JobChunk, SendJob } from './job.ts'
import { acknowledged, failed, isUnfinished } from './machine.ts'
import type { JobPorts } from './ports.ts'

type Ports = Pick<JobPorts, 'store' | 'call' | 'person' | 'now'>

const send = async ({ call, person }: Ports, job: SendJob, { key, people }: JobChunk): Promise<SendAnswer> => {
  await asSender(job, person)
  const { id: batch, groupId, origin } = job
  const answer = await call('invitations.send', { groupId, key, batch, origin, people: [...people] })
  if (answer.outcomes.length !== people.length) throw new CallProblem('notTheService')
  return answer
}

/** Sends a job's next chunk, and stores what became of it. */
export const sendNext = async (ports: Ports, job: SendJob): Promise<void> => {
  const { store, now } = ports
  const index = job.acknowledged
  // An answer counts for the chunk it was asked for, once, whatever happened to the job while it was on its way.
  const stillAsked = (head: SendJob) => isUnfinished(head) && head.acknowledged === index
  const chunk = await store.chunk(job.id, index)
  try {
    if (!chunk) throw new CallProblem('notUnderstood')
    const answer = await send(ports, job, chunk)
    await store.change(job.id, (head) => (stillAsked(head) ? acknowledged(head, chunk, answer, now()) : head), {
      index,
      chunk: { ...chunk, outcomes: answer.outcomes },
    })
  } catch (problem) {
    if (!(problem instanceof CallProblem)) throw problem
    await store.change(job.id, (head) => (stillAsked(head) ? failed(head, problem, now()) : head))
  }
}
