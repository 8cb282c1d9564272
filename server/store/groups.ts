import { sql } from 'kysely'
import { CallProblem } from '../../lib/contract/errors.ts'
import { RESTORE_DAYS } from '../../lib/contract/limits.ts'
import type { GroupRole, GroupType, WorkspaceRole } from '../../lib/contract/schemas.ts'
import { forEach, gather } from './gather.ts'
import { inside } from './inside.ts'
import type { Database } from './open.ts'

/** What somebody has to do with a Group: everything that policy.ts decides from. */
export interface Standing {
  readonly workspaceRole: WorkspaceRole | null
  readonly type: GroupType
  /** It, or a Group around it, is shared with everyone, and neither it nor one between them is Private. */
  readonly forEveryone: boolean
  /** Their own membership, or the nearest one in a Group around it. */
  readonly memberRole: GroupRole | null
}

export interface GroupRow extends Standing {
  readonly id: string
  readonly workspaceId: string
  readonly parentId: string | null
  readonly name: string
  /** Since when it, or the first of the Groups around it, is archived. */
  readonly archivedAt: Date | null
  readonly deletedAt: Date | null
}

type Condition = ReturnType<typeof sql<boolean>>

/** Groups that are there, and stand in no deleted Group; or those that were deleted and can be restored. */
type Which = 'there' | 'deleted'

/**
 * Two columns of a recursion from a Group `g` outwards: whether it is Private up to there, and whether it is for everyone. `next`: for the
 * Group `p` around the row `o`.
 */
const openness = sql`g.type = 'private' as closed_off, g.type = 'workspace' as for_everyone`
const nextOpenness = sql`o.closed_off or p.type = 'private', o.for_everyone or (p.type = 'workspace' and not o.closed_off)`

const isRestorable = sql`g.deleted_at > now() - make_interval(days => ${RESTORE_DAYS})`

/**
 * From each Group outwards to the top, with what is found on the way: the nearest membership, and since when one of them
 * is archived. One row for a Group arrives at the top, unless a Group around it is deleted. Nothing is joined to what was
 * gathered: of a recursion the planner expects a handful of rows, and would compare thousands with thousands.
 */
const groupsOf = (personId: string, within: Condition, which: Which = 'there') => sql<GroupRow>`
  with recursive outwards as (
    select g.id, g.parent_id, g.archived_at as closed, m.role, ${openness}
      from groups g left join members m on m.group_id = g.id and m.person_id = ${personId}
     where ${which === 'there' ? sql`g.deleted_at is null` : isRestorable} and ${within}
    union all
    select o.id, p.parent_id, least(o.closed, p.archived_at), coalesce(o.role, m.role), ${nextOpenness}
      from outwards o join groups p on p.id = o.parent_id
      left join members m on m.group_id = p.id and m.person_id = ${personId}
     where ${which === 'there' ? sql`p.deleted_at is null` : sql`true`}
  )
  select g.id, g.workspace_id as "workspaceId", g.parent_id as "parentId", g.name, g.type,
         o.closed as "archivedAt", g.deleted_at as "deletedAt", wm.role as "workspaceRole", o.role as "memberRole",
         o.for_everyone as "forEveryone"
    from outwards o join groups g on g.id = o.id
    join workspaces w on w.id = g.workspace_id and w.deleted_at is null
    left join workspace_members wm on wm.workspace_id = g.workspace_id and wm.person_id = ${personId}
   where o.parent_id is null
   order by lower(g.name) collate "und-x-icu", g.id`

/** One Group and what this person has to do with it, whether they may see it or not. */
export const findGroup = async (db: Database, groupId: string, personId: string): Promise<GroupRow | undefined> =>
  (await groupsOf(personId, sql`g.id = ${groupId}`).execute(db)).rows[0]

/** The same of a Group that was deleted and can be restored. */
export const findDeletedGroup = async (
  db: Database,
  groupId: string,
  personId: string,
): Promise<GroupRow | undefined> => (await groupsOf(personId, sql`g.id = ${groupId}`, 'deleted').execute(db)).rows[0]

/** Groups of the Workspaces that this person is in, by name: every one that they may see is among them. */
export const groupsAround = async (
  db: Database,
  personId: string,
  which: Which = 'there',
): Promise<readonly GroupRow[]> => {
  if (which === 'there') return (await groupsThere(db)([personId])).get(personId) ?? []
  const theirs = sql<boolean>`g.workspace_id in (select workspace_id from workspace_members where person_id = ${personId})`
  return (await groupsOf(personId, theirs, which).execute(db)).rows
}

