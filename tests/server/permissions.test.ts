import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type CallInput,
  type CallName,
  type CallService,
  callNames,
  type calls,
  GroupRole,
  WorkspaceRole,
} from '../../lib/contract/index.ts'
import { newSend } from '../helpers/newSend.ts'
import { type Caller, refusal, startService, type TestService } from '../helpers/service.ts'

/** Every call by everybody: who gets an answer, who is refused, and for whom it does not exist. */
let rollcall: TestService
let school: { id: string }
/** Another Workspace of the same people, to leave. */
let annex: { id: string }
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
  groups.room = await rollcall.group(school, creator, { parent: groups.workspace })
  groups.insideWorkspace = await rollcall.group(school, creator, { parent: groups.room })
  groups.privateInWorkspace = await rollcall.group(school, creator, { parent: groups.room, type: 'private' })
  groups.insideThat = await rollcall.group(school, creator, { parent: groups.privateInWorkspace })
  groups.deleted = await rollcall.group(school, creator)
  await rollcall.db.updateTable('groups').set({ deleted_at: new Date() }).where('id', '=', groups.deleted.id).execute()
  groups.insideDeleted = await rollcall.group(school, creator, { parent: groups.deleted })
  groups.archived = await rollcall.group(school, creator)
  await archive()
  groups.nowhere = { id: randomUUID() }

  annex = await rollcall.workspace(creator)
  for (const [name, role] of [
    ['workspaceOwner', 'owner'],
    ['workspaceEditor', 'editor'],
    ['workspaceMember', 'member'],
  ] as const)
    await rollcall.joinWorkspace(annex, people[name] ?? never(name), role)

  for (const role of ['owner', 'facilitator', 'member'] as const) {
    const person = await make(`group:${role}`)
    await rollcall.joinWorkspace(annex, person)
    for (const type of ['shared', 'private', 'workspace', 'archived', 'deleted', 'insideDeleted'])
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

const archive = () =>
  rollcall.db
    .updateTable('groups')
    .set({ archived_at: new Date(), deleted_at: null })
    .where('id', '=', (groups.archived ?? never('archived')).id)
    .execute()

type GroupCallName = { [N in CallName]: (typeof calls)[N]['allow'] extends `group.${string}` ? N : never }[CallName]
type WorkspaceCallName = {
  [N in CallName]: (typeof calls)[N]['allow'] extends `workspace.${string}` ? N : never
}[CallName]
type Answer = 'ok' | 'incomplete' | 'inherited' | 'notConfirmed' | 'notAllowed' | 'archived' | 'notFound' | 'signedOut'

const inputs: { [N in CallName]: (groupId: string) => CallInput<N> } = {
  me: () => ({}),
  'me.sessions': () => ({}),
  'me.endSession': () => ({ sessionId: randomUUID() }),
  'me.connections': () => ({}),
  'me.endConnection': () => ({ connectionId: randomUUID() }),
  'me.signOutEverywhere': () => ({}),
  'me.invitations': () => ({}),
  'me.accept': () => ({ invitationId: randomUUID() }),
  'me.decline': () => ({ invitationId: randomUUID() }),
  'me.data': () => ({}),
  'me.deletion': () => ({}),
  'me.delete': () => ({ confirm: 'not their address' }),
  'workspaces.create': () => ({ name: 'Another School' }),
  'workspaces.settings': () => ({ workspaceId: school.id }),
  'workspaces.change': () => ({ workspaceId: school.id }),
  'workspaces.delete': () => ({ workspaceId: school.id, confirm: 'not its name' }),
  'workspaces.deleted': () => ({}),
  'workspaces.restore': () => ({ workspaceId: school.id }),
  'workspacePeople.list': () => ({ workspaceId: school.id }),
  'workspacePeople.change': () => ({ workspaceId: school.id, personId: randomUUID(), role: 'member' }),
  'workspacePeople.setRole': () => ({ workspaceId: school.id, ids: [randomUUID()], role: 'member' }),
  'workspacePeople.remove': () => ({ workspaceId: school.id, personId: randomUUID() }),
  'workspacePeople.invite': () => ({ workspaceId: school.id, people: [{ email: 'not an address', role: 'member' }] }),
  'workspacePeople.invited': () => ({ workspaceId: school.id }),
  'workspacePeople.uninvite': () => ({ workspaceId: school.id, invitationId: randomUUID() }),
  'workspaceInvitations.resend': () => ({ workspaceId: school.id, ids: [randomUUID()] }),
  'workspaceInvitations.renew': () => ({ workspaceId: school.id, ids: [randomUUID()] }),
  'workspaceInvitations.readdress': () => ({
    workspaceId: school.id,
    changes: [{ id: randomUUID(), email: 'another@example.edu' }],
  }),
  'workspaceLinks.list': () => ({ workspaceId: school.id }),
  'workspaceLinks.create': () => ({ workspaceId: school.id, access: 'restricted', role: 'editor' }),
  'workspaceLinks.change': () => ({ workspaceId: school.id, linkId: randomUUID() }),
  'workspaceLinks.rotate': () => ({ workspaceId: school.id, linkId: randomUUID() }),
  'workspaceLinks.revoke': () => ({ workspaceId: school.id, linkId: randomUUID() }),
  'workspaces.usage': () => ({ workspaceId: school.id }),
  'workspaces.testMail': () => ({ workspaceId: school.id }),
  'workspaces.leave': () => ({ workspaceId: annex.id }),
  'sso.get': () => ({ workspaceId: school.id }),
  'sso.set': () => ({
    workspaceId: school.id,
    issuer: 'https://login.example.edu',
    client: 'rollcall',
    secret: 'secret',
    domains: ['example.edu'],
    required: false,
    trusted: false,
  }),
  'sso.test': () => ({ workspaceId: school.id }),
  'sso.remove': () => ({ workspaceId: school.id }),
  'audit.list': () => ({ workspaceId: school.id }),
  'groups.export': (groupId) => ({ groupId, format: 'csv' }),
  'groups.purge': (groupId) => ({ groupId, confirm: 'not its name' }),
  'reminders.send': (groupId) => ({ groupId }),
  'suppressions.list': (groupId) => ({ groupId }),
  'suppressions.lift': (groupId) => ({ groupId, email: 'nobody@example.edu' }),
  'workspaceSuppressions.list': () => ({ workspaceId: school.id }),
  'workspaceSuppressions.lift': () => ({ workspaceId: school.id, email: 'nobody@example.edu' }),
  'groups.list': () => ({}),
  'groups.create': (parentId) => ({ workspaceId: school.id, name: 'New', parentId }),
  'groups.get': (groupId) => ({ groupId }),
  'groups.times': (groupId) => ({ groupId }),
  'groups.change': (groupId) => ({ groupId }),
  'groups.move': (groupId) => ({
    groupId,
    // Where it is.
    parentId:
      (groupId === groups.nested?.id ? groups.shared?.id : undefined) ??
      (groupId === groups.insideWorkspace?.id ? groups.room?.id : undefined) ??
      null,
  }),
  'groups.copy': (groupId) => ({ groupId, name: 'Another' }),
  'groups.archive': (groupId) => ({ groupId }),
  'groups.unarchive': (groupId) => ({ groupId }),
  'groups.delete': (groupId) => ({ groupId }),
  'groups.restore': (groupId) => ({ groupId }),
  'members.list': (groupId) => ({ groupId, state: 'accepted' }),
  'members.addresses': (groupId) => ({ groupId }),
  'members.setRole': (groupId) => ({ groupId, ids: [randomUUID()], role: 'member' }),
  'members.remove': (groupId) => ({ groupId, ids: [randomUUID()] }),
  'members.restore': (groupId) => ({ groupId, ids: [randomUUID()] }),
  'members.history': (groupId) => ({ groupId, personId: randomUUID() }),
  'members.mails': (groupId) => ({ groupId, memberId: randomUUID() }),
  'members.leave': (groupId) => ({ groupId }),
  'invitations.send': (groupId) => newSend({ id: groupId }, [{ email: 'not an address', role: 'member' }], 'manual'),
  'invitations.forecast': (groupId) => ({ groupId, people: [{ email: 'sam@example.edu', role: 'member' }] }),
  'invitations.resend': (groupId) => ({ groupId, ids: [randomUUID()] }),
  'invitations.revoke': (groupId) => ({ groupId, ids: [randomUUID()] }),
  'invitations.renew': (groupId) => ({ groupId, ids: [randomUUID()] }),
  'invitations.setRole': (groupId) => ({ groupId, ids: [randomUUID()], role: 'member' }),
  'invitations.readdress': (groupId) => ({ groupId, changes: [{ id: randomUUID(), email: 'sam@example.edu' }] }),
  'rosters.find': () => ({ site: 'https://lms.example.edu', course: '1' }),
  'rosters.get': (groupId) => ({ groupId }),
  'rosters.link': (groupId) => ({ groupId, site: 'https://lms.example.edu', course: '1' }),
  'rosters.unlink': (groupId) => ({ groupId }),
  'rosters.compare': (groupId) => ({ groupId, people: [], complete: false }),
  'rosters.removeGone': (groupId) => ({ groupId, people: [], complete: false, ids: [randomUUID()] }),
  'invitations.undo': (groupId) => ({ groupId, batch: randomUUID() }),
  'links.list': (groupId) => ({ groupId }),
  'links.create': (groupId) => ({ groupId, access: 'restricted', role: 'member' }),
  'links.change': (groupId) => ({ groupId, linkId: randomUUID() }),
  'links.rotate': (groupId) => ({ groupId, linkId: randomUUID() }),
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

/** The least role in a Group that is answered, call by call; what a lesser one may see is refused, what it may not is not found. */
const least: { [N in GroupCallName]: GroupRole } = {
  'groups.get': 'member',
  'groups.times': 'owner',
  'groups.change': 'owner',
  'groups.move': 'owner',
  'groups.copy': 'owner',
  'groups.archive': 'owner',
  'groups.unarchive': 'owner',
  'groups.delete': 'owner',
  'groups.restore': 'owner',
  'members.list': 'facilitator',
  'members.addresses': 'owner',
  'members.setRole': 'owner',
  'members.remove': 'owner',
  'members.restore': 'owner',
  'members.history': 'facilitator',
  'members.mails': 'facilitator',
  'members.leave': 'member',
  'invitations.send': 'owner',
  'invitations.forecast': 'owner',
  'invitations.resend': 'owner',
  'invitations.revoke': 'owner',
  'invitations.renew': 'owner',
  'invitations.setRole': 'owner',
  'invitations.readdress': 'owner',
  'rosters.get': 'facilitator',
  'rosters.link': 'owner',
  'rosters.unlink': 'owner',
  'rosters.compare': 'owner',
  'rosters.removeGone': 'owner',
  'invitations.undo': 'owner',
  'groups.export': 'owner',
  'groups.purge': 'owner',
  'reminders.send': 'owner',
  'suppressions.list': 'owner',
  'suppressions.lift': 'owner',
  'links.list': 'owner',
  'links.create': 'owner',
  'links.change': 'owner',
  'links.rotate': 'owner',
  'links.revoke': 'owner',
}
const groupCallNames = callNames.filter((name): name is GroupCallName => name in least)

/** What an archived Group still answers. */
const whileArchived: ReadonlySet<CallName> = new Set([
  'groups.get',
  'groups.copy',
  'groups.archive',
  'groups.unarchive',
  'groups.delete',
  'groups.restore',
  'groups.export',
  'groups.purge',
  'members.list',
  'members.history',
  'members.mails',
  'members.leave',
  'rosters.get',
])

/** Calls about a thing inside the Group or Workspace, asked for one that is not there: whoever may do it is told just that. */
const aboutNothing: ReadonlySet<CallName> = new Set([
  'links.change',
  'links.rotate',
  'links.revoke',
  'workspacePeople.change',
  'workspacePeople.remove',
  'workspacePeople.uninvite',
  'workspaceLinks.change',
  'workspaceLinks.rotate',
  'workspaceLinks.revoke',
])

const expected = (name: GroupCallName, caller: string, group: string, counts: GroupRole | 'none'): Answer => {
  if (counts === 'none') return 'notFound'
  const order = GroupRole.options
  if (order.indexOf(counts) > order.indexOf(least[name])) return 'notAllowed'
  if (group === 'archived' && !whileArchived.has(name)) return 'archived'
  if (name === 'groups.purge') return 'notConfirmed'
  if (name === 'rosters.removeGone') return 'incomplete'
  if (name === 'members.leave') return isListed(caller, group) ? 'ok' : 'inherited'
  if (name === 'groups.copy' && caller !== 'workspaceOwner') return 'notAllowed'
  return aboutNothing.has(name) ? 'notFound' : 'ok'
}

/** By a membership of their own. */
const isListed = (caller: string, group: string) =>
  caller === 'lowered' || (caller.startsWith('group:') && group !== 'nested' && group !== 'insideWorkspace')

const comeBack = async (caller: string, group: string, role: GroupRole) => {
  const { id } = await (callers[caller] ?? never(caller))('me', {})
  await rollcall.joinGroup(groups[group] ?? never(group), { id }, role)
}

/** Who counts as what in which Group. */
const table: [caller: string, group: string, counts: GroupRole | 'none'][] = [
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
  ['group:facilitator', 'insideWorkspace', 'facilitator'],
  ['workspaceOwner', 'insideWorkspace', 'owner'],
  ['workspaceEditor', 'insideWorkspace', 'member'],
  ['workspaceMember', 'insideWorkspace', 'member'],
  ['elsewhere', 'insideWorkspace', 'none'],
  ['workspaceMember', 'privateInWorkspace', 'none'],
  ['workspaceMember', 'insideThat', 'none'],
  ['group:owner', 'archived', 'owner'],
  ['group:facilitator', 'archived', 'facilitator'],
  ['group:member', 'archived', 'member'],
  ['workspaceOwner', 'archived', 'owner'],
  ['workspaceMember', 'archived', 'none'],
  ['group:owner', 'deleted', 'none'],
  ['group:owner', 'insideDeleted', 'none'],
  ['workspaceOwner', 'deleted', 'none'],
  ['workspaceOwner', 'nowhere', 'none'],
]

describe.each(table)('%s in the %s Group counts as %s', (caller, group, counts) => {
  it('in every call', async () => {
    const answers: Partial<Record<CallName, string>> = {}
    // Who may restore what is deleted is told by the tests of that.
    const names = groupCallNames.filter((name) => group !== 'deleted' || name !== 'groups.restore')
    for (const name of names) {
      answers[name] = await ask(caller, name, (groups[group] ?? never(group)).id)
      if (group === 'archived') await archive()
      if (name === 'members.leave' && answers[name] === 'ok' && counts !== 'none') await comeBack(caller, group, counts)
    }
    expect(answers).toEqual(Object.fromEntries(names.map((name) => [name, expected(name, caller, group, counts)])))
  })
})

/** The least role in a Workspace that is answered, call by call. */
const leastInWorkspace: { [N in WorkspaceCallName]: WorkspaceRole } = {
  'workspaces.settings': 'owner',
  'workspaces.change': 'owner',
  'workspaces.delete': 'owner',
  'workspaces.restore': 'owner',
  'workspacePeople.list': 'owner',
  'workspacePeople.change': 'owner',
  'workspacePeople.setRole': 'owner',
  'workspacePeople.remove': 'owner',
  'workspacePeople.invite': 'owner',
  'workspacePeople.invited': 'owner',
  'workspacePeople.uninvite': 'owner',
  'workspaceInvitations.resend': 'owner',
  'workspaceInvitations.renew': 'owner',
  'workspaceInvitations.readdress': 'owner',
  'workspaceLinks.list': 'owner',
  'workspaceLinks.create': 'owner',
  'workspaceLinks.change': 'owner',
  'workspaceLinks.rotate': 'owner',
  'workspaceLinks.revoke': 'owner',
  'workspaces.usage': 'owner',
  'workspaces.testMail': 'owner',
  'workspaces.leave': 'member',
  'sso.get': 'owner',
  'sso.set': 'owner',
  'sso.remove': 'owner',
  'sso.test': 'owner',
  'audit.list': 'owner',
  'workspaceSuppressions.list': 'owner',
  'workspaceSuppressions.lift': 'owner',
  'groups.create': 'editor',
}
const workspaceCallNames = callNames.filter((name): name is WorkspaceCallName => name in leastInWorkspace)

describe.each([
  ['workspaceOwner', 'owner'],
  ['workspaceEditor', 'editor'],
  ['workspaceMember', 'member'],
  // Owner of Groups in it, and no more than that.
  ['group:owner', 'member'],
  ['elsewhere', 'none'],
] as const)('%s counts as %s of the Workspace', (caller, counts) => {
  it.each(workspaceCallNames)('in %s', async (name) => {
    const order = WorkspaceRole.options
    const may = counts !== 'none' && order.indexOf(counts) <= order.indexOf(leastInWorkspace[name])
    const top = { ...inputs[name](school.id), parentId: undefined } as CallInput<WorkspaceCallName>
    const call = callers[caller] ?? never(caller)
    if (may && name === 'workspaces.delete')
      expect(await refusal(call(name, inputs[name](school.id)))).toBe('notConfirmed')
    else if (may && !aboutNothing.has(name)) await call(name, top)
    else expect(await refusal(call(name, top))).toBe(may || counts === 'none' ? 'notFound' : 'notAllowed')
  })
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
