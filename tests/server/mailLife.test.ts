import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PersonToInvite } from '../../lib/contract/index.ts'
import { acceptInvitation } from '../../server/actions/acceptInvitation.ts'
import { ensurePerson } from '../../server/store/people.ts'
import { type Mailbox, startMailbox } from '../helpers/mailbox.ts'
import { newSend } from '../helpers/newSend.ts'
import { type Caller, startService, type TestService } from '../helpers/service.ts'

/** What becomes of mails after they left: they come back, are called spam, are followed by reminders. */
const secret = 'x'.repeat(32)
let mailbox: Mailbox
let rollcall: TestService
let ada: Caller
let school: { id: string }
let group: { id: string; name: string }
beforeAll(async () => {
  mailbox = await startMailbox()
  const env = { SMTP_URL: mailbox.url, MAIL_RETURN_PATH: 'bounces@school.example', MAIL_HOOK_SECRET: secret }
  rollcall = await startService({ env: { ...env, MAILS_PER_SECOND: '1000' } })
  ada = await rollcall.person('ada@example.edu', 'Ada Instructor')
  school = await rollcall.workspace(ada)
})
beforeEach(async () => {
  mailbox.mails.length = 0
  group = await rollcall.group(school, ada)
})
afterAll(async () => {
  await rollcall.stop()
  await mailbox.stop()
})

const invite = async (...emails: string[]) => {
  const people = emails.map((email): PersonToInvite => ({ email, role: 'member' }))
  await ada.call('invitations.send', newSend(group, people))
}
const settled = async () => {
  const waiting = () =>
    rollcall.db.selectFrom('outbox').select('id').where('sent_at', 'is', null).where('failed_at', 'is', null).execute()
  await vi.waitFor(async () => expect(await waiting()).toEqual([]), { timeout: 10_000 })
}
const row = async (email: string) =>
  (await ada.call('members.list', { groupId: group.id, state: 'pending', search: email })).rows[0]
const mailTo = (email: string) => mailbox.mails.filter(({ to }) => to === email)
const headerOf = (email: string, name: string) =>
  new RegExp(`^${name}: ?((?:.*)(?:\r\n[ \t].*)*)`, 'im')
    .exec(mailTo(email).at(-1)?.raw.split('\r\n\r\n')[0] ?? '')?.[1]
    ?.replaceAll(/\r\n[ \t]/g, ' ')
const messageIdOf = (email: string) => headerOf(email, 'message-id')
const report = (events: unknown, authorization = `Bearer ${secret}`) =>
  fetch(`${rollcall.url}/hooks/mail`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ events }),
  })
const fresh = () => `${randomUUID().slice(0, 8)}@example.edu`
/** As if everything in this Group had happened some days earlier. */
const daysPass = (days: number) =>
  sql`update outbox set created_at = created_at - make_interval(days => ${days}),
        sent_at = sent_at - make_interval(days => ${days}) where group_id = ${group.id}`.execute(rollcall.db)

