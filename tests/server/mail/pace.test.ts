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
