import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type CallInput, MAX_REMINDERS } from '../../lib/contract/index.ts'
import { acceptInvitation } from '../../server/actions/acceptInvitation.ts'
import { endTerms } from '../../server/actions/endTerms.ts'
import { remindByItself } from '../../server/actions/remindByItself.ts'
import { newSend } from '../helpers/newSend.ts'
import { type Caller, refusal, startService, type TestService } from '../helpers/service.ts'

/** What happens in a Group by itself as days pass. */
let rollcall: TestService
let ada: Caller
let school: { id: string }
let group: { id: string; name: string }
beforeAll(async () => {
  rollcall = await startService()
  ada = await rollcall.person('ada@example.edu', 'Ada Instructor')
})
beforeEach(async () => {
  school = await rollcall.workspace(ada)
  group = await rollcall.group(school, ada)
})
afterAll(() => rollcall.stop())

type Change = Omit<CallInput<'groups.change'>, 'groupId'>
const change = (given: Change, id = group.id) => ada.call('groups.change', { groupId: id, ...given })
const times = (id = group.id) => ada.call('groups.times', { groupId: id })
const decide = (given: Omit<CallInput<'workspaces.change'>, 'workspaceId'>) =>
  ada.call('workspaces.change', { workspaceId: school.id, ...given })
const day = (fromToday: number) => new Date(Date.now() + fromToday * 24 * 3600 * 1000).toISOString().slice(0, 10)

describe('when a Group reminds and ends', () => {
  it('is left to people and to what is around it, until somebody decides', async () => {
    const lab = await rollcall.group(school, ada, { parent: group })
    expect(await times()).toEqual({ remindDays: null, termEndsOn: null, termAround: null, atTermEnd: 'stay' })
    await decide({ termEndsOn: '2026-12-18', atTermEnd: 'archive' })
    expect(await times(lab.id)).toMatchObject({ termEndsOn: null, termAround: '2026-12-18', atTermEnd: 'archive' })
    await change({ remindDays: 7, termEndsOn: '2027-01-29' })
    await change({ name: 'Biology 102' })
    expect(await times()).toMatchObject({ remindDays: 7, termEndsOn: '2027-01-29', termAround: '2026-12-18' })
    expect(await times(lab.id)).toMatchObject({ remindDays: null, termEndsOn: null, termAround: '2027-01-29' })
    await change({ remindDays: null, termEndsOn: null })
    expect(await times()).toMatchObject({ remindDays: null, termEndsOn: null })
  })

  it.each<Change>([{ remindDays: 1 }, { remindDays: 31 }, { remindDays: 2.5 }, { termEndsOn: '2026-02-30' }])(
    'is not understood as %j',
    async (given) => {
      expect(await refusal(change(given))).toBe('notUnderstood')
    },
  )
})

describe('a Group that reminds by itself', () => {
  const invite = async (...emails: string[]) => {
    const people = emails.map((email) => ({ email, role: 'member' as const }))
    await ada.call('invitations.send', newSend(group, people))
  }
  /** As if everything here had happened some days earlier, and what was queued had left. */
  const daysPass = async (days: number) => {
    const ago = sql`make_interval(days => ${days})`
    await sql`update outbox set created_at = created_at - ${ago}, sent_at = coalesce(sent_at, created_at) - ${ago}
              where group_id = ${group.id}`.execute(rollcall.db)
    await sql`update invitations set created_at = created_at - ${ago} where group_id = ${group.id}`.execute(rollcall.db)
  }
  const round = () => remindByItself(rollcall.db, rollcall.service.config.quotas)
  const reminders = async () =>
    (
      await rollcall.db
        .selectFrom('outbox')
        .select('email')
        .where('group_id', '=', group.id)
        .where('kind', '=', 'reminder')
        .orderBy('email')
        .execute()
    ).map(({ email }) => email)
  const fresh = (name: string) => `${name}.${randomUUID().slice(0, 8)}@example.edu`

  it('waits as many days as it was told, then reminds who is pending, in the name of who invited them', async () => {
    const kim = fresh('kim')
    await invite(kim)
    await daysPass(6)
    await round()
    expect(await reminders()).toEqual([])
    await change({ remindDays: 7 })
    await round()
    expect(await reminders()).toEqual([])
    await daysPass(1)
    await round()
    await round()
    expect(await reminders()).toEqual([kim])
    const { lines } = await ada.call('audit.list', { workspaceId: school.id, groupId: group.id, limit: 1 })
    expect(lines[0]).toMatchObject({ action: 'reminders.send', actor: null, details: { reminded: 1 } })
    const mail = await rollcall.db
      .selectFrom('outbox')
      .select('sender_id')
      .where('kind', '=', 'reminder')
      .where('email', '=', kim)
      .executeTakeFirstOrThrow()
    expect(mail.sender_id).toBe(ada.id)
  })

  it('stops at the cap, however long it goes on', async () => {
    const kim = fresh('kim')
    await change({ remindDays: 2 })
    await invite(kim)
    for (let week = 0; week < MAX_REMINDERS + 3; week += 1) {
      await daysPass(8)
      await round()
    }
    expect(await reminders()).toEqual(Array.from({ length: MAX_REMINDERS }, () => kim))
  })

  it('waits for the next day where its Workspace has asked for all its mails of this one', async () => {
    const kim = fresh('kim')
    await change({ remindDays: 2 })
    await invite(kim)
    await daysPass(3)
    const { quotas } = rollcall.service.config
    await remindByItself(rollcall.db, { ...quotas, mails: 1 })
    expect(await reminders()).toEqual([])
    await round()
    expect(await reminders()).toEqual([kim])
  })

  it('never reminds who has accepted, was taken back or dropped, or whose Group is closed', async () => {
    const [came, revoked, waits] = [fresh('came'), fresh('revoked'), fresh('waits')]
    await change({ remindDays: 2 })
    await invite(came, revoked, waits)
    const { rows } = await ada.call('members.list', { groupId: group.id, state: 'pending' })
    const idOf = (email: string) => rows.find((row) => row.email === email)?.id ?? ''
    const person = await rollcall.person(came)
    await rollcall.db.transaction().execute((tx) => acceptInvitation(tx, { id: idOf(came) }, person))
    await ada.call('invitations.revoke', { groupId: group.id, ids: [idOf(revoked)] })
    await daysPass(3)
    await ada.call('groups.archive', { groupId: group.id })
    await round()
    expect(await reminders()).toEqual([])
    await ada.call('groups.unarchive', { groupId: group.id })
    await round()
    expect(await reminders()).toEqual([waits])
  })
})

