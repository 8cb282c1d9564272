import { sql } from 'kysely'
import { recordAudit } from '../store/audit.ts'
import { spendBeginLink } from '../store/beginLinks.ts'
import type { Database } from '../store/open.ts'
import { countWorkspaces, createWorkspace } from '../store/workspaces.ts'

/** Makes the Workspace that a link was opened for; whoever did it becomes its Owner. False: the link is not theirs to spend. */
export const beginWorkspace = async (
  tx: Database,
  link: { readonly token: string; readonly browser: string },
  person: { readonly id: string; readonly email: string },
): Promise<boolean> => {
  // Two first links at the same moment make one first Workspace.
  await sql`lock table workspaces in share row exclusive mode`.execute(tx)
  const spent = await spendBeginLink(tx, { ...link, email: person.email })
  if (!spent || (spent.isFirst && (await countWorkspaces(tx)) > 0)) return false
  const workspaceId = await createWorkspace(tx, spent.name, person.id)
  await recordAudit(tx, { actorId: person.id, workspaceId, action: 'workspaces.create' })
  return true
}
