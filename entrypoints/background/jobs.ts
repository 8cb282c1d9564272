import type { CallService } from '../../lib/contract/calls.ts'
import { createJobs, type Jobs } from '../../lib/jobs/jobs.ts'
import { jobStore } from '../../lib/jobs/store.ts'
import { webLock } from '../../lib/locks.ts'
import { alarms } from '../../lib/platform.ts'
import { accountItem } from '../../lib/storage.ts'
import { createWaker } from '../../lib/waker.ts'

/** Send jobs in the extension's storage; an alarm wakes the worker for what is due later. */
export const ownJobs = (call: CallService): Jobs => {
  const now = () => Date.now()
  const waker = createWaker({ name: 'jobs', alarms, now, wake: () => jobs.resume() })
  const jobs = createJobs({
    store: jobStore,
    call,
    person: async () => (await accountItem.get()).me?.id,
    now,
    uuid: () => crypto.randomUUID(),
    lock: webLock,
    wakeAt: waker.wakeAt,
  })
  return jobs
}
