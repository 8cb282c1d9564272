import type { SendJob } from '../../lib/jobs/job.ts'
import type { JobService } from '../services.ts'

/** Puts all sends of one press away. */
export const dismissAll = async (jobs: JobService, sends: readonly SendJob[]): Promise<void> => {
  for (const { id } of sends) await jobs.dismiss(id)
}
