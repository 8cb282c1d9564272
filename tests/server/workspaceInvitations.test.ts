import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CallInput, WorkspaceRole } from '../../lib/contract/index.ts'
import { welcomeUrl } from '../../server/urls.ts'
import { type Mailbox, startMailbox } from '../helpers/mailbox.ts'
import { type Caller, refusal, startService, type TestService } from '../helpers/service.ts'

/** What becomes of invitations into a Workspace: how far their mails come, and what its Owners do with them. */
const secret = 'x'.repeat(32)
let mailbox: Mailbox
let rollcall: TestService
let ada: Caller
let school: { id: string; name: string }
beforeAll(async () => {
  mailbox = await startMailbox()
  rollcall = await startService({
    env: { SMTP_URL: mailbox.url, MAIL_HOOK_SECRET: secret, MAILS_PER_SECOND: '1000' },
  })
  ada = await rollcall.person('ada@example.edu', 'Ada Instructor')
})
beforeEach(async () => {
  mailbox.mails.length = 0
  school = await rollcall.workspace(ada)
})
afterAll(async () => {
  await rollcall.stop()
  await mailbox.stop()
})

const fresh = () => `${randomUUID().slice(0, 8)}@example.edu`
const listed = async (state?: 'pending' | 'expired') =>
  (await ada.call('workspacePeople.invited', { workspaceId: school.id, ...(state && { state }) })).rows
const row = async (email: string, state?: 'pending' | 'expired') =>
  (await listed(state)).find((one) => one.email === email)
const settled = async () => {
  const waiting = () =>
    rollcall.db.selectFrom('outbox').select('id').where('sent_at', 'is', null).where('failed_at', 'is', null).execute()
  await vi.waitFor(async () => expect(await waiting()).toEqual([]), { timeout: 10_000 })
}
const invite = async (email = fresh(), role: WorkspaceRole = 'member') => {
  await ada.call('workspacePeople.invite', { workspaceId: school.id, people: [{ email, role }] })
  await settled()
  return { email, id: (await row(email))?.id ?? '' }
}
const mailsTo = (email: string) => mailbox.mails.filter(({ to }) => to === email)
const textTo = (email: string) => (mailsTo(email).at(-1)?.raw ?? '').replaceAll(/=\r\n/g, '')
/** As if everything about an address had happened so many days earlier. */
const daysPass = (email: string, days: number) =>
  sql`update outbox set created_at = created_at - make_interval(days => ${days}),
        sent_at = sent_at - make_interval(days => ${days}) where email = ${email}`.execute(rollcall.db)
const set = (id: string, values: { state?: 'declined'; expires_at?: Date }) =>
  rollcall.db.updateTable('workspace_invitations').set(values).where('id', '=', id).execute()
const runsOut = (id: string) => set(id, { expires_at: new Date(Date.now() - 1000) })
const act = async (name: 'workspaceInvitations.resend' | 'workspaceInvitations.renew', ...ids: string[]) =>
  (await ada.call(name, { workspaceId: school.id, ids })).outcomes.map(({ outcome }) => outcome)
const resend = (...ids: string[]) => act('workspaceInvitations.resend', ...ids)
const renew = (...ids: string[]) => act('workspaceInvitations.renew', ...ids)
const readdress = async (...changes: CallInput<'workspaceInvitations.readdress'>['changes']) =>
  (await ada.call('workspaceInvitations.readdress', { workspaceId: school.id, changes })).outcomes
const page = async (id: string, generation = 1) =>
  (await fetch(welcomeUrl(rollcall.service, { id, generation }))).status
const audited = async (action: string) =>
  (await ada.call('audit.list', { workspaceId: school.id })).lines.flatMap((line) =>
    line.action === action ? [line.subjectId] : [],
  )
const report = (event: object) =>
  fetch(`${rollcall.url}/hooks/mail`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ events: [event] }),
  })

