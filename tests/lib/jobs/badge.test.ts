import { describe, expect, it } from 'vitest'
import { badgeOf } from '../../../lib/jobs/badge.ts'
import type { SendJob } from '../../../lib/jobs/job.ts'
import { plan } from '../../../lib/jobs/plan.ts'
import { order } from './world.ts'

const job = (total: number, so: Partial<SendJob>): SendJob => ({
  ...plan(order(total), { now: 0, sender: undefined, uuid: () => 'id' }).job,
  ...so,
})

describe('the badge', () => {
  it.each<[string, SendJob[], { text: string; tone: string }]>([
    ['nothing to say', [], { text: '', tone: 'progress' }],
    ['just started', [job(300, {})], { text: '0%', tone: 'progress' }],
    ['one on its way', [job(300, { sent: 200 })], { text: '66%', tone: 'progress' }],
    ['never done before it is', [job(300, { sent: 299 })], { text: '99%', tone: 'progress' }],
    ['two count together', [job(300, { sent: 200 }), job(100, {})], { text: '50%', tone: 'progress' }],
    [
      'one that tries again by itself',
      [job(10, { state: 'waiting', waitingFor: 'slow' })],
      { text: '0%', tone: 'progress' },
    ],
    [
      'a sign-in is needed',
      [job(10, {}), job(10, { state: 'waiting', waitingFor: 'signedOut' })],
      { text: '!', tone: 'attention' },
    ],
    ['one was refused', [job(10, { state: 'refused', refused: 'notAllowed' })], { text: '!', tone: 'attention' }],
    ['all done', [job(10, { state: 'done', sent: 10 }), job(5, { state: 'undone' })], { text: '', tone: 'progress' }],
  ])('%s', (_, jobs, badge) => expect(badgeOf(jobs)).toEqual(badge))
})
