import { fork } from 'node:child_process'
import { once } from 'node:events'
import { sql } from 'kysely'
import { createClient } from '../lib/client.ts'
import type { CallService } from '../lib/contract/calls.ts'
import type { TestService } from '../tests/helpers/service.ts'
import type { Load, Loaded } from './lib/load.ts'
import { type Figure, median, medianOf, type Section } from './lib/report.ts'
import { serve } from './lib/serve.ts'
import { type BenchStore, onBothStores } from './lib/stores.ts'

const LARGE = 50_000
const SMALL = 50
const RUNS = 15
const STARTS = 5
const OWNERS = 20
const CONNECTIONS = 200
const SECONDS = 5

/** What each store is held against: seconds, megabytes, requests a second. */
const marks = {
  embedded: { start: 1, memory: 250, requests: 1000 },
  PostgreSQL: { start: 0.5, memory: 150, requests: 2500 },
}

const join = async ({ db }: TestService, school: { id: string }, group: { id: string }, count: number, tag: string) => {
  const theirs = sql`select id from people where email like ${`${tag}.%`}`
  await sql`
    insert into people (email, name)
    select ${tag} || '.' || i || '@example.edu', 'Student ' || md5(i::text) from generate_series(1, ${count}::integer) i`.execute(
    db,
  )
  await sql`
    insert into workspace_members (workspace_id, person_id, role, origin)
    select ${school.id}::uuid, id, 'member', 'roster' from (${theirs}) p`.execute(db)
  await sql`
    insert into members (group_id, person_id, role, origin)
    select ${group.id}::uuid, id, 'member', 'roster' from (${theirs}) p`.execute(db)
}

/** A school with a Group of fifty thousand beside one of fifty, and instructors with five Groups of thirty each. */
const fill = async (service: TestService) => {
  const ada = await service.person()
  const school = await service.workspace(ada)
  const [small, large] = [await service.group(school, ada), await service.group(school, ada)]
  await join(service, school, small, SMALL, 'small')
  await join(service, school, large, LARGE, 'large')
  const tokens: string[] = []
  for (let n = 0; n < OWNERS; n++) {
    const owner = await service.person()
    await service.joinWorkspace(school, owner)
    tokens.push(owner.token)
    for (let k = 0; k < 5; k++) {
      const { id } = await service.group(school, owner, { name: `Biology ${k}` })
      await sql`
        insert into members (group_id, person_id, role, origin)
        select ${id}::uuid, person_id, 'member', 'roster' from members where group_id = ${large.id} and role = 'member'
         limit 30`.execute(service.db)
    }
  }
  await sql`vacuum analyze`.execute(service.db)
  return { token: ada.token, small: small.id, large: large.id, tokens }
}

const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await act()
  return performance.now() - begun
}

/** Half of them are in the Group, half are new; as many calls as the contract's limit makes of a thousand. */
const forecast = async (call: CallService, groupId: string) => {
  for (const from of [0, 500]) {
    const people = Array.from({ length: 500 }, (_, i) => {
      const n = from + i + 1
      return { email: n % 2 ? `large.${n}@example.edu` : `new.${n}@example.edu`, role: 'member' as const }
    })
    await call('invitations.forecast', { groupId, people })
  }
}

const load = async (order: Load): Promise<number> => {
  const child = fork(new URL('./lib/load.ts', import.meta.url))
  child.send(order)
  const [{ answers, failed }] = (await once(child, 'message')) as [Loaded]
  if (failed > 0) throw new Error(`${failed} requests were not answered with 200.`)
  return answers / order.seconds
}

const measureStore = async (store: BenchStore): Promise<Figure[]> => {
  const service = await serve(store, {}, fill)
  try {
    const { url, filled } = service
    const mark = marks[store.name]
    const call = createClient({ baseUrl: url, fetch, token: async () => filled.token })
    const starts: number[] = []
    for (let run = 0; run < STARTS; run++) starts.push(await service.restart())
    const idle = service.memory()
    const page = (groupId: string) => () => timed(() => call('members.list', { groupId, state: 'accepted' }))
    const [ofSmall, ofLarge] = [await medianOf(RUNS, page(filled.small)), await medianOf(RUNS, page(filled.large))]
    const forecasts = await medianOf(RUNS, () => timed(() => forecast(call, filled.large)))
    const { tokens } = filled
    const requests = await load({ url, path: '/api/groups', tokens, connections: CONNECTIONS, seconds: SECONDS })
    const busy = service.memory()
    const figure = (
      what: string,
      measured: number,
      unit: Figure['unit'],
      runs: number,
      at?: 'most' | 'least',
      value = 0,
    ) => ({
      ...{ what: `${store.name}: ${what}`, measured, unit, runs },
      ...(at && { mark: { at, value } }),
    })
    const many = LARGE.toLocaleString('en')
    return [
      figure('start to first answer', median(starts), 's', STARTS, 'most', mark.start),
      figure('resident memory after the start', idle, 'MB', 1, 'most', mark.memory),
      figure('resident memory after all below', busy, 'MB', 1, 'most', mark.memory),
      figure(
        `a person’s Groups, ${CONNECTIONS} connections, in a second`,
        requests,
        'count',
        1,
        'least',
        mark.requests,
      ),
      figure(`a page of the members of ${SMALL}`, ofSmall, 'ms', RUNS),
      figure(`a page of the members of ${many}`, ofLarge, 'ms', RUNS),
      figure('the large page against the small one', ofLarge / ofSmall, 'x', RUNS, 'most', 3),
      figure(`a forecast of 1,000 people against ${many}`, forecasts, 'ms', RUNS, 'most', 100),
    ]
  } finally {
    await service.stop()
  }
}

/** The service as a process of its own, asked over HTTP: how soon, how large, how often, and what a large Group costs. */
export const measure = async (): Promise<Section[]> => [
  {
    title: 'The service',
    how: `The service as a process, over a store that exists: from the start of Node to the first answer of /healthz, which asks the store. ${CONNECTIONS} connections kept open by a process of its own ask for the Groups of ${OWNERS} people with five each, for ${SECONDS} seconds. A Group of ${LARGE.toLocaleString('en')} people beside one of ${SMALL}.`,
    figures: await onBothStores(measureStore),
  },
]
