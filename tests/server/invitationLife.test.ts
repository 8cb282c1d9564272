import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CallInput, CallOutput, GroupRole, PersonToInvite } from '../../lib/contract/index.ts'
import { acceptInvitation } from '../../server/actions/acceptInvitation.ts'
import { acceptUrl } from '../../server/urls.ts'
import { newSend } from '../helpers/newSend.ts'
import { type Caller, startService, type TestService } from '../helpers/service.ts'

let rollcall: TestService
let ada: Caller
let school: { id: string }
let group: { id: string }

beforeAll(async () => {
  rollcall = await startService()
  ada = await rollcall.person('ada@example.edu')
  school = await rollcall.workspace(ada)
})
beforeEach(async () => {
  group = await rollcall.group(school, ada)
})
afterAll(() => rollcall.stop())

const send = async (people: PersonToInvite[]) =>
  (await ada.call('invitations.send', newSend(group, people))).outcomes.map(({ outcome }) => outcome)
const fresh = () => `student.${randomUUID().slice(0, 8)}@example.edu`
const newest = async (email: string) =>
  await rollcall.db
    .selectFrom('invitations')
    .selectAll()
    .where('email', '=', email)
    .where('group_id', '=', group.id)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
const invite = async (role: GroupRole = 'member', email = fresh()) => {
  await send([{ email, role }])
  return await newest(email)
}
const mails = async (email: string) =>
  await rollcall.db.selectFrom('outbox').select(['id', 'kind', 'invitation_id']).where('email', '=', email).execute()
const leave = async (email: string, minutesAgo = 60) =>
  await rollcall.db
    .updateTable('outbox')
    .set({ sent_at: new Date(Date.now() - minutesAgo * 60_000) })
    .where('email', '=', email)
    .where('sent_at', 'is', null)
    .execute()
const set = async (id: string, values: { state?: 'declined'; expires_at?: Date }) =>
  await rollcall.db.updateTable('invitations').set(values).where('id', '=', id).execute()
const overdue = (id: string) => set(id, { expires_at: new Date(Date.now() - 1000) })
const accept = async (id: string, person: Caller) =>
  await rollcall.db.transaction().execute((tx) => acceptInvitation(tx, { id }, person))

type Bulk = 'invitations.resend' | 'invitations.revoke' | 'invitations.renew'
const act = async (name: Bulk, ...ids: string[]) =>
  (await ada.call(name, { groupId: group.id, ids })).outcomes.map(({ outcome }) => outcome)
const setRole = async (role: GroupRole, ...ids: string[]) =>
  (await ada.call('invitations.setRole', { groupId: group.id, ids, role })).outcomes.map(({ outcome }) => outcome)
const readdress = async (...changes: CallInput<'invitations.readdress'>['changes']) =>
  (await ada.call('invitations.readdress', { groupId: group.id, changes })).outcomes
const page = async (id: string, generation = 1) =>
  (await fetch(acceptUrl(rollcall.service, { id, generation }), { redirect: 'manual' })).status
const listed = async (state: CallInput<'members.list'>['state']) =>
  (await ada.call('members.list', { groupId: group.id, state })).rows.map(({ email }) => email)

describe('every change of several', () => {
  it('has an outcome for each id, and one that cannot be done stops no other', async () => {
    const [open, gone] = [await invite(), await invite()]
    await set(gone.id, { state: 'declined' })
    const elsewhere = randomUUID()
    const ids = [gone.id, elsewhere, open.id, open.id]
    const all = (done: string) => ['notPending', 'notHere', done, done]
    expect(await setRole('facilitator', ...ids)).toEqual(all('changed'))
    await leave(open.email)
    expect(await act('invitations.resend', ...ids)).toEqual(all('sent'))
    expect(await act('invitations.renew', ...ids)).toEqual(all('renewed'))
    expect(await act('invitations.revoke', ...ids)).toEqual(all('revoked'))
  })

  it('reaches into no other Group', async () => {
    const mine = await invite()
    const other = await rollcall.group(school, ada)
    for (const name of ['invitations.resend', 'invitations.revoke', 'invitations.renew'] as const)
      expect((await ada.call(name, { groupId: other.id, ids: [mine.id] })).outcomes).toEqual([
        { id: mine.id, outcome: 'notHere' },
      ])
    expect((await newest(mine.email)).state).toBe('pending')
  })

  it('is written into the audit for each', async () => {
    const [one, two] = [await invite(), await invite()]
    await act('invitations.revoke', one.id, two.id, randomUUID())
    const { lines } = await ada.call('audit.list', { workspaceId: school.id, groupId: group.id, limit: 2 })
    expect(lines.map(({ action }) => action)).toEqual(['invitations.revoke', 'invitations.revoke'])
    expect(lines.map(({ subjectId }) => subjectId).sort()).toEqual([one.id, two.id].sort())
  })
})

