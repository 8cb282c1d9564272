import { sql } from 'kysely'
import type { Language } from '../../lib/contract/schemas.ts'
import { forEach, gather } from './gather.ts'
import type { Database } from './open.ts'

/** Queues one mail per person: to an invitation where there is one, else the notice that they were added. */
export const enqueueGroupMails = async (
  tx: Database,
  common: {
    readonly groupId: string
    readonly senderId: string
    readonly batch: string | null
    /** The mails are held until then. */
    readonly dueAt: Date
  },
  people: readonly { readonly email: string; readonly invitationId?: string }[],
): Promise<void> => {
  await sql`
    insert into outbox (kind, email, invitation_id, group_id, sender_id, batch, due_at)
    select case when w.invitation_id is null then 'added' else 'invitation' end, w.email, w.invitation_id,
           ${common.groupId}::uuid, ${common.senderId}::uuid, ${common.batch}::uuid, ${common.dueAt}::timestamptz
      from unnest(${people.map((p) => p.email)}::text[], ${people.map((p) => p.invitationId ?? null)}::uuid[])
           w(email, invitation_id)`.execute(tx)
}

/** A mail as it waits: what it is about, not what it says. */
export interface OutboxRow {
  readonly id: string
  readonly kind: 'invitation' | 'added' | 'signIn' | 'reminder' | 'workspaceInvitation'
  readonly email: string
  readonly invitationId: string | null
  readonly groupId: string | null
  readonly senderId: string | null
  readonly workspaceInvitationId: string | null
  readonly sealed: Buffer | null
  readonly language: Language | null
  readonly createdAt: Date
  /** Seconds since it was queued, by the store's clock. */
  readonly age: number
}

/** Of an `OutboxRow`. */
export const mailColumns = [
  'id',
  'kind',
  'email',
  'invitation_id as invitationId',
  'group_id as groupId',
  'sender_id as senderId',
  'workspace_invitation_id as workspaceInvitationId',
  'sealed',
  'language',
  'created_at as createdAt',
  sql<number>`extract(epoch from now() - created_at)::float8`.as('age'),
] as const

export interface ClaimedMail extends OutboxRow {
  readonly attempts: number
  /** Its address is not mailed: see suppressions. */
  readonly suppressed: boolean
  /** The pace of its Workspace, where that has one of its own. */
  readonly pace: { readonly id: string; readonly limit: number } | null
}

// Codes go to whoever asks for one; a reminder is for those who have not refused reminders either.
const isSuppressed = sql<boolean>`exists (
  select from suppressions s where s.email = outbox.email and outbox.kind <> 'signIn'
     and (s.reason <> 'unsubscribed' or outbox.kind = 'reminder'))`

/** The Workspace that a row of the outbox is about; null: none, it is a code. */
export const workspaceOf = sql<string | null>`coalesce(
  (select workspace_id from groups g where g.id = outbox.group_id),
  (select workspace_id from workspace_invitations i where i.id = outbox.workspace_invitation_id))`

const ownPace = sql<ClaimedMail['pace']>`(
  select json_build_object('id', w.id, 'limit', w.mails_per_minute) from workspaces w
   where w.mails_per_minute is not null and w.id = ${workspaceOf})`

/** Until when a mail is a worker's own: a lease, which lives on only while that worker says so. */
const leaseEnd = (seconds: number) => sql<Date>`now() + make_interval(secs => ${seconds})`

/**
 * Takes the mails that have been due longest, for so many seconds: a worker that dies leaves them to the next one, and two
 * workers never have the same one. `attempts` counts this one.
 */
export const claimMails = async (db: Database, most: number, seconds: number): Promise<ClaimedMail[]> => {
  // In an array: a subquery in the condition may be asked again for each row, and take more than so many.
  const due = sql<string[]>`array(
    select id from outbox where sent_at is null and failed_at is null and due_at <= now()
     order by due_at limit ${most}::integer for update skip locked)`
  return await db
    .updateTable('outbox')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), claimed: true, due_at: leaseEnd(seconds) }))
    .where(sql<boolean>`id = any(${due})`)
    .returning(mailColumns)
    .returning('attempts')
    .returning(isSuppressed.as('suppressed'))
    .returning(ownPace.as('pace'))
    .execute()
}

/** These mails are still under way: they are whose they were for so many seconds more. */
export const keepClaims = async (db: Database, ids: readonly string[], seconds: number): Promise<void> => {
  await db
    .updateTable('outbox')
    .set({ due_at: leaseEnd(seconds) })
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where('claimed', '=', true)
    .execute()
}

/** Nobody began with these after all: due again, and as if nobody had taken them. */
export const giveBack = async (db: Database, ids: readonly string[]): Promise<void> => {
  await db
    .updateTable('outbox')
    .set((eb) => ({ due_at: sql<Date>`now()`, claimed: false, attempts: eb('attempts', '-', 1) }))
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
}

