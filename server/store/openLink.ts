import { isHigher } from '../../lib/contract/roles.ts'
import type { GroupRole, LinkAccess } from '../../lib/contract/schemas.ts'
import { type GroupState, groupState } from './groupState.ts'
import { endOf, type LinkLifeEnd, type LinkWorkspace } from './linkLife.ts'
import type { Database } from './open.ts'

/** Why a share link lets nobody in: by itself, or by how its Group is. */
export type LinkEnd = LinkLifeEnd | Exclude<GroupState, 'open'>

/** A share link as whoever holds it may know it. */
export interface OpenLink {
  readonly id: string
  readonly generation: number
  readonly access: LinkAccess
  readonly role: GroupRole
  readonly expiresAt: Date | null
  /** Null: it lets people in. */
  readonly end: LinkEnd | null
  readonly group: { readonly id: string; readonly name: string }
  readonly workspace: LinkWorkspace
}

/** `toJoin` lets one person in at a time until the transaction ends, so that each is counted and a cap holds. */
export const openLink = async (
  db: Database,
  link: { readonly id: string; readonly generation: number },
  toJoin: 'toJoin' | 'toLook',
): Promise<OpenLink | undefined> => {
  const row = await db
    .selectFrom('share_links as l')
    .innerJoin('groups as g', 'g.id', 'l.group_id')
    .innerJoin('workspaces as w', 'w.id', 'g.workspace_id')
    .select(['l.id', 'l.access', 'l.role', 'l.generation', 'l.revoked_at', 'l.expires_at', endOf('l').as('ended')])
    .select(['g.id as group_id', 'g.name as group_name', 'w.id as workspace_id', 'w.name as workspace_name'])
    .select(['w.email_domains', 'w.anyone_role', 'w.language'])
    .where('l.id', '=', link.id)
    .$if(toJoin === 'toJoin', (query) => query.forNoKeyUpdate('l'))
    .executeTakeFirst()
  if (!row) return undefined
  const state = await groupState(db, row.group_id)
  const tooHigh = row.access === 'anyone' && isHigher(row.role, row.anyone_role)
  const end =
    (state === 'open' ? null : state) ??
    (row.revoked_at || tooHigh ? 'revoked' : null) ??
    (row.generation === link.generation ? row.ended : 'replaced')
  return {
    id: row.id,
    generation: link.generation,
    access: row.access,
    role: row.role,
    expiresAt: row.expires_at,
    end,
    group: { id: row.group_id, name: row.group_name },
    workspace: {
      id: row.workspace_id,
      name: row.workspace_name,
      emailDomains: row.email_domains,
      language: row.language,
    },
  }
}
