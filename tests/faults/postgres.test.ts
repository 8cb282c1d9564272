import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { SendBody } from '../../lib/contract/index.ts'
import { newSend } from '../helpers/newSend.ts'
import { type Postgres, startPostgres } from '../helpers/postgres.ts'
import { type Caller, refusal, startService, type TestService } from '../helpers/service.ts'
import { insist } from './support/insist.ts'
import { extraCopies, type MailServer, startMailServer } from './support/mailServer.ts'
import { tell } from './support/tell.ts'

let postgres: Postgres
let mails: MailServer
let rollcall: TestService
let ada: Caller
let group: { id: string }

beforeAll(async () => {
  postgres = await startPostgres()
  mails = await startMailServer()
  rollcall = await startService({
    env: { DATABASE_URL: postgres.url, SMTP_URL: mails.url, MAILS_PER_SECOND: '1000' },
  })
  ada = await rollcall.person('ada@example.edu')
  group = await rollcall.group(await rollcall.workspace(ada), ada)
})
afterAll(async () => {
  await rollcall.stop()
  await mails.down()
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

it.each([
  ['restarted', 'SIGINT'],
  ['crashed', 'SIGQUIT'],
] as const)(
  'a database that is %s under load: nothing acknowledged is lost, no mail leaves twice',
  async (how, signal) => {
    const acknowledged = new Set<string>()
    const codes = new Map<string, number>()
    let over = false
    let n = 0
    const client = async () => {
      while (!over) {
        const at = n++
        const people: SendBody['people'] = Array.from({ length: 3 }, (_, i) => ({
          email: `${how}${at >> 1}.${i}@example.edu`,
          role: 'member',
        }))
        const body = newSend(group, people)
        await insist(
          () => ada.call('invitations.send', body),
          (code) => codes.set(code, (codes.get(code) ?? 0) + 1),
        )
        for (const { email } of people) acknowledged.add(email)
      }
    }
    const clients = [client(), client(), client()]
    for (let restarts = 0; restarts < 4; restarts += 1) {
      const before = acknowledged.size
      await vi.waitFor(() => expect(acknowledged.size).toBeGreaterThan(before + 10), { timeout: 60_000, interval: 20 })
      // Now that a mail has its text at the server, and the answer comes when the database is away.
      const arrived = Promise.withResolvers<void>()
      const away = Promise.withResolvers<undefined>()
      mails.misbehave = (moment) => {
        if (moment !== 'taken') return undefined
        arrived.resolve()
        return away.promise
      }
      await arrived.promise
      await postgres.restart(async () => {
        mails.misbehave = () => undefined
        away.resolve(undefined)
        await refusal(ada.call('me', {}))
      }, signal)
    }
    over = true
    await Promise.all(clients)
    const unmailed = () => [...acknowledged].filter((email) => !mails.copies.has(email))
    await vi.waitFor(() => expect(unmailed()).toEqual([]), { timeout: 90_000, interval: 100 })
    const rows = await rollcall.db.selectFrom('invitations').select('email').where('group_id', '=', group.id).execute()
    const invited = new Set(rows.map(({ email }) => email))
    const lost = [...acknowledged].filter((email) => !invited.has(email))
    const refused = [...codes].map(([code, count]) => `${count} × ${code}`).join(', ')
    tell(
      `PostgreSQL ${how}`,
      `4 times, ${acknowledged.size} acknowledged, refused ${refused || 'nothing'}, ${lost.length} lost, ${rows.length - invited.size} invited twice, ${unmailed().length} mails lost, ${extraCopies(mails)} mails more than once`,
    )
    expect(lost).toEqual([])
    expect(rows).toHaveLength(invited.size)
    expect(extraCopies(mails)).toBe(0)
    for (const code of codes.keys()) expect(code).toBe('busy')
  },
  300_000,
)
