import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Caller } from '../tests/helpers/service.ts'
import { type Figure, median, type Section } from './lib/report.ts'
import { serve } from './lib/serve.ts'
import type { SinkTold } from './lib/smtpSink.ts'
import { type BenchStore, onBothStores } from './lib/stores.ts'

const MANY = 10_000
const RUNS = 3
const FEW = 141
const PACE = 14

const invite = async (ada: Caller, groupId: string, count: number) => {
  const batch = crypto.randomUUID()
  for (let from = 0; from < count; from += 500) {
    const people = Array.from({ length: Math.min(500, count - from) }, (_, i) => ({
      email: `s${from + i}@example.edu`,
      role: 'member' as const,
    }))
    await ada.call('invitations.send', { groupId, key: crypto.randomUUID(), batch, origin: 'roster', people })
  }
}

/** Milliseconds from the first mail at which each of so many arrived, at this pace. */
const send = async (store: BenchStore, count: number, perSecond: number): Promise<readonly number[]> => {
  const sink = fork(new URL('./lib/smtpSink.ts', import.meta.url))
  const told = async () => ((await once(sink, 'message')) as [SinkTold])[0]
  const listening = told()
  sink.send(count)
  const place = await listening
  const all = told()
  const env = { SMTP_URL: 'url' in place ? place.url : '', MAILS_PER_SECOND: String(perSecond) }
  const service = await serve(store, env, async (inside) => {
    const ada = await inside.person()
    await invite(ada, (await inside.group(await inside.workspace(ada), ada)).id, count)
  })
  try {
    const end = await all
    if (!('arrivals' in end) || end.people !== count) throw new Error('Somebody was mailed twice.')
    return end.arrivals
  } finally {
    await service.stop()
    sink.kill()
  }
}

const rateOf = (arrivals: readonly number[]): number => ((arrivals.length - 1) * 1000) / (arrivals.at(-1) ?? 0)

const measureStore = async (store: BenchStore): Promise<Figure[]> => {
  const quick: number[] = []
  for (let run = 0; run < RUNS; run++) quick.push(rateOf(await send(store, MANY, 10_000)))
  const paced = await send(store, FEW, PACE)
  // As the server meets them: what a connection takes to be made is in it.
  const busiest = Math.max(...paced.map((from) => paced.filter((at) => at >= from && at < from + 1000).length))
  const figure = { unit: 'count', runs: 1 } as const
  return [
    {
      ...figure,
      what: `${store.name}: mails in a second, ${MANY.toLocaleString('en')} of them unpaced`,
      measured: median(quick),
      runs: RUNS,
      mark: { at: 'least', value: 1000 },
    },
    {
      ...figure,
      what: `${store.name}: mails in a second at ${PACE}, how far from it`,
      measured: Math.abs(rateOf(paced) - PACE),
      mark: { at: 'most', value: 1 },
    },
    { ...figure, what: `${store.name}: mails that arrived in the busiest second at ${PACE}`, measured: busiest },
  ]
}

/** How quickly mails leave, as an SMTP server in a process of its own meets them: between the first mail and the last. */
export const measure = async (): Promise<Section[]> => [
  {
    title: 'Mail',
    how: `Invitations that wait in the outbox of a service process, to an SMTP server on the same machine: ${MANY.toLocaleString('en')} with MAILS_PER_SECOND=10000, then ${FEW} with MAILS_PER_SECOND=${PACE}. The rate between the first that arrives and the last; nobody is mailed twice.`,
    figures: await onBothStores(measureStore),
  },
]
