import { sql } from 'kysely'
import { type Caller, startService, type TestService } from '../tests/helpers/service.ts'
import { medianOf, type Section } from './lib/report.ts'

const LARGE = 50_000
const SMALL = 50
const RUNS = 15

const fill = async ({ db }: TestService, school: { id: string }, group: { id: string }, count: number, tag: string) => {
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

const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await act()
  return performance.now() - begun
}

/** Half of them are in the Group, half are new. */
const forecast = async (ada: Caller, groupId: string) => {
  for (const from of [0, 500]) {
    const people = Array.from({ length: 500 }, (_, i) => {
      const n = from + i + 1
      return { email: n % 2 ? `large.${n}@example.edu` : `new.${n}@example.edu`, role: 'member' as const }
    })
    await ada.call('invitations.forecast', { groupId, people })
  }
}

/** What a Group of fifty thousand costs against one of fifty, over HTTP, on the embedded store. */
export const measure = async (): Promise<Section[]> => {
  const service = await startService()
  try {
    const ada = await service.person()
    const school = await service.workspace(ada)
    const [small, large] = [await service.group(school, ada), await service.group(school, ada)]
    await fill(service, school, small, SMALL, 'small')
    await fill(service, school, large, LARGE, 'large')
    await sql`vacuum analyze`.execute(service.db)
    const page = (group: { id: string }) => () =>
      timed(() => ada.call('members.list', { groupId: group.id, state: 'accepted' }))
    const [ofSmall, ofLarge] = [await medianOf(RUNS, page(small)), await medianOf(RUNS, page(large))]
    const forecasts = await medianOf(RUNS, () => timed(() => forecast(ada, large.id)))
    return [
      {
        title: 'Large Groups',
        how: `A service on the embedded store, asked over HTTP; a Group of ${LARGE.toLocaleString('en')} people beside one of ${SMALL}.`,
        figures: [
          { what: `a page of the members of ${SMALL}`, measured: ofSmall, unit: 'ms', runs: RUNS },
          { what: `a page of the members of ${LARGE.toLocaleString('en')}`, measured: ofLarge, unit: 'ms', runs: RUNS },
          {
            what: 'the large page against the small one',
            measured: ofLarge / ofSmall,
            unit: 'x',
            mark: { at: 'most', value: 3 },
            runs: RUNS,
          },
          {
            what: `a forecast of 1,000 people against ${LARGE.toLocaleString('en')}`,
            measured: forecasts,
            unit: 'ms',
            mark: { at: 'most', value: 100 },
            runs: RUNS,
          },
        ],
      },
    ]
  } finally {
    await service.stop()
  }
}
