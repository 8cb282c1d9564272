import { CallProblem } from '../../lib/contract/errors.ts'
import { inviteIntoWorkspace } from '../actions/inviteIntoWorkspace.ts'
import { changeWorkspaceRole, changeWorkspaceRoles, leaveWorkspace } from '../actions/leaveWorkspace.ts'
import type { Handler, Handlers } from '../mount.ts'
import { recordAudit } from '../store/audit.ts'
import { deliveryOf, problemOf } from '../store/delivery.ts'
import { endWorkspaceInvitation, listWorkspaceInvitations } from '../store/workspaceInvitations.ts'
import { listWorkspacePeople } from '../store/workspacePeople.ts'
import { rulesOf } from '../store/workspaceSettings.ts'
import { DEFAULT_PAGE, readPlace, writePlace } from './placeInList.ts'

const list: Handler<'workspacePeople.list'> = async (
  { workspace, tx },
  { role, search, limit = DEFAULT_PAGE, after },
) => {
  const { rows, total } = await listWorkspacePeople(tx, {
    workspaceId: workspace.id,
    role,
    search: search?.trim() ?? '',
    // One more than asked for tells whether there is a next page.
    limit: limit + 1,
    after: after ? readPlace(after) : null,
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map(({ sortName: _, since, ...row }) => ({ ...row, since: since.toISOString() })),
    total,
    next: last && rows.length > limit ? writePlace([last.sortName, last.email]) : null,
  }
}

const change: Handler<'workspacePeople.change'> = async ({ actor, workspace, tx }, { personId, role }) => {
  const from = await changeWorkspaceRole(tx, { workspaceId: workspace.id, personId }, role)
  const where = { actorId: actor.id, workspaceId: workspace.id, subjectId: personId }
  await recordAudit(tx, { ...where, action: 'workspacePeople.change', details: { from, to: role } })
  return { role }
}

const setRole: Handler<'workspacePeople.setRole'> = async ({ actor, workspace, tx }, { ids, role }) =>
  await changeWorkspaceRoles(tx, { workspaceId: workspace.id, ids, role }, async (subjectId, from) => {
    const where = { actorId: actor.id, workspaceId: workspace.id, subjectId }
    await recordAudit(tx, { ...where, action: 'workspacePeople.setRole', details: { from, to: role } })
  })

const remove: Handler<'workspacePeople.remove'> = async ({ actor, workspace, tx }, { personId }) => {
  await leaveWorkspace(tx, actor.id, { workspaceId: workspace.id, personId })
  const where = { actorId: actor.id, workspaceId: workspace.id, subjectId: personId }
  await recordAudit(tx, { ...where, action: 'workspacePeople.remove' })
  return {}
}

const leave: Handler<'workspaces.leave'> = async ({ actor, workspace, tx }) => {
  await leaveWorkspace(tx, actor.id, { workspaceId: workspace.id, personId: actor.id })
  await recordAudit(tx, { actorId: actor.id, workspaceId: workspace.id, action: 'workspaces.leave' })
  return {}
}

const invite: Handler<'workspacePeople.invite'> = async ({ actor, workspace, service, tx }, { people }) => {
  const rules = await rulesOf(tx, service.config, workspace.id)
  const common = { workspaceId: workspace.id, invitedBy: actor.id, rules }
  const outcomes = await inviteIntoWorkspace(tx, common, people)
  const invited = new Set(outcomes.flatMap(({ email, outcome }) => (outcome === 'invited' ? email : []))).size
  const where = { actorId: actor.id, workspaceId: workspace.id }
  if (invited > 0) await recordAudit(tx, { ...where, action: 'workspacePeople.invite', details: { invited } })
  return { outcomes }
}

const listInvited: Handler<'workspacePeople.invited'> = async ({ workspace, service, tx }, { state = 'pending' }) => ({
  rows: (await listWorkspaceInvitations(tx, workspace.id, state)).map(
    ({ id, email, role, since, expiresAt, ...mail }) => ({
      ...{ id, email, role, state, since: since.toISOString(), expiresAt: expiresAt.toISOString() },
      delivery: deliveryOf(mail, service.config.smtpUrl !== undefined),
      problem: problemOf(mail),
    }),
  ),
})

const uninvite: Handler<'workspacePeople.uninvite'> = async ({ actor, workspace, tx }, { invitationId }) => {
  const ended = await endWorkspaceInvitation(tx, { id: invitationId, workspaceId: workspace.id }, 'revoked')
  if (!ended) throw new CallProblem('notFound')
  const where = { actorId: actor.id, workspaceId: workspace.id, subjectId: invitationId }
  await recordAudit(tx, { ...where, action: 'workspacePeople.uninvite' })
  return {}
}

export const workspacePeopleHandlers = {
  'workspacePeople.invite': invite,
  'workspacePeople.invited': listInvited,
  'workspacePeople.uninvite': uninvite,
  'workspacePeople.list': list,
  'workspacePeople.change': change,
  'workspacePeople.setRole': setRole,
  'workspacePeople.remove': remove,
  'workspaces.leave': leave,
} satisfies Partial<Handlers>
