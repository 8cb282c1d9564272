import { sql } from 'kysely'
import { CallProblem } from '../../lib/contract/errors.ts'
import type { Actor, AuthorisedGroup } from '../policy.ts'
import { recordAudit } from '../store/audit.ts'
import { lockGroup } from '../store/groups.ts'
import type { Database } from '../store/open.ts'
import { forgetPeople } from '../store/people.ts'

interface Purged {
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
 * Removes what a Group knows of people: invitations, mails, what happened to memberships, and the memberships of all but
 * its Owners. Whoever came into the Workspace with this Group and is in no other goes altogether, also if they left it before. Numbers stay, in the audit.
 */
export const purgeGroup = async (
  tx: Database,
  actor: Actor,
  group: AuthorisedGroup<'group.purge'>,
  confirm: string,
): Promise<Purged> => {
  if (confirm !== group.name) throw new CallProblem('notConfirmed')
  await lockGroup(tx, group.id, 0)
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
  const { rows: gone } = await sql<Leaver>`
    delete from members m where m.group_id = ${group.id} and m.role <> 'owner'
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
  await leaveWorkspaceWithoutGroup(
    tx,
    group.workspaceId,
    [...gone, ...were].flatMap(({ personId, cameWithIt }) => (cameWithIt ? personId : [])),
  )
  await forgetPeople(
    tx,
    [...gone, ...were].map(({ personId }) => personId),
  )
  const { invitations = 0, mails = 0 } = counts[0] ?? {}
  const purged = { members: gone.length, invitations, mails }
  await recordAudit(tx, {
    actorId: actor.id,
    workspaceId: group.workspaceId,
    groupId: group.id,
    action: 'groups.purge',
    details: purged,
  })
  return purged
}

const leaveWorkspaceWithoutGroup = async (tx: Database, workspaceId: string, personIds: readonly string[]) => {
  await sql`
    delete from workspace_members w
     where w.workspace_id = ${workspaceId} and w.person_id = any(${personIds}::uuid[])
       and not exists (select from members m join groups g on g.id = m.group_id
                        where m.person_id = w.person_id and g.workspace_id = w.workspace_id)`.execute(tx)
}
