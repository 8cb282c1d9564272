import { sql } from 'kysely'
import type { Database } from './open.ts'

/** Whether people can come in: a Group that is archived or deleted closes the ones inside it too. */
export type GroupState = 'open' | 'archived' | 'gone'

export const groupState = async (db: Database, groupId: string): Promise<GroupState> => {
  const { rows } = await sql<{ state: GroupState }>`
    with recursive around as (
      select id, parent_id, deleted_at, archived_at from groups where id = ${groupId}
      union all
      select g.id, g.parent_id, g.deleted_at, g.archived_at from around a join groups g on g.id = a.parent_id
    )
    select case when count(*) = 0 or count(deleted_at) > 0 then 'gone'
                when count(archived_at) > 0 then 'archived' else 'open' end as state
      from around`.execute(db)
  return rows[0]?.state ?? 'gone'
}
