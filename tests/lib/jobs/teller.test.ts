import { describe, expect, it } from 'vitest'
import { endingWords } from '../../../lib/jobs/endingWords.ts'
import type { JobChunk, SendJob } from '../../../lib/jobs/job.ts'
import { createTeller, type Ending } from '../../../lib/jobs/teller.ts'
import { catalogueLookup, createSay } from '../../../lib/words.ts'
import messages from '../../../public/_locales/en/messages.json'
import { job } from '../../helpers/fakeServices.ts'

const say = createSay(catalogueLookup(messages), 'en')
const chunk = (...addresses: string[]): JobChunk => ({
  key: 'key',
  people: addresses.map((email) => ({ email, name: 'Ana', role: 'member' })),
  outcomes: addresses.map((email) => ({ email, outcome: 'invited' })),
})

/** A worker over stored sends; what it means to do soon is done when it is `late`. */
const worker = (heads: SendJob[], { wanted = true, chunks = {} as Record<string, JobChunk> } = {}) => {
  const told: Ending[] = []
  const waiting: (() => void)[] = []
  let work = Promise.resolve()
  const teller = createTeller({
    store: {
      heads: async () => heads,
      chunk: async (id) => chunks[id] ?? null,
      change: async (id, change) => {
        heads.splice(0, heads.length, ...heads.map((head) => (head.id === id ? change(head) : head)))
      },
    },
    lock: (_, run) => {
      const done = run()
      work = done.then(() => {})
      return done
    },
    now: () => Date.parse('2026-11-26T12:00:00Z'),
    soon: (act) => waiting.push(act),
    wanted: async () => wanted,
    tell: async (ending) => void told.push(ending),
  })
  return {
    heads,
    told,
    late: async () => {
      await teller.look()
      for (const act of waiting.splice(0)) act()
      await work
    },
    look: teller.look,
    act: async () => {
      for (const act of waiting.splice(0)) act()
      await work
    },
  }
}

const done = (over: Partial<SendJob> = {}) => job({ state: 'done', chunks: 1, ...over })

describe('the end of a send', () => {
  it('is told once, in a sentence that names nobody', async () => {
    const one = worker([done()], { chunks: { [done().id]: chunk('ana@example.edu', 'ben@example.edu') } })
    await one.late()
    await one.late()
    expect(one.told.map((ending) => endingWords(say, ending))).toEqual(['2 people are invited to Biology 101'])
    expect(one.heads[0]?.toldAt).toBe('2026-11-26T12:00:00.000Z')
  })

  it('is not told while anything of it is under way', async () => {
    const one = worker([job(), job({ state: 'waiting', waitingFor: 'slow' })])
    await one.late()
    expect(one.told).toEqual([])
    expect(one.heads.every(({ toldAt }) => toldAt === undefined)).toBe(true)
  })

  it('is not told to somebody who sees it, nor to somebody who did not ask, then or later', async () => {
    const seen = worker([done()])
    await seen.look()
    seen.heads.splice(0, 1, done({ seenAt: '2026-11-26T11:59:59Z' }))
    await seen.act()
    const unasked = worker([done()], { wanted: false })
    await unasked.late()
    for (const { told, heads } of [seen, unasked]) {
      expect(told).toEqual([])
      expect(heads[0]?.toldAt).toBeDefined()
    }
  })

  it('of one press into several Groups is one, and somebody in two of them is one', async () => {
    const sends = ['Lab A', 'Lab B'].map((groupName) => done({ id: groupName, groupName, together: 'press' }))
    const one = worker(sends, {
      chunks: { 'Lab A': chunk('ana@example.edu', 'ben@example.edu'), 'Lab B': chunk('Ana@example.edu') },
    })
    await one.late()
    expect(one.told.map((ending) => endingWords(say, ending))).toEqual(['2 people are invited to Lab A and Lab B'])
  })

  it('that came to a stop says where', async () => {
    const one = worker([job({ state: 'refused', refused: 'notAllowed' })])
    await one.late()
    expect(one.told.map((ending) => endingWords(say, ending))).toEqual([
      'The invitations to Biology 101 have stopped. Open Rollcall to see why.',
    ])
  })
})
