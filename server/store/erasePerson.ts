import { sql } from 'kysely'
import { endConnectionsOf, endSessionsOf } from '../auth/visits.ts'
import { eraseListed } from './listedAddresses.ts'
import type { Database } from './open.ts'
import { forgetPeople, goneAddress } from './people.ts'

interface Erased {
  readonly id: string
  readonly email: string
}

/**
 * Removes somebody, who is in no Workspace any more, from everywhere. What counts others by them (invitations that were
 * accepted, mails that left) stays under an address that is nobody's; what still waits in their name is another Owner's from now on.
 * That an address wants no mails is kept.
 */
export const erasePerson = async (tx: Database, person: Erased): Promise<void> => {
  await handOver(tx, person)
  const addresses = await addressesOf(tx, person)
  const listed = await eraseListed(tx, addresses, goneAddress(person.id))
  await eraseMails(tx, person, addresses)
  await eraseInvitations(tx, person)
  // The answers of sends hold addresses.
  await sql`
    delete from send_keys where person_id = ${person.id}
        or exists (select from unnest(${[...addresses, ...listed]}::text[]) a where position(a in answer::text) > 0)`.execute(
    tx,
  )
  await sql`delete from member_events where person_id = ${person.id}`.execute(tx)
  await sql`delete from sign_in_codes where email = any(${addresses}::text[])`.execute(tx)
  await sql`delete from begin_links where email = any(${addresses}::text[])`.execute(tx)
  await sql`delete from suppressions where email = any(${addresses}::text[]) and reason = 'bounced'`.execute(tx)
  await endSessionsOf(tx, person.id)
  await endConnectionsOf(tx, person.id)
  await sql`delete from oauth where account = ${person.id}`.execute(tx)
  await forgetPeople(tx, [person.id])
  await sql`update people set email = ${goneAddress(person.id)}, name = '' where id = ${person.id}`.execute(tx)
}

/** Whoever else owns the Group, else whoever owns the Workspace, now stands for what waits: a mail names them, and answers go to them. */
const handOver = async (tx: Database, { id }: Erased) => {
  const workspaceOwner = sql`(
    select w.person_id from workspace_members w
     where w.workspace_id = v.workspace_id and w.role = 'owner' and w.person_id <> ${id}
     order by w.created_at, w.person_id limit 1)`
  const groupOwner = sql`(
    select m.person_id from members m where m.group_id = v.group_id and m.role = 'owner' and m.person_id <> ${id}
     order by m.created_at, m.person_id limit 1)`
  await sql`
    with handed as (
      update invitations v set invited_by = coalesce(${groupOwner}, ${workspaceOwner}, v.invited_by)
       where v.invited_by = ${id} and v.state = 'pending' returning v.id, v.invited_by
    )
    update outbox o set sender_id = h.invited_by from handed h where o.invitation_id = h.id and o.sent_at is null`.execute(
    tx,
  )
  await sql`
    update workspace_invitations v set invited_by = coalesce(${workspaceOwner}, v.invited_by)
     where v.invited_by = ${id} and v.state = 'pending'`.execute(tx)
}

/** Theirs, and those by which they were invited and which they proved. */
const addressesOf = async (tx: Database, { id, email }: Erased): Promise<string[]> => {
  const { rows } = await sql<{ email: string }>`
    select email from invitations where accepted_by = ${id} union select ${email}::text`.execute(tx)
  return rows.map((row) => row.email)
}

const eraseMails = async (tx: Database, { id }: Erased, addresses: readonly string[]) => {
  const theirs = sql`email = any(${addresses}::text[])`
  await sql`
    delete from outbox where ${theirs} and (kind = 'signIn' or (sent_at is null and failed_at is null))`.execute(tx)
  await sql`update outbox set email = ${goneAddress(id)} where ${theirs}`.execute(tx)
}

const eraseInvitations = async (tx: Database, { id, email }: Erased) => {
  const gone = goneAddress(id)
  await sql`delete from invitations where email = ${email} and accepted_by is distinct from ${id}`.execute(tx)
  await sql`update invitations set email = ${gone}, name = '' where accepted_by = ${id}`.execute(tx)
  await sql`delete from workspace_invitations where email = ${email} and accepted_by is distinct from ${id}`.execute(tx)
  await sql`update workspace_invitations set email = ${gone} where accepted_by = ${id}`.execute(tx)
}
