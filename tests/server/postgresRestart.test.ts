import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Postgres, startPostgres } from '../helpers/postgres.ts'
import { type Caller, refusal, startService, type TestService } from '../helpers/service.ts'

let postgres: Postgres
let rollcall: TestService
let ada: Caller

beforeAll(async () => {
  postgres = await startPostgres()
  rollcall = await startService({ env: { DATABASE_URL: postgres.url } })
  ada = await rollcall.person('ada@example.edu')
})
afterAll(async () => {
  await rollcall.stop()
  await postgres.stop()
})

it('a database that is away makes the service busy, and it goes on by itself when it is back', async () => {
  const health = async () => (await fetch(`${rollcall.url}/healthz`)).status
  expect(await health()).toBe(200)
  await postgres.restart(async () => {
    expect(await health()).toBe(503)
    expect(await refusal(ada.call('me', {}))).toBe('busy')
    const response = await fetch(`${rollcall.url}/api/me`, { headers: { authorization: `Bearer ${ada.token}` } })
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2'])
  })
  expect(await health()).toBe(200)
  expect((await ada.call('me', {})).id).toBe(ada.id)
  expect(await health()).toBe(200)
})
