import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { GroupRole, WorkspaceRole } from '../../lib/contract/index.ts'
import { listen } from '../helpers/listen.ts'
import { type Caller, refusal, startService, type TestService } from '../helpers/service.ts'

/** Invitations that wait for somebody who is signed in: seen, accepted and declined without their mails. */
let rollcall: TestService
let ada: Caller
let sam: Caller
let school: { id: string; name: string }
let group: { id: string; name: string }
beforeAll(async () => {
  rollcall = await startService()
  ada = await rollcall.person('ada@example.edu', 'Ada Instructor')
})
beforeEach(async () => {
  school = await rollcall.workspace(ada)
  group = await rollcall.group(school, ada)
  sam = await rollcall.person()
})
afterAll(() => rollcall.stop())

const batch = () => ({ key: randomUUID(), batch: randomUUID(), origin: 'roster' as const })
const invite = async (email = sam.email, role: GroupRole = 'member', groupId = group.id) => {
  const request = batch()
  await ada.call('invitations.send', { groupId, ...request, people: [{ email, role }] })
  const { rows } = await ada.call('members.list', { groupId, state: 'pending', search: email })
  return { id: rows[0]?.id ?? '', batch: request.batch }
}
const inviteIntoSchool = async (email = sam.email, role: WorkspaceRole = 'member') => {
  await ada.call('workspacePeople.invite', { workspaceId: school.id, people: [{ email, role }] })
  const { rows } = await ada.call('workspacePeople.invited', { workspaceId: school.id })
  return { id: rows.find((row) => row.email === email)?.id ?? '' }
}
const waiting = async (person = sam) => (await person.call('me.invitations', {})).invitations
const accept = (id: string, person = sam) => person.call('me.accept', { invitationId: id })
const decline = (id: string, person = sam) => person.call('me.decline', { invitationId: id })
const groupsOf = async (person = sam) =>
  (await person.call('groups.list', {})).groups.map(({ id, role }) => ({ id, role }))
const schoolRole = async (person = sam) =>
  (await person.call('me', {})).workspaces.find(({ id }) => id === school.id)?.role ?? null
const stateOf = async (email: string) => {
  const states = ['accepted', 'pending', 'declined', 'revoked', 'expired'] as const
  const lists = states.map((state) => ada.call('members.list', { groupId: group.id, state, search: email }))
  return (await Promise.all(lists)).flatMap(({ rows }) => rows.map(({ state }) => state))
}
const hold = (seconds: number) => ada.call('workspaces.change', { workspaceId: school.id, holdSeconds: seconds })
/** As if the time of holding were over. */
const release = (email: string) =>
  rollcall.db
    .updateTable('outbox')
    .set({ due_at: new Date(Date.now() - 1000) })
    .where('email', '=', email)
    .execute()

