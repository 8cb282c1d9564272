import type { Group, GroupRole, GroupType } from '../../lib/contract/schemas.ts'
import { mayInGroup } from '../policy.ts'
import { countPeople } from '../store/groups.ts'
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
export const present = async (db: Database, groups: readonly Seen[]): Promise<Group[]> => {
  const counted = groups.filter(({ role }) => mayInGroup(role, 'group.viewMembers'))
  const counts = await countPeople(db, counted)
  return groups.map(({ id, workspaceId, parentId, name, type, role, archivedAt, deletedAt }) => {
    const { members = null, pending = null } = counts.get(id) ?? {}
    return {
      ...{ id, workspaceId, parentId, name, type, role, members, pending },
      ...(archivedAt && { archivedAt: archivedAt.toISOString() }),
      ...(deletedAt && { deletedAt: deletedAt.toISOString() }),
    }
  })
}

export const presentOne = async (db: Database, group: Seen): Promise<Group> => {
  const [answer] = await present(db, [group])
  if (!answer) throw new Error('A Group was lost while it was presented.')
  return answer
}
