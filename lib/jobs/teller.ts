import type { Lock } from '../locks.ts'
import type { SendJob } from './job.ts'
import { isUnfinished, told } from './machine.ts'
import type { JobStore } from './ports.ts'
import { sendsOf } from './whole.ts'

/** What one press of Send came to. No person is named in it. */
export interface Ending {
  readonly sends: readonly SendJob[]
  /** How many people were invited or added; somebody in two Groups is one. */
  readonly reached: number
}

interface TellerPorts {
  readonly store: Pick<JobStore, 'heads' | 'chunk' | 'change'>
  readonly lock: Lock
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Calls after a moment, in which a screen that shows the end has said so. */
  readonly soon: (act: () => void) => void
  /** Whether the person wants to be told at all. */
  readonly wanted: () => Promise<boolean>
  readonly tell: (ending: Ending) => Promise<void>
}

/** Tells the end of a send, once, where no screen of ours has shown it. */
export const createTeller = ({ store, lock, now, soon, wanted, tell }: TellerPorts) => {
  const reachedBy = async (sends: readonly SendJob[]): Promise<number> => {
    const reached = new Set<string>()
    for (const { id, chunks } of sends)
      for (let index = 0; index < chunks; index++)
        for (const { email, outcome } of (await store.chunk(id, index))?.outcomes ?? [])
          if (outcome === 'invited' || outcome === 'added') reached.add(email.toLowerCase())
    return reached.size
  }
  /** The presses that are over, and were neither told nor left untold yet. */
  const ended = async (): Promise<readonly (readonly SendJob[])[]> => {
    const heads = await store.heads()
    const firsts = heads.filter((job) => sendsOf(job, heads)[0].id === job.id)
    return firsts
      .map((job) => sendsOf(job, heads))
      .filter((sends) => !sends.some(isUnfinished) && sends.some(({ toldAt }) => toldAt === undefined))
  }
  const tellAll = () =>
    lock('rollcall.tell', async () => {
      for (const sends of await ended()) {
        // Marked first: a worker that ends here leaves it untold, and tells nothing twice.
        for (const { id } of sends) await store.change(id, (job) => told(job, now()))
        if (sends.some(({ seenAt, state }) => seenAt !== undefined || state === 'undone')) continue
        if (await wanted()) await tell({ sends, reached: await reachedBy(sends) })
      }
    })
  return {
    /** Something about the sends changed, or a worker starts. */
    look: async (): Promise<void> => {
      if ((await ended()).length > 0) soon(() => void tellAll())
    },
  }
}
