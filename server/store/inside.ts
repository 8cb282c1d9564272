import { type RawBuilder, sql } from 'kysely'

/** Beyond every level: who is in a Group with everybody of its Workspace is there so only without a membership, near or far. */
export const LAST = sql.lit(1_000_000)

/**
 * Two common table expressions, to stand after `with`: `chain` (each of the Groups with itself and the Groups around it)
 * and `inside`: everybody who is in each of them, once, with the role that counts: columns group_id, person_id, role,
 * origin, since, via (the Group around it that they come from). Someone who only acts as Owner because they own the Workspace is not in it. `among` narrows it to some
 * people (a condition on `p.person_id`), which keeps a send to a large Group quick.
 */
export const inside = (groupIds: readonly string[], among: RawBuilder<unknown> = sql`true`) => sql`
  recursive chain as (
    select g.id as group_id, g.id as ancestor, g.parent_id, g.workspace_id, 0 as depth, g.type = 'private' as closed_off,
           g.type = 'workspace' as for_everyone
      from groups g where g.id = any(${groupIds}::uuid[])
    union all
    select c.group_id, a.id, a.parent_id, a.workspace_id, c.depth + 1, c.closed_off or a.type = 'private',
           a.type = 'workspace' and not c.closed_off
      from chain c join groups a on a.id = c.parent_id
  ),
  inside as (
    select distinct on (p.group_id, p.person_id) p.group_id, p.person_id, p.role, p.origin, p.since, p.via
      from (
        select c.group_id, m.person_id, m.role, case c.depth when 0 then m.origin else 'inherited' end as origin,
               m.created_at as since, c.depth, case c.depth when 0 then null else c.ancestor end as via
          from chain c join members m on m.group_id = c.ancestor
         where m.group_id = any(array(select ancestor from chain))
        union all
        select c.group_id, w.person_id, 'member', 'inherited', w.created_at, ${LAST} + c.depth,
               case c.depth when 0 then null else c.ancestor end
          from chain c join workspace_members w on w.workspace_id = c.workspace_id and w.role <> 'owner'
         where c.for_everyone and w.workspace_id = any(array(select workspace_id from chain where for_everyone))
      ) p
     where ${among}
     order by p.group_id, p.person_id, p.depth
  )`
