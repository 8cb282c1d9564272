import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { PersonToInvite } from '../../lib/contract/index.ts'
import { startOutboxWorker } from '../../server/mail/outboxWorker.ts'
import { createSmtp } from '../../server/mail/transport.ts'
import { newSend } from '../helpers/newSend.ts'
import { type Caller, startService, type TestService } from '../helpers/service.ts'
import { type MailServer, type Moment, startMailServer } from './support/mailServer.ts'
import { tell } from './support/tell.ts'

/** What mail servers do to a sender. Each mail arrives, once but where the connection died after its text; the list says what became of it. */
let mails: MailServer
let rollcall: TestService
let ada: Caller
let group: { id: string }
let worker: { wake(): void; stop(): Promise<void> } | undefined

beforeAll(async () => {
  mails = await startMailServer()
  rollcall = await startService()
  ada = await rollcall.person('ada@example.edu')
})
beforeEach(async () => {
  mails.misbehave = () => undefined
  group = await rollcall.group(await rollcall.workspace(ada), ada)
})
afterEach(async () => await end())
afterAll(async () => {
  await rollcall.stop()
  await mails.down()
})

const fresh = () => `${randomUUID().slice(0, 8)}@example.edu`
const invite = async (...emails: string[]) => {
  const people = emails.map((email): PersonToInvite => ({ email, role: 'member' }))
  await ada.call('invitations.send', newSend(group, people))
}
const row = async (email: string) =>
  await rollcall.db
    .selectFrom('outbox')
    .select(['attempts', 'claimed', 'failure', 'due_at', 'sent_at', 'failed_at'])
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
const delivery = async (email: string) =>
  (await ada.call('members.list', { groupId: group.id, state: 'pending', search: email })).rows[0]?.delivery
/** Sends with the pace and patience of a service, but a lease that these tests can wait out. */
const begin = (lease = 2) => {
  const config = { ...rollcall.service.config, smtpUrl: mails.url, mailsPerSecond: 1000 }
  worker = startOutboxWorker(
    { ...rollcall.service, config },
    createSmtp(mails.url, { from: 'groups@example.edu', returnPath: undefined, requireTls: false }),
    lease,
  )
}
const end = async () => {
  await worker?.stop()
  worker = undefined
}
const settled = (email: string) =>
  vi.waitFor(async () => expect((await row(email)).sent_at).not.toBeNull(), { timeout: 30_000 })
const postponed = async (email: string, failure: string) =>
  await vi.waitFor(
    async () => {
      const now = await row(email)
      expect([now.failure, now.claimed]).toEqual([failure, false])
      return (now.due_at.getTime() - Date.now()) / 1000
    },
    { timeout: 30_000, interval: 20 },
  )
/** The time for the next try has come. */
const hurry = async (email: string) => {
  await rollcall.db.updateTable('outbox').set({ due_at: new Date() }).where('email', '=', email).execute()
  worker?.wake()
}
/** Does this once, the next time that a mail to somebody comes so far. */
const once = (moment: Moment, to: string, answer: string) => {
  let left = 1
  mails.misbehave = (at, whom) => (at === moment && (whom === to || !whom) && left-- > 0 ? answer : undefined)
}
const figures: string[] = []

it('is not there, and comes back', async () => {
  await mails.down()
  begin()
  const sam = fresh()
  await invite(sam)
  worker?.wake()
  await postponed(sam, 'ESOCKET')
  // Not reached is not refused: it is tried again within seconds, and no later than in five minutes.
  await vi.waitFor(async () => expect((await row(sam)).attempts).toBeGreaterThan(1), { timeout: 30_000 })
  await mails.up()
  await settled(sam)
  expect([mails.copies.get(sam), await delivery(sam)]).toEqual([1, 'sent'])
  figures.push('down: 1 of 1 once')
})

