import { CallProblem } from '../../lib/contract/errors.ts'
import type { AuthorisedGroup } from '../policy.ts'
import { setArchived, undeleteGroup } from '../store/groupLife.ts'
import { groupState } from '../store/groupState.ts'
import type { Database } from '../store/open.ts'

/** Opens an archived Group. One that is closed with the Group around it opens with that one. */
export const unarchiveGroup = async (tx: Database, group: AuthorisedGroup<'group.archive'>): Promise<void> => {
  await setArchived(tx, group.id, false)
  if ((await groupState(tx, group.id)) !== 'open') throw new CallProblem('parentClosed')
}

/** Brings a deleted Group back as it was: archived, if it was that. */
export const restoreGroup = async (tx: Database, group: AuthorisedGroup<'group.restore'>): Promise<void> => {
  await undeleteGroup(tx, group.id)
  if ((await groupState(tx, group.id)) === 'gone') throw new CallProblem('parentClosed')
}
