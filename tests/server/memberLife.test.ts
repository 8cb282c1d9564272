import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CallInput, GroupRole } from '../../lib/contract/index.ts'
import { type Caller, refusal, startService, type TestService } from '../helpers/service.ts'

let rollcall: TestService
let ada: Caller
let school: { id: string }
let group: { id: string; name: string }

beforeAll(async () => {
  rollcall = await startService()
  ada = await rollcall.person('ada@example.edu', 'Ada Instructor')
  school = await rollcall.workspace(ada)
})
beforeEach(async () => {
  group = await rollcall.group(school, ada)
})
afterAll(() => rollcall.stop())

const join = async (role: GroupRole, into = group) => {
  const person = await rollcall.person()
  await rollcall.joinGroup(into, person, role)
  return person
}
const setRole = async (ids: string[], role: GroupRole, where = group, by = ada) =>
  (await by.call('members.setRole', { groupId: where.id, ids, role })).outcomes.map(({ outcome }) => outcome)
const remove = async (ids: string[], where = group, by = ada) =>
  (await by.call('members.remove', { groupId: where.id, ids })).outcomes.map(({ outcome }) => outcome)
const restore = async (ids: string[], where = group) =>
  (await ada.call('members.restore', { groupId: where.id, ids })).outcomes.map(({ outcome }) => outcome)
const history = async (personId: string) =>
  (await ada.call('members.history', { groupId: group.id, personId })).events.map(({ what, role, by }) => [
    what,
    role,
    by?.email ?? null,
  ])
const list = async (query: Partial<CallInput<'members.list'>> = {}) =>
  await ada.call('members.list', { groupId: group.id, state: 'accepted', ...query })
const emails = async (query: Partial<CallInput<'members.list'>> = {}) =>
  (await list(query)).rows.map(({ email }) => email)

describe('roles', () => {
  it('are given to several at once, each with its outcome', async () => {
    const [sam, kim] = [await join('member'), await join('facilitator')]
    const stranger = await rollcall.person()
    expect(await setRole([sam.id, stranger.id, kim.id, sam.id], 'facilitator')).toEqual([
      'changed',
      'notHere',
      'same',
      'changed',
    ])
    expect(await history(sam.id)).toEqual([
      ['joined', 'member', null],
      ['role', 'facilitator', ada.email],
    ])
  })

  it('stay with the last Owner, and do not with the last but one', async () => {
    const bo = await join('owner')
    expect(await setRole([ada.id, bo.id], 'member')).toEqual(['changed', 'lastOwner'])
    expect((await list({ role: 'owner' })).rows.map(({ id }) => id)).toEqual([bo.id])
  })

  it('of two Owners who demote each other at once: one stays', async () => {
    for (let round = 0; round < 5; round++) {
      const lab = await rollcall.group(school, await rollcall.person())
      const [bo, cy] = [await join('owner', lab), await join('owner', lab)]
      const [creator] = (await ada.call('members.list', { groupId: lab.id, state: 'accepted' })).rows.filter(
        ({ id }) => id !== bo.id && id !== cy.id,
      )
      await remove([creator?.id ?? ''], lab, bo)
      await Promise.allSettled([
        bo.call('members.setRole', { groupId: lab.id, ids: [cy.id], role: 'member' }),
        cy.call('members.setRole', { groupId: lab.id, ids: [bo.id], role: 'member' }),
        bo.call('members.leave', { groupId: lab.id }),
        cy.call('members.leave', { groupId: lab.id }),
      ])
      expect((await ada.call('members.list', { groupId: lab.id, state: 'accepted', role: 'owner' })).total).toBe(1)
    }
  })

  it('in a Group inside another are their own from then on', async () => {
    const lab = await rollcall.group(school, ada, { parent: group })
    const sam = await join('facilitator')
    expect(await setRole([sam.id], 'member', lab)).toEqual(['changed'])
    const { rows } = await ada.call('members.list', { groupId: lab.id, state: 'accepted', search: sam.email })
    expect(rows).toMatchObject([{ role: 'member', origin: 'manual' }])
    expect((await list({ search: sam.email })).rows).toMatchObject([{ role: 'facilitator' }])
  })

  it('of an Owner whom a Group inside has from here only stay', async () => {
    const bo = await join('owner')
    const lab = await rollcall.group(school, ada, { parent: group })
    await rollcall.db.deleteFrom('members').where('group_id', '=', lab.id).execute()
    await setRole([ada.id], 'member', lab)
    expect(await setRole([bo.id], 'member')).toEqual(['lastOwner'])
    expect(await remove([bo.id])).toEqual(['lastOwner'])
  })
})

