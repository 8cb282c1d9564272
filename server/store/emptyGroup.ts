import { sql } from 'kysely'
import type { Database } from './open.ts'
import { forgetPeople } from './people.ts'
import { forgetBounces } from './suppressions.ts'

/** How much of a Group was about people. */
export interface Purged {
  readonly members: number
  readonly invitations: number
  readonly mails: number
}

interface Leaver {
  readonly personId: string
  /** They are in the Workspace because of this Group. */
  readonly cameWithIt: boolean
}

/**
 * Removes what a Group knows of people: invitations, mails, lists, what happened to memberships, and the memberships
 * themselves. `leavers`: whoever was in it, for `leaveWithGroup`.
 */
export const emptyGroup = async (
  tx: Database,
  group: { readonly id: string; readonly workspaceId: string },
  whom: 'everybody' | 'notOwners',
): Promise<{ leavers: readonly Leaver[]; purged: Purged }> => {
  // The answers of sends hold addresses, and do not say of which Group: those of everybody who invited here go.
  await sql`
    delete from send_keys where person_id in (select invited_by from invitations where group_id = ${group.id})`.execute(
    tx,
  )
  const { rows: were } = await sql<Leaver>`
    delete from member_events e where e.group_id = ${group.id}
    returning e.person_id as "personId", exists (
      select from workspace_members w
       where w.workspace_id = ${group.workspaceId} and w.person_id = e.person_id and w.role = 'member'
         and w.created_at = e.joined_at
    ) as "cameWithIt"`.execute(tx)
  await sql`
    delete from share_link_people p using share_links l where l.id = p.link_id and l.group_id = ${group.id}`.execute(tx)
  await sql`delete from listed_addresses where group_id = ${group.id}`.execute(tx)
  const { rows: gone } = await sql<Leaver>`
    delete from members m where m.group_id = ${group.id} and (m.role <> 'owner' or ${whom === 'everybody'})
    returning m.person_id as "personId", exists (
      select from workspace_members w
       where w.workspace_id = ${group.workspaceId} and w.person_id = m.person_id and w.role = 'member'
         and (w.created_at = m.created_at or exists (
           select from invitations v where v.group_id = m.group_id and v.accepted_by = m.person_id and v.ended_at = w.created_at))
    ) as "cameWithIt"`.execute(tx)
  const { rows: counts } = await sql<Omit<Purged, 'members'>>`
    with mails as (delete from outbox where group_id = ${group.id} returning 1),
    invitations as (delete from invitations where group_id = ${group.id} returning 1)
    select (select count(*) from invitations)::integer as invitations, (select count(*) from mails)::integer as mails`.execute(
    tx,
  )
  const { invitations = 0, mails = 0 } = counts[0] ?? {}
  return { leavers: [...gone, ...were], purged: { members: gone.length, invitations, mails } }
}

/** Out of the Workspace, and out of the service, goes who came with a Group that is empty now, and is in no other. */
export const leaveWithGroup = async (tx: Database, workspaceId: string, leavers: readonly Leaver[]): Promise<void> => {
  const came = leavers.flatMap(({ personId, cameWithIt }) => (cameWithIt ? personId : []))
  // First, because it waits for who puts them into another Group right now: that membership counts below.
  await sql`
    select from workspace_members where workspace_id = ${workspaceId} and person_id = any(${came}::uuid[])
     order by person_id for update`.execute(tx)
  await sql`
    delete from workspace_members w
     where w.workspace_id = ${workspaceId} and w.person_id = any(${came}::uuid[])
       and not exists (select from members m join groups g on g.id = m.group_id
                        where m.person_id = w.person_id and g.workspace_id = w.workspace_id)`.execute(tx)
  await forgetPeople(
    tx,
    leavers.map(({ personId }) => personId),
  )
  await forgetBounces(tx)
}
