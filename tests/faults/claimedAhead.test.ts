import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { type OutboxWorker, startOutboxWorker } from '../../server/mail/outboxWorker.ts'
import { createSmtp, lanesFor } from '../../server/mail/transport.ts'
import { startService, type TestService } from '../helpers/service.ts'
import { type MailServer, startMailServer } from './support/mailServer.ts'
import { tell } from './support/tell.ts'

/** A sender of thousands a second takes mails out of the store before it has a connection for them, from a mail server that stalls. */
const PACE = 2000
const PEOPLE = 300
const LANES = lanesFor(PACE)

let mails: MailServer
let rollcall: TestService
const workers: OutboxWorker[] = []
/** Mails that the server has in hand, and says nothing of until it is let go. */
let inHand: number
let letGo: () => void

beforeAll(async () => {
  rollcall = await startService()
})
beforeEach(async () => {
  mails = await startMailServer()
  const held = Promise.withResolvers<undefined>()
  letGo = () => held.resolve(undefined)
  inHand = 0
  mails.misbehave = (moment) => {
    if (moment !== 'end') return undefined
    inHand += 1
    return held.promise
  }
  const ada = await rollcall.person()
  const { id: groupId } = await rollcall.group(await rollcall.workspace(ada), ada)
  const people = Array.from({ length: PEOPLE }, () => ({
    email: `${randomUUID().slice(0, 8)}@example.edu`,
    role: 'member' as const,
  }))
  await rollcall.db.deleteFrom('outbox').execute()
  await ada.call('invitations.send', { groupId, key: randomUUID(), batch: randomUUID(), origin: 'roster', people })
})
afterEach(async () => {
  letGo()
  for (const worker of workers.splice(0)) await worker.stop()
  await mails.down()
})
afterAll(() => rollcall.stop())

const begin = (server: MailServer, lease?: number): OutboxWorker => {
  const worker = startOutboxWorker(
    { ...rollcall.service, config: { ...rollcall.service.config, smtpUrl: server.url, mailsPerSecond: PACE } },
    createSmtp(server.url, {
      from: 'groups@example.edu',
      returnPath: undefined,
      requireTls: false,
      connections: LANES,
    }),
    lease,
  )
  workers.push(worker)
  return worker
}
const stalled = () => vi.waitFor(() => expect(inHand).toBe(LANES), { timeout: 30_000 })
const rows = () => rollcall.db.selectFrom('outbox').select(['sent_at', 'claimed', 'attempts', 'due_at']).execute()

it('a stop gives back what it had taken and not begun', async () => {
  const worker = begin(mails)
  await stalled()
  expect((await rows()).filter(({ claimed }) => claimed).length).toBeGreaterThan(LANES)

  const stopped = worker.stop()
  letGo()
  await stopped
  const all = await rows()
  const waiting = all.filter(({ sent_at }) => !sent_at)
  expect([all.length - waiting.length, mails.copies.size]).toEqual([LANES, LANES])
  expect(waiting.filter(({ claimed, attempts }) => claimed || attempts > 0)).toEqual([])
  expect(waiting.filter(({ due_at }) => due_at > new Date())).toEqual([])
  tell('stopped while the mail server stalls', `${LANES} sent once, ${waiting.length} given back`)
})

it('stays its own for as long as the server stalls, and leaves once', async () => {
  const lease = 6
  const first = begin(mails, lease)
  await stalled()
  const claimed = (await rows()).filter((row) => row.claimed)
  const end = Math.max(...claimed.map(({ due_at }) => due_at.getTime()))
  const other = await startMailServer()
  const second = begin(other, lease)
  await vi.waitFor(() => expect(other.copies.size).toBe(PEOPLE - claimed.length), { timeout: 30_000 })
  await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(end), { timeout: 30_000 })
  expect((await rows()).filter((row) => row.claimed && row.due_at <= new Date())).toEqual([])
  letGo()
  await vi.waitFor(async () => expect((await rows()).filter(({ sent_at }) => !sent_at)).toEqual([]), {
    timeout: 30_000,
  })
  await Promise.all([first.stop(), second.stop()])
  const copies = [...mails.copies, ...other.copies]
  expect([copies.length, copies.every(([, count]) => count === 1)]).toEqual([PEOPLE, true])
  expect(new Set(copies.map(([to]) => to)).size).toBe(PEOPLE)
  await other.down()
  tell('taken ahead for longer than a lease', `${PEOPLE} of ${PEOPLE} once`)
})
