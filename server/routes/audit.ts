import { CallProblem } from '../../lib/contract/errors.ts'
import type { Handler, Handlers } from '../mount.ts'
import { listAudit } from '../store/audit.ts'
import { shownAddress } from '../store/people.ts'

const DEFAULT_PAGE = 50

const list: Handler<'audit.list'> = async ({ actor, workspace, tx }, { groupId, limit = DEFAULT_PAGE, after }) => {
  // Numbers of 18 digits: longer than any line's, and no more than the store's type holds.
  if (after !== undefined && !/^\d{1,18}$/.test(after)) throw new CallProblem('notUnderstood')
  const rows = await listAudit(tx, { workspaceId: workspace.id, readerId: actor.id, groupId, after, limit: limit + 1 })
  const page = rows.slice(0, limit)
  return {
    lines: page.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      actor: row.actorId ? { id: row.actorId, email: shownAddress(row.actorEmail), name: row.actorName } : null,
      group: row.groupId ? { id: row.groupId, name: row.groupName } : null,
      action: row.action,
      subjectId: row.subjectId,
      details: row.details,
    })),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}

export const auditHandlers = { 'audit.list': list } satisfies Partial<Handlers>
