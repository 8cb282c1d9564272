import { sql } from 'kysely'
import { isHigher } from '../../lib/contract/roles.ts'
import { GroupRole, type LinkAccess, type LinkLimits } from '../../lib/contract/schemas.ts'
import {
  columnsChanged,
  endOf,
  ensureLive,
  type LinkChange,
  type LinkLife,
  limitColumns,
  limitsWhileLive,
  linkColumns,
} from './linkLife.ts'
import type { Database } from './open.ts'

export interface LinkRow extends LinkLife {
  readonly access: LinkAccess
  readonly role: GroupRole
  /** Addresses on the list of a roster link. */
  readonly people: number
}

const ended = endOf('share_links').as('ended')
const people = sql<number>`(
  select count(*)::integer from share_link_people p where p.link_id = share_links.id)`.as('people')

/** The links of a Group that were not revoked, oldest first. */
export const linksOf = async (db: Database, groupId: string): Promise<LinkRow[]> =>
  await db
    .selectFrom('share_links')
    .select(linkColumns)
    .select([ended, people])
    .where('group_id', '=', groupId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

interface NewLink {
  readonly groupId: string
  readonly access: LinkAccess
  readonly role: GroupRole
  readonly createdBy: string
}

/** The one live link with this access and role, with these limits; made when there is none. */
export const ensureLink = async (tx: Database, link: NewLink, limits: LinkLimits): Promise<LinkRow> =>
  await ensureLive(
    () => insertLink(tx, link, limits),
    (linkId) => changeLink(tx, { groupId: link.groupId, linkId }, 'revoke'),
  )

const insertLink = async (tx: Database, link: NewLink, limits: LinkLimits): Promise<LinkRow> => {
  return await tx
    .insertInto('share_links')
    .values({
      group_id: link.groupId,
      access: link.access,
      role: link.role,
      created_by: link.createdBy,
      ...limitColumns(limits),
    })
    // An update that may change nothing, so that the row that was there comes back.
    .onConflict((oc) =>
      oc
        .columns(['group_id', 'access', 'role'])
        .where('revoked_at', 'is', null)
        .doUpdateSet((eb) => ({ role: eb.ref('excluded.role'), ...limitsWhileLive('share_links', limits) })),
    )
    .returning(linkColumns)
    .returning([ended, people])
    .executeTakeFirstOrThrow()
}

/** Undefined: this Group has no such link. */
export const changeLink = async (
  tx: Database,
  { groupId, linkId }: { readonly groupId: string; readonly linkId: string },
  change: LinkChange,
): Promise<LinkRow | undefined> =>
  await tx
    .updateTable('share_links')
    .set(columnsChanged(change))
    .where('id', '=', linkId)
    .where('group_id', '=', groupId)
    .where('revoked_at', 'is', null)
    .returning(linkColumns)
    .returning([ended, people])
    .executeTakeFirst()

/** Ends the links for anyone in a Workspace that give more than `highest`. */
export const revokeLinksAbove = async (tx: Database, workspaceId: string, highest: GroupRole): Promise<void> => {
  const above = GroupRole.options.filter((role) => isHigher(role, highest))
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