describe('a mail that comes back', () => {
  it('is known by its Message-ID, shows at the person with the reason, and is followed by no other', async () => {
    const [sam, kim] = [fresh(), fresh()]
    await invite(sam, kim)
    await settled()
    expect(await row(sam)).toMatchObject({ delivery: 'sent' })
    const answer = await report([{ kind: 'bounced', mail: messageIdOf(sam), code: '5.1.1' }])
    expect([answer.status, await answer.json()]).toEqual([200, { taken: 1, unknown: 0 }])
    expect(await row(sam)).toMatchObject({ delivery: 'bounced', problem: 'noSuchAddress' })
    expect(await row(kim)).toMatchObject({ delivery: 'sent' })

    group = await rollcall.group(school, ada, { name: 'Chemistry' })
    mailbox.mails.length = 0
    await invite(sam, kim)
    await settled()
    expect(mailbox.mails.map(({ to }) => to)).toEqual([kim])
    expect(await row(sam)).toMatchObject({ delivery: 'bounced', problem: 'blocked' })
  })

  it('is known by its return path, or by its address alone', async () => {
    const [sam, kim] = [fresh(), fresh()]
    await invite(sam, kim)
    await settled()
    const { id } = await rollcall.db
      .selectFrom('outbox')
      .select('id')
      .where('email', '=', sam)
      .executeTakeFirstOrThrow()
    const mail = `bounces+${id.replaceAll('-', '')}@school.example`
    const answer = await report([
      { kind: 'bounced', mail, code: '5.2.2' },
      { kind: 'bounced', address: kim.toUpperCase() },
    ])
    expect(await answer.json()).toEqual({ taken: 2, unknown: 0 })
    expect(await row(sam)).toMatchObject({ delivery: 'bounced', problem: 'mailboxFull' })
    expect(await row(kim)).toMatchObject({ delivery: 'bounced', problem: 'failed' })
  })

  it('is mailed again once an Owner of its Group has lifted that, and a complaint stays', async () => {
    const [sam, kim] = [fresh(), fresh()]
    await invite(sam, kim)
    await settled()
    await report([
      { kind: 'bounced', mail: messageIdOf(sam) },
      { kind: 'complained', mail: messageIdOf(kim) },
    ])
    expect(await row(kim)).toMatchObject({ delivery: 'sent', problem: 'complained' })
    const { suppressions } = await ada.call('suppressions.list', { groupId: group.id })
    expect(suppressions.map(({ email, reason }) => [email, reason]).sort()).toEqual(
      [
        [sam, 'bounced'],
        [kim, 'complained'],
      ].sort(),
    )
    const lift = (email: string, groupId = group.id) => ada.call('suppressions.lift', { groupId, email })
    const elsewhere = await rollcall.group(school, ada)
    expect(await lift(sam, elsewhere.id)).toEqual({ lifted: false })
    expect(await lift(sam)).toEqual({ lifted: true })
    expect(await lift(kim)).toEqual({ lifted: false })
    group = elsewhere
    mailbox.mails.length = 0
    await invite(sam, kim)
    await settled()
    expect(mailbox.mails.map(({ to }) => to)).toEqual([sam])
  })

  it('is not told to another Workspace, which learns that its own mail does not leave, and no more', async () => {
    const [sam, kim] = [fresh(), fresh()]
    await invite(sam, kim)
    await settled()
    await report([
      { kind: 'bounced', mail: messageIdOf(sam) },
      { kind: 'complained', mail: messageIdOf(kim) },
    ])
    const here = group
    const other = await rollcall.workspace(ada, 'Southgate School')
    group = await rollcall.group(other, ada)
    await invite(sam, kim)
    await settled()
    expect(await ada.call('suppressions.list', { groupId: group.id })).toEqual({ suppressions: [] })
    expect([(await row(sam))?.problem, (await row(kim))?.problem]).toEqual(['blocked', 'blocked'])
    const { suppressions } = await ada.call('suppressions.list', { groupId: here.id })
    expect(suppressions).toHaveLength(2)
  })

  it('is on one list for the Owners of the Workspace, whatever it was about, and is mailed again from there', async () => {
    const owner = await rollcall.person()
    const college = await rollcall.workspace(owner, 'Eastgate College')
    const teacher = await rollcall.person()
    await rollcall.joinWorkspace(college, teacher, 'editor')
    const [sam, kim, guest, hidden] = [fresh(), fresh(), fresh(), fresh()]
    const inviteInto = async (emails: readonly string[], type: 'shared' | 'private' = 'shared') => {
      const place = await rollcall.group(college, teacher)
      const people = emails.map((email): PersonToInvite => ({ email, role: 'member' }))
      await teacher.call('invitations.send', newSend(place, people, 'manual'))
      await rollcall.db.updateTable('groups').set({ type }).where('id', '=', place.id).execute()
    }
    await inviteInto([sam, kim])
    await inviteInto([hidden], 'private')
    const people = [{ email: guest, role: 'member' as const }]
    await owner.call('workspacePeople.invite', { workspaceId: college.id, people })
    await settled()
    await report([sam, guest, hidden].map((email) => ({ kind: 'bounced', mail: messageIdOf(email) })))
    await report([{ kind: 'complained', mail: messageIdOf(kim) }])

    const list = async (search = '') => {
      const { suppressions, total } = await owner.call('workspaceSuppressions.list', {
        workspaceId: college.id,
        search,
      })
      return { rows: suppressions.map(({ email, reason }) => `${email} ${reason}`), total }
    }
    const all = [`${sam} bounced`, `${kim} complained`, `${guest} bounced`].sort()
    expect(await list()).toEqual({ rows: all, total: 3 })
    expect(await list(guest.slice(0, 8).toUpperCase())).toEqual({ rows: [`${guest} bounced`], total: 1 })
    expect(await list('%')).toEqual({ rows: [], total: 0 })
    expect(await ada.call('workspaceSuppressions.list', { workspaceId: school.id, search: guest })).toEqual({
      ...{ suppressions: [], total: 0 },
    })

    const lift = async (email: string, by = owner, workspaceId = college.id) =>
      (await by.call('workspaceSuppressions.lift', { workspaceId, email })).lifted
    // Another Workspace, what its owner decided, a Private Group: no.
    expect([await lift(sam, ada, school.id), await lift(kim), await lift(hidden)]).toEqual([false, false, false])
    expect([await lift(sam), await lift(guest), await lift(guest)]).toEqual([true, true, false])
    expect(await list()).toEqual({ rows: [`${kim} complained`], total: 1 })
    const { lines } = await owner.call('audit.list', { workspaceId: college.id })
    expect(lines[0]).toMatchObject({ action: 'workspaceSuppressions.lift', group: null, actor: { id: owner.id } })
    mailbox.mails.length = 0
    await inviteInto([sam, kim, hidden])
    await settled()
    expect(mailbox.mails.map(({ to }) => to)).toEqual([sam])
  })

  it('is written into the audit by the service itself', async () => {
    const sam = fresh()
    await invite(sam)
    await settled()
    await report([{ kind: 'bounced', mail: messageIdOf(sam) }])
    const { lines } = await ada.call('audit.list', { workspaceId: school.id, groupId: group.id })
    expect(lines[0]).toMatchObject({ action: 'mail.bounced', actor: null, subjectId: (await row(sam))?.id })
  })

  it('is reported by whoever knows the secret, in words that are understood', async () => {
    expect((await report([], 'Bearer wrong')).status).toBe(401)
    expect((await report([], '')).status).toBe(401)
    expect((await report([{ kind: 'opened' }])).status).toBe(422)
    expect(
      await (await report([{ kind: 'bounced', mail: `<${randomUUID()}@x>` }, { kind: 'bounced' }])).json(),
    ).toEqual({
      taken: 0,
      unknown: 2,
    })
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (events) => {
        expect([200, 422]).toContain((await report(events)).status)
      }),
      { numRuns: 50 },
    )
  })

  it('leaves a sign-in code free to go', async () => {
    const sam = fresh()
    await invite(sam)
    await settled()
    await report([{ kind: 'bounced', mail: messageIdOf(sam) }])
    mailbox.mails.length = 0
    await fetch(`${rollcall.url}/signin`, {
      method: 'POST',
      headers: { origin: rollcall.url, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ address: sam }),
      redirect: 'manual',
    })
    await vi.waitFor(() => expect(mailTo(sam)).toHaveLength(1), { timeout: 5000 })
  })
})

