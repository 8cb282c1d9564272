import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CallInput, type CallName, type CallService, callNames, calls } from '../../lib/contract/index.ts'
import { type Caller, refusal, startService, type TestService } from '../helpers/service.ts'

/** Every call by everybody: who gets an answer, who is refused, and for whom it does not exist. */
let rollcall: TestService
let school: { id: string }
const callers: Record<string, CallService> = {}
const groups: Record<string, { id: string }> = {}

beforeAll(async () => {
  rollcall = await startService()
  const people: Record<string, Caller> = {}
  const make = async (name: string) => {
    const person = await rollcall.person()
    people[name] = person
    callers[name] = person.call
    return person
  }
  const owner = await make('workspaceOwner')
  school = await rollcall.workspace(owner)
  const editor = await make('workspaceEditor')
  await rollcall.joinWorkspace(school, editor, 'editor')
  await rollcall.joinWorkspace(school, await make('workspaceMember'), 'member')
  await make('elsewhere')
  callers.signedOut = rollcall.stranger

  const creator = await rollcall.person()
  await rollcall.joinWorkspace(school, creator, 'editor')
  for (const type of ['shared', 'private', 'workspace'] as const)
    groups[type] = await rollcall.group(school, creator, { type })
  groups.nested = await rollcall.group(school, creator, { parent: groups.shared })
  groups.deleted = await rollcall.group(school, creator)
  await rollcall.db.updateTable('groups').set({ deleted_at: new Date() }).where('id', '=', groups.deleted.id).execute()
  groups.insideDeleted = await rollcall.group(school, creator, { parent: groups.deleted })
  groups.nowhere = { id: randomUUID() }

  for (const role of ['owner', 'facilitator', 'member'] as const) {
    const person = await make(`group:${role}`)
    for (const type of ['shared', 'private', 'workspace', 'deleted', 'insideDeleted'])
      await rollcall.joinGroup(groups[type] ?? never(type), person, role)
  }
  // Owner of the Group around it, and Member in the nested one by a membership of their own.
  const lowered = await make('lowered')
  await rollcall.joinGroup(groups.shared ?? never('shared'), lowered, 'owner')
  await rollcall.joinGroup(groups.nested, lowered, 'member')
})
afterAll(() => rollcall.stop())

const never = (name: string): never => {
  throw new Error(`There is no Group called ${name}.`)
}

type Answer = 'ok' | 'notAllowed' | 'notFound' | 'signedOut'

const inputs: { [N in CallName]: (groupId: string) => CallInput<N> } = {
  me: () => ({}),
  'groups.list': () => ({}),
  'groups.create': (parentId) => ({ workspaceId: school.id, name: 'New', parentId }),
  'groups.get': (groupId) => ({ groupId }),
  'members.list': (groupId) => ({ groupId, state: 'accepted' }),
  'members.addresses': (groupId) => ({ groupId }),
  'invitations.send': (groupId) => ({
    groupId,
    key: randomUUID(),
    batch: randomUUID(),
    origin: 'manual',
    people: [{ email: 'not an address', role: 'member' }],
  }),
  'invitations.undo': (groupId) => ({ groupId, batch: randomUUID() }),
  'links.list': (groupId) => ({ groupId }),
  'links.create': (groupId) => ({ groupId, access: 'restricted', role: 'member' }),
  // A link that is not there: who may revoke gets `notFound` all the same, so this one is asked for by its own test.
  'links.revoke': (groupId) => ({ groupId, linkId: randomUUID() }),
}

const ask = async <N extends CallName>(caller: string, name: N, groupId: string): Promise<Answer | string> => {
  const call = callers[caller] ?? never(caller)
  try {
    await call(name, inputs[name](groupId))
    return 'ok'
  } catch {
    return await refusal(call(name, inputs[name](groupId)))
  }
}

/** By the role that counts: the three columns of the Group table, and somebody for whom it is not there. */
const byRole: Record<'owner' | 'facilitator' | 'member' | 'none', Partial<Record<CallName, Answer>>> = {
  owner: {
    'groups.get': 'ok',
    'members.list': 'ok',
    'members.addresses': 'ok',
    'invitations.send': 'ok',
    'invitations.undo': 'ok',
    'links.list': 'ok',
    'links.create': 'ok',
  },
  facilitator: {
    'groups.get': 'ok',
    'members.list': 'ok',
    'members.addresses': 'notAllowed',
    'invitations.send': 'notAllowed',
    'invitations.undo': 'notAllowed',
    'links.list': 'notAllowed',
    'links.create': 'notAllowed',
    'links.revoke': 'notAllowed',
  },
  member: {
    'groups.get': 'ok',
    'members.list': 'notAllowed',
    'members.addresses': 'notAllowed',
    'invitations.send': 'notAllowed',
    'invitations.undo': 'notAllowed',
    'links.list': 'notAllowed',
    'links.create': 'notAllowed',
    'links.revoke': 'notAllowed',
  },
  none: {
    'groups.get': 'notFound',
    'members.list': 'notFound',
    'members.addresses': 'notFound',
    'invitations.send': 'notFound',
    'invitations.undo': 'notFound',
    'links.list': 'notFound',
    'links.create': 'notFound',
    'links.revoke': 'notFound',
  },
}

