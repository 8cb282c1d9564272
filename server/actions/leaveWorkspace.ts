import type { CallOutput } from '../../lib/contract/calls.ts'
import { CallProblem } from '../../lib/contract/errors.ts'
import type { WorkspaceRole } from '../../lib/contract/schemas.ts'
import { deleteGroup } from '../store/groupLife.ts'
import { lockTree } from '../store/groupTree.ts'
import type { Database } from '../store/open.ts'
import { hasOtherOwner, removeFromWorkspace, setWorkspaceRole, soleOwnerships } from '../store/workspacePeople.ts'
import { findWorkspaceRole } from '../store/workspaces.ts'
import { inOrder } from './eachOutcome.ts'

interface Place {
  readonly workspaceId: string
  readonly personId: string
}

/** The role that they had. The last Owner keeps theirs. */
export const changeWorkspaceRole = async (
  tx: Database,
  { workspaceId, personId }: Place,
  role: WorkspaceRole,
): Promise<WorkspaceRole> => {
  const had = await roleUnderLock(tx, { workspaceId, personId }, role === 'owner')
  await setWorkspaceRole(tx, workspaceId, personId, role)
  return had
}

type Outcome = CallOutput<'workspacePeople.setRole'>['outcomes'][number]['outcome']

/** The same for several, in order: one Owner stays, whoever is named. `changed`: told of each, with the role that they had. */
export const changeWorkspaceRoles = async (
  tx: Database,
  { workspaceId, ids, role }: { workspaceId: string; ids: readonly string[]; role: WorkspaceRole },
  changed: (personId: string, had: WorkspaceRole) => Promise<void>,
): Promise<CallOutput<'workspacePeople.setRole'>> => {
  const judged = new Map<string, Outcome>()
  for (const personId of new Set(ids)) {
    try {
      const had = await changeWorkspaceRole(tx, { workspaceId, personId }, role)
      judged.set(personId, had === role ? 'same' : 'changed')
      if (had !== role) await changed(personId, had)
    } catch (problem) {
      if (!(problem instanceof CallProblem)) throw problem
      judged.set(personId, problem.code === 'lastOwner' ? 'lastOwner' : 'notHere')
    }
  }
  return inOrder(ids, judged, 'notHere')
}

/**
 * Takes somebody out of a Workspace. Whoever is the last Owner of it, or of a Group with other people in it, stays until
 * somebody else is one too.
 */
export const leaveWorkspace = async (
  tx: Database,
  actorId: string,
  { workspaceId, personId }: Place,
): Promise<void> => {
  await roleUnderLock(tx, { workspaceId, personId }, false)
  const sole = await soleOwnerships(tx, workspaceId, personId)
  const needed = sole.filter(({ own }) => !own).length
  if (needed > 0)
    throw new CallProblem(
      'lastOwner',
      `${actorId === personId ? 'You' : 'They'} are the only Owner of ${needed === 1 ? 'a Group' : `${needed} Groups`} with other people. Make somebody else Owner there first.`,
    )
  for (const { id } of sole) await deleteGroup(tx, id)
  await removeFromWorkspace(tx, workspaceId, personId, actorId)
}

const roleUnderLock = async (tx: Database, { workspaceId, personId }: Place, staysOwner: boolean) => {
  await lockTree(tx, workspaceId)
  const role = await findWorkspaceRole(tx, workspaceId, personId)
  if (!role) throw new CallProblem('notFound')
  if (role === 'owner' && !staysOwner && !(await hasOtherOwner(tx, workspaceId, personId)))
    throw new CallProblem('lastOwner')
  return role
}