const groupsThere = forEach((db: Database) => gather((personIds: readonly string[]) => findGroupsThere(db, personIds)))

/**
 * From memberships, and from what a Workspace shows to everybody, inwards, with the nearest role; what it shows to its Owners; from all of
 * these outwards to the top, as above. Other people's Groups, of which a Workspace has thousands, are not touched.
 */
const findGroupsThere = async (db: Database, personIds: readonly string[]): Promise<Map<string, GroupRow[]>> => {
  const { rows } = await sql<GroupRow & { personId: string }>`
    with recursive inwards as (
      select m.person_id, m.group_id as id, m.role from members m where m.person_id = any(${personIds}::uuid[])
      union all
      select w.person_id, g.id, null
        from workspace_members w join groups g on g.workspace_id = w.workspace_id and g.type = 'workspace'
       where w.person_id = any(${personIds}::uuid[]) and w.role <> 'owner'
      union
      select i.person_id, g.id, coalesce(m.role, i.role)
        from inwards i join groups g on g.parent_id = i.id
        left join members m on m.group_id = g.id and m.person_id = i.person_id
       where coalesce(m.role, i.role) is not null or g.type <> 'private'
    ),
    near as (
      select person_id, id, max(role) as role from (
        select person_id, id, role from inwards
        union all
        select w.person_id, g.id, null
          from workspace_members w join groups g on g.workspace_id = w.workspace_id
         where w.person_id = any(${personIds}::uuid[]) and w.role = 'owner'
      ) n group by person_id, id
    ),
    outwards as (
      select n.person_id, n.role, g.id, g.parent_id, g.archived_at as closed, ${openness}
        from near n join groups g on g.id = n.id where g.deleted_at is null
      union all
      select o.person_id, o.role, o.id, p.parent_id, least(o.closed, p.archived_at), ${nextOpenness}
        from outwards o join groups p on p.id = o.parent_id where p.deleted_at is null
    )
    select o.person_id as "personId", g.id, g.workspace_id as "workspaceId", g.parent_id as "parentId", g.name, g.type,
           o.closed as "archivedAt", g.deleted_at as "deletedAt", wm.role as "workspaceRole", o.role as "memberRole",
           o.for_everyone as "forEveryone"
      from outwards o join groups g on g.id = o.id
      join workspaces w on w.id = g.workspace_id and w.deleted_at is null
      join workspace_members wm on wm.workspace_id = g.workspace_id and wm.person_id = o.person_id
     where o.parent_id is null
     order by o.person_id, lower(g.name) collate "und-x-icu", g.id`.execute(db)
  return Map.groupBy(rows, ({ personId }) => personId)
}

/**
 * Lets one writer at a time into a Group, until the transaction ends. Resolves with the moment until which mails that
 * are queued now are held, by the store's clock. Throws `notFound` when the Group, or its Workspace, was deleted meanwhile.
 */
export const lockGroup = async (tx: Database, groupId: string, holdSeconds: number): Promise<Date> => {
  const live = await sql`
    select 1 from groups g join workspaces w on w.id = g.workspace_id
     where g.id = ${groupId} and g.deleted_at is null and w.deleted_at is null
       for no key update of g for key share of w`.execute(tx)
  if (live.rows.length === 0) throw new CallProblem('notFound')
  // A statement of its own: in the one above the clock would be read before the lock was had.
  const { rows } = await sql<{ until: Date }>`
    select clock_timestamp() + make_interval(secs => ${holdSeconds}) as until`.execute(tx)
  return rows[0]?.until ?? new Date()
}

/** A Private Group into which somebody else comes is Shared from then on, and so are Private Groups inside it. */
export const shareGroup = async (tx: Database, groupId: string, batch: string | null): Promise<void> => {
  await sql`
    with recursive nest as (
      select id from groups where id = ${groupId}
      union all
      select g.id from nest n join groups g on g.parent_id = n.id
    )
    update groups set type = 'shared', shared_by_batch = ${batch}::uuid
     where type = 'private' and id in (select id from nest)`.execute(tx)
}

