import { type Actor, type AuthorisedGroup, authorise, mayInGroup, roleIn } from '../policy.ts'
import { createGroup, type GroupRow, groupsAround } from '../store/groups.ts'
import { lockTree } from '../store/groupTree.ts'
import type { Database } from '../store/open.ts'
import { copyTimes } from '../store/termEnds.ts'
import { authoriseAround } from './authoriseAround.ts'

type Made = Awaited<ReturnType<typeof createGroup>>

/**
 * A Group like this one beside it, with the Groups inside it that the caller owns too and that were not archived before it,
 * each with its reminders and a last day that is still to come, and nobody but the caller in them.
 */
export const copyGroup = async (
  tx: Database,
  actor: Actor,
  group: AuthorisedGroup<'group.copy'>,
  name: string,
): Promise<Made> => {
  const { workspaceId, parentId } = group
  await authorise(tx, actor, 'workspace.createGroup', group)
  const around = parentId ? await authoriseAround(tx, actor, parentId, 'put another beside it') : null
  await lockTree(tx, workspaceId)
  const there = await groupsAround(tx, actor.id)
  const closed = there.find(({ id }) => id === group.id)?.archivedAt ?? null
  const all = there.filter((one) => isOwn(one) && !wasClosedBefore(one, closed))
  const copy = async (original: string, parent: Made | null, as: string): Promise<Made> => {
    const made = await createGroup(tx, { workspaceId, parent, name: as, createdBy: actor.id })
    await copyTimes(tx, original, made.id)
    for (const nested of all) if (nested.parentId === original) await copy(nested.id, made, nested.name)
    return made
  }
  return await copy(group.id, around, name)
}

const isOwn = (group: GroupRow): boolean => {
  const role = roleIn(group)
  return role !== null && mayInGroup(role, 'group.copy')
}

/** By itself: what closes with a Group, or after it, is archived since the same moment. */
const wasClosedBefore = ({ archivedAt }: GroupRow, closed: Date | null): boolean =>
  archivedAt !== null && (closed === null || archivedAt < closed)
