import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { GroupRole } from '../../lib/contract/index.ts'
import { acceptInvitation } from '../../server/actions/acceptInvitation.ts'
import { joinByLink } from '../../server/actions/joinByLink.ts'
import { newSend } from '../helpers/newSend.ts'
import { type Caller, refusal, startService, type TestService } from '../helpers/service.ts'

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

const invite = async (email: string, role: GroupRole = 'member', into = group) => {
  await ada.call('invitations.send', newSend(into, [{ email, role, name: 'Sam Student' }]))
  return await rollcall.db
    .selectFrom('invitations')
    .select('id')
    .where('email', '=', email)
    .where('group_id', '=', into.id)
    .where('state', '=', 'pending')
    .executeTakeFirstOrThrow()
}
const accept = (invitation: { id: string }, person: Caller) =>
  rollcall.db.transaction().execute((tx) => acceptInvitation(tx, invitation, person))
const join = ({ id }: { id: string }, person: Caller) =>
  rollcall.db.transaction().execute((tx) => joinByLink(tx, { id, generation: 1 }, person, rollcall.service.secrets))
const roleOf = async (person: Caller, where = group) =>
  (await person.call('groups.get', { groupId: where.id }).catch(() => ({ role: null }))).role
const row = async (person: Caller) =>
  (await ada.call('members.list', { groupId: group.id, state: 'accepted', search: person.email })).rows[0]

describe('accepting an invitation', () => {
  it('makes the person Member of the Workspace and gives the role in the Group', async () => {
    const sam = await rollcall.person()
    const invitation = await invite(sam.email, 'facilitator')
    expect(await accept(invitation, sam)).toBe(true)
    expect(await roleOf(sam)).toBe('facilitator')
    expect((await sam.call('me', {})).workspaces).toMatchObject([{ id: school.id, role: 'member' }])
    expect(await row(sam)).toMatchObject({ origin: 'roster', state: 'accepted', role: 'facilitator' })
    expect((await ada.call('members.list', { groupId: group.id, state: 'pending' })).rows).toEqual([])
  })

  it('twice, or ten times at once, is once', async () => {
    const sam = await rollcall.person()
    const invitation = await invite(sam.email)
    const answers = await Promise.all(Array.from({ length: 10 }, () => accept(invitation, sam)))
    expect(answers).toEqual(Array(10).fill(true))
    expect((await ada.call('groups.get', { groupId: group.id })).members).toBe(2)
  })

  it('is for the invited address alone', async () => {
    const invitation = await invite(`sam.${randomUUID()}@example.edu`)
    const kim = await rollcall.person()
    expect(await accept(invitation, kim)).toBe(false)
    expect(await roleOf(kim)).toBe(null)
  })

  it.each(['revoked', 'expired', 'overdue', 'deleted', 'archived', 'inside'] as const)(
    'that is %s lets nobody in',
    async (how) => {
      const sam = await rollcall.person()
      const { id } = await invite(sam.email)
      const past = new Date(Date.now() - 1000)
      const around = await rollcall.group(school, ada)
      if (how === 'deleted' || how === 'archived' || how === 'inside') {
        const [column, closed] =
          how === 'archived' ? ['archived_at', group] : ['deleted_at', how === 'inside' ? around : group]
        await rollcall.db.updateTable('groups').set({ parent_id: around.id }).where('id', '=', group.id).execute()
        await rollcall.db
          .updateTable('groups')
          .set({ [column as 'deleted_at']: past })
          .where('id', '=', closed.id)
          .execute()
      } else
        await rollcall.db
          .updateTable('invitations')
          .set(how === 'overdue' ? { expires_at: past } : { state: how })
          .where('id', '=', id)
          .execute()
      expect(await accept({ id }, sam)).toBe(false)
      expect((await sam.call('me', {})).workspaces).toEqual([])
    },
  )

  it('does not lower the role of somebody who came in by another way meanwhile', async () => {
    const sam = await rollcall.person()
    const inner = await rollcall.group(school, ada, { parent: group })
    const invitation = await invite(sam.email, 'member', inner)
    await rollcall.joinGroup(group, sam, 'owner')
    expect(await accept(invitation, sam)).toBe(true)
    expect(await roleOf(sam, inner)).toBe('owner')
  })

  it('gives its role in a Group shared with everyone', async () => {
    const hall = await rollcall.group(school, ada, { type: 'workspace' })
    const sam = await rollcall.person()
    await accept(await invite(sam.email, 'facilitator', hall), sam)
    expect(await roleOf(sam, hall)).toBe('facilitator')
  })

  it('keeps a higher role in the Workspace', async () => {
    const sam = await rollcall.person()
    const invitation = await invite(sam.email)
    await rollcall.joinWorkspace(school, sam, 'editor')
    await accept(invitation, sam)
    expect((await sam.call('me', {})).workspaces[0]?.role).toBe('editor')
  })
})

