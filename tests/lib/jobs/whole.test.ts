import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SendJob } from '../../../lib/jobs/job.ts'
import { sendsOf, wholeOf } from '../../../lib/jobs/whole.ts'
import { job } from '../../helpers/fakeServices.ts'

const states = ['running', 'waiting', 'refused', 'done', 'undone'] as const
const send = (over: Partial<SendJob>) => job({ together: 'one press', ...over })

describe('the sends of one press', () => {
  it('are found among all, and a send by itself stands for itself', () => {
    const [alone, one, two] = [job({ id: 'alone' }), send({ id: 'one' }), send({ id: 'two' })]
    const all = [one, alone, two, send({ id: 'another', together: 'another press' })]
    expect(sendsOf(alone, all)).toEqual([alone])
    expect(sendsOf(two, all)).toEqual([one, two])
    expect(wholeOf([alone], 'other words')).toBe(alone)
  })

  it('are as far as they are together, and held as long as the first of them', () => {
    const sends = [
      send({
        state: 'done',
        total: 10,
        sent: 10,
        counts: { invited: 8, member: 2 },
        heldUntil: '2026-11-24T12:00:12Z',
      }),
      send({ state: 'done', total: 5, sent: 5, counts: { invited: 5 }, heldUntil: '2026-11-24T12:00:10Z' }),
    ] as const
    expect(wholeOf(sends, 'Lab A and Lab B')).toMatchObject({
      groupName: 'Lab A and Lab B',
      state: 'done',
      total: 15,
      sent: 15,
      counts: { invited: 13, member: 2 },
      heldUntil: '2026-11-24T12:00:10Z',
    })
  })

  it('wait for what one of them waits for, and were taken back as many as all of them', () => {
    const waiting = send({ state: 'waiting', waitingFor: 'slow', nextTryAt: '2026-11-24T12:00:10Z' })
    expect(wholeOf([send({ state: 'done' }), waiting], '')).toMatchObject({ state: 'waiting', waitingFor: 'slow' })
    const back = (undone: number, tooLate: number) => send({ state: 'undone', undone: { undone, tooLate } })
    expect(wholeOf([back(3, 1), back(4, 0)], '').undone).toEqual({ undone: 7, tooLate: 1 })
  })

  it('are under way while any is, and refused only when all are', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...states), { minLength: 2, maxLength: 6 }), (some) => {
        const [first, ...others] = some.map((state) => send({ state }))
        if (!first) return
        const { state } = wholeOf([first, ...others], '')
        expect(some).toContain(state)
        if (some.includes('running') || some.includes('waiting')) expect(['running', 'waiting']).toContain(state)
        expect(state === 'refused').toBe(some.every((one) => one === 'refused'))
      }),
    )
  })
})
