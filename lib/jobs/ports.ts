import type { CallService } from '../contract/calls.ts'
import type { Lock } from '../locks.ts'
import type { JobChunk, SendJob } from './job.ts'

/** Where jobs are kept. Each method is one write or none: a worker may end before or after it, never within. */
export interface JobStore {
  /** In the order in which they were started. */
  heads(): Promise<readonly SendJob[]>
  chunk(jobId: string, index: number): Promise<JobChunk | null>
  create(job: SendJob, chunks: readonly JobChunk[]): Promise<void>
  /**
   * Writes the changed head, and the chunk that changed with it. `change` gets the head as it is now: a job that was
   * dismissed meanwhile is not written again.
   */
  change(jobId: string, change: (job: SendJob) => SendJob, chunk?: { index: number; chunk: JobChunk }): Promise<void>
  remove(jobId: string): Promise<void>
}

/** Everything that a job's way through the world depends on. */
export interface JobPorts {
  readonly store: JobStore
  readonly call: CallService
  /** Id of the person who is signed in. */
  readonly person: () => Promise<string | undefined>
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly uuid: () => string
  readonly lock: Lock
  /** Has `resume` called at that time, even if the worker has ended by then; replaces the time set before. */
  readonly wakeAt: (at: number | null) => Promise<void>
}
