import { sql } from 'kysely'
import { containing } from './containing.ts'
import { inside } from './inside.ts'
import type { Database } from './open.ts'

/** Why an address is not mailed: its mails came back, its owner called them spam, or wants no more reminders. */
export type SuppressionReason = 'bounced' | 'complained' | 'unsubscribed'

export const suppress = async (db: Database, email: string, reason: SuppressionReason): Promise<void> => {
  await db
    .insertInto('suppressions')
    .values({ email, reason })
    .onConflict((oc) => oc.doNothing())
    .execute()
}

/** A condition on rows with an `email`: the address in `table` is mailed about Groups. */
export const isMailed = (table: string, options: { reminders: boolean } = { reminders: false }) => sql<boolean>`
  not exists (select from suppressions s where s.email = ${sql.ref(`${table}.email`)}
                 and ${options.reminders ? sql`true` : sql`s.reason <> 'unsubscribed'`})`

const known = (groupId: string) => sql`
  with ${inside([groupId])},
  known as (
    select p.email from inside i join people p on p.id = i.person_id
    union
    select email from invitations where group_id = ${groupId} and state = 'pending'
  )`

/**
 * The mails of this Workspace have met it themselves. What mails of another Workspace met keeps an address from being
 * mailed all over the service, and is told to nobody else. `which`: more of the mail's Group `g`.
 */
const isOfWorkspace = (workspaceId: string, which = sql`true`) => sql`exists (
  select from outbox o left join groups g on g.id = o.group_id
    left join workspace_invitations i on i.id = o.workspace_invitation_id
   where o.email = s.email and coalesce(g.workspace_id, i.workspace_id) = ${workspaceId} and ${which}
     and case s.reason
         when 'bounced' then o.failed_at is not null and o.failure is distinct from 'suppressed'
         when 'complained' then o.failure = 'complained'
         else o.kind = 'reminder' and o.sent_at < s.created_at end)`

/** What an Owner of the Workspace may know: a Private Group, with its mails, does not exist for them. */
const isSeenByOwners = (workspaceId: string) => isOfWorkspace(workspaceId, sql`g.type is distinct from 'private'`)

interface Suppression {
  readonly email: string
  readonly reason: SuppressionReason
  readonly since: Date
}

/** The addresses of a Group that are not mailed, as far as mails of its Workspace have shown it. */
export const suppressionsOf = async (
  db: Database,
  group: { readonly id: string; readonly workspaceId: string },
): Promise<Suppression[]> =>
  (
    await sql<Suppression>`
      ${known(group.id)}
      select s.email, s.reason, s.created_at as since from suppressions s join known k on k.email = s.email
       where ${isOfWorkspace(group.workspaceId)}
       order by s.email collate "C", s.reason limit 1000`.execute(db)
  ).rows

/** The addresses of a Workspace that are not mailed; `total` counts all that are found. */
export const suppressionsInWorkspace = async (
  db: Database,
  workspaceId: string,
  search: string,
): Promise<{ suppressions: Suppression[]; total: number }> => {
  const { rows } = await sql<Suppression & { total: number }>`
    select s.email, s.reason, s.created_at as since, count(*) over ()::integer as total from suppressions s
     where s.email ilike ${containing(search)} and ${isSeenByOwners(workspaceId)}
     order by s.email collate "C", s.reason limit 1000`.execute(db)
  return { suppressions: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** Mails an address again whose mails came back. What its owner said (spam, no reminders) stays. */
export const liftBounce = async (tx: Database, groupId: string, email: string): Promise<boolean> => {
  const { rows } = await sql`
    ${known(groupId)}
    delete from suppressions s using known k
     where s.email = k.email and s.email = ${email} and s.reason = 'bounced' returning s.email`.execute(tx)
  return rows.length > 0
}

/** The same for an address of the Workspace that its Owners see. */
export const liftBounceInWorkspace = async (tx: Database, workspaceId: string, email: string): Promise<boolean> => {
  const { rows } = await sql`
    delete from suppressions s
     where s.email = ${email} and s.reason = 'bounced' and ${isSeenByOwners(workspaceId)} returning s.email`.execute(tx)
  return rows.length > 0
}

/** Forgets that mails came back from addresses that nobody has and nobody invites. What an owner said (spam, no reminders) stays. */
export const forgetBounces = async (tx: Database): Promise<void> => {
  await sql`
    delete from suppressions s where s.reason = 'bounced'
       and not exists (select from people p where p.email = s.email)
       and not exists (select from invitations v where v.email = s.email)
       and not exists (select from workspace_invitations v where v.email = s.email)`.execute(tx)
}