describe('what waits for somebody', () => {
  it('is said with its Group and Workspace, role, inviter, and until when, newest first', async () => {
    const [first, second] = [await invite(sam.email, 'facilitator'), await inviteIntoSchool(sam.email, 'editor')]
    const iso = expect.stringMatching(/^\d{4}-.*Z$/)
    const rest = {
      workspace: school.name,
      inviter: { email: 'ada@example.edu', name: 'Ada Instructor' },
      since: iso,
      expiresAt: iso,
    }
    expect(await waiting()).toEqual([
      { id: second.id, group: null, role: 'editor', ...rest },
      { id: first.id, group: group.name, role: 'facilitator', ...rest },
    ])
  })

  it('is for the address of this account alone, also where one person has two', async () => {
    const other = await rollcall.person()
    const { id } = await invite(other.email)
    expect(await waiting()).toEqual([])
    for (const answer of [accept, decline]) expect(await refusal(answer(id))).toBe('notFound')
    expect(await stateOf(other.email)).toEqual(['pending'])
    // An address that was proved once, for another invitation, is not theirs for good.
    await rollcall.db
      .updateTable('invitations')
      .set({ state: 'accepted', accepted_by: sam.id, alias: true, ended_at: new Date() })
      .where('id', '=', id)
      .execute()
    const next = await invite(other.email, 'member', (await rollcall.group(school, ada)).id)
    expect(await waiting()).toEqual([])
    expect(await refusal(accept(next.id))).toBe('notFound')
    expect(await waiting(other)).toHaveLength(1)
  })

  const past = new Date(Date.now() - 1000)
  const inGroup = (values: { archived_at: Date } | { deleted_at: Date }) => () =>
    rollcall.db.updateTable('groups').set(values).where('id', '=', group.id).execute()
  const ends: [what: string, end: (id: string) => Promise<unknown>][] = [
    ['was taken back', (id) => ada.call('invitations.revoke', { groupId: group.id, ids: [id] })],
    [
      'ran out',
      (id) => rollcall.db.updateTable('invitations').set({ expires_at: past }).where('id', '=', id).execute(),
    ],
    [
      'was accepted by another account',
      async (id) => {
        const change = { state: 'accepted', accepted_by: ada.id, alias: true, ended_at: past } as const
        await rollcall.db.updateTable('invitations').set(change).where('id', '=', id).execute()
      },
    ],
    ['leads to an archived Group', inGroup({ archived_at: past })],
    ['leads to a deleted Group', inGroup({ deleted_at: past })],
    [
      'leads into a deleted Group around it',
      async () => {
        const around = await rollcall.group(school, ada)
        await ada.call('groups.move', { groupId: group.id, parentId: around.id })
        await ada.call('groups.delete', { groupId: around.id })
      },
    ],
    ['leads to a Group that was emptied', () => ada.call('groups.purge', { groupId: group.id, confirm: group.name })],
    [
      'is of a deleted Workspace',
      () => ada.call('workspaces.delete', { workspaceId: school.id, confirm: school.name }),
    ],
  ]
  it.each(ends)('is not there where it %s, to see or to answer', async (_, end) => {
    const { id } = await invite()
    expect(await waiting()).toHaveLength(1)
    await end(id)
    expect(await waiting()).toEqual([])
    for (const answer of [accept, decline]) expect(await refusal(answer(id))).toBe('notFound')
    expect(await groupsOf()).toEqual([])
  })

  const schoolEnds: [what: string, end: (id: string) => Promise<unknown>][] = [
    ['was taken back', (id) => ada.call('workspacePeople.uninvite', { workspaceId: school.id, invitationId: id })],
    [
      'ran out',
      (id) => rollcall.db.updateTable('workspace_invitations').set({ expires_at: past }).where('id', '=', id).execute(),
    ],
    ['is of a deleted one', () => ada.call('workspaces.delete', { workspaceId: school.id, confirm: school.name })],
  ]
  it.each(schoolEnds)('into a Workspace is not there where it %s', async (_, end) => {
    const { id } = await inviteIntoSchool()
    expect(await waiting()).toHaveLength(1)
    await end(id)
    expect(await waiting()).toEqual([])
    for (const answer of [accept, decline]) expect(await refusal(answer(id))).toBe('notFound')
    expect(await schoolRole()).toBe(null)
  })

  it('is not there while its mail is held, is when it has left, and never was where that was undone', async () => {
    await hold(600)
    const [held, undone] = [await invite(), await rollcall.person()]
    const { batch: last } = await invite(undone.email)
    const toSchool = await inviteIntoSchool()
    expect([await waiting(), await waiting(undone)]).toEqual([[], []])
    for (const { id } of [held, toSchool])
      for (const answer of [accept, decline]) expect(await refusal(answer(id))).toBe('notFound')
    await ada.call('invitations.undo', { groupId: group.id, batch: last })
    for (const { email } of [sam, undone]) await release(email)
    expect([(await waiting()).map(({ id }) => id).toSorted(), await waiting(undone)]).toEqual([
      [held.id, toSchool.id].toSorted(),
      [],
    ])
  })
})