describe('mailing again', () => {
  it('waits for the mail under way, and leaves a while between two', async () => {
    const { id, email } = await invite()
    expect(await act('invitations.resend', id)).toEqual(['tooSoon'])
    await leave(email, 5)
    expect(await act('invitations.resend', id)).toEqual(['tooSoon'])
    await rollcall.db
      .updateTable('outbox')
      .set({ sent_at: new Date(Date.now() - 11 * 60_000) })
      .where('email', '=', email)
      .execute()
    expect(await act('invitations.resend', id)).toEqual(['sent'])
    expect(await mails(email)).toHaveLength(2)
  })

  it('and reminding are counted together, three times for an invitation', async () => {
    const { id, email } = await invite()
    for (let round = 0; round < 3; round++) {
      await leave(email, 3 * 24 * 60)
      if (round === 1)
        expect((await ada.call('reminders.send', { groupId: group.id, invitationIds: [id] })).reminded).toBe(1)
      else expect(await act('invitations.resend', id)).toEqual(['sent'])
    }
    await leave(email, 3 * 24 * 60)
    expect(await act('invitations.resend', id)).toEqual(['enough'])
    expect((await ada.call('reminders.send', { groupId: group.id, invitationIds: [id] })).enough).toBe(1)
  })

  it('passes by addresses that are not mailed', async () => {
    const { id, email } = await invite()
    await leave(email)
    await rollcall.db.insertInto('suppressions').values({ email, reason: 'bounced' }).execute()
    expect(await act('invitations.resend', id)).toEqual(['notMailed'])
  })
})

describe('another address', () => {
  it('takes the place of the old one: its link is dead, name and role stay, one mail goes out', async () => {
    const old = await invite('facilitator')
    const email = fresh()
    const [answer] = await readdress({ id: old.id, email: ` ${email.toUpperCase()} ` })
    expect(answer).toEqual({ id: old.id, outcome: 'readdressed', invitationId: expect.any(String) })
    const now = await newest(email)
    expect(now).toMatchObject({ id: answer?.invitationId, role: 'facilitator', state: 'pending', origin: 'roster' })
    expect((await newest(old.email)).state).toBe('revoked')
    expect([await page(old.id), await page(now.id)]).toEqual([410, 200])
    expect(await mails(email)).toMatchObject([{ kind: 'invitation', invitation_id: now.id }])
  })

  it('that is in the Workspace is a member at once', async () => {
    const old = await invite('facilitator')
    const sam = await rollcall.person()
    await rollcall.joinWorkspace(school, sam)
    expect(await readdress({ id: old.id, email: sam.email })).toEqual([{ id: old.id, outcome: 'added' }])
    expect(await mails(sam.email)).toMatchObject([{ kind: 'added' }])
    expect(await listed('accepted')).toContain(sam.email)
    expect(await listed('pending')).toEqual([])
  })

  it('is refused by name where it cannot be', async () => {
    const [a, b, c, d, e, f] = await Promise.all(Array.from({ length: 6 }, () => invite()))
    if (!a || !b || !c || !d || !e || !f) throw new Error('Six were invited.')
    const sam = await rollcall.person()
    await rollcall.joinGroup(group, sam, 'facilitator')
    const taken = fresh()
    const outcomes: CallOutput<'invitations.readdress'>['outcomes'] = await readdress(
      { id: a.id, email: b.email },
      { id: b.id, email: sam.email },
      { id: c.id, email: 'not an address' },
      { id: d.id, email: d.email },
      { id: randomUUID(), email: fresh() },
      { id: e.id, email: taken },
      { id: f.id, email: taken },
    )
    expect(outcomes.map(({ outcome, role }) => [outcome, role])).toEqual([
      ['pending', 'member'],
      ['roleDiffers', 'facilitator'],
      ['invalid', undefined],
      ['same', undefined],
      ['notHere', undefined],
      ['readdressed', undefined],
      ['pending', undefined],
    ])
    for (const { email } of [a, b, c, d, f]) expect((await newest(email)).state).toBe('pending')
  })
})

