import { afterAll, beforeAll, it } from 'vitest'
import { type Postgres, startPostgres } from '../helpers/postgres.ts'
import { killMany } from './support/killMany.ts'

let postgres: Postgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

it('a hundred kills on PostgreSQL lose nothing that was acknowledged', async () => {
  await killMany('SIGKILL, PostgreSQL', postgres.url, 100)
}, 1_800_000)
