import { CallProblem } from '../../lib/contract/errors.ts'
import { MAX_GROUP_LEVELS } from '../../lib/contract/limits.ts'
import { type Actor, type AuthorisedGroup, authorise, authoriseGroup } from '../policy.ts'
import { keepAnOwner } from '../store/groupLife.ts'
import { shareGroup } from '../store/groups.ts'
import { levelsOf, lockTree, parentOf, pathOf, setParent } from '../store/groupTree.ts'
import type { Database } from '../store/open.ts'

/**
 * Moves a Group, with what is inside it, into another Group of its Workspace or to the top. Who was in it through the
 * Group that it leaves is not in it any more; who is in the one that it goes to is.
 */
export const moveGroup = async (
  tx: Database,
  actor: Actor,
  group: AuthorisedGroup<'group.change'>,
  parentId: string | null,
): Promise<void> => {
  await lockTree(tx, group.workspaceId)
  const from = await parentOf(tx, group.id)
  if (from === parentId) return
  if (from) await mayTakeOut(tx, actor, from)
  if (!parentId) await authorise(tx, actor, 'workspace.createGroup', group)
  else {
    const to = await authoriseGroup(tx, actor, 'group.nest', parentId)
    if (to.workspaceId !== group.workspaceId) throw new CallProblem('notFound')
    const path = await pathOf(tx, parentId)
    if (path.includes(group.id)) throw new CallProblem('insideItself')
    if (path.length + (await levelsOf(tx, group.id)) > MAX_GROUP_LEVELS) throw new CallProblem('tooDeep')
    if (to.type !== 'private') await shareGroup(tx, group.id, null)
  }
  await setParent(tx, group.id, parentId)
  await keepAnOwner(tx, group.id, actor.id)
}

/** An Owner of this Group alone may not even see the one around it. */
const mayTakeOut = async (tx: Database, actor: Actor, around: string) => {
  try {
    await authoriseGroup(tx, actor, 'group.nest', around)
  } catch (problem) {
    if (!(problem instanceof CallProblem) || problem.code === 'archived') throw problem
    throw new CallProblem('notAllowed', 'Only an Owner of the Group around this one can take it out.')
  }
}