describe('reminders', () => {
  const remind = (invitationIds?: string[]) =>
    ada.call('reminders.send', { groupId: group.id, ...(invitationIds && { invitationIds }) })
  const counts = { reminded: 0, tooSoon: 0, enough: 0, notMailed: 0 }

  it('go to everybody who is pending, or to those named, not too soon, and no more than three times', async () => {
    const [sam, kim] = [fresh(), fresh()]
    await invite(sam, kim)
    await settled()
    expect(await remind()).toEqual({ ...counts, tooSoon: 2 })
    await daysPass(3)
    mailbox.mails.length = 0
    expect(await remind([(await row(sam))?.id ?? ''])).toEqual({ ...counts, reminded: 1 })
    await settled()
    expect(mailbox.mails.map(({ to }) => to)).toEqual([sam])
    expect(headerOf(sam, 'subject')).toBe('Reminder: your invitation to Biology 101')
    expect(await remind()).toEqual({ ...counts, reminded: 1, tooSoon: 1 })
    await settled()
    for (const expected of [{ reminded: 2 }, { reminded: 2 }, { enough: 2 }]) {
      await daysPass(3)
      expect(await remind()).toEqual({ ...counts, ...expected })
      await settled()
    }
  })

  it('go neither to who has accepted meanwhile, nor to another Group’s people', async () => {
    const [sam, kim] = [fresh(), fresh()]
    await invite(sam, kim)
    await settled()
    await daysPass(3)
    mailbox.mails.length = 0
    const { id = '' } = (await row(sam)) ?? {}
    const person = await ensurePerson(rollcall.db, sam)
    // Queued and not yet gone: accepted in between.
    await rollcall.db
      .insertInto('outbox')
      .values({ kind: 'reminder', email: sam, invitation_id: id, group_id: group.id, sender_id: ada.id, batch: null })
      .execute()
    await rollcall.db.transaction().execute((tx) => acceptInvitation(tx, { id }, person))
    expect(await remind([id])).toEqual(counts)
    expect(await remind()).toEqual({ ...counts, reminded: 1 })
    await settled()
    expect(mailbox.mails.map(({ to }) => to)).toEqual([kim])
    const elsewhere = await rollcall.group(school, ada)
    const { id: kims = '' } = (await row(kim)) ?? {}
    expect(await ada.call('reminders.send', { groupId: elsewhere.id, invitationIds: [kims] })).toEqual(counts)
  })

  it('end with one click in the mail program, and the page that it leads to says so', async () => {
    const sam = fresh()
    await invite(sam)
    await settled()
    expect(headerOf(sam, 'list-unsubscribe')).toBeUndefined()
    await daysPass(3)
    await remind()
    await settled()
    expect(headerOf(sam, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    const url = /^<(.*)>$/.exec(headerOf(sam, 'list-unsubscribe')?.replaceAll(' ', '') ?? '')?.[1] ?? ''
    expect(url.startsWith(`${rollcall.url}/reminders/`)).toBe(true)

    // Scanners look; that changes nothing.
    expect(await (await fetch(url)).text()).toContain('Stop reminders')
    await daysPass(3)
    expect(await remind()).toEqual({ ...counts, reminded: 1 })
    await settled()
    const done = await fetch(url, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) })
    expect([done.status, await done.text()]).toEqual([200, expect.stringContaining('gets no more reminders')])
    await daysPass(3)
    expect(await remind()).toEqual({ ...counts, notMailed: 1 })
    // Invitations still arrive.
    group = await rollcall.group(school, ada)
    mailbox.mails.length = 0
    await invite(sam)
    await settled()
    expect(mailTo(sam)).toHaveLength(1)
    expect((await fetch(`${rollcall.url}/reminders/${'x'.repeat(64)}`, { method: 'POST' })).status).toBe(404)
  })
})

