import { createClient } from '../lib/client.ts'
import { inviteByPeer } from './lib/peer.ts'
import { type Figure, median, type Section } from './lib/report.ts'
import { serve } from './lib/serve.ts'
import { type BenchStore, onBothStores } from './lib/stores.ts'

const PEOPLE = 10_000
const PER_REQUEST = 500
const BY_PEER = 500
const RUNS = 3
const marks = { embedded: 2.5, PostgreSQL: 1.5 }

const emailOf = (run: number, n: number) => `student${n}.run${run}@example.edu`

/** So many people, to be invited into one Group, in requests that follow each other; then the same people under new keys. */
const measureOurs = async (store: BenchStore): Promise<Figure[]> => {
  const service = await serve(store, {}, async (inside) => {
    const ada = await inside.person()
    const school = await inside.workspace(ada)
    return {
      token: ada.token,
      groups: await Promise.all(Array.from({ length: RUNS }, () => inside.group(school, ada))),
    }
  })
  const { token, groups } = service.filled
  const call = createClient({ baseUrl: service.url, fetch, token: async () => token })
  const invite = async (groupId: string, run: number) => {
    const begun = performance.now()
    const batch = crypto.randomUUID()
    for (let from = 0; from < PEOPLE; from += PER_REQUEST) {
      const people = Array.from({ length: PER_REQUEST }, (_, i) => ({
        email: emailOf(run, from + i),
        name: `Student ${from + i}`,
        role: 'member' as const,
      }))
      await call('invitations.send', { groupId, key: crypto.randomUUID(), batch, origin: 'roster', people })
    }
    return (performance.now() - begun) / 1000
  }
  /** Every mail that waits: there is no mail server, so none has left. */
  const mails = async () => {
    const text = await (await fetch(`${service.url}/metrics`)).text()
    const waiting = [...text.matchAll(/^rollcall_outbox\{.*\} (\d+)$/gm)].map(([, count]) => Number(count))
    return waiting.reduce((sum, count) => sum + count, 0)
  }
  try {
    const first: number[] = []
    const again: number[] = []
    let twice = 0
    for (const [run, { id }] of groups.entries()) {
      first.push(await invite(id, run))
      const before = await mails()
      if (before !== (run + 1) * PEOPLE) throw new Error(`There are ${before} mails.`)
      again.push(await invite(id, run))
      twice += (await mails()) - before
    }
    const ours = { unit: 's', runs: RUNS } as const
    return [
      {
        ...ours,
        what: `${store.name}: 10,000 people invited`,
        measured: median(first),
        mark: { at: 'most', value: marks[store.name] },
      },
      {
        ...ours,
        what: `${store.name}: the same people again`,
        measured: median(again),
        mark: { at: 'most', value: marks[store.name] / 2 },
      },
      {
        what: `${store.name}: mails that the repeats made`,
        measured: twice,
        unit: 'count',
        mark: { at: 'most', value: 0 },
        runs: RUNS,
      },
    ]
  } finally {
    await service.stop()
  }
}

/** How long 10,000 people take to be invited, by our service over HTTP and, in the same run, by a library inside a process. */
export const measure = async (): Promise<Section[]> => [
  {
    title: 'Inviting',
    how: `${PEOPLE.toLocaleString('en')} new people invited into one Group over HTTP in requests of ${PER_REQUEST}, one after the other; then the same people under new keys. The peer is the organization plugin of better-auth 1.7.25 on the same PostgreSQL server, called in process (auth.api.createInvitation, one person a call, its mails a no-op), for ${BY_PEER} people: it asks for all that wait at every call, so more of them would be slower each.`,
    figures: await onBothStores(async (store) => {
      const ours = await measureOurs(store)
      const [first] = ours
      if (!store.server || !first) return ours
      const emails = Array.from({ length: BY_PEER }, (_, n) => emailOf(0, n))
      const theirs = (await inviteByPeer(store.server, emails)) / BY_PEER
      return [
        ...ours,
        { what: `peer: better-auth, a person (of ${BY_PEER})`, measured: theirs * 1000, unit: 'ms', runs: 1 },
        {
          what: 'PostgreSQL: people in the time of one of the peer’s',
          measured: theirs / (first.measured / PEOPLE),
          unit: 'x',
          mark: { at: 'least', value: 20 },
          runs: RUNS,
        },
      ]
    }),
  },
]
