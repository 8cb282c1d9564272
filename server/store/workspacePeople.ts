import { sql } from 'kysely'
import type { WorkspaceRole } from '../../lib/contract/schemas.ts'
import { containing } from './containing.ts'
import { inside } from './inside.ts'
import { endMemberships } from './memberLife.ts'
import type { PlaceInList } from './memberRows.ts'
import type { Database } from './open.ts'
import type { Origin } from './tables.ts'
import { revokeWorkspaceInvitationsOf } from './workspaceInvitations.ts'

export interface WorkspacePersonRow {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: WorkspaceRole
  readonly origin: Origin
  readonly since: Date
  readonly groups: number
  readonly sortName: string
}

/** A page of the people in a Workspace; `total` counts all that are found, on every page. */
export const listWorkspacePeople = async (
  db: Database,
  query: {
    readonly workspaceId: string
    readonly role: WorkspaceRole | undefined
    readonly search: string
    readonly limit: number
    readonly after: PlaceInList | null
  },
): Promise<{ rows: WorkspacePersonRow[]; total: number }> => {
  const { workspaceId, role, after } = query
  const pattern = containing(query.search)
  const beyond = after ? sql`where (r."sortName", r.email) > (${after[0]} collate "und-x-icu", ${after[1]})` : sql``
  // Where nobody is on the page, one row tells the total alone.
  const { rows } = await sql<(WorkspacePersonRow | { id: null }) & { total: number }>`
    with found as (
      select p.id, p.email, p.name, w.role, w.origin, w.created_at as since,
             lower(coalesce(nullif(p.name, ''), p.email)) collate "und-x-icu" as "sortName"
        from workspace_members w join people p on p.id = w.person_id
       where w.workspace_id = ${workspaceId} and (p.name ilike ${pattern} or p.email ilike ${pattern})
         and ${role ? sql`w.role = ${role}` : sql`true`}
    ),
    page as (
      select * from found r ${beyond} order by r."sortName", r.email limit ${query.limit}
    )
    select r.*, all_of_it.total,
           (select count(*)::integer from members m join groups g on g.id = m.group_id
             where m.person_id = r.id and g.workspace_id = ${workspaceId} and g.deleted_at is null) as groups
      from (select count(*)::integer as total from found) all_of_it left join page r on true
     order by r."sortName", r.email`.execute(db)
  return { rows: rows.filter((row) => row.id !== null), total: rows[0]?.total ?? 0 }
}

/** Whether somebody else owns the Workspace too. To be asked under `lockTree`, so that two do not leave at once. */
export const hasOtherOwner = async (tx: Database, workspaceId: string, personId: string): Promise<boolean> => {
  const other = await tx
    .selectFrom('workspace_members')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('role', '=', 'owner')
    .where('person_id', '<>', personId)
    .limit(1)
    .executeTakeFirst()
  return other !== undefined
}

export const setWorkspaceRole = async (
  tx: Database,
  workspaceId: string,
  personId: string,
  role: WorkspaceRole,
): Promise<void> => {
  await tx
    .updateTable('workspace_members')
    .set({ role })
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .execute()
}

/** Groups that list somebody. */
export const countGroupsOf = async (db: Database, personId: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from members m join groups g on g.id = m.group_id
     where m.person_id = ${personId} and g.deleted_at is null`.execute(db)
  return rows[0]?.n ?? 0
}

export interface SoleGroup {
  readonly id: string
  /** Nobody else is in it or invited, and it is Private: it is nobody's without them. */
  readonly own: boolean
}

/** The Groups of a Workspace that would have no Owner among their people without this person. */
export const soleOwnerships = async (tx: Database, workspaceId: string, personId: string): Promise<SoleGroup[]> => {
  const owned = await tx
    .selectFrom('members as m')
    .innerJoin('groups as g', 'g.id', 'm.group_id')
    .select('g.id')
    .where('g.workspace_id', '=', workspaceId)
    .where('g.deleted_at', 'is', null)
    .where('m.person_id', '=', personId)
    .where('m.role', '=', 'owner')
    .execute()
  if (owned.length === 0) return []
  const { rows } = await sql<SoleGroup>`
    with ${inside(
      owned.map(({ id }) => id),
      sql`p.person_id <> ${personId}`,
    )}
    select g.id, g.type = 'private' and not exists (select from inside i where i.group_id = g.id)
                 and not exists (select from invitations v where v.group_id = g.id and v.state = 'pending') as own
      from groups g
     where g.id = any(${owned.map(({ id }) => id)}::uuid[])
       and not exists (select from inside i where i.group_id = g.id and i.role = 'owner')
       and (g.type = 'private' or exists (select from inside i where i.group_id = g.id))`.execute(tx)
  return rows
}

/**
 * Out of the Workspace and all its Groups, which is written into their history there; invitations that wait for them are
 * taken back.
 */
export const removeFromWorkspace = async (
  tx: Database,
  workspaceId: string,
  personId: string,
  actorId: string,
): Promise<void> => {
  // First, because it waits for who puts them into a Group right now: that membership is among those below.
  await tx
    .deleteFrom('workspace_members')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .execute()
  const { rows } = await sql<{ groupId: string }>`
    select m.group_id as "groupId" from members m join groups g on g.id = m.group_id
     where g.workspace_id = ${workspaceId} and m.person_id = ${personId} order by 1`.execute(tx)
  for (const { groupId } of rows) await endMemberships(tx, { groupId, actorId }, [personId])
  await sql`
    update invitations v set state = 'revoked', ended_at = now() from people p
     where p.id = ${personId} and v.email = p.email and v.workspace_id = ${workspaceId} and v.state = 'pending'`.execute(
    tx,
  )
  await revokeWorkspaceInvitationsOf(tx, workspaceId, personId)
}
