import type { SendOrder } from '../../lib/jobs/job.ts'
import type { JobService } from '../services.ts'

/** Starts the sends of one press: what comes of them is told, and taken back, as one. */
export const startTogether = async (jobs: JobService, orders: readonly SendOrder[]): Promise<void> => {
  const together = orders.length > 1 ? { together: crypto.randomUUID() } : {}
  for (const order of orders) await jobs.start({ ...order, ...together })
}
