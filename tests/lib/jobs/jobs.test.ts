import { describe, expect, it } from 'vitest'
import { CallProblem } from '../../../lib/contract/errors.ts'
import type { SendJob } from '../../../lib/jobs/job.ts'
import { order, type Weather, World } from './world.ts'

const start = async (world: World, count: number, groupId?: string, from?: number) => {
  const worker = world.worker()
  const id = await worker.start(order(count, groupId, from))
  return { worker, id }
}
const job = (world: World, id?: string): SendJob => {
  const found = world.heads.find((head) => !id || head.id === id)
  if (!found) throw new Error('There is no such job.')
  return found
}
const secondsUntil = (world: World, iso: string | undefined) => (Date.parse(iso ?? '') - world.clock) / 1000

describe('starting', () => {
  it('stores everybody and every key before the first request', async () => {
    const world = new World()
    const { id } = await start(world, 450)
    expect(world.service.asked).toEqual([])
    expect(job(world, id)).toMatchObject({ total: 450, chunks: 3, state: 'running', sender: 'ada' })
    const chunks = world.chunksOf(job(world))
    expect(chunks.map(({ people }) => people.length)).toEqual([200, 200, 50])
    expect(new Set(chunks.map(({ key }) => key)).size).toBe(3)
  })

  it('takes an address once, whatever its case, the first time it stands there', async () => {
    const world = new World()
    await world.worker().start({
      ...order(0),
      people: [
        { email: ' Kim@Example.edu', name: 'Kim\u202e', role: 'owner' },
        { email: 'lee@example.edu', role: 'member', again: true },
        { email: 'kim@example.edu ', name: 'Other', role: 'member' },
      ],
    })
    expect(world.chunksOf(job(world))[0]?.people).toEqual([
      { email: 'Kim@Example.edu', name: 'Kim', role: 'owner' },
      { email: 'lee@example.edu', role: 'member', again: true },
    ])
    expect(job(world).total).toBe(2)
  })

  it('cuts a name so that a chunk never grows too large', async () => {
    const world = new World()
    await world
      .worker()
      .start({ ...order(0), people: [{ email: 'a@b.edu', name: 'x'.repeat(10_000), role: 'member' }] })
    expect(world.chunksOf(job(world))[0]?.people[0]?.name).toHaveLength(120)
  })
})

describe('sending', () => {
  it('takes jobs in the order in which they were started, one request at a time', async () => {
    const world = new World()
    const first = await start(world, 250, 'biology')
    const second = await first.worker.start(order(250, 'chemistry', 1000))
    let open = 0
    world.onAsk = async () => {
      expect(++open).toBe(1)
      await Promise.resolve()
      open--
    }
    await Promise.all([first.worker.resume(), first.worker.resume(), first.worker.resume()])
    expect(world.service.asked.map(({ batch, people }) => [batch, people.length])).toEqual([
      [first.id, 200],
      [first.id, 50],
      [second, 200],
      [second, 50],
    ])
    expect(world.heads.map(({ state }) => state)).toEqual(['done', 'done'])
    expect(job(world)).toMatchObject({ heldUntil: '2026-11-24T12:00:10.000Z', counts: { invited: 250 } })
  })

  it('shows how far it is after each chunk', async () => {
    const world = new World()
    const { worker } = await start(world, 450)
    const seen: number[] = []
    world.onAsk = () => void seen.push(job(world).sent)
    await worker.resume()
    expect([...seen, job(world).sent]).toEqual([0, 200, 400, 450])
  })

  it('waits longer after each try, up to a minute, and starts over after an answer', async () => {
    const skies: Weather[] = [...Array<Weather>(8).fill('lost'), 'fine', 'lost']
    const world = new World([], skies)
    const { worker } = await start(world, 300)
    const waits: number[] = []
    while (job(world).state !== 'done') {
      await worker.resume()
      if (job(world).state === 'done') break
      expect(job(world)).toMatchObject({ state: 'waiting', waitingFor: 'unreachable' })
      waits.push(secondsUntil(world, job(world).nextTryAt))
      world.clock = world.wake ?? Number.NaN
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 1])
  })

  it('is left alone until its time has come', async () => {
    const world = new World([], ['lost'])
    const { worker } = await start(world, 10)
    await worker.resume()
    await worker.resume()
    expect(world.service.asked).toHaveLength(1)
    world.clock += 999
    await worker.resume()
    expect(world.service.asked).toHaveLength(1)
    world.clock += 1
    await worker.resume()
    expect(job(world).state).toBe('done')
  })

  it('waits as long as the service asks for', async () => {
    const world = new World([], ['tooMany'])
    const { worker } = await start(world, 10)
    await worker.resume()
    expect(job(world)).toMatchObject({ state: 'waiting', waitingFor: 'busy' })
    expect(secondsUntil(world, job(world).nextTryAt)).toBe(90)
    expect(world.wake).toBe(world.clock + 90_000)
  })

  it.each<[Weather, string]>([
    ['lost', 'unreachable'],
    ['slowLate', 'slow'],
    ['htmlDone', 'notTheService'],
    ['shortDone', 'notTheService'],
    ['broken', 'busy'],
    ['tooMany', 'busy'],
    ['signedOut', 'signedOut'],
  ])('says why it waits: %s', async (weather, reason) => {
    const world = new World([], [weather])
    const { worker } = await start(world, 10)
    await worker.resume()
    expect(job(world)).toMatchObject({ state: 'waiting', waitingFor: reason })
  })

  it('tries at once when the person says so', async () => {
    const world = new World([], ['tooMany'])
    const { worker, id } = await start(world, 10)
    await worker.resume()
    await worker.retry(id)
    expect(job(world)).not.toHaveProperty('waitingFor')
    await worker.resume()
    expect(job(world).state).toBe('done')
  })

  it('has itself woken while a request is on its way, and not when there is nothing left but forgetting', async () => {
    const world = new World()
    const { worker } = await start(world, 10)
    expect(world.wake).toBe(world.clock + 60_000)
    world.clock += 5000
    const wakes: (number | null)[] = []
    world.onAsk = () => void wakes.push(world.wake)
    await worker.resume()
    expect(wakes).toEqual([world.clock + 60_000])
    expect(world.wake).toBe(world.clock + 24 * 60 * 60 * 1000)
  })
})