it.each([
  ['recipient', '451 4.7.1 come again later', '451 4.7.1', 'greylisting'],
  ['sender', '421 4.3.2 closing', '421 4.3.2', '421 at the sender'],
  ['end', '452 4.3.1 no room', '452 4.3.1', '452 after the text'],
] as const)('says later, at the %s: %s', async (moment, answer, failure, name) => {
  begin()
  const sam = fresh()
  once(moment, sam, answer)
  await invite(sam)
  worker?.wake()
  const wait = await postponed(sam, failure)
  expect(wait).toBeGreaterThan(30)
  expect(wait).toBeLessThanOrEqual(60)
  expect([mails.copies.get(sam), (await row(sam)).failed_at]).toEqual([undefined, null])
  await hurry(sam)
  await settled(sam)
  expect([mails.copies.get(sam), await delivery(sam)]).toEqual([1, 'sent'])
  figures.push(`${name}: 1 of 1 once`)
})

it('greets with 421, as one that is too busy does', async () => {
  begin()
  const sam = fresh()
  let greetings = 0
  mails.misbehave = (moment) => (moment === 'greeting' && greetings++ < 1 ? '421 4.3.2 too busy' : undefined)
  await invite(sam)
  worker?.wake()
  await postponed(sam, '421 4.3.2')
  await hurry(sam)
  await settled(sam)
  expect(mails.copies.get(sam)).toBe(1)
  figures.push('421 for a greeting: 1 of 1 once')
})

it('refuses one address for good, and takes the others', async () => {
  begin()
  const [bad, ...good] = [fresh(), fresh(), fresh(), fresh()]
  mails.misbehave = (moment, to) => (moment === 'recipient' && to === bad ? '550 5.1.1 nobody here' : undefined)
  await invite(bad, ...good)
  worker?.wake()
  for (const email of good) await settled(email)
  await vi.waitFor(async () => expect((await row(bad)).failed_at).not.toBeNull())
  expect((await row(bad)).attempts).toBe(1)
  expect(await delivery(bad)).toBe('bounced')
  for (const email of good) expect([mails.copies.get(email), await delivery(email)]).toEqual([1, 'sent'])
  figures.push('550 for one of four: 3 of 3 once, 1 bounced')
})

it('hangs up in the middle of the text: the mail was not taken, and is sent again', async () => {
  begin()
  const sam = fresh()
  once('half', sam, 'close')
  await invite(sam)
  worker?.wake()
  await settled(sam)
  expect([mails.copies.get(sam), (await row(sam)).attempts]).toEqual([1, 2])
  figures.push('hung up in the text: 1 of 1 once')
})

it('hangs up when it has taken the mail and not said so: nobody can know, and it comes twice', async () => {
  begin()
  const sam = fresh()
  once('taken', sam, 'close')
  await invite(sam)
  worker?.wake()
  await settled(sam)
  expect([mails.copies.get(sam), (await row(sam)).attempts]).toEqual([2, 2])
  expect(await delivery(sam)).toBe('sent')
  figures.push('hung up after the text: 1 of 1 twice')
})

it('is so slow that the lease of its mail would be over: the mail stays with who sends it', async () => {
  begin(0.6)
  const sam = fresh()
  const slow = Promise.withResolvers<undefined>()
  mails.misbehave = (moment, to) => (moment === 'end' && to === sam ? slow.promise : undefined)
  await invite(sam)
  worker?.wake()
  const claimed = await vi.waitFor(async () => {
    const now = await row(sam)
    expect(now.claimed).toBe(true)
    return now.due_at
  })
  // Three leases later it is still the same try.
  await vi.waitFor(
    async () => {
      const { due_at } = await row(sam)
      expect(due_at.getTime()).toBeGreaterThan(claimed.getTime() + 1800)
    },
    { timeout: 30_000 },
  )
  slow.resolve(undefined)
  await settled(sam)
  expect([mails.copies.get(sam), (await row(sam)).attempts]).toEqual([1, 1])
  figures.push('slower than a lease: 1 of 1 once')
})

it('back-off that a server has asked for outlives a restart', async () => {
  begin()
  const sam = fresh()
  once('recipient', sam, '451 4.7.1 come again later')
  await invite(sam)
  worker?.wake()
  await postponed(sam, '451 4.7.1')
  await end()
  const { due_at } = await row(sam)
  await rollcall.restart()
  expect(await row(sam)).toMatchObject({ due_at, attempts: 1, claimed: false })
  figures.push('back-off kept over a restart')
  tell('Mail servers', figures.join('; '))
})
