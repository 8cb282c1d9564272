import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { GroupRole, PersonToInvite } from '../../lib/contract/index.ts'
import { newSend } from '../helpers/newSend.ts'
import { type Caller, refusal, startService, type TestService } from '../helpers/service.ts'

let rollcall: TestService
let ada: Caller
let school: { id: string }
let biology: { id: string }

beforeAll(async () => {
  rollcall = await startService()
  ada = await rollcall.person('ada@example.edu', 'Ada Instructor')
  school = await rollcall.workspace(ada)
})
beforeEach(async () => {
  biology = await rollcall.group(school, ada)
})
afterAll(() => rollcall.stop())

const invitee = (email: string, role: GroupRole = 'member', name?: string): PersonToInvite => ({ email, role, name })

const order = (people: PersonToInvite[], group = biology) => newSend(group, people)

const send = (people: PersonToInvite[], by = ada, group = biology) => by.call('invitations.send', order(people, group))

const outcomes = async (people: PersonToInvite[]) => (await send(people)).outcomes.map(({ outcome }) => outcome)

const pending = async (group = biology) =>
  (await ada.call('members.list', { groupId: group.id, state: 'pending' })).rows.map(({ email, name, role }) => ({
    email,
    name,
    role,
  }))

const mails = (group = biology) =>
  rollcall.db.selectFrom('outbox').select(['email', 'kind']).where('group_id', '=', group.id).orderBy('email').execute()

describe('somebody new', () => {
  it('gets a Pending invitation with the role asked for, and one mail', async () => {
    const answer = await send([invitee('sam@example.edu', 'facilitator', 'Sam Student')])
    expect(answer.outcomes).toEqual([
      { email: 'sam@example.edu', outcome: 'invited', role: 'facilitator', since: expect.any(String) },
    ])
    expect(await pending()).toEqual([{ email: 'sam@example.edu', name: 'Sam Student', role: 'facilitator' }])
    expect(await mails()).toEqual([{ email: 'sam@example.edu', kind: 'invitation' }])
  })

  it('is Pending still when sent again, and gets no second mail', async () => {
    await send([invitee('sam@example.edu')])
    const again = await send([invitee('SAM@example.edu', 'owner')])
    expect(again.outcomes).toEqual([
      { email: 'sam@example.edu', outcome: 'pending', role: 'member', since: expect.any(String) },
    ])
    expect(await mails()).toHaveLength(1)
  })

  it('is invited again when the invitation has expired, or was taken back', async () => {
    await send([invitee('old@example.edu'), invitee('gone@example.edu')])
    await rollcall.db
      .updateTable('invitations')
      .set({ expires_at: new Date(Date.now() - 1000) })
      .where('group_id', '=', biology.id)
      .where('email', '=', 'old@example.edu')
      .execute()
    await rollcall.db
      .updateTable('invitations')
      .set({ state: 'revoked' })
      .where('group_id', '=', biology.id)
      .where('email', '=', 'gone@example.edu')
      .execute()
    expect(await pending()).toEqual([])
    expect(await outcomes([invitee('old@example.edu'), invitee('gone@example.edu')])).toEqual(['invited', 'invited'])
    const states = await rollcall.db
      .selectFrom('invitations')
      .select('state')
      .where('group_id', '=', biology.id)
      .orderBy('state')
      .execute()
    expect(states.map(({ state }) => state)).toEqual(['expired', 'pending', 'pending', 'revoked'])
  })
})

