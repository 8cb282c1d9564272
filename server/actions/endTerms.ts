import { recordAudit } from '../store/audit.ts'
import { emptyGroup, leaveWithGroup } from '../store/emptyGroup.ts'
import { setArchived } from '../store/groupLife.ts'
import type { Database } from '../store/open.ts'
import { type EndedTerm, endedTerms, noteEnded } from '../store/termEnds.ts'
import { eachGroup } from './eachGroup.ts'

/**
 * After the last day of a term its Groups are archived and, where the Workspace says so, emptied of people. Once for each
 * day: a Group that is brought back stays so.
 */
export const endTerms = async (db: Database): Promise<void> => {
  await eachGroup(db, await endedTerms(db), endTerm)
}

const endTerm = async (tx: Database, term: EndedTerm): Promise<void> => {
  if (!(await noteEnded(tx, term))) return
  const { id, workspaceId } = term
  await setArchived(tx, id, true)
  const entry = { actorId: null, workspaceId, groupId: id, action: 'group.termEnded' } as const
  if (term.act === 'archive') return await recordAudit(tx, entry)
  const { leavers, purged } = await emptyGroup(tx, term, 'notOwners')
  await leaveWithGroup(tx, workspaceId, leavers)
  await recordAudit(tx, { ...entry, details: { ...purged } })
}
