import { type Actor, type AuthorisedGroup, type GroupPermission, mayInGroup, roleIn } from '../policy.ts'
import { type GroupRow, groupsAround } from '../store/groups.ts'
import { groupsIn } from '../store/groupTree.ts'
import type { Database } from '../store/open.ts'

/** What lies in a Group, however deep, and with which the caller may do the same, by name. */
export const ownedInside = async <P extends GroupPermission>(
  db: Database,
  actor: Actor,
  group: AuthorisedGroup<P>,
  permission: P,
): Promise<readonly GroupRow[]> => {
  const inside = new Set(await groupsIn(db, group.id))
  return (await groupsAround(db, actor.id)).filter((one) => {
    const role = inside.has(one.id) && one.id !== group.id ? roleIn(one) : null
    return role !== null && mayInGroup(role, permission)
  })
}
