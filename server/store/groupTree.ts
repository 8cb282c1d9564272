import { sql } from 'kysely'
import type { Database } from './open.ts'

/** Lets one writer at a time change what is inside what in a Workspace, until the transaction ends. */
export const lockTree = async (tx: Database, workspaceId: string): Promise<void> => {
  await sql`select 1 from workspaces where id = ${workspaceId} for no key update`.execute(tx)
}

export const parentOf = async (tx: Database, groupId: string): Promise<string | null> =>
  (await tx.selectFrom('groups').select('parent_id').where('id', '=', groupId).executeTakeFirstOrThrow()).parent_id

/** A Group and the Groups around it, from the inside out: its own level from the top is their number. */
export const pathOf = async (tx: Database, groupId: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    with recursive around as (
      select id, parent_id, 0 as depth from groups where id = ${groupId}
      union all
      select g.id, g.parent_id, a.depth + 1 from around a join groups g on g.id = a.parent_id
    )
    select id from around order by depth`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Levels of a Group and what is inside it, deleted ones too: they may come back. */
export const levelsOf = async (tx: Database, groupId: string): Promise<number> => {
  const { rows } = await sql<{ levels: number }>`
    with recursive nest as (
      select id, 1 as level from groups where id = ${groupId}
      union all
      select g.id, n.level + 1 from nest n join groups g on g.parent_id = n.id
    )
    select max(level)::integer as levels from nest`.execute(tx)
  return rows[0]?.levels ?? 1
}

/** A Group and those inside it that are not deleted. */
export const groupsIn = async (tx: Database, groupId: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    with recursive nest as (
      select id from groups where id = ${groupId}
      union all
      select g.id from nest n join groups g on g.parent_id = n.id where g.deleted_at is null
    )
    select id from nest`.execute(tx)
  return rows.map(({ id }) => id)
}

export const setParent = async (tx: Database, groupId: string, parentId: string | null): Promise<void> => {
  await tx.updateTable('groups').set({ parent_id: parentId }).where('id', '=', groupId).execute()
}
