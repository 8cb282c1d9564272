import { changeWorkspaceRole, leaveWorkspace } from '../actions/leaveWorkspace.ts'
import type { Handler, Handlers } from '../mount.ts'
import { recordAudit } from '../store/audit.ts'
import { listWorkspacePeople } from '../store/workspacePeople.ts'
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

const remove: Handler<'workspacePeople.remove'> = async ({ actor, workspace, tx }, { personId }) => {
  await leaveWorkspace(tx, { workspaceId: workspace.id, personId })
  const where = { actorId: actor.id, workspaceId: workspace.id, subjectId: personId }
  await recordAudit(tx, { ...where, action: 'workspacePeople.remove' })
  return {}
}

const leave: Handler<'workspaces.leave'> = async ({ actor, workspace, tx }) => {
  await leaveWorkspace(tx, { workspaceId: workspace.id, personId: actor.id })
  await recordAudit(tx, { actorId: actor.id, workspaceId: workspace.id, action: 'workspaces.leave' })
  return {}
}

export const workspacePeopleHandlers = {
  'workspacePeople.list': list,
  'workspacePeople.change': change,
  'workspacePeople.remove': remove,
  'workspaces.leave': leave,
} satisfies Partial<Handlers>
