import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Mailbox, startMailbox } from '../../helpers/mailbox.ts'
import { type Postgres, startPostgres } from '../../helpers/postgres.ts'
import { startService, type TestService } from '../../helpers/service.ts'

let postgres: Postgres
let mailbox: Mailbox
let instances: TestService[] = []
beforeAll(async () => {
  postgres = await startPostgres()
  mailbox = await startMailbox()
  const env = { DATABASE_URL: postgres.url, SECRET: randomBytes(32).toString('hex'), SMTP_URL: mailbox.url }
  instances = await Promise.all([1, 2, 3].map(() => startService({ env: { ...env, MAILS_PER_SECOND: '200' } })))
})
afterAll(async () => {
  for (const instance of instances) await instance.stop()
  await mailbox.stop()
  await postgres.stop()
})

const db = () => instances.at(-1)?.db ?? never()
const never = (): never => {
  throw new Error('No instance is left.')
}
const holders = async () =>
  (await sql<{ pid: number }>`select pid from pg_locks where locktype = 'advisory' and objid = 471009`.execute(db()))
    .rows
const aHolder = () => vi.waitFor(async () => expect(await holders()).toHaveLength(1), { timeout: 10_000 })
const queue = async (name: string, count: number) => {
  const seal = () => instances.at(-1)?.service.secrets.seal('signInCode', Buffer.from('12345678')) ?? null
  const mails = Array.from({ length: count }, (_, i) => `${name}.${i}@example.edu`)
  await db()
    .insertInto('outbox')
    .values(mails.map((email) => ({ kind: 'signIn' as const, email, sealed: seal() })))
    .execute()
  return mails.sort()
}
const arrived = (name: string) =>
  mailbox.mails
    .map(({ to }) => to)
    .filter((to) => to.startsWith(name))
    .sort()

it('one instance of three sends; when it loses its connection or ends, another goes on, and each mail leaves once', async () => {
  await aHolder()
  const first = await queue('first', 50)
  await vi.waitFor(() => expect(arrived('first')).toEqual(first), { timeout: 20_000 })
  expect(await holders()).toHaveLength(1)

  // Its connection is cut: the turn is free, and is taken again.
  const [holder] = await holders()
  await sql`select pg_terminate_backend(${holder?.pid}::integer)`.execute(db())
  const second = await queue('second', 50)
  await vi.waitFor(() => expect(arrived('second')).toEqual(second), { timeout: 20_000 })
  expect((await holders()).map(({ pid }) => pid)).not.toContain(holder?.pid)

  // Instances end, whoever has the turn.
  while (instances.length > 1) await instances.shift()?.stop()
  await aHolder()
  const third = await queue('third', 20)
  await vi.waitFor(() => expect(arrived('third')).toEqual(third), { timeout: 20_000 })
}, 90_000)
