import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createPace } from '../../../server/mail/pace.ts'

it('no second has more mails in it than allowed, whatever pauses there are, and nobody waits without need', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(0.5, 1, 3, 14, 100),
      fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 100 }),
      async (perSecond, pauses) => {
        let clock = 0
        let left = 0
        const pace = createPace(perSecond, {
          now: () => clock,
          wait: async (ms) => {
            left += ms
          },
        })
        const moments: number[] = []
        for (const pause of pauses) {
          clock += pause
          left = 0
          await pace.take()
          const earliest = Math.max(clock, (moments.at(-1) ?? Number.NEGATIVE_INFINITY) + 1000 / perSecond)
          expect(clock + left).toBeCloseTo(earliest, 5)
          moments.push(clock + left)
        }
      },
    ),
  )
})

it('timers that ring late are not made up for by mails close together', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 2, maxLength: 50 }), async (delays) => {
      let clock = 0
      const late = [...delays]
      const pace = createPace(14, {
        now: () => clock,
        wait: async (ms) => {
          clock += ms + (late.shift() ?? 0)
        },
      })
      const moments: number[] = []
      // Several are asked for at once, as by a worker that sends several at a time.
      await Promise.all(delays.map(() => pace.take().then(() => moments.push(clock))))
      const gaps = moments.slice(1).map((moment, index) => moment - (moments[index] ?? 0))
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000 / 14 - 1 - 1e-6)
    }),
  )
})
