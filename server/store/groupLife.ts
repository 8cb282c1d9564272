import { sql } from 'kysely'
import { RESTORE_DAYS } from '../../lib/contract/limits.ts'
import type { GroupType } from '../../lib/contract/schemas.ts'
import { inside } from './inside.ts'
import type { Database } from './open.ts'

export const renameGroup = async (tx: Database, groupId: string, name: string): Promise<void> => {
  await tx.updateTable('groups').set({ name }).where('id', '=', groupId).execute()
}

/** Decided by somebody, so that Undo of a send leaves it. */
export const setGroupType = async (tx: Database, groupId: string, type: GroupType): Promise<void> => {
  await tx.updateTable('groups').set({ type, shared_by_batch: null }).where('id', '=', groupId).execute()
}

/** Whether somebody is the only one in a Group, and nobody is invited. */
export const isAlone = async (tx: Database, groupId: string, personId: string): Promise<boolean> => {
  const { rows } = await sql<{ alone: boolean }>`
    with ${inside([groupId])}
    select exists (select from inside where person_id = ${personId})
       and not exists (select from inside where person_id <> ${personId})
       and not exists (select from invitations where group_id = ${groupId} and state = 'pending' and expires_at > now())
           as alone`.execute(tx)
  return rows[0]?.alone ?? false
}

/** Archived a second time it stays so from the first. */
export const setArchived = async (tx: Database, groupId: string, archived: boolean): Promise<void> => {
  await tx
    .updateTable('groups')
    .set({ archived_at: archived ? sql<Date>`coalesce(archived_at, now())` : null })
    .where('id', '=', groupId)
    .execute()
}

/** Until when it can be restored. */
export const deleteGroup = async (tx: Database, groupId: string): Promise<Date> => {
  const { until } = await tx
    .updateTable('groups')
    .set({ deleted_at: sql<Date>`now()` })
    .where('id', '=', groupId)
    .returning(sql<Date>`deleted_at + make_interval(days => ${RESTORE_DAYS})`.as('until'))
    .executeTakeFirstOrThrow()
  return until
}

export const undeleteGroup = async (tx: Database, groupId: string): Promise<void> => {
  await tx.updateTable('groups').set({ deleted_at: null }).where('id', '=', groupId).execute()
}

/** One Group that can no longer be restored, and after it those inside it; nothing where there is none. */
export const groupsToErase = async (tx: Database): Promise<{ id: string; workspaceId: string }[]> =>
  (
    await sql<{ id: string; workspaceId: string }>`
      with recursive outermost as (
        select id, workspace_id from groups
         where deleted_at <= now() - make_interval(days => ${RESTORE_DAYS})
         order by deleted_at, id limit 1 for update skip locked
      ),
      due as (
        select id, workspace_id, 0 as depth from outermost
        union all
        select g.id, g.workspace_id, d.depth + 1 from due d join groups g on g.parent_id = d.id
      )
      select id, workspace_id as "workspaceId" from due order by depth, id`.execute(tx)
  ).rows

/** For good, with the Groups inside it. */
export const eraseGroup = async (tx: Database, groupId: string): Promise<void> => {
  await tx.deleteFrom('groups').where('id', '=', groupId).execute()
}

/** Somebody is its Owner, by themselves or through a Group around it; else this person becomes one. */
export const keepAnOwner = async (tx: Database, groupId: string, personId: string): Promise<void> => {
  await sql`
    with ${inside([groupId])}
    insert into members (group_id, person_id, role, origin)
    select ${groupId}::uuid, ${personId}::uuid, 'owner', 'manual'
     where not exists (select from inside where role = 'owner')
    on conflict (group_id, person_id) do update set role = 'owner'`.execute(tx)
}
