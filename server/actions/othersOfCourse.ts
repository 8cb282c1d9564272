import { type Actor, type AuthorisedGroup, mayInGroup, roleIn } from '../policy.ts'
import { courseGroups } from '../store/courseGroups.ts'
import { findGroup } from '../store/groups.ts'
import type { Database } from '../store/open.ts'

/** The other Groups of a Group's course that are the caller's to change: the one around it, and those of sections. */
export const othersOfCourse = async (db: Database, actor: Actor, group: AuthorisedGroup) => {
  const others = []
  for (const id of await courseGroups(db, group.id)) {
    const other = id === group.id ? undefined : await findGroup(db, id, actor.id)
    const role = other && !other.archivedAt ? roleIn(other) : null
    if (other && role && mayInGroup(role, 'group.changeMembers')) others.push(other)
  }
  return others
}
