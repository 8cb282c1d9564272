import type { SendJob } from './job.ts'
import { isUnfinished } from './machine.ts'

export interface Badge {
  /** At most four characters fit on the toolbar; '' where there is nothing to say. */
  readonly text: string
  readonly tone: 'progress' | 'attention'
}

/** A number as it fits on the toolbar. */
export const badgeNumber = (count: number): string => (count > 999 ? '999+' : count > 0 ? String(count) : '')

/** What the toolbar icon says about the sends: how far they are, or that one needs the person. */
export const badgeOf = (jobs: readonly SendJob[]): Badge => {
  if (jobs.some(({ state, waitingFor }) => state === 'refused' || waitingFor === 'signedOut'))
    return { text: '!', tone: 'attention' }
  const open = jobs.filter(isUnfinished)
  const total = open.reduce((sum, job) => sum + job.total, 0)
  const sent = open.reduce((sum, job) => sum + job.sent, 0)
  return { text: total > 0 ? `${Math.floor((100 * sent) / total)}%` : '', tone: 'progress' }
}
