import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Fate, order, type Weather, World } from './world.ts'

const fates = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.constant<Fate>('go') },
    { weight: 1, arbitrary: fc.constantFrom<Fate>('endBefore', 'endAfter') },
  ),
  { maxLength: 150 },
)
const weather = fc.array(
  fc.constantFrom<Weather>(
    'fine',
    'twice',
    'lost',
    'lostDone',
    'slowLate',
    'htmlDone',
    'broken',
    'brokenDone',
    'tooMany',
    'signedOut',
    'shortDone',
  ),
  { maxLength: 25 },
)
/** Whose people overlap: two sends of one roster are the case of two popups. */
const orders = fc.array(fc.record({ count: fc.integer({ min: 1, max: 650 }), from: fc.constantFrom(0, 0, 100, 700) }), {
  minLength: 1,
  maxLength: 3,
})

/** Turns of the world after which everything must have been sent; each fault costs at most a few. */
const TURNS = 400
const HOUR = 60 * 60 * 1000

describe('a send', () => {
  it('reaches every person once, whatever ends in the middle and whatever is answered', async () => {
    await fc.assert(
      fc.asyncProperty(
        fates,
        weather,
        orders,
        fc.infiniteStream(fc.nat(3)),
        fc.boolean(),
        async (ends, skies, sends, dice, locksHold) => {
          const world = new World(ends, skies)
          world.locksHold = locksHold
          const roll = () => dice.next().value ?? 0
          let worker = world.worker()

          const started: string[] = []
          for (const { count, from } of sends) {
            const id = await world.until(worker.start(order(count, 'biology', from)))
            if (id === 'ended') worker = world.worker()
            else started.push(id)
          }
          const known = world.heads.map(({ id }) => id)
          expect(known).toEqual(expect.arrayContaining(started))

          for (let turn = 0; world.heads.some(({ state }) => state !== 'done'); turn++) {
            expect(turn).toBeLessThan(TURNS)
            // Start-up and an alarm come together.
            const runs = roll() === 0 ? [worker.resume(), worker.resume()] : [worker.resume()]
            const ended = await world.until(Promise.all(runs))
            const late = roll() === 0 ? world.service.late.shift() : undefined
            if (late) world.service.carryOut(late)
            if (ended === 'ended') worker = world.worker()
            else if ((await world.until(worker.signedIn())) === 'ended') worker = world.worker()
            // Not on to the next day, when finished jobs are deleted.
            if (world.wake !== null && world.wake < world.clock + HOUR) world.clock = Math.max(world.clock, world.wake)
          }
          for (const late of world.service.late) world.service.carryOut(late)

          expect(world.heads.map(({ id }) => id)).toEqual(known)
          for (const job of world.heads) {
            const people = world.peopleOf(job)
            expect(new Set(people).size).toBe(people.length)
            expect(job).toMatchObject({ total: people.length, sent: people.length, acknowledged: job.chunks })
            expect(world.outcomesOf(job).map(({ email }) => email)).toEqual(people)
            expect(Object.values(job.counts).reduce((sum, count) => sum + count, 0)).toBe(people.length)
          }
          const invited = world.heads
            .flatMap((job) => world.outcomesOf(job))
            .filter(({ outcome }) => outcome === 'invited')
          expect(new Set(invited.map(({ email }) => email)).size).toBe(invited.length)
          expect(invited.length).toBe(world.service.mails.size)
          expect([...world.service.mails.values()].every((mails) => mails === 1)).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  }, 60_000)
})
