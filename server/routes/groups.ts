import { CallProblem } from '../../lib/contract/errors.ts'
import { MAX_GROUP_LEVELS } from '../../lib/contract/limits.ts'
import type { GroupRole } from '../../lib/contract/schemas.ts'
import type { Handler, Handlers } from '../mount.ts'
import { authoriseGroup, mayInGroup, roleIn } from '../policy.ts'
import { recordAudit } from '../store/audit.ts'
import { createGroup, type GroupRow, groupsAround } from '../store/groups.ts'
import { lockTree, pathOf } from '../store/groupTree.ts'
import { holdGroups } from '../store/quotas.ts'
import { present, presentOne } from './presentGroup.ts'

const listGroups: Handler<'groups.list'> = async ({ actor, tx }, { show = 'open' }) => {
  const around = await groupsAround(tx, actor.id, show === 'deleted' ? 'deleted' : 'there')
  const seen = around.flatMap((group) => {
    const role = roleIn(group)
    return role && isShown(group, role, show) ? [{ ...group, role }] : []
  })
  return { groups: await present(tx, seen) }
}

const isShown = ({ archivedAt }: GroupRow, role: GroupRole, show: 'open' | 'archived' | 'deleted'): boolean =>
  show === 'deleted' ? mayInGroup(role, 'group.restore') : (archivedAt !== null) === (show === 'archived')

const getGroup: Handler<'groups.get'> = async ({ group, tx }) => await presentOne(tx, group)

const makeGroup: Handler<'groups.create'> = async ({ actor, workspace, service, tx }, { name, parentId, space }) => {
  const around = parentId ? await authoriseGroup(tx, actor, 'group.nest', parentId) : null
  const parent = around?.workspaceId === workspace.id ? around : null
  if (around && !parent) throw new CallProblem('notFound')
  await lockTree(tx, workspace.id)
  if (parent && (await pathOf(tx, parent.id)).length >= MAX_GROUP_LEVELS) throw new CallProblem('tooDeep')
  const made = { workspaceId: workspace.id, parent, name, createdBy: actor.id, shared: space === 'workspace' }
  const { id, type } = await createGroup(tx, made)
  await holdGroups(tx, service.config.quotas, workspace.id)
  await recordAudit(tx, { actorId: actor.id, workspaceId: workspace.id, groupId: id, action: 'groups.create' })
  return await presentOne(tx, {
    id,
    workspaceId: workspace.id,
    parentId: parent?.id ?? null,
    name,
    type,
    role: 'owner',
  })
}

export const groupHandlers = {
  'groups.list': listGroups,
  'groups.create': makeGroup,
  'groups.get': getGroup,
} satisfies Partial<Handlers>