describe('after the last day of a term', () => {
  const state = async (id = group.id) => {
    const { groups } = await ada.call('groups.list', { show: 'archived' })
    return groups.some((one) => one.id === id) ? 'archived' : 'open'
  }

  it('nothing happens while the Workspace has not said so, and nothing on the day itself', async () => {
    await decide({ termEndsOn: day(-3) })
    await endTerms(rollcall.db)
    expect(await state()).toBe('open')
    await change({ termEndsOn: day(0) })
    await decide({ atTermEnd: 'archive' })
    await endTerms(rollcall.db)
    expect(await state()).toBe('open')
  })

  it('its Groups are archived, once: what is brought back stays', async () => {
    const lab = await rollcall.group(school, ada, { parent: group })
    const later = await rollcall.group(school, ada, { name: 'Next term' })
    const own = await rollcall.group(school, ada, { type: 'private' })
    await sql`update groups set created_at = now() - interval '30 days' where id <> ${later.id}`.execute(rollcall.db)
    await decide({ termEndsOn: day(-1), atTermEnd: 'archive' })
    await endTerms(rollcall.db)
    expect([await state(), await state(lab.id)]).toEqual(['archived', 'archived'])
    // Made after that day; a private space.
    expect([await state(later.id), await state(own.id)]).toEqual(['open', 'open'])
    const { lines } = await ada.call('audit.list', { workspaceId: school.id, groupId: group.id, limit: 1 })
    expect(lines[0]).toMatchObject({ action: 'group.termEnded', actor: null })
    for (const { id } of [group, lab]) await ada.call('groups.unarchive', { groupId: id })
    await endTerms(rollcall.db)
    expect(await state()).toBe('open')
  })

  it('a Group closes before those inside it, so that a copy for the next term has them all', async () => {
    const labs = []
    for (const _ of Array(6)) labs.push(await rollcall.group(school, ada))
    const course = await rollcall.group(school, ada)
    for (const { id } of labs) await ada.call('groups.move', { groupId: id, parentId: course.id })
    await change({ termEndsOn: day(-1) }, course.id)
    await decide({ atTermEnd: 'archive' })
    await endTerms(rollcall.db)
    const copy = await ada.call('groups.copy', { groupId: course.id, name: 'Next term' })
    const { groups } = await ada.call('groups.list', {})
    expect(groups.filter(({ parentId }) => parentId === copy.id)).toHaveLength(labs.length)
  })

  it('a day of its own goes before that of the Workspace, for the Groups inside as well', async () => {
    const lab = await rollcall.group(school, ada, { parent: group })
    await sql`update groups set created_at = now() - interval '30 days'`.execute(rollcall.db)
    await decide({ termEndsOn: day(-1), atTermEnd: 'archive' })
    await change({ termEndsOn: day(20) })
    await endTerms(rollcall.db)
    expect([await state(), await state(lab.id)]).toEqual(['open', 'open'])
    await change({ termEndsOn: day(-2) })
    await endTerms(rollcall.db)
    expect(await state(lab.id)).toBe('archived')
  })

  it('personal data goes where the Workspace wants that', async () => {
    const sam = await rollcall.person()
    await rollcall.joinGroup(group, sam)
    await change({ termEndsOn: day(-1) })
    await decide({ atTermEnd: 'purge' })
    await endTerms(rollcall.db)
    expect(await state()).toBe('archived')
    const { rows } = await ada.call('members.list', { groupId: group.id, state: 'accepted' })
    expect(rows.map(({ email }) => email)).toEqual([ada.email])
  })
})