describe('removing', () => {
  it('takes people out, one bad id stops no other, and the last Owner stays', async () => {
    const [sam, kim] = [await join('member'), await join('member')]
    expect(await remove([sam.id, randomUUID(), ada.id, kim.id])).toEqual(['removed', 'notHere', 'lastOwner', 'removed'])
    expect(await emails()).toEqual([ada.email])
    expect(await refusal(sam.call('groups.get', { groupId: group.id }))).toBe('notFound')
    expect((await list({ state: 'removed' })).rows.map(({ id, role, state }) => [id, role, state]).sort()).toEqual(
      [
        [sam.id, 'member', 'removed'],
        [kim.id, 'member', 'removed'],
      ].sort(),
    )
  })

  it('leaves who is in through the Group around it', async () => {
    const lab = await rollcall.group(school, ada, { parent: group })
    const sam = await join('member')
    expect(await remove([sam.id], lab)).toEqual(['inherited'])
    const { rows } = await ada.call('members.list', { groupId: lab.id, state: 'accepted', origin: 'inherited' })
    expect(rows).toMatchObject([{ id: sam.id, from: { id: group.id, name: group.name } }])
  })

  it('is taken back with role, origin, day and history', async () => {
    const sam = await join('member')
    await setRole([sam.id], 'facilitator')
    const [before] = (await list({ search: sam.email })).rows
    await remove([sam.id])
    expect(await restore([sam.id, sam.id, ada.id, randomUUID()])).toEqual(['restored', 'restored', 'member', 'notHere'])
    expect((await list({ search: sam.email })).rows).toEqual([before])
    expect(await emails({ state: 'removed' })).toEqual([])
    expect(await history(sam.id)).toEqual([
      ['joined', 'member', null],
      ['role', 'facilitator', ada.email],
      ['removed', 'facilitator', ada.email],
      ['restored', 'facilitator', ada.email],
    ])
    expect(await restore([sam.id])).toEqual(['member'])
  })

  it('is written into the audit, by whom and whom', async () => {
    const sam = await join('member')
    await remove([sam.id])
    const { lines } = await ada.call('audit.list', { workspaceId: school.id, groupId: group.id })
    expect(lines[0]).toMatchObject({ action: 'members.remove', actor: { id: ada.id }, subjectId: sam.id })
  })

  it('makes a Private Group Shared when somebody comes back', async () => {
    const own = await rollcall.group(school, ada, { type: 'private' })
    const sam = await join('member', own)
    await remove([sam.id], own)
    await restore([sam.id], own)
    expect((await ada.call('groups.get', { groupId: own.id })).type).toBe('shared')
  })
})

describe('leaving', () => {
  it('is for everybody with a membership of their own but the last Owner', async () => {
    const sam = await join('member')
    await sam.call('members.leave', { groupId: group.id })
    expect(await refusal(sam.call('groups.get', { groupId: group.id }))).toBe('notFound')
    expect(await history(sam.id)).toEqual([
      ['joined', 'member', null],
      ['left', 'member', sam.email],
    ])
    expect(await refusal(ada.call('members.leave', { groupId: group.id }))).toBe('lastOwner')
    const lab = await rollcall.group(school, ada, { parent: group })
    const kim = await join('member')
    expect(await refusal(kim.call('members.leave', { groupId: lab.id }))).toBe('inherited')
  })
})

it('the list is narrowed by role and origin and sorted, page by page', async () => {
  for (const role of ['member', 'facilitator', 'member', 'owner', 'member'] as const) await join(role)
  const everyPage = async (query: Partial<CallInput<'members.list'>>) => {
    const found: string[] = []
    for (let after: string | null | undefined; after !== null; ) {
      const page = await list({ ...query, limit: 2, ...(after && { after }) })
      found.push(...page.rows.map((row) => (query.sort === 'role' ? row.role : row.since)))
      after = page.next
    }
    return found
  }
  expect(await everyPage({ sort: 'role' })).toEqual(['owner', 'owner', 'facilitator', 'member', 'member', 'member'])
  const since = await everyPage({ sort: 'newest' })
  expect(since).toEqual([...since].sort().reverse())
  expect(since).toHaveLength(6)
  expect((await list({ role: 'member' })).total).toBe(3)
  expect((await list({ origin: 'roster' })).total).toBe(0)
})
