import { CallProblem } from '../../lib/contract/errors.ts'
import type { Group, GroupRole, GroupType } from '../../lib/contract/schemas.ts'
import type { Handler, Handlers } from '../mount.ts'
import { authoriseGroup, mayInGroup, roleIn } from '../policy.ts'
import { countPeople, createGroup, groupsAround } from '../store/groups.ts'
import type { Database } from '../store/open.ts'

interface Seen {
  readonly id: string
  readonly workspaceId: string
  readonly parentId: string | null
  readonly name: string
  readonly type: GroupType
  readonly role: GroupRole
}

/** Groups as they are answered; how many people are in them is told to those who may see the member list. */
const present = async (db: Database, groups: readonly Seen[]): Promise<Group[]> => {
  const counted = groups.filter(({ role }) => mayInGroup(role, 'group.viewMembers'))
  const counts = await countPeople(
    db,
    counted.map(({ id }) => id),
  )
  return groups.map(({ id, workspaceId, parentId, name, type, role }) => {
    const { members = null, pending = null } = counts.get(id) ?? {}
    return { id, workspaceId, parentId, name, type, role, members, pending }
  })
}

const presentOne = async (db: Database, group: Seen): Promise<Group> => {
  const [answer] = await present(db, [group])
  if (!answer) throw new Error('A Group was lost while it was presented.')
  return answer
}

const listGroups: Handler<'groups.list'> = async ({ actor, tx }) => {
  const around = await groupsAround(tx, actor.id)
  const seen = around.flatMap((group) => {
    const role = roleIn(group)
    return role ? [{ ...group, role }] : []
  })
  return { groups: await present(tx, seen) }
}

const getGroup: Handler<'groups.get'> = async ({ group, tx }) => await presentOne(tx, group)

const makeGroup: Handler<'groups.create'> = async ({ actor, workspace, tx }, { name, parentId }) => {
  const around = parentId ? await authoriseGroup(tx, actor, 'group.nest', parentId) : null
  const parent = around?.workspaceId === workspace.id ? around : null
  if (around && !parent) throw new CallProblem('notFound')
  const { id, type } = await createGroup(tx, { workspaceId: workspace.id, parent, name, createdBy: actor.id })
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
