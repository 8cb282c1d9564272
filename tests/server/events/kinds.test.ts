import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { acceptInvitation } from '../../../server/actions/acceptInvitation.ts'
import { listen } from '../../helpers/listen.ts'
import { newSend } from '../../helpers/newSend.ts'
import { type Caller, startService, type TestService } from '../../helpers/service.ts'

/** Every kind of change that one Owner makes is told to the open page of another. */
let rollcall: TestService
let ada: Caller
let grace: Caller
let lin: Caller
let school: { id: string }
let group: { id: string; name: string }
let lab: { id: string }

beforeAll(async () => {
  rollcall = await startService()
  ada = await rollcall.person('ada@example.edu')
  school = await rollcall.workspace(ada)
})
afterAll(() => rollcall.stop())

let ending: AbortController
beforeEach(async () => {
  ending = new AbortController()
  grace = await rollcall.person()
  lin = await rollcall.person()
  group = await rollcall.group(school, ada)
  lab = await rollcall.group(school, ada, { parent: group })
  await rollcall.joinGroup(group, grace, 'owner')
  await rollcall.joinGroup(group, lin)
})
afterEach(() => ending.abort())

/** What they read until this Group is named. */
const tells = async (to: Caller) => {
  const { next } = await listen(rollcall.url, to.token, ending.signal)
  return async (groupId: string): Promise<readonly string[]> => {
    for (;;) {
      const data = await next('changed')
      if (data === null) throw new Error('The stream is over.')
      const { groupIds }: { groupIds: string[] } = JSON.parse(data)
      if (groupIds.includes(groupId)) return groupIds
    }
  }
}

const send = (email: string) => ada.call('invitations.send', newSend(group, [{ email, role: 'member' }], 'manual'))
const invitationOf = async (email: string) => {
  const { rows } = await ada.call('members.list', { groupId: group.id, state: 'pending' })
  return rows.find((row) => row.email === email)?.id ?? ''
}
const link = () => ada.call('links.create', { groupId: group.id, access: 'restricted', role: 'member' })

interface Kind {
  readonly what: string
  /** Before anybody looks; what it gives is handed to `act`. */
  readonly before?: () => Promise<string>
  readonly act: (given: string) => Promise<unknown>
}

const kinds: readonly Kind[] = [
  { what: 'somebody is invited', act: () => send('new.comer@example.edu') },
  {
    what: 'an invitation is taken back',
    before: async () => {
      await send('never.mind@example.edu')
      return await invitationOf('never.mind@example.edu')
    },
    act: (id) => ada.call('invitations.revoke', { groupId: group.id, ids: [id] }),
  },
  {
    what: 'a role is changed',
    act: () => ada.call('members.setRole', { groupId: group.id, ids: [lin.id], role: 'facilitator' }),
  },
  { what: 'somebody is removed', act: () => ada.call('members.remove', { groupId: group.id, ids: [lin.id] }) },
  { what: 'somebody leaves', act: () => lin.call('members.leave', { groupId: group.id }) },
  { what: 'it is renamed', act: () => ada.call('groups.change', { groupId: group.id, name: 'Botany' }) },
  { what: 'its reminders are set', act: () => ada.call('groups.change', { groupId: group.id, remindDays: 7 }) },
  {
    what: 'it is moved',
    before: async () => (await rollcall.group(school, ada)).id,
    act: (parentId) => ada.call('groups.move', { groupId: group.id, parentId }),
  },
  { what: 'it is archived', act: () => ada.call('groups.archive', { groupId: group.id }) },
  {
    what: 'it is brought back',
    before: async () => {
      await ada.call('groups.archive', { groupId: group.id })
      return ''
    },
    act: () => ada.call('groups.unarchive', { groupId: group.id }),
  },
  { what: 'it is deleted', act: () => ada.call('groups.delete', { groupId: group.id }) },
  {
    what: 'it is emptied of people',
    act: () => ada.call('groups.purge', { groupId: group.id, confirm: group.name }),
  },
  {
    what: 'a course is linked',
    act: () =>
      ada.call('rosters.link', { groupId: group.id, site: 'https://canvas.example.edu', course: '7', name: 'Biology' }),
  },
  { what: 'a link is made', act: link },
  {
    what: 'a link is ended',
    before: async () => (await link()).id,
    act: (linkId) => ada.call('links.revoke', { groupId: group.id, linkId }),
  },
]

describe('another Owner’s page is told', () => {
  it.each(kinds)('when $what', async ({ before, act }) => {
    const given = (await before?.()) ?? ''
    const told = await tells(grace)
    await act(given)
    expect(await told(group.id)).toContain(group.id)
  })

  it('when somebody accepts', async () => {
    const late = await rollcall.person('late.comer@example.edu')
    await send(late.email)
    const id = await invitationOf(late.email)
    const told = await tells(grace)
    await rollcall.db.transaction().execute((tx) => acceptInvitation(tx, { id }, late))
    expect(await told(group.id)).toContain(group.id)
  })

  it('of the Groups inside as well: who is in the outer one is in them', async () => {
    const told = await tells(grace)
    await ada.call('members.setRole', { groupId: group.id, ids: [lin.id], role: 'facilitator' })
    expect(await told(lab.id)).toEqual(expect.arrayContaining([group.id, lab.id]))
  })
})

describe('a person’s own page is told', () => {
  it('that they are removed, and nothing of the Group after that', async () => {
    const told = await tells(lin)
    await ada.call('members.remove', { groupId: group.id, ids: [lin.id] })
    expect(await told(group.id)).toContain(group.id)
    await ada.call('groups.change', { groupId: group.id, name: 'Not theirs any more' })
    const other = await rollcall.group(school, ada)
    await rollcall.joinGroup(other, lin)
    await ada.call('groups.change', { groupId: other.id, name: 'Theirs' })
    expect(await told(other.id)).toEqual([other.id])
  })

  it('that they are in a Group', async () => {
    const told = await tells(lin)
    const other = await rollcall.group(school, ada)
    await ada.call('invitations.send', newSend(other, [{ email: lin.email, role: 'member' }], 'manual'))
    expect(await told(other.id)).toEqual([other.id])
  })

  it('that their Workspace is deleted, and that it is back', async () => {
    const place = await rollcall.workspace(ada)
    await rollcall.joinWorkspace(place, lin)
    const { next } = await listen(rollcall.url, lin.token, ending.signal)
    await ada.call('workspaces.delete', { workspaceId: place.id, confirm: 'Northgate School' })
    expect(await next('changed')).toBe('{"groupIds":[]}')
    await ada.call('workspaces.restore', { workspaceId: place.id })
    expect(await next('changed')).toBe('{"groupIds":[]}')
  })
})
