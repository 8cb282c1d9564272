import { sql } from 'kysely'
import { LAST } from './inside.ts'
import type { Database } from './open.ts'

/** From so many people on, a page is found by walking along everybody by name, instead of sorting the Group. */
export const LARGE = 5000

/** How many people are in a Group, by their own membership, one around it, or the Workspace's. */
export const countInside = async (db: Database, groupId: string): Promise<number> => {
  const { rows: around } = await sql<{ id: string; everyone: string | null }>`
    with recursive chain as (
      select id, parent_id, type = 'private' as closed_off, case type when 'workspace' then workspace_id end as everyone
        from groups where id = ${groupId}
      union all
      select a.id, a.parent_id, c.closed_off or a.type = 'private',
             case when a.type = 'workspace' and not c.closed_off then a.workspace_id end
        from chain c join groups a on a.id = c.parent_id
    )
    select id, everyone from chain`.execute(db)
  const ids = around.map(({ id }) => id)
  const everyone = around.find((group) => group.everyone)?.everyone ?? null
  const [only] = ids
  const { rows } = await (ids.length === 1 && !everyone
    ? sql<{ n: number }>`select count(*)::integer as n from members where group_id = ${only}`
    : sql<{ n: number }>`
        select count(*)::integer as n from (
          select person_id from members where group_id = any(${ids}::uuid[])
          union
          select person_id from workspace_members where workspace_id = ${everyone}::uuid and role <> 'owner'
        ) someone`
  ).execute(db)
  return rows[0]?.n ?? 0
}

/** Everybody in a Group as `people_here`, to be read in the order of the index `people_by_name`, a page at a time. */
export const alongPeople = (groupId: string) => sql`
  with recursive chain as (
    select id, parent_id, workspace_id, 0 as depth, type = 'private' as closed_off, type = 'workspace' as for_everyone
      from groups where id = ${groupId}
    union all
    select a.id, a.parent_id, a.workspace_id, c.depth + 1, c.closed_off or a.type = 'private',
           a.type = 'workspace' and not c.closed_off
      from chain c join groups a on a.id = c.parent_id
  ),
  people_here as not materialized (
    select p.id, p.email, p.name, i.role, 'accepted' as state, i.origin, i.since, i.via
      from people p cross join lateral (
        select n.* from (
          select m.role, case c.depth when 0 then m.origin else 'inherited' end as origin, m.created_at as since,
                 case c.depth when 0 then null else c.id end as via, c.depth
            from chain c join members m on m.group_id = c.id and m.person_id = p.id
          union all
          select 'member', 'inherited', w.created_at, case c.depth when 0 then null else c.id end, ${LAST} + c.depth
            from chain c join workspace_members w on w.workspace_id = c.workspace_id and w.person_id = p.id
           where c.for_everyone and w.role <> 'owner'
        ) n order by n.depth limit 1
      ) i
  )`
