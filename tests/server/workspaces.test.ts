import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CallInput, WorkspaceSettings } from '../../lib/contract/index.ts'
import { newSend } from '../helpers/newSend.ts'
import { type Caller, refusal, startService, type TestService } from '../helpers/service.ts'

let rollcall: TestService
let ada: Caller
let school: { id: string; name: string }

beforeAll(async () => {
  rollcall = await startService({ env: { INVITATION_DAYS: '20', HOLD_SECONDS: '30' } })
  ada = await rollcall.person('ada@example.edu')
})
beforeEach(async () => {
  school = await rollcall.workspace(ada)
})
afterAll(() => rollcall.stop())

const change = (settings: Omit<CallInput<'workspaces.change'>, 'workspaceId'>, by = ada) =>
  by.call('workspaces.change', { workspaceId: school.id, ...settings })

const undecided = (name: string): WorkspaceSettings => ({
  name,
  emailDomains: [],
  anyoneRole: 'member',
  invitationDays: null,
  holdSeconds: null,
  mailsPerMinute: null,
  termEndsOn: null,
  atTermEnd: 'stay',
  language: null,
  usualRoles: null,
})

describe('the settings of a Workspace', () => {
  it('leave everything to the service until an Owner decides', async () => {
    expect(await ada.call('workspaces.settings', { workspaceId: school.id })).toEqual(undecided('Northgate School'))
  })

  it('change one by one, and back', async () => {
    await change({ emailDomains: [' School.EXAMPLE ', 'school.example', 'college.example'] })
    await change({ name: '  Northgate College ', invitationDays: 7 })
    const all = await change({
      holdSeconds: 0,
      mailsPerMinute: 60,
      termEndsOn: '2026-12-18',
      atTermEnd: 'archive',
      language: 'pt',
      usualRoles: { teacher: 'owner', ta: 'owner', student: 'facilitator' },
    })
    expect(all).toEqual({
      name: 'Northgate College',
      emailDomains: ['school.example', 'college.example'],
      anyoneRole: 'member',
      invitationDays: 7,
      holdSeconds: 0,
      mailsPerMinute: 60,
      termEndsOn: '2026-12-18',
      atTermEnd: 'archive',
      language: 'pt',
      usualRoles: { teacher: 'owner', ta: 'owner', student: 'facilitator' },
    })
    expect(await change({})).toEqual(all)
    expect(
      await change({
        emailDomains: [],
        invitationDays: null,
        holdSeconds: null,
        mailsPerMinute: null,
        termEndsOn: null,
        atTermEnd: 'stay',
        language: null,
        usualRoles: null,
      }),
    ).toEqual(undecided('Northgate College'))
  })

  it('tell everybody in it what roles become', async () => {
    const member = await rollcall.person()
    await rollcall.joinWorkspace(school, member)
    const told = async () => (await member.call('me', {})).workspaces[0]
    expect(await told()).not.toHaveProperty('usualRoles')
    const usualRoles = { teacher: 'facilitator', ta: 'facilitator', student: 'member' } as const
    await change({ usualRoles })
    expect(await told()).toMatchObject({ usualRoles })
  })

  it.each<Omit<CallInput<'workspaces.change'>, 'workspaceId'>>([
    { emailDomains: ['@school.example'] },
    { emailDomains: ['school'] },
    { emailDomains: ['school.example evil.example'] },
    { emailDomains: Array.from({ length: 51 }, (_, i) => `d${i}.example`) },
    { invitationDays: 0 },
    { invitationDays: 1.5 },
    { holdSeconds: 3601 },
    { language: 'xx' as 'en' },
    { mailsPerMinute: 0 },
    { termEndsOn: '2026-02-30' },
    { termEndsOn: 'soon' },
  ])('are not understood as %j', async (settings) => {
    expect(await refusal(change(settings))).toBe('notUnderstood')
    expect(await ada.call('workspaces.settings', { workspaceId: school.id })).toEqual(undecided('Northgate School'))
  })

  it.each(['', 'see www.evil.example'])('take no name such as %j', async (name) => {
    expect(await refusal(change({ name }))).toBe('badName')
    expect(await ada.call('workspaces.settings', { workspaceId: school.id })).toEqual(undecided('Northgate School'))
  })

  it('stay with their Workspace', async () => {
    const other = await rollcall.workspace(ada, 'Southgate School')
    await change({ invitationDays: 3, name: 'Renamed' })
    expect(await ada.call('workspaces.settings', { workspaceId: other.id })).toEqual(undecided('Southgate School'))
  })
})

