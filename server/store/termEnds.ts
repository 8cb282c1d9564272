import { sql } from 'kysely'
import type { WorkspaceSettings } from '../../lib/contract/schemas.ts'
import type { Database } from './open.ts'

type AtTermEnd = WorkspaceSettings['atTermEnd']

/** What a Group, and what is around it, say of reminders and of the last day of its term. Days are as in `2026-12-18`. */
export interface GroupTimes {
  readonly remindDays: number | null
  readonly termEndsOn: string | null
  /** The day that holds while it has none of its own. */
  readonly termAround: string | null
  readonly atTermEnd: AtTermEnd
}

/**
 * From each Group outwards: how deep it lies, its own last day, and the nearest one around it. A Private space has none of
 * its Workspace's: its Owners do not see it.
 */
const outwards = (within: ReturnType<typeof sql<boolean>>) => sql`
  recursive outwards as (
    select g.id, g.parent_id, 0 as depth, g.term_ends_on as own, null::date as around, g.type
      from groups g where g.deleted_at is null and ${within}
    union all
    select o.id, p.parent_id, o.depth + 1, o.own, coalesce(o.around, p.term_ends_on), o.type
      from outwards o join groups p on p.id = o.parent_id where p.deleted_at is null
  )`

export const timesOf = async (db: Database, groupId: string): Promise<GroupTimes> => {
  const { rows } = await sql<GroupTimes>`
    with ${outwards(sql`g.id = ${groupId}`)}
    select g.remind_days as "remindDays", o.own::text as "termEndsOn",
           coalesce(o.around, case when o.type <> 'private' then w.term_ends_on end)::text as "termAround",
           w.at_term_end as "atTermEnd"
      from outwards o join groups g on g.id = o.id join workspaces w on w.id = g.workspace_id
     where o.parent_id is null`.execute(db)
  return rows[0] ?? { remindDays: null, termEndsOn: null, termAround: null, atTermEnd: 'stay' }
}

/** What is not named stays as it is. */
export const changeTimes = async (
  tx: Database,
  groupId: string,
  { remindDays, termEndsOn }: { readonly remindDays?: number | null; readonly termEndsOn?: string | null },
): Promise<void> => {
  const set = { remind_days: remindDays, term_ends_on: termEndsOn }
  if (remindDays === undefined && termEndsOn === undefined) return
  await tx.updateTable('groups').set(set).where('id', '=', groupId).execute()
}

/** A last day that is over stays behind: with it, what is made today would be closed tonight. */
export const copyTimes = async (tx: Database, from: string, to: string): Promise<void> => {
  await sql`
    update groups made
       set remind_days = o.remind_days,
           term_ends_on = case when o.term_ends_on >= (now() at time zone 'UTC')::date then o.term_ends_on end
      from groups o where o.id = ${from} and made.id = ${to}`.execute(tx)
}

export interface EndedTerm {
  readonly id: string
  readonly workspaceId: string
  readonly endedOn: string
  readonly act: Exclude<AtTermEnd, 'stay'>
}

/**
 * Groups whose last day is over, and with which nothing was done for that day; of one day each before those inside it: what
 * closes with a Group was not closed before it. A day of the Workspace is for the Groups that were there on it: the first
 * Group of the next term is not closed because nobody has said yet when that ends.
 */
export const endedTerms = async (db: Database): Promise<readonly EndedTerm[]> => {
  const { rows } = await sql<EndedTerm>`
    with ${outwards(sql`true`)},
    dated as (
      select g.id, g.workspace_id, o.depth, g.term_ended_on, w.at_term_end,
             coalesce(o.own, o.around,
               case when o.type <> 'private' and (g.created_at at time zone 'UTC')::date <= w.term_ends_on
                    then w.term_ends_on end) as ends_on
        from outwards o join groups g on g.id = o.id join workspaces w on w.id = g.workspace_id
       where o.parent_id is null and w.at_term_end <> 'stay' and w.deleted_at is null
    )
    select id, workspace_id as "workspaceId", ends_on::text as "endedOn", at_term_end as act from dated
     where ends_on < (now() at time zone 'UTC')::date and term_ended_on is distinct from ends_on
     order by ends_on, depth, id`.execute(db)
  return rows
}

/** False: somebody else did, or it was deleted meanwhile. The Group is locked from then on. */
export const noteEnded = async (tx: Database, { id, endedOn }: EndedTerm): Promise<boolean> => {
  const { rows } = await sql`
    update groups set term_ended_on = ${endedOn}::date
     where id = ${id} and deleted_at is null and term_ended_on is distinct from ${endedOn}::date returning 1`.execute(
    tx,
  )
  return rows.length > 0
}
