import type { GroupRole, LinkAccess } from '../../lib/contract/schemas.ts'
import type { Service } from '../service.ts'

export interface LinkView {
  readonly id: string
  readonly access: LinkAccess
  readonly role: GroupRole
  /** False: it was switched off, or its Group is gone. */
  readonly live: boolean
  readonly group: { readonly id: string; readonly name: string }
  readonly workspace: { readonly id: string; readonly name: string }
}

/** The share link that a token stands for; undefined when it is none of ours. */
export const findLink = async (
  { db, secrets }: Pick<Service, 'db' | 'secrets'>,
  token: string,
): Promise<LinkView | undefined> => {
  const read = secrets.readToken('link', token)
  if (!read) return undefined
  const row = await db
    .selectFrom('share_links as l')
    .innerJoin('groups as g', 'g.id', 'l.group_id')
    .innerJoin('workspaces as w', 'w.id', 'g.workspace_id')
    .select(['l.id', 'l.access', 'l.role', 'l.generation', 'l.revoked_at', 'g.id as group_id', 'g.name as group_name'])
    .select(['g.deleted_at', 'w.id as workspace_id', 'w.name as workspace_name'])
    .where('l.id', '=', read.id)
    .executeTakeFirst()
  if (!row || !read.isOf(row.generation)) return undefined
  return {
    id: row.id,
    access: row.access,
    role: row.role,
    live: !row.revoked_at && !row.deleted_at,
    group: { id: row.group_id, name: row.group_name },
    workspace: { id: row.workspace_id, name: row.workspace_name },
  }
}
