import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Group, type GroupType, RESTORE_DAYS } from '../../lib/contract/index.ts'
import { acceptInvitation } from '../../server/actions/acceptInvitation.ts'
import { removeDeleted } from '../../server/actions/removeDeleted.ts'
import { renderMail } from '../../server/mail/renderMail.ts'
import { listKept } from '../../server/store/keptMails.ts'
import { acceptUrl } from '../../server/urls.ts'
import { newSend } from '../helpers/newSend.ts'
import { type Caller, refusal, startService, type TestService } from '../helpers/service.ts'

let rollcall: TestService
let ada: Caller
let editor: Caller
let school: { id: string }
let group: { id: string }

beforeAll(async () => {
  rollcall = await startService()
})
beforeEach(async () => {
  ada = await rollcall.person()
  editor = await rollcall.person()
  school = await rollcall.workspace(ada)
  await rollcall.joinWorkspace(school, editor, 'editor')
  group = await rollcall.group(school, editor)
})
afterAll(() => rollcall.stop())

const change = (set: { name?: string; type?: GroupType }, by = editor, at = group) =>
  by.call('groups.change', { groupId: at.id, ...set })
const act = (name: 'groups.archive' | 'groups.unarchive' | 'groups.restore', at = group, by = editor) =>
  by.call(name, { groupId: at.id })
const remove = (at = group, by = editor) => by.call('groups.delete', { groupId: at.id })
const list = async (show: 'open' | 'archived' | 'deleted', by = editor) =>
  (await by.call('groups.list', { show })).groups.map(({ id }) => id)
const send = (email = `sam.${randomUUID()}@example.edu`, at = group) =>
  editor.call('invitations.send', newSend(at, [{ email, role: 'member' }], 'manual'))
const roleOf = async (person: Caller, at = group) =>
  (await person.call('groups.get', { groupId: at.id }).catch(() => null))?.role ?? null

const never = (): never => {
  throw new Error('There should be one.')
}

describe('a name', () => {
  it('is changed, and everything else stays', async () => {
    const before = await editor.call('groups.get', { groupId: group.id })
    expect(await change({ name: '  Biology 102 ' })).toEqual({ ...before, name: 'Biology 102' })
    expect(await change({})).toEqual({ ...before, name: 'Biology 102' })
    expect(await refusal(change({ name: 'see www.evil.example' }))).toBe('badName')
  })
})

describe('a type', () => {
  it('shared with everyone is given by Workspace Owners alone, and taken back by Owners of the Group', async () => {
    const colleague = await rollcall.person()
    await rollcall.joinWorkspace(school, colleague)
    expect(await refusal(change({ type: 'workspace' }))).toBe('notAllowed')
    expect((await change({ type: 'workspace' }, ada)).type).toBe('workspace')
    expect(await roleOf(colleague)).toBe('member')
    expect((await change({ type: 'shared', name: 'Narrower' })).name).toBe('Narrower')
    expect(await roleOf(colleague)).toBe(null)
  })

  it('is Private only with nobody else in the Group, or invited, or in the one around it', async () => {
    expect((await change({ type: 'private' })).type).toBe('private')
    await change({ type: 'shared' })
    await send()
    expect(await refusal(change({ type: 'private' }))).toBe('notAlone')
    await rollcall.db.deleteFrom('invitations').where('group_id', '=', group.id).execute()
    await change({ type: 'private' })
    await change({ type: 'shared' })
    await rollcall.joinGroup(group, await rollcall.person())
    const inner = await rollcall.group(school, editor, { parent: group })
    expect(await refusal(change({ type: 'private' }))).toBe('notAlone')
    expect(await refusal(change({ type: 'private' }, editor, inner))).toBe('notAlone')
    // A Workspace Owner who acts as its Owner would lock everybody out.
    const other = await rollcall.group(school, editor)
    expect(await refusal(change({ type: 'private' }, ada, other))).toBe('notAlone')
    expect((await editor.call('groups.get', { groupId: other.id })).type).toBe('shared')
  })

  it('that opens a Private Group opens the Private ones inside it', async () => {
    const mine = await rollcall.group(school, editor, { type: 'private' })
    const inner = await rollcall.group(school, editor, { type: 'private', parent: mine })
    await change({ type: 'shared' }, editor, mine)
    expect((await editor.call('groups.get', { groupId: inner.id })).type).toBe('shared')
  })
})