describe('somebody of the Workspace', () => {
  it('is a member at once and gets a notice', async () => {
    const bo = await rollcall.person()
    await rollcall.joinWorkspace(school, bo)
    const answer = await send([invitee(bo.email, 'facilitator')])
    expect(answer.outcomes[0]).toMatchObject({ outcome: 'added', role: 'facilitator' })
    expect(await mails()).toEqual([{ email: bo.email, kind: 'added' }])
    expect((await bo.call('groups.get', { groupId: biology.id })).role).toBe('facilitator')
  })

  it('with an account elsewhere is invited like anybody', async () => {
    const stranger = await rollcall.person()
    expect(await outcomes([invitee(stranger.email)])).toEqual(['invited'])
    expect(await refusal(stranger.call('groups.get', { groupId: biology.id }))).toBe('notFound')
  })

  it('who is a member keeps the role they have, higher or lower', async () => {
    const [member, owner, same] = [await rollcall.person(), await rollcall.person(), await rollcall.person()]
    await rollcall.joinGroup(biology, member, 'member')
    await rollcall.joinGroup(biology, owner, 'owner')
    await rollcall.joinGroup(biology, same, 'member')
    const answer = await send([
      invitee(member.email, 'owner'),
      invitee(owner.email, 'member'),
      invitee(same.email, 'member'),
    ])
    expect(answer.outcomes).toEqual([
      { email: member.email, outcome: 'roleDiffers', role: 'member', since: expect.any(String) },
      { email: owner.email, outcome: 'roleDiffers', role: 'owner', since: expect.any(String) },
      { email: same.email, outcome: 'member', role: 'member', since: expect.any(String) },
    ])
    expect((await member.call('groups.get', { groupId: biology.id })).role).toBe('member')
    expect(await mails()).toEqual([])
  })

  it('who is in it through the Group around it is a member already', async () => {
    const lab = await rollcall.group(school, ada, { name: 'Lab section A', parent: biology })
    const [student, assistant] = [await rollcall.person(), await rollcall.person()]
    await rollcall.joinGroup(biology, student, 'member')
    await rollcall.joinGroup(biology, assistant, 'facilitator')
    const answer = await send([invitee(student.email), invitee(assistant.email)], ada, lab)
    expect(answer.outcomes.map(({ outcome, role }) => [outcome, role])).toEqual([
      ['member', 'member'],
      ['roleDiffers', 'facilitator'],
    ])
  })

  it('is Member of a Group shared with everyone already', async () => {
    const hall = await rollcall.group(school, ada, { type: 'workspace' })
    const bo = await rollcall.person()
    await rollcall.joinWorkspace(school, bo)
    expect((await send([invitee(bo.email)], ada, hall)).outcomes[0]?.outcome).toBe('member')
  })
})

describe('one request', () => {
  it('answers each entry in its place; an unreadable one costs nobody else anything', async () => {
    const answer = await send([
      invitee('first@example.edu'),
      invitee('not an address'),
      invitee('a@b, evil@example.org'),
      invitee('"a@b"@example.edu'),
      invitee('victim@example.edu\r\nBcc: everyone@example.edu'),
      invitee('nul\u0000@example.edu'),
      invitee('half\ud800@example.edu'),
      invitee(''),
      invitee('  LAST@Example.EDU '),
    ])
    expect(answer.outcomes.map(({ email, outcome }) => [email, outcome])).toEqual([
      ['first@example.edu', 'invited'],
      ['not an address', 'invalid'],
      ['a@b, evil@example.org', 'invalid'],
      ['"a@b"@example.edu', 'invalid'],
      ['victim@example.edu\r\nBcc: everyone@example.edu', 'invalid'],
      ['nul\u0000@example.edu', 'invalid'],
      ['half\ud800@example.edu', 'invalid'],
      ['', 'invalid'],
      ['last@example.edu', 'invited'],
    ])
    expect((await mails()).map(({ email }) => email)).toEqual(['first@example.edu', 'last@example.edu'])
  })

  it('folds what it holds twice to one invitation; the first role counts', async () => {
    const answer = await send([
      invitee('Twice@example.edu', 'facilitator', 'Twice'),
      invitee('twice@EXAMPLE.edu', 'owner', 'Other'),
    ])
    expect(answer.outcomes[0]).toEqual(answer.outcomes[1])
    expect(await pending()).toEqual([{ email: 'twice@example.edu', name: 'Twice', role: 'facilitator' }])
    expect(await mails()).toHaveLength(1)
  })

  it('keeps hostile names as text, cut and without what cannot be seen', async () => {
    await send([
      invitee('img@example.edu', 'member', '<img src=x onerror=alert(1)>'),
      invitee('long@example.edu', 'member', 'n'.repeat(10_000)),
      invitee('bidi@example.edu', 'member', 'exe.\u202etxt\u0000\nsecond line'),
      invitee('sheet@example.edu', 'member', '=HYPERLINK("http://x")'),
    ])
    const names = Object.fromEntries((await pending()).map(({ email, name }) => [email, name]))
    expect(names).toEqual({
      'img@example.edu': '<img src=x onerror=alert(1)>',
      'long@example.edu': 'n'.repeat(120),
      'bidi@example.edu': 'exe.txt second line',
      'sheet@example.edu': '=HYPERLINK("http://x")',
    })
  })

  it('of more than 500 people, or of nobody, is not understood', async () => {
    const many = Array.from({ length: 501 }, (_, i) => invitee(`s${i}@example.edu`))
    expect(await refusal(send(many))).toBe('notUnderstood')
    expect(await refusal(send([]))).toBe('notUnderstood')
  })

  it('of 500 people with long names is taken', async () => {
    const people = Array.from({ length: 500 }, (_, i) => invitee(`s${i}@example.edu`, 'member', 'Ñ'.repeat(120)))
    const answer = await send(people)
    expect(answer.outcomes.every(({ outcome }) => outcome === 'invited')).toBe(true)
    expect(await mails()).toHaveLength(500)
  })

  it('over half a megabyte is too large', async () => {
    const people = Array.from({ length: 60 }, (_, i) => invitee(`s${i}@example.edu`, 'member', 'x'.repeat(10_000)))
    expect(await refusal(send(people))).toBe('tooLarge')
  })
})

