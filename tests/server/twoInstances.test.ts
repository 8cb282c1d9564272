import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Postgres, startPostgres } from '../helpers/postgres.ts'
import { startWorld, type World } from './auth/world.ts'

/** Two instances behind one address, over one PostgreSQL: what is counted or spent at one is so at the other. */
let postgres: Postgres
let both: readonly [World, World]
beforeAll(async () => {
  postgres = await startPostgres()
  const settings = {
    DATABASE_URL: postgres.url,
    SECRET: 'a secret of both instances, longer than 32 characters',
    PUBLIC_URL: 'http://groups.example.edu',
  }
  both = [await startWorld(settings), await startWorld(settings)]
})
afterAll(async () => {
  for (const one of both) await one.stop()
  await postgres.stop()
})

it('codes for one address are limited by both together', async () => {
  const statuses: number[] = []
  for (let n = 0; n < 8; n += 1) {
    const answer = await (both[n % 2] ?? both[0]).browser().post('/signin', { address: 'sam@example.edu', next: '/' })
    statuses.push(answer.status)
  }
  expect(statuses).toEqual([...Array(5).fill(303), 429, 429, 429])
})

it('writes of one person are limited by both together', async () => {
  const ada = await both[0].person()
  const key = `write:${ada.id}`
  const resets_at = new Date(Date.now() + 60_000)
  await both[0].db.insertInto('rate_buckets').values({ key, count: 598, resets_at }).execute()
  const write = (world: World) =>
    fetch(`${world.here}/api/groups/${randomUUID()}/undo`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ada.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ batch: randomUUID() }),
    }).then(({ status }) => status)
  const answers = [await write(both[0]), await write(both[1]), await write(both[0]), await write(both[1])]
  expect(answers).toEqual([404, 404, 429, 429])
})

it('a code is asked for at one, and spent once at either', async () => {
  const [one, other] = both
  const browser = one.browser()
  await browser.post('/signin', { address: 'kim@example.edu', next: '/' })
  const code = await other.codeFor('kim@example.edu')
  const cookie = [...browser.cookies.values()].map(({ name, value }) => `${name}=${value}`).join('; ')
  const spend = (world: World) =>
    fetch(`${world.here}/signin/code`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin: 'http://groups.example.edu' },
      body: new URLSearchParams({ code, next: '/' }),
    }).then(({ status }) => status)
  const answers = await Promise.all([spend(one), spend(other), spend(one), spend(other)])
  expect(answers.filter((status) => status === 303)).toHaveLength(1)
})
