import { type Selectable, sql } from 'kysely'
import type { GroupRole } from '../../lib/contract/schemas.ts'
import { type InvitedInto, intoGroup } from './invitedInto.ts'
import { type MailVerdict, mailVerdict } from './mailCaps.ts'
import type { Database } from './open.ts'
import type { Origin, Tables } from './tables.ts'

export interface InvitationRow {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: GroupRole
  readonly state: Selectable<Tables['invitations']>['state']
  readonly origin: Origin
  readonly batch: string | null
  readonly since: Date
}

/** Invitations of a Group by their ids; nobody accepts them until the transaction ends. To be asked after `expireInvitations`, so that their state is the one of now. */
export const invitationsById = async (
  tx: Database,
  groupId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, InvitationRow>> => {
  const rows = await tx
    .selectFrom('invitations')
    .select(['id', 'email', 'name', 'role', 'state', 'origin', 'batch', 'created_at as since'])
    .where('group_id', '=', groupId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export const revokeInvitations = async (
  tx: Database,
  ids: readonly string[],
  into: InvitedInto = intoGroup,
): Promise<void> => {
  await sql`
    update ${into.table} set state = 'revoked', ended_at = now()
     where id = any(${ids}::uuid[]) and state = 'pending'`.execute(tx)
}

export const setInvitedRole = async (tx: Database, ids: readonly string[], role: GroupRole): Promise<void> => {
  await sql`update invitations set role = ${role} where id = any(${ids}::uuid[]) and state = 'pending'`.execute(tx)
}

/** Pending ones can be accepted for so many days from now; expired ones are Pending again, under a link of their own. */
export const renewInvitations = async (
  tx: Database,
  ids: readonly string[],
  days: number,
  into: InvitedInto = intoGroup,
): Promise<void> => {
  await sql`
    update ${into.table}
       set state = 'pending', ended_at = null, expires_at = now() + make_interval(days => ${days}::integer),
           generation = generation + (state = 'expired')::integer ${into.afresh}
     where id = any(${ids}::uuid[]) and state in ('pending', 'expired')`.execute(tx)
}

/** Queues another mail for each Pending invitation that may have one, and says what the others met. */
export const remail = async (
  tx: Database,
  senderId: string,
  ids: readonly string[],
  into: InvitedInto = intoGroup,
): Promise<ReadonlyMap<string, MailVerdict>> => {
  const { rows } = await sql<{ id: string; verdict: MailVerdict }>`
    with judged as (
      select v.*, ${mailVerdict('resend', into)} as verdict
        from ${into.table} v where v.id = any(${ids}::uuid[]) and v.state = 'pending'
    ),
    queued as (
      insert into outbox (kind, email, ${into.mailColumns}, sender_id)
      select 'reminder', email, ${into.mailValues}, ${senderId}::uuid from judged v where verdict = 'mail'
    )
    select id, verdict from judged`.execute(tx)
  return new Map(rows.map(({ id, verdict }) => [id, verdict]))
}

/** Which of them have a mail that is still to leave, and tells of them as they are then. */
export const withMailWaiting = async (
  tx: Database,
  ids: readonly string[],
  into: InvitedInto = intoGroup,
): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ id: string }>`
    select distinct ${into.mail} as id from outbox
     where ${into.mail} = any(${ids}::uuid[]) and sent_at is null and failed_at is null`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}
