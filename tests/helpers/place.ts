import { randomUUID } from 'node:crypto'
import { type CallInput, type CallName, calls } from '../../lib/contract/index.ts'
import { newSend } from './newSend.ts'
import type { Caller, TestService } from './service.ts'

/** A Group full of real things. */
export interface Place {
  readonly name: string
  readonly workspace: string
  readonly group: string
  readonly member: string
  readonly removed: string
  /** Came from the roster, and is not on it any more. */
  readonly gone: string
  readonly person: string
  readonly invitation: string
  readonly workspaceInvitation: string
  readonly link: string
  readonly workspaceLink: string
  readonly batch: string
  /** A browser in which its Owner is signed in, and an extension of theirs. */
  readonly session: string
  readonly connection: string
  /** An invitation that waits for its Owner, in a Workspace of somebody else. */
  readonly awaited: string
}

/** The fields of an input that hold ids, by their names. */
export type IdField<I> = Extract<keyof I, `${string}Id` | `${string}Ids` | 'ids' | 'batch' | 'key' | 'changes'>
export type CallWithIds = { [N in CallName]: [IdField<CallInput<N>>] extends [never] ? never : N }[CallName]

/** A request about a place that would be answered there. */
export const samples: { readonly [N in CallWithIds]: (place: Place) => CallInput<N> } = {
  'me.endSession': ({ session }) => ({ sessionId: session }),
  'me.endConnection': ({ connection }) => ({ connectionId: connection }),
  'me.accept': ({ awaited }) => ({ invitationId: awaited }),
  'me.decline': ({ awaited }) => ({ invitationId: awaited }),
  'workspaces.settings': ({ workspace }) => ({ workspaceId: workspace }),
  'workspaces.change': ({ workspace }) => ({ workspaceId: workspace, holdSeconds: 3000 }),
  'workspaces.delete': ({ workspace }) => ({ workspaceId: workspace, confirm: 'not its name' }),
  'workspaces.restore': ({ workspace }) => ({ workspaceId: workspace }),
  'workspaces.usage': ({ workspace }) => ({ workspaceId: workspace }),
  'workspaces.testMail': ({ workspace }) => ({ workspaceId: workspace }),
  'workspaces.leave': ({ workspace }) => ({ workspaceId: workspace }),
  'sso.get': ({ workspace }) => ({ workspaceId: workspace }),
  'sso.set': ({ workspace }) => ({
    ...{ workspaceId: workspace, issuer: 'https://login.example.edu', client: 'rollcall', secret: 'secret' },
    ...{ domains: ['example.edu'], required: true, trusted: true },
  }),
  'sso.test': ({ workspace }) => ({ workspaceId: workspace }),
  'sso.remove': ({ workspace }) => ({ workspaceId: workspace }),
  'workspacePeople.list': ({ workspace }) => ({ workspaceId: workspace }),
  'workspacePeople.change': ({ workspace, person }) => ({ workspaceId: workspace, personId: person, role: 'editor' }),
  'workspacePeople.setRole': ({ workspace, person }) => ({ workspaceId: workspace, ids: [person], role: 'editor' }),
  'workspacePeople.remove': ({ workspace, person }) => ({ workspaceId: workspace, personId: person }),
  'workspacePeople.invite': ({ workspace }) => ({
    workspaceId: workspace,
    people: [{ email: 'sam@example.edu', role: 'member' }],
  }),
  'workspacePeople.invited': ({ workspace }) => ({ workspaceId: workspace }),
  'workspacePeople.uninvite': ({ workspace, workspaceInvitation }) => ({
    workspaceId: workspace,
    invitationId: workspaceInvitation,
  }),
  'workspaceInvitations.resend': ({ workspace, workspaceInvitation }) => ({
    ...{ workspaceId: workspace, ids: [workspaceInvitation] },
  }),
  'workspaceInvitations.renew': ({ workspace, workspaceInvitation }) => ({
    ...{ workspaceId: workspace, ids: [workspaceInvitation] },
  }),
  'workspaceInvitations.readdress': ({ workspace, workspaceInvitation }) => ({
    workspaceId: workspace,
    changes: [{ id: workspaceInvitation, email: 'another@example.edu' }],
  }),
  'workspaceLinks.list': ({ workspace }) => ({ workspaceId: workspace }),
  'workspaceLinks.create': ({ workspace }) => ({ workspaceId: workspace, access: 'anyone', role: 'member' }),
  'workspaceLinks.change': ({ workspace, workspaceLink }) => ({
    ...{ workspaceId: workspace, linkId: workspaceLink, maxUses: 3 },
  }),
  'workspaceLinks.rotate': ({ workspace, workspaceLink }) => ({ workspaceId: workspace, linkId: workspaceLink }),
  'workspaceLinks.revoke': ({ workspace, workspaceLink }) => ({ workspaceId: workspace, linkId: workspaceLink }),
  'audit.list': ({ workspace, group }) => ({ workspaceId: workspace, groupId: group }),
  'groups.create': ({ workspace, group }) => ({ workspaceId: workspace, name: 'Lab', parentId: group }),
  'groups.get': ({ group }) => ({ groupId: group }),
  'groups.times': ({ group }) => ({ groupId: group }),
  'groups.change': ({ group }) => ({ groupId: group, name: 'Renamed' }),
  'groups.move': ({ group }) => ({ groupId: group, parentId: group }),
  'groups.copy': ({ group }) => ({ groupId: group, name: 'Copy' }),
  'groups.archive': ({ group }) => ({ groupId: group }),
  'groups.unarchive': ({ group }) => ({ groupId: group }),
  'groups.delete': ({ group }) => ({ groupId: group }),
  'groups.restore': ({ group }) => ({ groupId: group }),
  'groups.export': ({ group }) => ({ groupId: group, format: 'json' }),
  'groups.purge': ({ group, name }) => ({ groupId: group, confirm: name }),
  'members.list': ({ group }) => ({ groupId: group, state: 'accepted' }),
  'members.addresses': ({ group }) => ({ groupId: group }),
  'members.setRole': ({ group, member }) => ({ groupId: group, ids: [member], role: 'facilitator' }),
  'members.remove': ({ group, member }) => ({ groupId: group, ids: [member] }),
  'members.restore': ({ group, removed }) => ({ groupId: group, ids: [removed] }),
  'members.history': ({ group, member }) => ({ groupId: group, personId: member }),
  'members.mails': ({ group, invitation }) => ({ groupId: group, memberId: invitation }),
  'members.leave': ({ group }) => ({ groupId: group }),
  'invitations.send': ({ group }) => newSend({ id: group }, [{ email: 'kim@example.edu', role: 'member' }], 'manual'),
  'invitations.forecast': ({ group }) => ({ groupId: group, people: [{ email: 'kim@example.edu', role: 'member' }] }),
  'invitations.resend': ({ group, invitation }) => ({ groupId: group, ids: [invitation] }),
  'invitations.revoke': ({ group, invitation }) => ({ groupId: group, ids: [invitation] }),
  'invitations.renew': ({ group, invitation }) => ({ groupId: group, ids: [invitation] }),
  'invitations.setRole': ({ group, invitation }) => ({ groupId: group, ids: [invitation], role: 'facilitator' }),
  'invitations.readdress': ({ group, invitation }) => ({
    groupId: group,
    changes: [{ id: invitation, email: 'other@example.edu' }],
  }),
  'invitations.undo': ({ group, batch }) => ({ groupId: group, batch }),
  'rosters.get': ({ group }) => ({ groupId: group }),
  'rosters.link': ({ group }) => ({ groupId: group, site: 'https://lms.example.edu', course: '2' }),
  'rosters.unlink': ({ group }) => ({ groupId: group }),
  'rosters.compare': ({ group }) => ({ groupId: group, people: [], complete: false }),
  'rosters.removeGone': ({ group, gone }) => ({
    ...{ groupId: group, ids: [gone], complete: true, confirmed: true, total: 1 },
    people: [{ email: 'stays@example.edu', role: 'member' }],
  }),
  'links.list': ({ group }) => ({ groupId: group }),
  'links.create': ({ group }) => ({ groupId: group, access: 'anyone', role: 'member' }),
  'links.change': ({ group, link }) => ({ groupId: group, linkId: link, maxUses: 3 }),
  'links.rotate': ({ group, link }) => ({ groupId: group, linkId: link }),
  'links.revoke': ({ group, link }) => ({ groupId: group, linkId: link }),
  'reminders.send': ({ group, invitation }) => ({ groupId: group, invitationIds: [invitation] }),
  'suppressions.list': ({ group }) => ({ groupId: group }),
  'suppressions.lift': ({ group }) => ({ groupId: group, email: 'nobody@example.edu' }),
  'workspaceSuppressions.list': ({ workspace }) => ({ workspaceId: workspace }),
  'workspaceSuppressions.lift': ({ workspace }) => ({ workspaceId: workspace, email: 'nobody@example.edu' }),
}