describe('a link for anyone', () => {
  it('lets in whoever is signed in, as Member, and counts them once', async () => {
    const link = await ada.call('links.create', { groupId: group.id, access: 'anyone', role: 'member' })
    const sam = await rollcall.person()
    expect(await Promise.all([join(link, sam), join(link, sam), join(link, sam)])).toEqual(Array(3).fill('joined'))
    expect(await roleOf(sam)).toBe('member')
    expect(await row(sam)).toMatchObject({ origin: 'link' })
    expect((await ada.call('links.list', { groupId: group.id })).links[0]?.uses).toBe(1)
  })

  it('leaves the role of somebody who is in already', async () => {
    const link = await ada.call('links.create', { groupId: group.id, access: 'anyone', role: 'member' })
    expect(await join(link, ada)).toBe('joined')
    expect(await roleOf(ada)).toBe('owner')
    expect((await ada.call('links.list', { groupId: group.id })).links[0]?.uses).toBe(0)
  })

  it('is an acceptance for somebody who is invited, with the role of the invitation', async () => {
    const link = await ada.call('links.create', { groupId: group.id, access: 'anyone', role: 'member' })
    const sam = await rollcall.person()
    await invite(sam.email, 'facilitator')
    await join(link, sam)
    expect(await roleOf(sam)).toBe('facilitator')
    expect((await ada.call('groups.get', { groupId: group.id })).pending).toBe(0)
  })

  it('makes a Private Group Shared', async () => {
    const draft = await rollcall.group(school, ada, { type: 'private' })
    const link = await ada.call('links.create', { groupId: draft.id, access: 'anyone', role: 'member' })
    await join(link, await rollcall.person())
    expect((await ada.call('groups.get', { groupId: draft.id })).type).toBe('shared')
  })

  it('lets nobody in once it is revoked, or its Group is deleted', async () => {
    const link = await ada.call('links.create', { groupId: group.id, access: 'anyone', role: 'member' })
    await ada.call('links.revoke', { groupId: group.id, linkId: link.id })
    const sam = await rollcall.person()
    expect(await join(link, sam)).toBe('revoked')
    const other = await ada.call('links.create', { groupId: group.id, access: 'anyone', role: 'member' })
    await rollcall.db.updateTable('groups').set({ deleted_at: new Date() }).where('id', '=', group.id).execute()
    expect(await join(other, sam)).toBe('gone')
    expect(await join({ id: randomUUID() }, sam)).toBe('revoked')
  })
})

describe('a restricted link', () => {
  const restricted = () => ada.call('links.create', { groupId: group.id, access: 'restricted', role: 'facilitator' })

  it('lets in who is in the Workspace, with the role of the link', async () => {
    const sam = await rollcall.person()
    await rollcall.joinWorkspace(school, sam)
    expect(await join(await restricted(), sam)).toBe('joined')
    expect(await roleOf(sam)).toBe('facilitator')
  })

  it('lets in who was invited anywhere in the Workspace, and accepts that', async () => {
    const elsewhere = await rollcall.group(school, ada)
    const sam = await rollcall.person()
    await invite(sam.email, 'member', elsewhere)
    expect(await join(await restricted(), sam)).toBe('joined')
    expect(await roleOf(sam)).toBe('facilitator')
    expect(await roleOf(sam, elsewhere)).toBe('member')
  })

  it('lets nobody else in', async () => {
    const sam = await rollcall.person()
    const past = await invite(sam.email)
    await rollcall.db
      .updateTable('invitations')
      .set({ expires_at: new Date(Date.now() - 1000) })
      .where('id', '=', past.id)
      .execute()
    expect(await join(await restricted(), sam)).toBe('notInvited')
    expect(await roleOf(sam)).toBe(null)
    expect((await sam.call('me', {})).workspaces).toEqual([])
  })
})

describe('links', () => {
  it('there is one live link per access and role, however often it is asked for', async () => {
    const ask = () => ada.call('links.create', { groupId: group.id, access: 'anyone', role: 'member' })
    const links = await Promise.all([ask(), ask(), ask()])
    expect(new Set(links.map(({ url }) => url)).size).toBe(1)
    await ada.call('links.create', { groupId: group.id, access: 'restricted', role: 'member' })
    expect((await ada.call('links.list', { groupId: group.id })).links).toHaveLength(2)
  })

  it('begin with the public address and cannot be made up', async () => {
    const link = await ada.call('links.create', { groupId: group.id, access: 'anyone', role: 'member' })
    const token = link.url.replace(`${rollcall.url}/join/`, '')
    expect(token).toMatch(/^[\w-]{64}$/)
    expect(rollcall.service.secrets.readToken('link', token)).toMatchObject({ id: link.id })
    const other = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A')
    expect(rollcall.service.secrets.readToken('link', other)?.isOf(1)).toBe(false)
  })

  it('for anyone give no more than Member', async () => {
    for (const role of ['owner', 'facilitator'] as const)
      expect(await refusal(ada.call('links.create', { groupId: group.id, access: 'anyone', role }))).toBe('notAllowed')
  })

  it('for anyone that came to give more than the Workspace allows let nobody in, however they came to', async () => {
    const sam = await rollcall.person()
    const given = { group_id: group.id, access: 'anyone', role: 'facilitator', created_by: ada.id } as const
    const link = await rollcall.db.insertInto('share_links').values(given).returning('id').executeTakeFirstOrThrow()
    expect([await join(link, sam), await roleOf(sam)]).toEqual(['revoked', null])
    const allow = (anyone_role: GroupRole) =>
      rollcall.db.updateTable('workspaces').set({ anyone_role }).where('id', '=', school.id).execute()
    await allow('facilitator')
    expect([await join(link, sam), await roleOf(sam)]).toEqual(['joined', 'facilitator'])
    await allow('member')
  })

  it('are revoked once, and only in their own Group; a new one has another address', async () => {
    const ask = () => ada.call('links.create', { groupId: group.id, access: 'anyone', role: 'member' })
    const link = await ask()
    const other = await rollcall.group(school, ada)
    expect(await refusal(ada.call('links.revoke', { groupId: other.id, linkId: link.id }))).toBe('notFound')
    await ada.call('links.revoke', { groupId: group.id, linkId: link.id })
    expect(await refusal(ada.call('links.revoke', { groupId: group.id, linkId: link.id }))).toBe('notFound')
    expect((await ada.call('links.list', { groupId: group.id })).links).toEqual([])
    expect((await ask()).url).not.toBe(link.url)
  })
})
