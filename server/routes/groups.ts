import { CallProblem } from '../../lib/contract/errors.ts'
import { MAX_GROUP_LEVELS } from '../../lib/contract/limits.ts'
import type { Group, GroupRole, GroupType } from '../../lib/contract/schemas.ts'
import { changeGroup } from '../actions/changeGroup.ts'
import { copyGroup } from '../actions/copyGroup.ts'
import { moveGroup } from '../actions/moveGroup.ts'
import { restoreGroup, unarchiveGroup } from '../actions/restoreGroup.ts'
import type { Handler, Handlers } from '../mount.ts'
import { type Actor, authoriseGroup, mayInGroup, roleIn } from '../policy.ts'
import { recordAudit } from '../store/audit.ts'
import { deleteGroup, setArchived } from '../store/groupLife.ts'
import { countPeople, createGroup, type GroupRow, groupsAround } from '../store/groups.ts'
import { lockTree, pathOf } from '../store/groupTree.ts'
import type { Database } from '../store/open.ts'

interface Seen {
  readonly id: string
  readonly workspaceId: string
  readonly parentId: string | null
  readonly name: string
  readonly type: GroupType
  readonly role: GroupRole
  readonly archivedAt?: Date | null
  readonly deletedAt?: Date | null
}

/** Groups as they are answered; how many people are in them is told to those who may see the member list. */
const present = async (db: Database, groups: readonly Seen[]): Promise<Group[]> => {
  const counted = groups.filter(({ role }) => mayInGroup(role, 'group.viewMembers'))
  const counts = await countPeople(
    db,
    counted.map(({ id }) => id),
  )
  return groups.map(({ id, workspaceId, parentId, name, type, role, archivedAt, deletedAt }) => {
    const { members = null, pending = null } = counts.get(id) ?? {}
    return {
      ...{ id, workspaceId, parentId, name, type, role, members, pending },
      ...(archivedAt && { archivedAt: archivedAt.toISOString() }),
      ...(deletedAt && { deletedAt: deletedAt.toISOString() }),
    }
  })
}

const presentOne = async (db: Database, group: Seen): Promise<Group> => {
  const [answer] = await present(db, [group])
  if (!answer) throw new Error('A Group was lost while it was presented.')
  return answer
}

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

const makeGroup: Handler<'groups.create'> = async ({ actor, workspace, tx }, { name, parentId }) => {
  const around = parentId ? await authoriseGroup(tx, actor, 'group.nest', parentId) : null
  const parent = around?.workspaceId === workspace.id ? around : null
  if (around && !parent) throw new CallProblem('notFound')
  await lockTree(tx, workspace.id)
  if (parent && (await pathOf(tx, parent.id)).length >= MAX_GROUP_LEVELS) throw new CallProblem('tooDeep')
  const { id, type } = await createGroup(tx, { workspaceId: workspace.id, parent, name, createdBy: actor.id })
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

/** The Group as it is for the caller after what they did. */
const after = async (db: Database, actor: Actor, groupId: string): Promise<Group> =>
  await presentOne(db, await authoriseGroup(db, actor, 'group.see', groupId))

const change: Handler<'groups.change'> = async ({ actor, group, tx }, input) => {
  await changeGroup(tx, actor, group, input)
  return await after(tx, actor, group.id)
}

const move: Handler<'groups.move'> = async ({ actor, group, tx }, { parentId }) => {
  await moveGroup(tx, actor, group, parentId)
  return await after(tx, actor, group.id)
}

const copy: Handler<'groups.copy'> = async ({ actor, group, tx }, { name }) =>
  await after(tx, actor, (await copyGroup(tx, actor, group, name)).id)

const archive: Handler<'groups.archive'> = async ({ actor, group, tx }) => {
  await setArchived(tx, group.id, true)
  return await after(tx, actor, group.id)
}

const unarchive: Handler<'groups.unarchive'> = async ({ actor, group, tx }) => {
  await unarchiveGroup(tx, group)
  return await after(tx, actor, group.id)
}

const remove: Handler<'groups.delete'> = async ({ group, tx }) => ({
  restorableUntil: (await deleteGroup(tx, group.id)).toISOString(),
})

const restore: Handler<'groups.restore'> = async ({ actor, group, tx }) => {
  await restoreGroup(tx, group)
  return await after(tx, actor, group.id)
}

export const groupHandlers = {
  'groups.list': listGroups,
  'groups.create': makeGroup,
  'groups.get': getGroup,
  'groups.change': change,
  'groups.move': move,
  'groups.copy': copy,
  'groups.archive': archive,
  'groups.unarchive': unarchive,
  'groups.delete': remove,
  'groups.restore': restore,
} satisfies Partial<Handlers>