describe('accepting it', () => {
  it('gives the role in the Group, which is in their list at once, and is seen by whoever invited', async () => {
    const { id } = await invite(sam.email, 'facilitator')
    expect(await accept(id)).toEqual({ groupId: group.id })
    expect(await groupsOf()).toEqual([{ id: group.id, role: 'facilitator' }])
    expect([await waiting(), await schoolRole()]).toEqual([[], 'member'])
    expect(await stateOf(sam.email)).toEqual(['accepted'])
    const { lines } = await ada.call('audit.list', { workspaceId: school.id, limit: 1 })
    expect(lines).toMatchObject([
      { action: 'invitation.accepted', actor: { id: sam.id }, subjectId: id, details: { role: 'facilitator' } },
    ])
  })

  it('gives the role in the Workspace', async () => {
    const { id } = await inviteIntoSchool(sam.email, 'editor')
    expect(await accept(id)).toEqual({ groupId: null })
    expect([await waiting(), await schoolRole()]).toEqual([[], 'editor'])
    expect((await ada.call('workspacePeople.invited', { workspaceId: school.id })).rows).toEqual([])
  })

  it('is done once, however often and however quickly it is pressed', async () => {
    const ids = [(await invite()).id, (await inviteIntoSchool()).id]
    for (const id of ids) {
      const answers = await Promise.all(Array.from({ length: 5 }, () => accept(id)))
      expect(new Set(answers.map(({ groupId }) => groupId)).size).toBe(1)
    }
    const { lines } = await ada.call('audit.list', { workspaceId: school.id })
    expect(lines.filter(({ action }) => action === 'invitation.accepted')).toHaveLength(2)
    // What one has answered cannot be answered otherwise.
    for (const id of ids) expect(await refusal(decline(id))).toBe('notFound')
    expect(await groupsOf()).toHaveLength(1)
  })

  it('lowers no role', async () => {
    const { id } = await invite()
    await rollcall.joinGroup(group, sam, 'owner')
    await accept(id)
    expect(await groupsOf()).toEqual([{ id: group.id, role: 'owner' }])
  })
})

describe('declining it', () => {
  it('shows whoever invited that they declined, and who it was in the audit', async () => {
    const { id } = await invite()
    expect(await decline(id)).toEqual({})
    expect([await waiting(), await groupsOf(), await schoolRole()]).toEqual([[], [], null])
    expect(await stateOf(sam.email)).toEqual(['declined'])
    const { lines } = await ada.call('audit.list', { workspaceId: school.id, limit: 1 })
    expect(lines).toMatchObject([{ action: 'invitation.declined', actor: { id: sam.id }, subjectId: id }])
    for (const answer of [accept, decline]) expect(await refusal(answer(id))).toBe('notFound')
    // They can be invited again.
    await invite()
    expect(await waiting()).toHaveLength(1)
  })

  it('ends an invitation into a Workspace', async () => {
    const { id } = await inviteIntoSchool()
    await decline(id)
    expect([await waiting(), await schoolRole()]).toEqual([[], null])
    expect((await ada.call('workspacePeople.invited', { workspaceId: school.id })).rows).toEqual([])
    const { lines } = await ada.call('audit.list', { workspaceId: school.id, limit: 1 })
    expect(lines).toMatchObject([{ action: 'invitation.declined', actor: { id: sam.id }, subjectId: id }])
  })
})

describe('an open page', () => {
  let ending: AbortController
  beforeEach(() => {
    ending = new AbortController()
  })
  afterEach(() => ending.abort())

  it('of who is invited is told that something waits, and that it does no more', async () => {
    const { next } = await listen(rollcall.url, sam.token, ending.signal)
    const { id } = await invite()
    expect(await next('changed')).toBe(JSON.stringify({ groupIds: [] }))
    expect(await waiting()).toHaveLength(1)
    await ada.call('invitations.revoke', { groupId: group.id, ids: [id] })
    expect(await next('changed')).toBe(JSON.stringify({ groupIds: [] }))
    expect(await waiting()).toEqual([])
    await accept((await invite()).id)
    expect(await next('changed')).toContain(group.id)
  })

  it('of who is invited is told once the held mail has left', async () => {
    await hold(600)
    const { next } = await listen(rollcall.url, sam.token, ending.signal)
    const { id } = await invite()
    await release(sam.email)
    // Nothing is written down when a mail leaves: whatever else happens on the service is enough to look.
    await ada.call('groups.change', { groupId: group.id, name: 'Botany' })
    expect(await next('changed')).toBe(JSON.stringify({ groupIds: [] }))
    expect(await waiting()).toMatchObject([{ id, group: 'Botany' }])
  })

  it.each([
    ['accepted', accept],
    ['declined', decline],
  ] as const)('of who invited is told that they %s', async (state, answer) => {
    const { id } = await invite()
    const { next } = await listen(rollcall.url, ada.token, ending.signal)
    await answer(id)
    expect(await next('changed')).toContain(group.id)
    expect(await stateOf(sam.email)).toEqual([state])
  })
})