describe('an archived Group', () => {
  it('is in a list of its own, and comes back as it was', async () => {
    const before = await editor.call('groups.get', { groupId: group.id })
    const archived = await act('groups.archive')
    expect(archived).toEqual({ ...before, archivedAt: expect.any(String) })
    expect(await act('groups.archive')).toEqual(archived)
    expect(await list('open')).not.toContain(group.id)
    expect(await list('archived')).toEqual([group.id])
    expect((await editor.call('members.list', { groupId: group.id, state: 'accepted' })).total).toBe(1)
    expect(await act('groups.unarchive')).toEqual(before)
    expect(await list('open')).toContain(group.id)
    expect(await list('archived')).toEqual([])
    expect(await act('groups.unarchive')).toEqual(before)
  })

  it('refuses invitations, links and changes with the reason, until it is back', async () => {
    const link = await editor.call('links.create', { groupId: group.id, access: 'anyone', role: 'member' })
    await act('groups.archive')
    for (const ask of [
      () => send(),
      () => change({ name: 'Other' }),
      () => editor.call('links.create', { groupId: group.id, access: 'anyone', role: 'member' }),
      () => editor.call('groups.create', { workspaceId: school.id, name: 'Inside', parentId: group.id }),
    ])
      expect(await refusal(ask())).toBe('archived')
    await act('groups.unarchive')
    expect((await send()).outcomes[0]?.outcome).toBe('invited')
    expect(await editor.call('links.create', { groupId: group.id, access: 'anyone', role: 'member' })).toEqual(link)
  })

  it('sends no mail that waits, and its invitations wait until it is back', async () => {
    const sam = await rollcall.person()
    await send(sam.email)
    const mail = (await listKept(rollcall.db, { whose: 'everybody', limit: 1, search: sam.email }))[0] ?? never()
    const invitation = { id: mail.invitationId ?? never() }
    const accept = () => rollcall.db.transaction().execute((tx) => acceptInvitation(tx, invitation, sam))
    expect(await renderMail(rollcall.service, mail)).not.toBe(null)
    await act('groups.archive')
    expect(await renderMail(rollcall.service, mail)).toBe(null)
    expect(await accept()).toBe(false)
    const page = await fetch(acceptUrl(rollcall.service, { ...invitation, generation: 1 }))
    expect(page.status).toBe(410)
    expect(await page.text()).toContain('<h1>This Group is archived</h1>')
    await act('groups.unarchive')
    expect(await accept()).toBe(true)
    expect(await roleOf(sam)).toBe('member')
  })

  it('takes those inside it along, and brings them back', async () => {
    const inner = await rollcall.group(school, editor, { parent: group })
    await act('groups.archive')
    expect((await list('archived')).sort()).toEqual([group.id, inner.id].sort())
    expect(await refusal(send('sam@example.edu', inner))).toBe('archived')
    expect(await refusal(act('groups.unarchive', inner))).toBe('parentClosed')
    await act('groups.unarchive')
    expect(await list('archived')).toEqual([])
    await act('groups.archive', inner)
    expect(await list('archived')).toEqual([inner.id])
    expect(await list('open')).toContain(group.id)
  })
})