describe('the ledger', () => {
  it('gives a repeated request its first answer, whatever has changed since', async () => {
    const request = order([invitee('sam@example.edu'), invitee('\u0000 odd')])
    const first = await ada.call('invitations.send', request)
    await ada.call('invitations.undo', { groupId: biology.id, batch: request.batch })
    expect(await ada.call('invitations.send', request)).toEqual(first)
    expect(await mails()).toHaveLength(1)
  })

  it('refuses a key that was used for something else', async () => {
    const request = order([invitee('sam@example.edu')])
    await ada.call('invitations.send', request)
    const other = await rollcall.group(school, ada)
    expect(await refusal(ada.call('invitations.send', { ...request, people: [invitee('x@example.edu')] }))).toBe(
      'keyReused',
    )
    expect(await refusal(ada.call('invitations.send', { ...request, batch: randomUUID() }))).toBe('keyReused')
    expect(await refusal(ada.call('invitations.send', { ...request, groupId: other.id }))).toBe('keyReused')
  })

  it('keeps the keys of different people apart', async () => {
    const bo = await rollcall.person()
    await rollcall.joinGroup(biology, bo, 'owner')
    const request = order([invitee('sam@example.edu')])
    await ada.call('invitations.send', request)
    const answer = await bo.call('invitations.send', { ...request, people: [invitee('kim@example.edu')] })
    expect(answer.outcomes[0]?.outcome).toBe('invited')
  })
})

describe('a Private Group', () => {
  it('is Shared as soon as somebody is invited, with the Groups inside it', async () => {
    const draft = await rollcall.group(school, ada, { type: 'private' })
    const inner = await rollcall.group(school, ada, { type: 'private', parent: draft })
    await send([invitee('not an address'), invitee(ada.email)], ada, draft)
    expect((await ada.call('groups.get', { groupId: draft.id })).type).toBe('private')
    await send([invitee('sam@example.edu')], ada, draft)
    expect((await ada.call('groups.get', { groupId: draft.id })).type).toBe('shared')
    expect((await ada.call('groups.get', { groupId: inner.id })).type).toBe('shared')
  })
})

describe('between looking and sending', () => {
  it('the Group may have been deleted', async () => {
    await rollcall.db.updateTable('groups').set({ deleted_at: new Date() }).where('id', '=', biology.id).execute()
    expect(await refusal(send([invitee('sam@example.edu')]))).toBe('notFound')
    expect(await mails()).toEqual([])
  })

  it('the role may have been lost', async () => {
    const bo = await rollcall.person()
    await rollcall.joinGroup(biology, bo, 'owner')
    expect((await send([invitee('one@example.edu')], bo)).outcomes[0]?.outcome).toBe('invited')
    await rollcall.db.updateTable('members').set({ role: 'facilitator' }).where('person_id', '=', bo.id).execute()
    expect(await refusal(send([invitee('two@example.edu')], bo))).toBe('notAllowed')
    await rollcall.db.deleteFrom('members').where('person_id', '=', bo.id).execute()
    expect(await refusal(send([invitee('two@example.edu')], bo))).toBe('notFound')
  })
})
