import type { SendJob } from '../../lib/jobs/job.ts'
import type { JobService } from '../services.ts'

/** The people of a send and what became of them, read again as chunks are acknowledged. */
export const chunksQuery = (jobs: JobService, job: SendJob) => ({
  queryKey: ['chunks', job.id, job.acknowledged],
  queryFn: () => jobs.chunks(job.id),
  staleTime: Number.POSITIVE_INFINITY,
})