describe('a deleted Group', () => {
  it('is gone for everybody, but for those who may restore it, for some weeks', async () => {
    const member = await rollcall.person()
    await rollcall.joinGroup(group, member)
    const inner = await rollcall.group(school, editor, { parent: group })
    const { restorableUntil } = await remove()
    const days = (Date.parse(restorableUntil) - Date.now()) / 86_400_000
    expect(Math.round(days)).toBe(RESTORE_DAYS)
    for (const at of [group, inner])
      for (const person of [editor, member, ada]) expect(await roleOf(person, at)).toBe(null)
    expect(await refusal(send())).toBe('notFound')
    expect(await list('open')).not.toContain(group.id)
    expect(await list('deleted')).toEqual([group.id])
    expect((await editor.call('groups.list', { show: 'deleted' })).groups[0]?.deletedAt).toEqual(expect.any(String))
    expect(await list('deleted', ada)).toEqual([group.id])
    expect(await list('deleted', member)).toEqual([])
    expect(await refusal(act('groups.restore', group, member))).toBe('notAllowed')
    const stranger = await rollcall.person()
    expect(await refusal(act('groups.restore', group, stranger))).toBe('notFound')
  })

  it('comes back with everything: people, roles, invitations, links, Groups inside', async () => {
    const member = await rollcall.person()
    await rollcall.joinGroup(group, member, 'facilitator')
    const inner = await rollcall.group(school, editor, { parent: group })
    await send()
    const link = await editor.call('links.create', { groupId: group.id, access: 'anyone', role: 'member' })
    const before = await editor.call('groups.get', { groupId: group.id })
    await remove()
    expect(await act('groups.restore')).toEqual(before)
    expect(await act('groups.restore')).toEqual(before)
    expect(before).toMatchObject({ members: 2, pending: 1 })
    expect(await roleOf(member, inner)).toBe('facilitator')
    expect((await editor.call('links.list', { groupId: group.id })).links).toEqual([link])
    expect(await list('deleted')).toEqual([])
  })

  it('comes back after the one around it', async () => {
    const inner = await rollcall.group(school, editor, { parent: group })
    await remove(inner)
    await remove()
    expect(await refusal(act('groups.restore', inner))).toBe('parentClosed')
    await act('groups.restore')
    expect(await roleOf(editor, inner)).toBe(null)
    expect((await act('groups.restore', inner)).id).toBe(inner.id)
  })

  it('that was archived comes back archived', async () => {
    await act('groups.archive')
    await remove()
    expect((await act('groups.restore')).archivedAt).toEqual(expect.any(String))
  })

  it('goes for good when its time is over, with what is inside it and nothing else', async () => {
    const inner = await rollcall.group(school, editor, { parent: group })
    const [kept, live] = [await rollcall.group(school, editor), await rollcall.group(school, editor)]
    await send()
    await remove()
    await remove(kept)
    await rollcall.db
      .updateTable('groups')
      .set({ deleted_at: sql<Date>`deleted_at - make_interval(days => ${RESTORE_DAYS}) - interval '1 minute'` })
      .where('id', '=', group.id)
      .execute()
    expect(await refusal(act('groups.restore'))).toBe('notFound')
    expect(await list('deleted')).toEqual([kept.id])
    await removeDeleted(rollcall.db)
    const left = async (table: 'groups' | 'invitations') =>
      (await rollcall.db.selectFrom(table).select('id').where('workspace_id', '=', school.id).execute()).map(
        (r) => r.id,
      )
    expect((await left('groups')).sort()).toEqual([kept.id, live.id].sort())
    expect(await left('groups')).not.toContain(inner.id)
    expect(await left('invitations')).toEqual([])
  })

  it('then takes along who came with it and is nowhere else, and says so in the audit', async () => {
    const inner = await rollcall.group(school, editor, { parent: group })
    const email = `sam.${randomUUID()}@example.edu`
    await send(email, inner)
    const sam = await rollcall.person(email, 'Sam Lee')
    const { id } = await rollcall.db
      .selectFrom('invitations')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirstOrThrow()
    await rollcall.db.transaction().execute((tx) => acceptInvitation(tx, { id }, sam))
    const colleague = await rollcall.person()
    await rollcall.joinWorkspace(school, colleague)
    await rollcall.joinGroup(inner, colleague, 'facilitator')
    await remove()
    await rollcall.db
      .updateTable('groups')
      .set({ deleted_at: sql<Date>`deleted_at - make_interval(days => ${RESTORE_DAYS}) - interval '1 minute'` })
      .where('id', '=', group.id)
      .execute()
    await removeDeleted(rollcall.db)

    const known = await rollcall.db
      .selectFrom('people')
      .select('id')
      .where('id', 'in', [sam.id, colleague.id, editor.id])
      .execute()
    expect(known.map((row) => row.id).sort()).toEqual([colleague.id, editor.id].sort())
    expect((await colleague.call('me', {})).workspaces.map((row) => row.id)).toEqual([school.id])
    const { lines } = await ada.call('audit.list', { workspaceId: school.id })
    expect(lines.filter(({ action }) => action === 'group.removed')).toMatchObject([
      { actor: null, group: { id: inner.id, name: null }, details: { members: 3, invitations: 1 } },
      { actor: null, group: { id: group.id, name: null }, details: { members: 1, invitations: 0 } },
    ])
  })
})

it('moved out of a private Group and back, a Group and all inside it can be Private again', async () => {
  const drafts = await rollcall.group(school, editor, { type: 'private' })
  const notes = await rollcall.group(school, editor, { type: 'private', parent: drafts })
  const page = await rollcall.group(school, editor, { type: 'private', parent: notes })
  await editor.call('groups.move', { groupId: notes.id, parentId: group.id })
  await editor.call('groups.move', { groupId: notes.id, parentId: drafts.id })
  for (const { id } of [notes, page]) {
    expect(await editor.call('groups.get', { groupId: id })).toMatchObject({ type: 'shared' })
    expect(await editor.call('groups.change', { groupId: id, type: 'private' })).toMatchObject({ type: 'private' })
  }
})

