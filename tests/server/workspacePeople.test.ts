import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { WorkspaceRole } from '../../lib/contract/index.ts'
import { newSend } from '../helpers/newSend.ts'
import { type Caller, refusal, startService, type TestService } from '../helpers/service.ts'

let rollcall: TestService
let ada: Caller
let school: { id: string }

beforeAll(async () => {
  rollcall = await startService()
})
beforeEach(async () => {
  ada = await rollcall.person(undefined, 'Ada Instructor')
  school = await rollcall.workspace(ada)
})
afterAll(() => rollcall.stop())

const list = (query: { role?: WorkspaceRole; search?: string; limit?: number; after?: string } = {}) =>
  ada.call('workspacePeople.list', { workspaceId: school.id, ...query })
const change = (person: { id: string }, role: WorkspaceRole, by = ada) =>
  by.call('workspacePeople.change', { workspaceId: school.id, personId: person.id, role })
const remove = (person: { id: string }, by = ada) =>
  by.call('workspacePeople.remove', { workspaceId: school.id, personId: person.id })
const leave = (person: Caller) => person.call('workspaces.leave', { workspaceId: school.id })
const roleOf = async (person: Caller) =>
  (await person.call('me', {})).workspaces.find(({ id }) => id === school.id)?.role ?? null
const colleague = async (role: WorkspaceRole = 'member', name = '') => {
  const person = await rollcall.person(undefined, name)
  await rollcall.joinWorkspace(school, person, role)
  return person
}

describe('the people of a Workspace', () => {
  it('are listed by name, with their role and how many Groups list them', async () => {
    const sam = await colleague('member', 'Sam Student')
    const kim = await colleague('editor', 'kim Editor')
    const [one, two] = [await rollcall.group(school, kim), await rollcall.group(school, kim)]
    await rollcall.joinGroup(one, sam)
    await rollcall.db.updateTable('groups').set({ deleted_at: new Date() }).where('id', '=', two.id).execute()
    const { rows, total, next } = await list()
    expect(rows.map(({ id, name, role, groups }) => [id, name, role, groups])).toEqual([
      [ada.id, 'Ada Instructor', 'owner', 0],
      [kim.id, 'kim Editor', 'editor', 1],
      [sam.id, 'Sam Student', 'member', 1],
    ])
    expect({ total, next }).toEqual({ total: 3, next: null })
    expect(rows[0]).toMatchObject({ email: ada.email, origin: 'manual', since: expect.any(String) })
  })

  it('are found by name, address or role, and come a page at a time', async () => {
    for (let i = 0; i < 5; i += 1) await colleague('member', `Student ${i}`)
    await colleague('editor', '100%_Sure')
    expect((await list({ role: 'editor' })).rows.map(({ name }) => name)).toEqual(['100%_Sure'])
    expect((await list({ search: '0%_s' })).total).toBe(1)
    expect((await list({ search: ada.email.toUpperCase() })).rows.map(({ id }) => id)).toEqual([ada.id])
    const first = await list({ search: 'student', limit: 3 })
    const second = await list({ search: 'student', limit: 3, after: first.next ?? '' })
    expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual(
      [0, 1, 2, 3, 4].map((number) => `Student ${number}`),
    )
    expect([first.total, second.total, second.next]).toEqual([5, 5, null])
    expect(await refusal(list({ after: 'nonsense' }))).toBe('notUnderstood')
    // Whoever was after them is gone.
    const kim = await colleague('member', 'Only one')
    const last = await colleague('member', 'Only other')
    const { next } = await list({ search: 'only', limit: 1 })
    await remove(last)
    expect(await list({ search: 'only', after: next ?? '' })).toEqual({ rows: [], total: 1, next: null })
    expect((await list({ search: 'only' })).rows.map(({ id }) => id)).toEqual([kim.id])
  })
})

describe('a role in a Workspace', () => {
  it('is given and taken by Owners', async () => {
    const kim = await colleague()
    expect(await change(kim, 'editor')).toEqual({ role: 'editor' })
    await kim.call('groups.create', { workspaceId: school.id, name: 'Biology' })
    await change(kim, 'owner')
    expect(await roleOf(kim)).toBe('owner')
    await change(ada, 'member', kim)
    expect(await roleOf(ada)).toBe('member')
    expect(await refusal(change(kim, 'member', ada))).toBe('notAllowed')
  })

  it('of the last Owner stays', async () => {
    await colleague('editor')
    for (const role of ['editor', 'member'] as const) expect(await refusal(change(ada, role))).toBe('lastOwner')
    expect(await change(ada, 'owner')).toEqual({ role: 'owner' })
    expect(await refusal(remove(ada))).toBe('lastOwner')
    expect(await refusal(leave(ada))).toBe('lastOwner')
    expect(await roleOf(ada)).toBe('owner')
  })

  it('of one of two Owners who both go at once stays', async () => {
    const kim = await colleague('owner')
    const settle = (deed: Promise<unknown>) =>
      deed.then(
        () => 'done',
        (problem) => refusal(Promise.reject(problem)),
      )
    const answers = await Promise.all([settle(leave(ada)), settle(change(kim, 'member'))])
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1)
    const owners = await rollcall.db
      .selectFrom('workspace_members')
      .select('person_id')
      .where('workspace_id', '=', school.id)
      .where('role', '=', 'owner')
      .execute()
    expect(owners).toHaveLength(1)
  })

  it('is of somebody in it', async () => {
    const stranger = await rollcall.person()
    expect(await refusal(change(stranger, 'member'))).toBe('notFound')
    expect(await refusal(remove(stranger))).toBe('notFound')
  })
})

