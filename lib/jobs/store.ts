import { webLock } from '../locks.ts'
import { stored } from '../platform.ts'
import { chunkItem, jobsItem } from '../storage.ts'
import type { SendJob } from './job.ts'
import type { JobStore } from './ports.ts'

const chunkKeys = ({ id, chunks }: SendJob) => Array.from({ length: chunks }, (_, index) => chunkItem(id, index).key)

interface Change {
  readonly heads: SendJob[]
  readonly with?: Record<string, unknown>
}

/** Changes the list of heads and, in the same write, the chunks given with it. */
const write = (change: (heads: SendJob[]) => Change | null | Promise<Change>) =>
  webLock(`rollcall.stored.${jobsItem.key}`, async () => {
    const next = await change(await jobsItem.get())
    if (next) await stored.write('local', { ...next.with, ...jobsItem.entry(next.heads) })
  })

/** Jobs in the extension's storage: all heads under one key, each chunk under its own. */
export const jobStore: JobStore = {
  heads: () => jobsItem.get(),
  chunk: (jobId, index) => chunkItem(jobId, index).get(),
  create: (job, chunks) =>
    write((heads) => ({
      heads: [...heads, job],
      with: Object.assign({}, ...chunks.map((chunk, index) => chunkItem(job.id, index).entry(chunk))),
    })),
  change: (jobId, change, changed) =>
    write((heads) =>
      heads.some(({ id }) => id === jobId)
        ? {
            heads: heads.map((head) => (head.id === jobId ? change(head) : head)),
            ...(changed && { with: chunkItem(jobId, changed.index).entry(changed.chunk) }),
          }
        : null,
    ),
  remove: (jobId) =>
    write(async (heads) => {
      // The people first: without the head nobody would know of them any more.
      for (const job of heads.filter(({ id }) => id === jobId)) await stored.remove('local', chunkKeys(job))
      return { heads: heads.filter(({ id }) => id !== jobId) }
    }),
}
