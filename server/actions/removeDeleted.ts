import { recordAudit } from '../store/audit.ts'
import { emptyGroup, leaveWithGroup } from '../store/emptyGroup.ts'
import { eraseGroup, groupsToErase } from '../store/groupLife.ts'
import type { Database } from '../store/open.ts'

/**
 * Takes away what can no longer be restored, with everything in it and with the people who came with it and are in no
 * other Group. One transaction for each Group that was deleted: what fails is tried again, and stops no other.
 */
export const removeDeleted = async (db: Database): Promise<void> => {
  let next: string | undefined
  do {
    next = await db.transaction().execute(removeOne)
  } while (next)
}

const removeOne = async (tx: Database): Promise<string | undefined> => {
  const due = await groupsToErase(tx)
  const leavers = []
  for (const group of due) {
    const emptied = await emptyGroup(tx, group, 'everybody')
    leavers.push(...emptied.leavers)
    await recordAudit(tx, {
      actorId: null,
      workspaceId: group.workspaceId,
      groupId: group.id,
      action: 'group.removed',
      details: { ...emptied.purged },
    })
  }
  // The outermost stands first, and takes those inside it along.
  const [outermost] = due
  if (!outermost) return undefined
  await eraseGroup(tx, outermost.id)
  await leaveWithGroup(tx, outermost.workspaceId, leavers)
  return outermost.id
}