describe('somebody who is removed, or leaves', () => {
  it.each([
    ['removed', remove],
    ['leaving', leave],
  ] as const)('%s: is in none of its Groups any more, and not invited; other Workspaces stay', async (_how, go) => {
    const sam = await colleague()
    const group = await rollcall.group(school, ada)
    const other = await rollcall.group(school, ada)
    await rollcall.joinGroup(group, sam, 'facilitator')
    await rollcall.db
      .insertInto('invitations')
      .values({
        workspace_id: school.id,
        group_id: other.id,
        email: sam.email,
        role: 'member',
        origin: 'manual',
        invited_by: ada.id,
        expires_at: new Date(Date.now() + 86_400_000),
      })
      .execute()
    const elsewhere = await rollcall.workspace(ada, 'Southgate School')
    await rollcall.joinGroup(await rollcall.group(elsewhere, ada), sam)
    await go(sam)
    expect(await roleOf(sam)).toBe(null)
    expect((await sam.call('groups.list', {})).groups.map(({ workspaceId }) => workspaceId)).toEqual([elsewhere.id])
    expect((await ada.call('groups.get', { groupId: group.id })).members).toBe(1)
    expect((await ada.call('groups.get', { groupId: other.id })).pending).toBe(0)
    expect((await list()).rows.map(({ id }) => id)).toEqual([ada.id])
  })

  it.each([
    ['removed', remove],
    ['left', leave],
  ] as const)('is told of in the history of each Group: %s', async (what, go) => {
    const sam = await colleague()
    const group = await rollcall.group(school, ada)
    await rollcall.joinGroup(group, sam, 'facilitator')
    await go(sam)
    const { events } = await ada.call('members.history', { groupId: group.id, personId: sam.id })
    const by = what === 'left' ? sam.id : ada.id
    expect(events).toMatchObject([
      { what: 'joined', role: 'facilitator' },
      { what, role: 'facilitator', by: { id: by } },
    ])
    const { prospects } = await ada.call('invitations.forecast', {
      groupId: group.id,
      people: [{ email: sam.email, role: 'member' }],
    })
    expect(prospects[0]?.outcome).toBe('removed')
    await rollcall.joinWorkspace(school, sam)
    await ada.call('members.restore', { groupId: group.id, ids: [sam.id] })
    expect((await sam.call('groups.get', { groupId: group.id })).role).toBe('facilitator')
  })

  it('and is the only Owner of a Group with other people stays until somebody else is one', async () => {
    const kim = await colleague('editor')
    const group = await rollcall.group(school, kim)
    const student = await rollcall.person()
    await rollcall.joinGroup(group, student)
    const then = 'only Owner of a Group with other people. Make somebody else Owner there first.'
    await expect(remove(kim)).rejects.toMatchObject({ code: 'lastOwner', detail: `They are the ${then}` })
    await expect(leave(kim)).rejects.toMatchObject({ code: 'lastOwner', detail: `You are the ${then}` })
    expect(await roleOf(kim)).toBe('editor')
    await rollcall.db.updateTable('members').set({ role: 'owner' }).where('person_id', '=', student.id).execute()
    await leave(kim)
    expect(await roleOf(kim)).toBe(null)
  })

  it('leaves no Private Group behind that nobody can see', async () => {
    const kim = await colleague('editor')
    const [draft, inner, started] = [
      await rollcall.group(school, kim, { type: 'private' }),
      await rollcall.group(school, kim, { type: 'shared' }),
      await rollcall.group(school, kim),
    ]
    await remove(kim)
    const left = await rollcall.db
      .selectFrom('groups')
      .select('id')
      .where('workspace_id', '=', school.id)
      .where('deleted_at', 'is', null)
      .execute()
    expect(left.map(({ id }) => id).sort()).toEqual([inner.id, started.id].sort())
    expect((await ada.call('groups.get', { groupId: started.id })).role).toBe('owner')
    expect(left.map(({ id }) => id)).not.toContain(draft.id)
  })

  it('can be invited again', async () => {
    const sam = await colleague()
    const group = await rollcall.group(school, ada)
    await remove(sam)
    const { outcomes } = await ada.call(
      'invitations.send',
      newSend(group, [{ email: sam.email, role: 'member' }], 'manual'),
    )
    expect(outcomes[0]?.outcome).toBe('invited')
  })
})
