import { CallProblem } from '../../lib/contract/errors.ts'
import { MAX_GROUP_LEVELS } from '../../lib/contract/limits.ts'
import type { GroupSpace } from '../../lib/contract/schemas.ts'
import { type Actor, type AuthorisedGroup, authorise, authoriseGroup } from '../policy.ts'
import { isAlone, keepAnOwner, setGroupType } from '../store/groupLife.ts'
import { lockGroup, shareGroup } from '../store/groups.ts'
import { groupsIn, levelsOf, lockTree, parentOf, pathOf, setParent } from '../store/groupTree.ts'
import type { Database } from '../store/open.ts'
import { authoriseAround } from './authoriseAround.ts'

/**
 * Moves a Group, with what is inside it, into another Group of its Workspace or to the top. Who was in it through the
 * Group that it leaves is not in it any more; who is in the one that it goes to is. At the top it can be opened to the
 * Workspace, or become its only person's alone.
 */
export const moveGroup = async (
  tx: Database,
  actor: Actor,
  group: AuthorisedGroup<'group.change'>,
  { parentId, space }: { readonly parentId: string | null; readonly space?: GroupSpace | undefined },
): Promise<void> => {
  await lockTree(tx, group.workspaceId)
  const from = await parentOf(tx, group.id)
  if (from === parentId && !space) return
  if (from && from !== parentId) await authoriseAround(tx, actor, from, 'take it out')
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
  if (parentId) return
  if (space === 'workspace') await shareGroup(tx, group.id, null)
  if (space === 'private') await keepToOne(tx, actor, group.id)
}

/** Makes a Group and all inside it Private, if nobody else is in any of them. */
const keepToOne = async (tx: Database, actor: Actor, groupId: string) => {
  for (const id of await groupsIn(tx, groupId)) {
    // Nobody is invited and nobody joins while it is decided.
    await lockGroup(tx, id, 0)
    await setGroupType(tx, id, 'private')
    if (!(await isAlone(tx, id, actor.id))) throw new CallProblem('notAlone')
  }
}
