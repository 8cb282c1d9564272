import { sql } from 'kysely'
import type { Actor, AuthorisedGroup } from '../policy.ts'
import { recordAudit } from '../store/audit.ts'
import { lockGroup, unshareGroup } from '../store/groups.ts'
import type { Database } from '../store/open.ts'

/**
 * Takes back what a batch did to the people whose mails are still held: their invitations are revoked, their
 * memberships gone, their mails deleted. People whose mail has left, or who have accepted, stay as they are.
 */
export const undoBatch = async (
  tx: Database,
  actor: Actor,
  group: AuthorisedGroup<'group.invite'>,
  batch: string,
): Promise<{ undone: number; tooLate: number }> => {
  await lockGroup(tx, group.id, 0)
  const { rows } = await sql<{ undone: number }>`
    with held as (
      select id, email, invitation_id from outbox
       where batch = ${batch} and group_id = ${group.id} and sent_at is null and failed_at is null
         and attempts = 0 and due_at > now()
         for update
    ),
    revoked as (
      update invitations set state = 'revoked', ended_at = now()
       where id in (select invitation_id from held) and state = 'pending'
      returning id
    ),
    removed as (
      delete from members m using people p
       where p.id = m.person_id and m.group_id = ${group.id} and m.batch = ${batch}
         and p.email in (select email from held where invitation_id is null)
      returning m.person_id
    ),
    unsent as (delete from outbox where id in (select id from held))
    select ((select count(*) from revoked) + (select count(*) from removed))::integer as undone`.execute(tx)
  const left = await sql<{ tooLate: number }>`
    select ((select count(*) from invitations
              where group_id = ${group.id} and batch = ${batch} and state in ('pending', 'accepted'))
          + (select count(*) from members where group_id = ${group.id} and batch = ${batch}))::integer as "tooLate"`.execute(
    tx,
  )
  await unshareGroup(tx, group.id, batch)
  const undone = rows[0]?.undone ?? 0
  if (undone > 0)
    await recordAudit(tx, {
      actorId: actor.id,
      workspaceId: group.workspaceId,
      groupId: group.id,
      action: 'invitations.undo',
      subjectId: batch,
      details: { undone },
    })
  return { undone, tooLate: left.rows[0]?.tooLate ?? 0 }
}
