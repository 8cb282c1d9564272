import { sql } from 'kysely'
import { GroupRole, type LinkAccess } from '../../lib/contract/schemas.ts'
import type { Database } from './open.ts'

export interface LinkRow {
  readonly id: string
  readonly access: LinkAccess
  readonly role: GroupRole
  readonly generation: number
  readonly uses: number
  readonly created_at: Date
}

const columns = ['id', 'access', 'role', 'generation', 'uses', 'created_at'] as const

/** The live links of a Group, oldest first. */
export const linksOf = async (db: Database, groupId: string): Promise<LinkRow[]> =>
  await db
    .selectFrom('share_links')
    .select(columns)
    .where('group_id', '=', groupId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

/** The one live link with this access and role, made when there is none. */
export const ensureLink = async (
  tx: Database,
  link: { groupId: string; access: LinkAccess; role: GroupRole; createdBy: string },
): Promise<LinkRow> =>
  await tx
    .insertInto('share_links')
    .values({ group_id: link.groupId, access: link.access, role: link.role, created_by: link.createdBy })
    // An update that changes nothing, so that the row that was there comes back.
    .onConflict((oc) =>
      oc
        .columns(['group_id', 'access', 'role'])
        .where('revoked_at', 'is', null)
        .doUpdateSet((eb) => ({ role: eb.ref('excluded.role') })),
    )
    .returning(columns)
    .executeTakeFirstOrThrow()

/** False: this Group has no such live link. */
export const revokeLink = async (tx: Database, groupId: string, linkId: string): Promise<boolean> => {
  const revoked = await tx
    .updateTable('share_links')
    .set({ revoked_at: sql<Date>`now()` })
    .where('id', '=', linkId)
    .where('group_id', '=', groupId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return revoked !== undefined
}

export interface LiveLink {
  readonly id: string
  readonly groupId: string
  readonly workspaceId: string
  readonly access: LinkAccess
  readonly role: GroupRole
}

/** A link that still lets people in: not revoked, its Group not deleted. One person at a time, so that each is counted once. */
export const liveLink = async (tx: Database, linkId: string): Promise<LiveLink | undefined> =>
  await tx
    .selectFrom('share_links as l')
    .innerJoin('groups as g', 'g.id', 'l.group_id')
    .select(['l.id', 'l.group_id as groupId', 'g.workspace_id as workspaceId', 'l.access', 'l.role'])
    .where('l.id', '=', linkId)
    .where('l.revoked_at', 'is', null)
    .where('g.deleted_at', 'is', null)
    .forNoKeyUpdate('l')
    .executeTakeFirst()

/** Counts one person who came in. */
export const countUse = async (tx: Database, linkId: string): Promise<void> => {
  await tx
    .updateTable('share_links')
    .set((eb) => ({ uses: eb('uses', '+', 1) }))
    .where('id', '=', linkId)
    .execute()
}

/** Ends the links for anyone in a Workspace that give more than `highest`. */
export const revokeLinksAbove = async (tx: Database, workspaceId: string, highest: GroupRole): Promise<void> => {
  const above = GroupRole.options.slice(0, GroupRole.options.indexOf(highest))
  if (above.length === 0) return
  await tx
    .updateTable('share_links')
    .set({ revoked_at: sql<Date>`now()` })
    .where('access', '=', 'anyone')
    .where('role', 'in', above)
    .where('revoked_at', 'is', null)
    .where('group_id', 'in', (eb) => eb.selectFrom('groups').select('id').where('workspace_id', '=', workspaceId))
    .execute()
}