/** A Group with one of everything in it; `mark` is in every name and address. */
export const furnish = async (
  rollcall: TestService,
  workspace: { id: string },
  chief: Caller,
  owner: Caller,
  mark: string,
): Promise<Place> => {
  const group = await rollcall.group(workspace, owner, { name: `Group ${mark}` })
  const someone = async (what: string, origin: 'manual' | 'roster' = 'manual') => {
    const person = await rollcall.person(`${what}.${randomUUID().slice(0, 8)}@${mark}.example`, `${what} ${mark}`)
    await rollcall.joinGroup(group, person)
    await rollcall.db
      .updateTable('members')
      .set({ origin })
      .where('group_id', '=', group.id)
      .where('person_id', '=', person.id)
      .execute()
    return person.id
  }
  const [member, removed, gone] = [await someone('member'), await someone('removed'), await someone('gone', 'roster')]
  await owner.call('members.setRole', { groupId: group.id, ids: [member], role: 'facilitator' })
  await owner.call('members.setRole', { groupId: group.id, ids: [member], role: 'member' })
  await owner.call('members.remove', { groupId: group.id, ids: [removed] })
  const person = await rollcall.person(`person.${randomUUID().slice(0, 8)}@${mark}.example`, `Person ${mark}`)
  await rollcall.joinWorkspace(workspace, person)
  const batch = randomUUID()
  const invited = `invited.${randomUUID().slice(0, 8)}@${mark}.example`
  await owner.call('invitations.send', {
    ...{ groupId: group.id, key: randomUUID(), batch, origin: 'manual' },
    people: [{ email: invited, name: `Invited ${mark}`, role: 'member' }],
  })
  const { rows } = await owner.call('members.list', { groupId: group.id, state: 'pending' })
  const guest = `guest.${randomUUID().slice(0, 8)}@${mark}.example`
  await chief.call('workspacePeople.invite', { workspaceId: workspace.id, people: [{ email: guest, role: 'member' }] })
  const waiting = await chief.call('workspacePeople.invited', { workspaceId: workspace.id })
  await owner.call('rosters.link', { groupId: group.id, site: `https://${mark}.example`, course: '1' })
  const ofAll = { workspaceId: workspace.id, access: 'restricted', role: 'editor' } as const
  const workspaceLink = await chief.call('workspaceLinks.create', ofAll)
  const link = await owner.call('links.create', { groupId: group.id, access: 'restricted', role: 'member' })
  await rollcall.session(owner)
  const [visit] = (await owner.call('me.sessions', {})).sessions
  const another = await rollcall.person(owner.email)
  const { connections } = await another.call('me.connections', {})
  const awaited = await inviteFromElsewhere(rollcall, owner, mark)
  return {
    ...{ awaited: awaited.id },
    ...{ session: visit?.id ?? '', connection: connections.find(({ here }) => here)?.id ?? '' },
    ...{ name: group.name, workspace: workspace.id, group: group.id, member, removed, gone, person: person.id },
    ...{ batch, link: link.id, workspaceLink: workspaceLink.id, invitation: rows[0]?.id ?? '' },
    workspaceInvitation: waiting.rows.find(({ email }) => email === guest)?.id ?? '',
  }
}

