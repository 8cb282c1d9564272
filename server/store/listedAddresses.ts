import { sql } from 'kysely'
import { type KnownPerson, knownPeople } from './invitations.ts'
import type { Database } from './open.ts'

/**
 * Somebody whose invitation was sent to another address: a roster goes on to name them by the one it has. Told of by either,
 * they are the same person, for as long as nobody is invited at the listed address itself.
 */
export const listAs = async (tx: Database, groupId: string, listed: string, email: string): Promise<void> => {
  // Sent on once more, they are still whoever the roster named first.
  await sql`
    update listed_addresses set email = ${email}
     where group_id = ${groupId} and email = ${listed} and listed <> ${email}`.execute(tx)
  await sql`
    insert into listed_addresses (group_id, listed, email) values (${groupId}, ${listed}, ${email})
    on conflict (group_id, listed) do update set email = excluded.email`.execute(tx)
}

/** Addresses that stand for themselves from now on. */
export const listAsThemselves = async (tx: Database, groupId: string, emails: readonly string[]): Promise<void> => {
  await sql`
    delete from listed_addresses where group_id = ${groupId} and listed = any(${emails}::text[])`.execute(tx)
}

/** As `knownPeople`, for addresses as a roster has them: whoever was sent an invitation at another one is known by that. */
export const knownListed = async (
  db: Database,
  group: { readonly id: string; readonly workspaceId: string },
  emails: readonly string[],
): Promise<KnownPerson[]> => {
  const { rows } = await sql<{ listed: string; email: string }>`
    select listed, email from listed_addresses
     where group_id = ${group.id} and listed = any(${emails}::text[])`.execute(db)
  const sentTo = new Map(rows.map(({ listed, email }) => [listed, email]))
  const known = await knownPeople(db, group, [...new Set([...emails, ...sentTo.values()])])
  const byEmail = new Map(known.map((row) => [row.email, row]))
  return emails.flatMap((email) => {
    const own = byEmail.get(email)
    if (!own) return []
    const other = byEmail.get(sentTo.get(email) ?? '')
    if (!other || own.memberRole || own.pendingRole) return [own]
    const { memberRole, memberSince, pendingRole, pendingSince, removedAt } = other
    return [{ ...own, memberRole, memberSince, pendingRole, pendingSince, removedAt: own.removedAt ?? removedAt }]
  })
}

/** Forgets by which addresses somebody was listed who is erased, and says which those were; `gone` takes their place where they count. */
export const eraseListed = async (tx: Database, addresses: readonly string[], gone: string): Promise<string[]> => {
  const { rows } = await sql<{ groupId: string; listed: string; theirs: boolean }>`
    delete from listed_addresses where email = any(${addresses}::text[]) or listed = any(${addresses}::text[])
    returning group_id as "groupId", listed, email = any(${addresses}::text[]) as theirs`.execute(tx)
  const theirs = rows.filter((row) => row.theirs)
  await sql`
    with erased as (
      update invitations v set email = ${gone}, name = ''
        from unnest(${theirs.map((row) => row.groupId)}::uuid[], ${theirs.map((row) => row.listed)}::text[]) l(group_id, listed)
       where v.group_id = l.group_id and v.email = l.listed and v.state <> 'pending' and v.accepted_by is null
      returning v.id
    )
    update outbox o set email = ${gone} from erased e where o.invitation_id = e.id`.execute(tx)
  return theirs.map(({ listed }) => listed)
}
