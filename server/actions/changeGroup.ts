import { CallProblem } from '../../lib/contract/errors.ts'
import type { GroupType } from '../../lib/contract/schemas.ts'
import type { Actor, AuthorisedGroup } from '../policy.ts'
import { isAlone, renameGroup, setGroupType } from '../store/groupLife.ts'
import { lockGroup, shareGroup } from '../store/groups.ts'
import type { Database } from '../store/open.ts'
import { findWorkspaceRole } from '../store/workspaces.ts'

/** Renames a Group, gives it another type, or both. */
export const changeGroup = async (
  tx: Database,
  actor: Actor,
  group: AuthorisedGroup<'group.change'>,
  { name, type }: { readonly name?: string | undefined; readonly type?: GroupType | undefined },
): Promise<void> => {
  if (name !== undefined) await renameGroup(tx, group.id, name)
  if (type === undefined || type === group.type) return
  // Nobody is invited and nobody joins while it is decided who is in it.
  await lockGroup(tx, group.id, 0)
  if (type === 'workspace' && (await findWorkspaceRole(tx, group.workspaceId, actor.id)) !== 'owner')
    throw new CallProblem('notAllowed', 'Only an Owner of the Workspace can share a Group with everyone in it.')
  // What is Private inside it is not, once others can come in here.
  if (group.type === 'private' || type === 'workspace') await shareGroup(tx, group.id, null)
  await setGroupType(tx, group.id, type)
  if (type === 'private' && !(await isAlone(tx, group.id, actor.id))) throw new CallProblem('notAlone')
}