it('every mail to somebody about a Group is told, step by step, and none about another', async () => {
  const [sam, kim] = [fresh(), fresh()]
  await invite(sam, kim)
  await settled()
  const other = await rollcall.group(school, ada, { name: 'Chemistry' })
  const mailsOf = async (memberId: string, groupId = group.id) => {
    const { mails, openedAt } = await ada.call('members.mails', { groupId, memberId })
    return [mails.map(({ kind, delivery, problem }) => [kind, delivery, problem].filter(Boolean).join(' ')), openedAt]
  }
  const invitationId = (await row(sam))?.id ?? ''
  expect(await mailsOf(invitationId)).toEqual([['invitation sent'], null])
  await daysPass(4)
  await ada.call('reminders.send', { groupId: group.id, invitationIds: [invitationId] })
  await settled()
  await report([{ kind: 'bounced', mail: messageIdOf(sam), code: '5.2.2' }])
  expect(await mailsOf(invitationId)).toEqual([['invitation sent', 'reminder bounced mailboxFull'], null])
  expect(await mailsOf(invitationId, other.id)).toEqual([[], null])

  const text = mailTo(kim)[0]?.raw.replaceAll('=\r\n', '').replaceAll('=3D', '=')
  await fetch(/http:\S+\/accept\/[\w.-]+/.exec(text ?? '')?.[0] ?? '')
  const id = (await row(kim))?.id ?? ''
  expect(await mailsOf(id)).toEqual([['invitation sent'], expect.any(String)])
  const person = await ensurePerson(rollcall.db, kim)
  await rollcall.db.transaction().execute((tx) => acceptInvitation(tx, { id }, person))
  expect(await mailsOf(person.id)).toEqual([['invitation sent'], expect.any(String)])
})

it('a Workspace’s own pace is kept, and what waits for it can still be taken back', async () => {
  await ada.call('workspaces.change', { workspaceId: school.id, mailsPerMinute: 3 })
  await sql`delete from rate_buckets`.execute(rollcall.db)
  await invite(fresh(), fresh(), fresh(), fresh(), fresh())
  const waiting = () =>
    rollcall.db
      .selectFrom('outbox')
      .select(['attempts', 'due_at'])
      .where('group_id', '=', group.id)
      .where('sent_at', 'is', null)
      .execute()
  await vi.waitFor(
    async () => {
      const rows = await waiting()
      expect(rows.map(({ attempts }) => attempts)).toEqual([0, 0])
      expect(rows.every(({ due_at }) => due_at.getTime() > Date.now())).toBe(true)
    },
    { timeout: 10_000 },
  )
  expect(mailbox.mails).toHaveLength(3)
  await ada.call('workspaces.change', { workspaceId: school.id, mailsPerMinute: null })
})
