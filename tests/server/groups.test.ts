import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, refusal, startService, type TestService } from '../helpers/service.ts'

let rollcall: TestService
let ada: Caller
let school: { id: string; name: string }

beforeAll(async () => {
  rollcall = await startService()
  ada = await rollcall.person('ada@example.edu', 'Ada Instructor')
  school = await rollcall.workspace(ada)
})
afterAll(() => rollcall.stop())

const named = async (person: Caller) => (await person.call('groups.list', {})).groups.map(({ name }) => name)

it('says who is signed in, and their Workspaces', async () => {
  expect(await ada.call('me', {})).toEqual({
    id: ada.id,
    email: 'ada@example.edu',
    name: 'Ada Instructor',
    contract: 1,
    workspaces: [{ id: school.id, name: school.name, role: 'owner' }],
  })
  const stranger = await rollcall.person()
  expect((await stranger.call('me', {})).workspaces).toEqual([])
  expect(await named(stranger)).toEqual([])
})

describe('the list', () => {
  it('has every Group that somebody may see, by name in any script', async () => {
    const editor = await rollcall.person()
    await rollcall.joinWorkspace(school, editor, 'editor')
    for (const name of ['zoology', 'Ökologie', 'Art', 'biology'])
      await editor.call('groups.create', { workspaceId: school.id, name })
    expect(await named(editor)).toEqual(['Art', 'biology', 'Ökologie', 'zoology'])
    // Private Groups of somebody else, to the Owner of the Workspace.
    expect(await named(ada)).toEqual([])
  })

  it('counts people and invitations for those who may see the member list, and only for them', async () => {
    const [parent, student, assistant] = [
      await rollcall.group(school, ada),
      await rollcall.person(),
      await rollcall.person(),
    ]
    const lab = await rollcall.group(school, ada, { name: 'Lab', parent })
    await rollcall.joinGroup(parent, student, 'member')
    await rollcall.joinGroup(parent, assistant, 'facilitator')
    await ada.call('invitations.send', {
      groupId: lab.id,
      key: crypto.randomUUID(),
      batch: crypto.randomUUID(),
      origin: 'manual',
      people: [{ email: 'new@example.edu', role: 'member' }],
    })
    const look = async (person: Caller) =>
      Object.fromEntries(
        (await person.call('groups.list', {})).groups
          .filter(({ id }) => id === parent.id || id === lab.id)
          .map(({ id, role, members, pending }) => [id === lab.id ? 'lab' : 'parent', { role, members, pending }]),
      )
    expect(await look(student)).toEqual({
      parent: { role: 'member', members: null, pending: null },
      lab: { role: 'member', members: null, pending: null },
    })
    expect(await look(assistant)).toEqual({
      parent: { role: 'facilitator', members: 3, pending: 0 },
      lab: { role: 'facilitator', members: 3, pending: 1 },
    })
    expect((await look(ada)).lab).toEqual({ role: 'owner', members: 3, pending: 1 })
  })
})

describe('a name', () => {
  it.each([
    ['', 'nothing'],
    ['   ', 'blanks'],
    ['n'.repeat(81), 'too long'],
    ['Win at https://evil.example', 'a link'],
    ['see www.evil.example', 'a link without a scheme'],
    ['evil.example/login', 'an address of a page'],
    ['Write to pay@evil.example', 'an address for mail'],
    ['Bio\u200flogy', 'a mark that turns what follows'],
    ['Bio\u2028logy', 'a separator of lines'],
    ['Bio\u200blogy', 'a space that is not seen'],
    ['two\nlines', 'a line break'],
    ['turned \u202earound', 'a bidi override'],
  ])('is not understood: %j (%s)', async (name) => {
    expect(await refusal(ada.call('groups.create', { workspaceId: school.id, name }))).toBe('badName')
  })

  it('that is missing, or beside something else that is wrong, is not understood', async () => {
    const create = (more: object) =>
      ada.call('groups.create', { workspaceId: school.id, name: 'Win at https://evil.example', ...more })
    expect(await refusal(create({ name: undefined }))).toBe('notUnderstood')
    expect(await refusal(create({ parentId: 'none' }))).toBe('notUnderstood')
  })

  it('may be in any script, and is text', async () => {
    for (const name of ['علم الأحياء', '生物学 101', '<b>Bold</b> & "quoted"', 'n'.repeat(80)])
      expect((await ada.call('groups.create', { workspaceId: school.id, name })).name).toBe(name)
  })
})