/** Takes back what a send did to a Private Group, unless somebody is in it or invited after all. */
export const unshareGroup = async (tx: Database, groupId: string, batch: string): Promise<void> => {
  const alone = sql`g.type = 'shared' and g.shared_by_batch = ${batch}
    and not exists (select from members m where m.group_id = g.id and m.person_id <> g.created_by)
    and not exists (select from invitations v where v.group_id = g.id and v.state = 'pending')`
  await sql`
    with recursive nest as (
      select g.id from groups g where g.id = ${groupId} and ${alone}
      union all
      select g.id from nest n join groups g on g.parent_id = n.id and ${alone}
    )
    update groups set type = 'private', shared_by_batch = null where id in (select id from nest)`.execute(tx)
}

/**
 * Makes a Group with its creator as Owner. Inside a Group that others are in, they are in it from the start: Shared. At the top
 * it is Private, unless it is `shared` from the start.
 */
export const createGroup = async (
  tx: Database,
  group: {
    workspaceId: string
    parent: { id: string; type: GroupType } | null
    name: string
    createdBy: string
    shared?: boolean
  },
): Promise<{ id: string; type: GroupType }> => {
  const type = (group.parent ? group.parent.type !== 'private' : group.shared) ? 'shared' : 'private'
  const { id } = await tx
    .insertInto('groups')
    .values({
      workspace_id: group.workspaceId,
      parent_id: group.parent?.id ?? null,
      name: group.name,
      type,
      created_by: group.createdBy,
      shared_by_batch: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('members')
    .values({ group_id: id, person_id: group.createdBy, role: 'owner', origin: 'manual', batch: null })
    .execute()
  return { id, type }
}

interface Count {
  readonly members: number
  readonly pending: number
}

/** People in each Group and invitations that wait, by Group id. */
export const countPeople = async (
  db: Database,
  groups: readonly { readonly id: string; readonly parentId: string | null; readonly type: GroupType }[],
): Promise<ReadonlyMap<string, Count>> => {
  // Where nobody comes in from around it, a Group is counted by itself, at a tenth of the price.
  const { alone = [], others = [] } = Object.groupBy(groups, ({ parentId, type }) =>
    parentId === null && type !== 'workspace' ? 'alone' : 'others',
  )
  const ids = (some: typeof alone) => some.map(({ id }) => id)
  if (others.length === 0) return alone.length > 0 ? await countsAlone(db)(ids(alone)) : new Map()
  const counts = await countInsides(db, ids(others))
  return alone.length > 0 ? new Map([...(await countsAlone(db)(ids(alone))), ...counts]) : counts
}

const countsAlone = forEach((db: Database) => gather((groupIds: readonly string[]) => countAlone(db, groupIds)))

const asCounts = (rows: readonly ({ readonly id: string } & Count)[]): Map<string, Count> =>
  new Map(rows.map(({ id, members, pending }) => [id, { members, pending }]))

const countAlone = async (db: Database, groupIds: readonly string[]): Promise<Map<string, Count>> => {
  const { rows } = await sql<{ id: string } & Count>`
    select w.id, (select count(*)::integer from members m where m.group_id = w.id) as members,
           (select count(*)::integer from invitations v
             where v.group_id = w.id and v.state = 'pending' and v.expires_at > now()) as pending
      from unnest(${groupIds}::uuid[]) w(id)`.execute(db)
  return asCounts(rows)
}

const countInsides = async (db: Database, groupIds: readonly string[]): Promise<Map<string, Count>> => {
  const { rows } = await sql<{ id: string } & Count>`
    with ${inside(groupIds)},
    joined as (select group_id, count(*)::integer as n from inside group by group_id),
    waiting as (
      select group_id, count(*)::integer as n from invitations
       where group_id = any(${groupIds}::uuid[]) and state = 'pending' and expires_at > now() group by group_id
    )
    select w.id, coalesce(j.n, 0) as members, coalesce(v.n, 0) as pending
      from unnest(${groupIds}::uuid[]) w(id)
      left join joined j on j.group_id = w.id left join waiting v on v.group_id = w.id`.execute(db)
  return asCounts(rows)
}

/** Names of Groups, in order. */
export const groupNames = async (db: Database, ids: readonly string[]): Promise<{ id: string; name: string }[]> =>
  ids.length === 0
    ? []
    : await db
        .selectFrom('groups')
        .select(['id', 'name'])
        .where('id', 'in', ids)
        .orderBy('name')
        .orderBy('id')
        .execute()