/** Who counts as what in which Group. */
const table: [caller: string, group: string, counts: keyof typeof byRole][] = [
  ['group:owner', 'shared', 'owner'],
  ['group:facilitator', 'shared', 'facilitator'],
  ['group:member', 'shared', 'member'],
  ['group:owner', 'nested', 'owner'],
  ['group:facilitator', 'nested', 'facilitator'],
  ['group:member', 'nested', 'member'],
  ['lowered', 'nested', 'member'],
  ['group:owner', 'private', 'owner'],
  ['group:facilitator', 'workspace', 'facilitator'],
  ['workspaceOwner', 'shared', 'owner'],
  ['workspaceOwner', 'nested', 'owner'],
  ['workspaceOwner', 'workspace', 'owner'],
  ['workspaceOwner', 'private', 'none'],
  ['workspaceEditor', 'shared', 'none'],
  ['workspaceEditor', 'workspace', 'member'],
  ['workspaceMember', 'shared', 'none'],
  ['workspaceMember', 'nested', 'none'],
  ['workspaceMember', 'private', 'none'],
  ['workspaceMember', 'workspace', 'member'],
  ['elsewhere', 'shared', 'none'],
  ['elsewhere', 'workspace', 'none'],
  ['group:owner', 'deleted', 'none'],
  ['group:owner', 'insideDeleted', 'none'],
  ['workspaceOwner', 'deleted', 'none'],
  ['workspaceOwner', 'nowhere', 'none'],
]

describe.each(table)('%s in the %s Group counts as %s', (caller, group, counts) => {
  it('in every call', async () => {
    const expected = byRole[counts]
    const answers: Partial<Record<CallName, string>> = {}
    for (const name of callNames)
      if (name in expected) answers[name] = await ask(caller, name, (groups[group] ?? never(group)).id)
    expect(answers).toEqual(expected)
  })
})

it('knows every call that is about a Group', () => {
  const about = callNames.filter((name) => calls[name].allow.startsWith('group.'))
  expect(Object.keys(byRole.none).sort()).toEqual([...about].sort())
})

it.each(callNames)('tells nobody who is signed out anything: %s', async (name) => {
  expect(await ask('signedOut', name, (groups.shared ?? never('shared')).id)).toBe('signedOut')
})

describe('making a Group', () => {
  const create = (caller: string, parent?: string) =>
    (callers[caller] ?? never(caller))('groups.create', {
      workspaceId: school.id,
      name: 'New',
      parentId: parent && (groups[parent] ?? never(parent)).id,
    })

  it('is for Workspace Owners and Editors', async () => {
    expect(await create('workspaceOwner')).toMatchObject({ role: 'owner', type: 'private', members: 1, pending: 0 })
    expect(await create('workspaceEditor')).toMatchObject({ role: 'owner', type: 'private' })
    expect(await refusal(create('workspaceMember'))).toBe('notAllowed')
    // An Owner of a Group who is Member of the Workspace.
    expect(await refusal(create('group:owner'))).toBe('notAllowed')
    expect(await refusal(create('elsewhere'))).toBe('notFound')
  })

  it('inside another is for those who are also Owner of that one', async () => {
    expect(await create('workspaceOwner', 'shared')).toMatchObject({ type: 'shared', parentId: groups.shared?.id })
    expect(await refusal(create('workspaceEditor', 'shared'))).toBe('notFound')
    expect(await refusal(create('workspaceEditor', 'workspace'))).toBe('notAllowed')
    expect(await refusal(create('workspaceOwner', 'private'))).toBe('notFound')
    expect(await refusal(create('workspaceOwner', 'deleted'))).toBe('notFound')
  })

  it('cannot reach into another Workspace', async () => {
    const owner = await rollcall.person()
    const other = await rollcall.workspace(owner)
    const theirs = await rollcall.group(other, owner)
    await rollcall.joinWorkspace(school, owner, 'owner')
    const across = owner.call('groups.create', { workspaceId: school.id, name: 'New', parentId: theirs.id })
    expect(await refusal(across)).toBe('notFound')
  })
})

it('a Workspace Owner stays Owner of a Shared Group that lists them as Member', async () => {
  const owner = await rollcall.person()
  const college = await rollcall.workspace(owner)
  const editor = await rollcall.person()
  await rollcall.joinWorkspace(college, editor, 'editor')
  const group = await rollcall.group(college, editor)
  await rollcall.joinGroup(group, owner, 'member')
  expect((await owner.call('groups.get', { groupId: group.id })).role).toBe('owner')
})