describe('expiry', () => {
  it('renewed in a Group that became Private meanwhile makes that Shared again', async () => {
    const { id } = await invite()
    await overdue(id)
    expect((await ada.call('groups.change', { groupId: group.id, type: 'private' })).type).toBe('private')
    expect(await act('invitations.renew', id)).toEqual(['renewed'])
    expect((await ada.call('groups.get', { groupId: group.id })).type).toBe('shared')
  })

  it('goes by the clock, and renewing makes it pending again with a new link and a mail', async () => {
    const { id, email } = await invite()
    await leave(email)
    await overdue(id)
    expect([await listed('pending'), await listed('expired')]).toEqual([[], [email]])
    expect(await act('invitations.resend', id)).toEqual(['notPending'])
    expect(await act('invitations.renew', id)).toEqual(['renewed'])
    expect([await listed('pending'), await listed('expired')]).toEqual([[email], []])
    expect([await page(id, 1), await page(id, 2)]).toEqual([404, 200])
    expect(await mails(email)).toHaveLength(2)
  })

  it('is put off without a mail while it is pending', async () => {
    const { id, email, expires_at } = await invite()
    await set(id, { expires_at: new Date(Date.now() + 60_000) })
    expect(await act('invitations.renew', id)).toEqual(['renewed'])
    expect((await newest(email)).expires_at.getTime()).toBeGreaterThanOrEqual(expires_at.getTime())
    expect(await mails(email)).toHaveLength(1)
  })

  it('is not taken back where somebody is pending, a member or removed meanwhile', async () => {
    const one = await invite()
    await overdue(one.id)
    await invite('member', one.email)
    expect(await act('invitations.renew', one.id)).toEqual(['pending'])

    const sam = await rollcall.person()
    const two = await invite('member', sam.email)
    await overdue(two.id)
    await rollcall.joinGroup(group, sam, 'facilitator')
    expect(await act('invitations.renew', two.id)).toEqual(['roleDiffers'])
    await ada.call('members.remove', { groupId: group.id, ids: [sam.id] })
    expect(await act('invitations.renew', two.id)).toEqual(['removed'])
  })

  it('of somebody who was invited although they had been removed before is renewed without asking again', async () => {
    const sam = await rollcall.person()
    await accept((await invite('member', sam.email)).id, sam)
    await ada.call('workspacePeople.remove', { workspaceId: school.id, personId: sam.id })
    expect(await send([{ email: sam.email, role: 'member', again: true }])).toEqual(['invited'])
    const { id } = await newest(sam.email)
    await overdue(id)
    expect(await act('invitations.renew', id)).toEqual(['renewed'])
  })

  it('of somebody who is in the Workspace now: they are a member at once', async () => {
    const sam = await rollcall.person()
    const { id } = await invite('facilitator', sam.email)
    await overdue(id)
    await rollcall.joinWorkspace(school, sam)
    expect(await act('invitations.renew', id)).toEqual(['added'])
    expect(await listed('accepted')).toContain(sam.email)
  })
})

describe('accepting', () => {
  it('gives the role that the invitation has by then', async () => {
    const sam = await rollcall.person()
    const { id } = await invite('member', sam.email)
    await setRole('facilitator', id)
    await accept(id, sam)
    expect((await sam.call('groups.get', { groupId: group.id })).role).toBe('facilitator')
  })

  it('raises a role that somebody has by another way, and never lowers one', async () => {
    for (const [invited, has, then] of [
      ['facilitator', 'member', 'facilitator'],
      ['member', 'facilitator', 'facilitator'],
    ] as const) {
      const sam = await rollcall.person()
      const { id } = await invite(invited, sam.email)
      await rollcall.joinGroup(group, sam, has)
      await accept(id, sam)
      expect((await sam.call('groups.get', { groupId: group.id })).role).toBe(then)
    }
  })

  it('ends with being removed: who was is invited again only where that is said', async () => {
    const sam = await rollcall.person()
    await accept((await invite('member', sam.email)).id, sam)
    await ada.call('members.remove', { groupId: group.id, ids: [sam.id] })
    expect(await send([{ email: sam.email, role: 'member' }])).toEqual(['removed'])
    expect(await send([{ email: sam.email, role: 'member', again: true }])).toEqual(['added'])
    expect(await listed('removed')).toEqual([])
  })
})

it('an invitation that ended in any way is made once more by a send', async () => {
  for (const end of [
    (id: string) => act('invitations.revoke', id),
    (id: string) => overdue(id),
    (id: string) => set(id, { state: 'declined' }),
  ]) {
    const { id, email } = await invite()
    await end(id)
    expect(await send([{ email, role: 'member' }])).toEqual(['invited'])
    expect((await newest(email)).id).not.toBe(id)
  }
})