/**
 * Gives back what a worker had taken when it died. Only for a store that is ours alone: with other instances, a mail may be
 * under way right now.
 */
export const releaseClaims = async (db: Database): Promise<void> => {
  await db.updateTable('outbox').set({ due_at: sql<Date>`now()`, claimed: false }).where('claimed', '=', true).execute()
}

/** Seconds for which a mail is held at most before its first try, and what may come on top of any wait. */
const LONGEST_HOLD = 3600
const SLACK = 600

/**
 * Makes due what a clock that was put back would keep here for as long as it had been ahead: mails that wait for longer than
 * they may be held, or than their tries may be apart (`secondsToWait`).
 */
export const recallMails = async (db: Database): Promise<void> => {
  await db
    .updateTable('outbox')
    .set({ due_at: sql<Date>`now()` })
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .where(
      'due_at',
      '>',
      sql<Date>`now() + make_interval(secs => ${LONGEST_HOLD + SLACK}::integer + least(30 * 2 ^ least(attempts, 20), 6 * 3600))`,
    )
    .execute()
}

/** Milliseconds until the next mail is due, by the store's clock; undefined when none waits. */
export const untilNextMail = async (db: Database): Promise<number | undefined> => {
  const { rows } = await sql<{ ms: number | null }>`
    select (extract(epoch from min(due_at) - now()) * 1000)::float as ms from outbox
     where sent_at is null and failed_at is null`.execute(db)
  return rows[0]?.ms ?? undefined
}

export const markSent = async (db: Database, id: string): Promise<void> => {
  await sent(db)([id])
}

const sent = forEach((db: Database) =>
  gather(async (ids: readonly string[]) => {
    await db
      .updateTable('outbox')
      .set({ sent_at: sql<Date>`now()`, claimed: false, sealed: null, failure: null })
      .where(sql<boolean>`id = any(${ids}::uuid[])`)
      .execute()
    return new Map<string, never>()
  }),
)

/** `failure`: the reply's codes, never its text, which repeats addresses. */
export const markFailed = async (db: Database, id: string, failure: string): Promise<void> => {
  await db
    .updateTable('outbox')
    .set({ failed_at: sql<Date>`now()`, claimed: false, sealed: null, failure })
    .where('id', '=', id)
    .execute()
}

export const postponeMail = async (db: Database, id: string, seconds: number, failure: string): Promise<void> => {
  await db
    .updateTable('outbox')
    .set({ due_at: sql<Date>`now() + make_interval(secs => ${seconds})`, claimed: false, failure })
    .where('id', '=', id)
    .execute()
}

/** The server took this mail, and it came back, or was called spam. Undefined: it is none of ours. */
export const markBack = async (
  tx: Database,
  where: { readonly id: string } | { readonly email: string },
  back: { readonly failure: string; readonly arrived: boolean },
): Promise<
  { email: string; groupId: string | null; workspaceId: string | null; invitationId: string | null } | undefined
> => {
  const row = await tx
    .updateTable('outbox')
    .set({ failure: back.failure, ...(!back.arrived && { failed_at: sql<Date>`now()` }) })
    .where('id', '=', (eb) =>
      'id' in where
        ? eb.val(where.id)
        : eb
            .selectFrom('outbox')
            .select('id')
            .where('email', '=', where.email)
            .where('sent_at', 'is not', null)
            .orderBy('sent_at', 'desc')
            .limit(1),
    )
    .returning(['email', 'group_id as groupId'])
    .returning((eb) => eb.fn.coalesce('invitation_id', 'workspace_invitation_id').as('invitationId'))
    .returning(workspaceOf.as('workspaceId'))
    .executeTakeFirst()
  return row
}

/** The pace of a Workspace was reached: later, and as if nobody had taken it yet. */
export const putBack = async (db: Database, id: string, seconds: number): Promise<void> => {
  await db
    .updateTable('outbox')
    .set((eb) => ({
      due_at: sql<Date>`now() + make_interval(secs => ${seconds})`,
      claimed: false,
      attempts: eb('attempts', '-', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** Nobody needs this mail any more: its invitation was accepted or taken back, its code is too old. */
export const dropMail = async (db: Database, id: string): Promise<void> => {
  await db.deleteFrom('outbox').where('id', '=', id).execute()
}

/** Mails that wait: held for Undo or for a later try, and due now. */
export const countMails = async (db: Database): Promise<{ later: number; due: number }> => {
  const { rows } = await sql<{ later: number; due: number }>`
    select (count(*) filter (where due_at > now()))::integer as later,
           (count(*) filter (where due_at <= now()))::integer as due
      from outbox where sent_at is null and failed_at is null`.execute(db)
  return rows[0] ?? { later: 0, due: 0 }
}