/** An invitation whose mail has left. */
const inviteFromElsewhere = async (rollcall: TestService, person: Caller, mark: string): Promise<{ id: string }> => {
  const host = await rollcall.person(`host.${randomUUID().slice(0, 8)}@${mark}.example`, `Host ${mark}`)
  const workspace = await rollcall.workspace(host, `Host school ${mark}`)
  const group = await rollcall.group(workspace, host, { name: `Host Group ${mark}` })
  return await rollcall.db
    .insertInto('invitations')
    .values({
      ...{ workspace_id: workspace.id, group_id: group.id, email: person.email, role: 'member', origin: 'manual' },
      ...{ batch: null, invited_by: host.id, expires_at: new Date(Date.now() + 86_400_000) },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
}

/** Asks as any program may: what the client would refuse to send goes out too. */
export const askRaw = async (
  url: string,
  by: Caller,
  name: CallName,
  input: object,
): Promise<{ status: number; body: unknown; text: string }> => {
  const { method, path } = calls[name]
  const rest = new Map<string, unknown>(Object.entries(input))
  const filled = path.replace(/:(\w+)/g, (_, field: string) => {
    const value = String(rest.get(field))
    rest.delete(field)
    return encodeURIComponent(value)
  })
  const query = new URLSearchParams([...rest].map(([field, value]) => [field, String(value)]))
  const response = await fetch(`${url}${filled}${method === 'POST' ? '' : `?${query}`}`, {
    method,
    headers: { authorization: `Bearer ${by.token}`, 'content-type': 'application/json' },
    body: method === 'POST' ? JSON.stringify(Object.fromEntries(rest)) : undefined,
  })
  const text = await response.text()
  return { status: response.status, body: JSON.parse(text), text }
}