describe('the mail of an invitation into a Workspace', () => {
  it('is told from when it is held until it came back, with the reason', async () => {
    await ada.call('workspaces.change', { workspaceId: school.id, holdSeconds: 3000 })
    const held = fresh()
    await ada.call('workspacePeople.invite', { workspaceId: school.id, people: [{ email: held, role: 'member' }] })
    expect(await row(held)).toMatchObject({ state: 'pending', delivery: 'held' })
    await rollcall.db.updateTable('outbox').set({ attempts: 1 }).where('email', '=', held).execute()
    expect(await row(held)).toMatchObject({ delivery: 'queued' })
    await rollcall.db.deleteFrom('outbox').where('email', '=', held).execute()
    expect(await row(held)).toMatchObject({ delivery: 'none' })

    await ada.call('workspaces.change', { workspaceId: school.id, holdSeconds: 0 })
    const { email } = await invite()
    expect(await row(email)).toMatchObject({ delivery: 'sent' })
    await report({ kind: 'bounced', address: email, code: '5.1.1' })
    expect(await row(email)).toMatchObject({ delivery: 'bounced', problem: 'noSuchAddress' })
  })

  it('that comes back, or is called spam, is in the audit, of the Workspace alone', async () => {
    const [one, two] = [await invite(), await invite()]
    await report({ kind: 'bounced', address: one.email, code: '5.1.1' })
    await report({ kind: 'complained', address: two.email })
    const { lines } = await ada.call('audit.list', { workspaceId: school.id })
    expect(lines.slice(0, 2)).toMatchObject([
      { action: 'mail.complained', subjectId: two.id, actor: null, group: null },
      { action: 'mail.bounced', subjectId: one.id, actor: null, group: null },
    ])
    expect(await row(two.email)).toMatchObject({ delivery: 'sent', problem: 'complained' })
  })
})

it('each of several has an outcome, and one that cannot be done stops no other', async () => {
  const [open, gone, elsewhere] = [await invite(), await invite(), randomUUID()]
  await set(gone.id, { state: 'declined' })
  await daysPass(open.email, 1)
  const ids = [gone.id, elsewhere, open.id, open.id]
  expect(await resend(...ids)).toEqual(['notPending', 'notHere', 'sent', 'sent'])
  expect(await renew(...ids)).toEqual(['notPending', 'notHere', 'renewed', 'renewed'])
  await settled()
  expect(mailsTo(open.email)).toHaveLength(2)
  const email = fresh()
  expect((await readdress(...ids.map((id) => ({ id, email })))).map(({ outcome }) => outcome)).toEqual([
    ...['notPending', 'notHere', 'readdressed', 'readdressed'],
  ])
  // Of another Workspace: none of it is here.
  school = await rollcall.workspace(ada, 'Southgate School')
  expect(await resend(open.id)).toEqual(['notHere'])
  expect(await renew(open.id)).toEqual(['notHere'])
})

describe('an invitation into a Workspace that is sent again', () => {
  it('is a reminder, not too soon after the last mail, no more than three times', async () => {
    const { email, id } = await invite()
    expect(await resend(id)).toEqual(['tooSoon'])
    for (const expected of ['sent', 'sent', 'sent', 'enough']) {
      await daysPass(email, 1)
      expect(await resend(id)).toEqual([expected])
      await settled()
    }
    expect(mailsTo(email)).toHaveLength(4)
    expect(textTo(email)).toContain(`Subject: Reminder: your invitation to ${school.name}`)
    expect(textTo(email)).toContain('/welcome/')
    expect(await audited('workspaceInvitations.resend')).toEqual([id, id, id])
  })

  it('is not sent to whoever has refused reminders, with one click in the mail', async () => {
    const { email, id } = await invite()
    await daysPass(email, 1)
    await resend(id)
    await settled()
    const url =
      /^list-unsubscribe: ?<([^>]*)>/im.exec(
        mailsTo(email)
          .at(-1)
          ?.raw.replaceAll(/\r\n[ \t]+/g, '') ?? '',
      )?.[1] ?? ''
    expect(await (await fetch(url)).text()).toContain(email)
    const done = await fetch(url, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) })
    expect(done.status).toBe(200)
    await daysPass(email, 1)
    expect(await resend(id)).toEqual(['notMailed'])
  })
})