describe('a copy', () => {
  const copy = (at = group, by = editor) => by.call('groups.copy', { groupId: at.id, name: 'Spring term' })
  const inside = async (parent: Group) =>
    (await editor.call('groups.list', {})).groups.filter(({ parentId }) => parentId === parent.id)

  it('has the Groups inside, and nobody but the one who made it', async () => {
    await rollcall.joinGroup(group, await rollcall.person(), 'owner')
    await send()
    const lab = await rollcall.group(school, editor, { parent: group, name: 'Lab A' })
    await rollcall.group(school, editor, { parent: lab, name: 'Desk 1' })
    const made = await copy()
    expect(made).toMatchObject({ name: 'Spring term', type: 'private', parentId: null, members: 1, pending: 0 })
    expect(made.id).not.toBe(group.id)
    const [labs] = [await inside(made)]
    expect(labs.map(({ name, members }) => [name, members])).toEqual([['Lab A', 1]])
    expect((await inside(labs[0] ?? made)).map(({ name }) => name)).toEqual(['Desk 1'])
  })

  it('keeps the reminders, and a last day that is still to come, of each', async () => {
    const lab = await rollcall.group(school, editor, { parent: group, name: 'Lab A' })
    await editor.call('groups.change', { groupId: group.id, remindDays: 7, termEndsOn: '2020-06-30' })
    await editor.call('groups.change', { groupId: lab.id, remindDays: 14, termEndsOn: '2999-12-18' })
    const made = await copy()
    expect(await editor.call('groups.times', { groupId: made.id })).toMatchObject({ remindDays: 7, termEndsOn: null })
    const [inner] = await inside(made)
    const times = await editor.call('groups.times', { groupId: inner?.id ?? '' })
    expect(times).toMatchObject({ remindDays: 14, termEndsOn: '2999-12-18' })
  })

  it('of an archived Group is open', async () => {
    await rollcall.group(school, editor, { parent: group, name: 'Lab A' })
    await act('groups.archive')
    const made = await copy()
    expect(made).not.toHaveProperty('archivedAt')
    expect(await inside(made)).toHaveLength(1)
  })

  it('leaves out what was archived before the Group itself, with what is inside; what closed with the Group comes along', async () => {
    const [over, lab] = [
      await rollcall.group(school, editor, { parent: group, name: 'Over' }),
      await rollcall.group(school, editor, { parent: group, name: 'Lab A' }),
    ]
    await rollcall.group(school, editor, { parent: over, name: 'Desk of it' })
    const desk = await rollcall.group(school, editor, { parent: lab, name: 'Desk 1' })
    await act('groups.archive', over)
    const names = async (of: Group) => {
      const within = await inside(of)
      const deeper = await Promise.all(within.map(inside))
      return [within, ...deeper].map((some) => some.map(({ name }) => name))
    }
    expect(await names(await copy())).toEqual([['Lab A'], ['Desk 1']])
    await act('groups.archive')
    await act('groups.archive', desk)
    expect(await names(await copy())).toEqual([['Lab A'], ['Desk 1']])
    // Asked for by itself it is what is wanted.
    await act('groups.unarchive')
    expect(await names(await copy(over))).toEqual([['Desk of it'], []])
  })

  it('stands beside the original, and leaves out what is not the caller’s', async () => {
    const lab = await rollcall.group(school, editor, { parent: group })
    const hidden = await rollcall.group(school, ada, { parent: lab })
    await rollcall.joinGroup(hidden, editor, 'member')
    const made = await copy(lab)
    expect(made).toMatchObject({ parentId: group.id, type: 'shared' })
    expect(await inside(made)).toEqual([])
  })

  it('is for those who make Groups, there', async () => {
    const owner = await rollcall.person()
    await rollcall.joinGroup(group, owner, 'owner')
    expect(await refusal(copy(group, owner))).toBe('notAllowed')
    // The Group around it is not theirs to see; what they asked about is.
    const lab = await rollcall.group(school, ada, { parent: group })
    const colleague = await rollcall.person()
    await rollcall.joinWorkspace(school, colleague, 'editor')
    await rollcall.joinGroup(lab, colleague, 'owner')
    expect(await refusal(copy(lab, colleague))).toBe('notAllowed')
  })
})

it('everything that is done to a Group is written down, without its name', async () => {
  const other = await rollcall.group(school, editor)
  await change({ name: 'Confidential' })
  await editor.call('groups.move', { groupId: group.id, parentId: other.id })
  await editor.call('groups.copy', { groupId: group.id, name: 'Confidential too' })
  await act('groups.archive')
  await act('groups.unarchive')
  await remove()
  await act('groups.restore')
  const { lines } = await ada.call('audit.list', { workspaceId: school.id, groupId: group.id })
  expect(lines.map(({ action }) => action).reverse()).toEqual([
    'groups.change',
    'groups.move',
    'groups.copy',
    'groups.archive',
    'groups.unarchive',
    'groups.delete',
    'groups.restore',
  ])
  expect(JSON.stringify(lines.map(({ details }) => details))).not.toContain('Confidential')
})
