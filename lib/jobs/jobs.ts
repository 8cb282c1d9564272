import type { SendJob, SendOrder } from './job.ts'
import { leave } from './leave.ts'
import { again, isLeaving, nextDeed, nextWake, putAway, seen, takenBack, wasSentWhole } from './machine.ts'
import { plan } from './plan.ts'
import type { JobPorts } from './ports.ts'
import { sendNext } from './sendNext.ts'

export interface Jobs {
  /** Resolves with the job's id once it is stored, before the first request. */
  start(order: SendOrder): Promise<string>
  /** Sends whatever is due, one chunk at a time, until nothing is. Safe to call at any time, from anywhere. */
  resume(): Promise<void>
  /** Tries a job again now. */
  retry(jobId: string): Promise<void>
  /** Tries again what waited for this sign-in. */
  signedIn(): Promise<void>
  /** Forgets what is finished, with its people; what is not sent yet waits for its sender. */
  signedOut(): Promise<void>
  /** Takes a finished send back. */
  undo(jobId: string): Promise<void>
  /** Its end was on a screen. */
  seen(jobId: string): Promise<void>
  /**
   * Forgets a job and its people; what is not sent yet is not sent. Where people have still to leave another Group it is
   * only put away, for `resume` to have them leave.
   */
  dismiss(jobId: string): Promise<void>
}

/** Longer than any request: if the worker ends in the middle of one, the next is this far away. */
const WATCHDOG = 60_000

/**
 * Send jobs over a store. A worker may end at any await: what is stored by then is all that counts, and a chunk whose
 * acknowledgement was not stored is sent again with the same key and the same people, which the service answers
 * without doing it twice.
 */
export const createJobs = (ports: JobPorts): Jobs => {
  const { store, call, person, now, uuid, lock, wakeAt } = ports
  const find = async (jobId: string) => (await store.heads()).find(({ id }) => id === jobId)
  /** Either a send is taken back, or whoever changed Group with it leaves the one before. */
  const once = <T>(run: () => Promise<T>) => lock('rollcall.undo', run)

  const deeds = {
    forget: (job: SendJob) => store.remove(job.id),
    send: (job: SendJob) => sendNext(ports, job),
    leave: ({ id }: SendJob) =>
      once(async () => {
        const job = await find(id)
        if (job) await leave(ports, job)
      }),
  }

  const resume = () =>
    lock('rollcall.send', async () => {
      for (;;) {
        const heads = await store.heads()
        const next = nextDeed(heads, now())
        if (!next) return await wakeAt(nextWake(heads))
        if (next.deed !== 'forget') await wakeAt(now() + WATCHDOG)
        await deeds[next.deed](next.job)
      }
    })

  return {
    resume,
    start: async (order) => {
      const { job, chunks } = plan(order, { now: now(), sender: await person(), uuid })
      // Set before there is anything to send: a worker that ends right after storing the job is woken for it.
      await wakeAt(now() + WATCHDOG)
      await store.create(job, chunks)
      return job.id
    },
    retry: (jobId) => store.change(jobId, again),
    signedIn: async () => {
      const id = await person()
      for (const job of await store.heads())
        if (job.waitingFor === 'signedOut' && (!job.sender || job.sender === id)) await store.change(job.id, again)
    },
    signedOut: async () => {
      for (const job of await store.heads()) if (wasSentWhole(job)) await store.remove(job.id)
    },
    undo: (jobId) =>
      once(async () => {
        const job = await find(jobId)
        if (job?.state !== 'done' || job.left !== undefined) return
        const answer = await call('invitations.undo', { groupId: job.groupId, batch: job.id })
        await store.change(jobId, (head) => takenBack(head, answer))
      }),
    seen: (jobId) => store.change(jobId, (job) => seen(job, now())),
    dismiss: async (jobId) => {
      const job = await find(jobId)
      await (job && isLeaving(job) ? store.change(jobId, putAway) : store.remove(jobId))
    },
  }
}