describe('an invitation into a Workspace that is renewed', () => {
  it('has its days again, without a mail', async () => {
    const { email, id } = await invite()
    await set(id, { expires_at: new Date(Date.now() + 60_000) })
    expect(await renew(id)).toEqual(['renewed'])
    await settled()
    expect(Date.parse((await row(email))?.expiresAt ?? '')).toBeGreaterThan(Date.now() + 86_400_000)
    expect([mailsTo(email).length, await page(id)]).toEqual([1, 200])
  })

  it('waits again after it ran out, with a new mail and a link of its own', async () => {
    const { email, id } = await invite(fresh(), 'editor')
    await runsOut(id)
    expect([await listed(), (await row(email, 'expired'))?.id]).toEqual([[], id])
    expect(await renew(id)).toEqual(['renewed'])
    await settled()
    expect(await row(email)).toMatchObject({ id, role: 'editor', state: 'pending', delivery: 'sent' })
    expect([await listed('expired'), mailsTo(email).length]).toEqual([[], 2])
    expect([await page(id), await page(id, 2)]).toEqual([404, 200])
    expect(await audited('workspaceInvitations.renew')).toEqual([id])
  })

  it('is not where they are in, or invited again, or may not come from there any more', async () => {
    const [inside, again, off] = [await invite(), await invite(), await invite(`${randomUUID()}@elsewhere.example`)]
    for (const { id } of [inside, again, off]) await runsOut(id)
    await rollcall.joinWorkspace(school, await rollcall.person(inside.email), 'editor')
    const newer = await invite(again.email)
    await ada.call('workspaces.change', { workspaceId: school.id, emailDomains: ['example.edu'] })
    expect((await listed('expired')).map(({ id }) => id)).toEqual([off.id])
    expect(await renew(inside.id, again.id, off.id)).toEqual(['roleDiffers', 'pending', 'offDomain'])
    await runsOut(newer.id)
    // Both ran out: one of them waits again.
    expect((await renew(again.id, newer.id)).sort()).toEqual(['pending', 'renewed'])
  })

  it('and made at the same moment is one invitation', async () => {
    const { email, id } = await invite()
    await runsOut(id)
    const people = [{ email, role: 'member' as const }]
    await Promise.all([
      ...Array.from({ length: 4 }, () => renew(id)),
      ...Array.from({ length: 4 }, () => ada.call('workspacePeople.invite', { workspaceId: school.id, people })),
    ])
    expect(await listed()).toHaveLength(1)
  })
})

describe('an invitation into a Workspace that goes to another address', () => {
  it('is another one, with the same role; the old link is dead and its mail does not leave', async () => {
    const { email, id } = await invite(fresh(), 'owner')
    const right = fresh()
    const [outcome] = await readdress({ id, email: right.toUpperCase() })
    await settled()
    const now = await row(right)
    expect(outcome).toEqual({ id, outcome: 'readdressed', invitationId: now?.id })
    expect([await row(email), now?.role, now?.delivery]).toEqual([undefined, 'owner', 'sent'])
    expect([await page(id), await page(now?.id ?? '')]).toEqual([410, 200])
    expect(await audited('workspaceInvitations.readdress')).toEqual([id])
  })

  it('stays as it is where that address cannot have it', async () => {
    const [one, other, third] = [await invite(), await invite(), await invite()]
    const taken = fresh()
    const tries = [ada.email, other.email, one.email, 'nonsense'] as const
    const outcomes = []
    for (const email of tries) outcomes.push(...(await readdress({ id: one.id, email })))
    expect(outcomes.map(({ outcome, role }) => [outcome, role])).toEqual([
      ['roleDiffers', 'owner'],
      ['pending', 'member'],
      ['same', undefined],
      ['invalid', undefined],
    ])
    const both = await readdress({ id: one.id, email: taken }, { id: third.id, email: taken })
    expect(both.map(({ outcome }) => outcome)).toEqual(['readdressed', 'pending'])
    expect((await listed()).map(({ email }) => email).sort()).toEqual([other.email, third.email, taken].sort())
  })
})

it('what is sent again counts as mails of the day, and more than that is refused and changes nothing', async () => {
  const { email, id } = await invite()
  await daysPass(email, 1)
  await rollcall.db
    .updateTable('rate_buckets')
    .set({ count: 1_000_000_000 })
    .where('key', '=', `day.mails:${school.id}`)
    .execute()
  const again = (name: 'workspaceInvitations.resend' | 'workspaceInvitations.renew') =>
    refusal(ada.call(name, { workspaceId: school.id, ids: [id] }))
  expect(await again('workspaceInvitations.resend')).toBe('overQuota')
  await runsOut(id)
  expect(await again('workspaceInvitations.renew')).toBe('overQuota')
  expect((await row(email, 'expired'))?.id).toBe(id)
})