describe('an invitation', () => {
  const send = async (...emails: string[]) => {
    const group = await rollcall.group(school, ada)
    const answer = await ada.call(
      'invitations.send',
      newSend(
        group,
        emails.map((email) => ({ email, role: 'member' })),
        'manual',
      ),
    )
    return { ...answer, group }
  }
  const days = async (groupId: string) => {
    const row = await rollcall.db
      .selectFrom('invitations')
      .select(['created_at', 'expires_at'])
      .where('group_id', '=', groupId)
      .executeTakeFirstOrThrow()
    return Math.round((row.expires_at.getTime() - row.created_at.getTime()) / 86_400_000)
  }

  it('lasts as long, and its mail is held as long, as the Workspace says', async () => {
    const usual = await send('sam@example.edu')
    expect(await days(usual.group.id)).toBe(20)
    expect(Date.parse(usual.heldUntil)).toBeGreaterThan(Date.now() + 20_000)
    await change({ invitationDays: 7, holdSeconds: 0 })
    const own = await send('sam@example.edu')
    expect(await days(own.group.id)).toBe(7)
    expect(Date.parse(own.heldUntil)).toBeLessThanOrEqual(Date.now() + 10_000)
  })

  it('goes to no address outside the domains of the Workspace, unless its person is in it', async () => {
    await change({ emailDomains: ['school.example'] })
    const colleague = await rollcall.person(`kim.${randomUUID()}@elsewhere.example`)
    await rollcall.joinWorkspace(school, colleague)
    const { outcomes } = await send(
      'sam@school.example',
      'sam@students.school.example',
      'sam@notschool.example',
      'sam@elsewhere.example',
      colleague.email,
      'nonsense',
    )
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      'invited',
      'invited',
      'offDomain',
      'offDomain',
      'added',
      'invalid',
    ])
    expect(outcomes[2]).toEqual({ email: 'sam@notschool.example', outcome: 'offDomain' })
    expect((await ada.call('me', {})).workspaces.find(({ id }) => id === school.id)).toEqual({
      id: school.id,
      name: school.name,
      role: 'owner',
      emailDomains: ['school.example'],
    })
  })
})

describe('another Workspace', () => {
  const make = (by: Caller) => by.call('workspaces.create', { name: ' Southgate School ' })

  it('is made by somebody who owns one, and is theirs', async () => {
    const made = await make(ada)
    expect(made).toEqual({ id: expect.any(String), name: 'Southgate School', role: 'owner' })
    expect((await ada.call('me', {})).workspaces).toContainEqual(made)
    const editor = await rollcall.person()
    await rollcall.joinWorkspace(school, editor, 'editor')
    expect(await refusal(make(editor))).toBe('notAllowed')
    expect(await refusal(make(await rollcall.person()))).toBe('notAllowed')
  })

  it('knows nothing of the first: roles, Groups and people are its own', async () => {
    const made = await make(ada)
    const kim = await rollcall.person()
    await rollcall.joinWorkspace(school, kim, 'owner')
    await rollcall.joinWorkspace(made, kim, 'member')
    const [here, there] = [await rollcall.group(school, ada), await rollcall.group(made, ada)]
    expect((await kim.call('groups.get', { groupId: here.id })).role).toBe('owner')
    expect(await refusal(kim.call('groups.get', { groupId: there.id }))).toBe('notFound')
    expect(await refusal(kim.call('workspaces.settings', { workspaceId: made.id }))).toBe('notAllowed')
    expect(
      (await ada.call('workspacePeople.list', { workspaceId: made.id })).rows.map(({ id, role }) => [id, role]).sort(),
    ).toEqual(
      [
        [ada.id, 'owner'],
        [kim.id, 'member'],
      ].sort(),
    )
  })
})