describe('a sign-in that ended', () => {
  it('stops the job until the same person is back', async () => {
    const world = new World([], ['fine', 'signedOut'])
    const { worker } = await start(world, 300)
    await worker.resume()
    expect(job(world)).toMatchObject({ state: 'waiting', waitingFor: 'signedOut', sent: 200 })
    expect(job(world).nextTryAt).toBeUndefined()

    world.person = 'bob'
    await worker.signedIn()
    await worker.resume()
    expect(job(world)).toMatchObject({ state: 'waiting', waitingFor: 'signedOut', sent: 200 })

    world.person = 'ada'
    await worker.signedIn()
    await worker.resume()
    expect(job(world)).toMatchObject({ state: 'done', sent: 300 })
  })

  it('never lets another person send', async () => {
    const world = new World()
    const { worker } = await start(world, 10)
    world.person = 'bob'
    await worker.resume()
    expect(world.service.asked).toEqual([])
    expect(job(world).waitingFor).toBe('signedOut')
  })

  it('takes finished lists along, and leaves what is not sent', async () => {
    const world = new World([], ['fine', 'lost'])
    const { worker } = await start(world, 10)
    await worker.resume()
    const waiting = await worker.start(order(10, 'chemistry', 100))
    await worker.resume()
    await worker.signedOut()
    expect(world.heads.map(({ id }) => id)).toEqual([waiting])
    expect(world.chunks.size).toBe(1)
  })
})

describe('a refusal', () => {
  it.each(['notAllowed', 'notFound', 'keyReused', 'tooLarge', 'notUnderstood', 'versionMismatch'] as const)(
    '%s ends the job and keeps the list',
    async (code) => {
      const world = new World()
      const { worker } = await start(world, 250)
      world.service.refuses = new CallProblem(code)
      await worker.resume()
      expect(job(world)).toMatchObject({ state: 'refused', refused: code, sent: 0 })
      expect(world.peopleOf(job(world))).toHaveLength(250)
      expect(world.service.asked).toHaveLength(1)
      world.clock += 365 * 24 * 60 * 60 * 1000
      await worker.resume()
      expect(world.peopleOf(job(world))).toHaveLength(250)
    },
  )

  it('does not keep others from being sent, and can be tried again', async () => {
    const world = new World()
    const { worker, id } = await start(world, 10)
    world.service.refuses = new CallProblem('notAllowed')
    await worker.resume()
    world.service.refuses = undefined
    const other = await worker.start(order(10, 'chemistry', 100))
    await worker.resume()
    expect(job(world, other).state).toBe('done')
    await worker.retry(id)
    await worker.resume()
    expect(job(world, id).state).toBe('done')
  })
})

describe('afterwards', () => {
  it('undo is told to the service once and its answer kept', async () => {
    const world = new World()
    const { worker, id } = await start(world, 10)
    await worker.undo(id)
    expect(job(world).state).toBe('running')
    await worker.resume()
    await worker.undo(id)
    expect(job(world)).toMatchObject({ state: 'undone', undone: { undone: 1, tooLate: 0 } })
    await worker.retry(id)
    expect(job(world).state).toBe('undone')
  })

  it('being seen is kept from the first time on, and only of what is over', async () => {
    const world = new World()
    const { worker, id } = await start(world, 10)
    await worker.seen(id)
    expect(job(world).seenAt).toBeUndefined()
    await worker.resume()
    await worker.seen(id)
    const first = job(world).seenAt
    expect(first).toBe(new Date(world.clock).toISOString())
    world.clock += 5000
    await worker.seen(id)
    expect(job(world).seenAt).toBe(first)
  })

  it('people are kept for a day and not longer', async () => {
    const world = new World()
    const { worker } = await start(world, 10)
    await worker.resume()
    world.clock = (world.wake ?? 0) - 1
    await worker.resume()
    expect(world.heads).toHaveLength(1)
    world.clock += 1
    await worker.resume()
    expect(world.heads).toEqual([])
    expect(world.chunks.size).toBe(0)
    expect(world.wake).toBeNull()
  })

  it('a job dismissed while a request is on its way leaves nothing behind', async () => {
    const world = new World()
    const { worker, id } = await start(world, 450)
    world.onAsk = () => worker.dismiss(id)
    await worker.resume()
    expect(world.heads).toEqual([])
    expect(world.chunks.size).toBe(0)
    expect(world.service.asked).toHaveLength(1)
  })
})
