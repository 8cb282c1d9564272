import type { Actor, AuthorisedGroup, AuthorisedWorkspace } from '../policy.ts'
import { type AuditEntry, recordAudit } from '../store/audit.ts'
import type { Database } from '../store/open.ts'

/** What became of each id, in the order in which they were asked about. */
export const inOrder = <O extends string>(ids: readonly string[], judged: ReadonlyMap<string, O>, otherwise: O) => ({
  outcomes: ids.map((id) => ({ id, outcome: judged.get(id) ?? otherwise })),
})

/** A line of the audit for each id to which something was done. */
export const recordEach = async (
  tx: Database,
  actor: Actor,
  place: AuthorisedGroup | AuthorisedWorkspace,
  entry: Pick<AuditEntry, 'action' | 'details'>,
  ids: Iterable<string>,
): Promise<void> => {
  const inside =
    'workspaceId' in place ? { workspaceId: place.workspaceId, groupId: place.id } : { workspaceId: place.id }
  const where = { actorId: actor.id, ...inside }
  for (const subjectId of ids) await recordAudit(tx, { ...where, ...entry, subjectId })
}
