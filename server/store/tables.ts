import type { ColumnType, Generated } from 'kysely'
import type {
  GroupRole,
  GroupType,
  Language,
  LinkAccess,
  UsualRoles,
  WorkspaceLink,
  WorkspaceRole,
  WorkspaceSettings,
} from '../../lib/contract/schemas.ts'
import type { MaybeTime, SignInTables, Time } from './signInTables.ts'

/** Read it as text: a date of JavaScript is a moment in a time zone. */
type Day = ColumnType<Date | null, string | null | undefined, string | null>
/** Who came how. `inherited` is worked out, never stored. */
export type Origin = 'roster' | 'manual' | 'link'

/** The tables as Kysely sees them. Ids are UUIDs made by the database unless given. */
export interface Tables extends SignInTables {
  workspaces: {
    id: Generated<string>
    name: string
    created_at: Time
    /** From where people may come in, these domains and those below; empty: from anywhere. */
    email_domains: Generated<string[]>
    /** The highest role that a link for anyone may give. */
    anyone_role: Generated<GroupRole>
    /** Null, in this and the next two: as the service is set up. */
    invitation_days: number | null
    hold_seconds: number | null
    mails_per_minute: number | null
    /** A day, `2026-12-18`. */
    term_ends_on: Day
    /** What becomes of its Groups after their last day. */
    at_term_end: Generated<WorkspaceSettings['atTermEnd']>
    language: Language | null
    usual_roles: ColumnType<UsualRoles | null, string | null | undefined, string | null>
    /** It and everything in it stands still, and for some days its Owners can bring it back. */
    deleted_at: MaybeTime
  }
  people: { id: Generated<string>; email: string; name: Generated<string>; created_at: Time }
  workspace_members: {
    workspace_id: string
    person_id: string
    role: WorkspaceRole
    origin: Origin
    /** The send that made them a member, so that Undo can take it back. */
    batch: string | null
    created_at: Time
  }
  groups: {
    id: Generated<string>
    workspace_id: string
    parent_id: string | null
    name: string
    type: GroupType
    created_by: string
    /** The send that made a Private Group Shared, so that Undo can take that back too. */
    shared_by_batch: string | null
    created_at: Time
    /** Read only, and shown to nobody by itself, until it is brought back. */
    archived_at: MaybeTime
    deleted_at: MaybeTime
    /** Days without a mail after which who is pending is reminded; null: only by hand. */
    remind_days: number | null
    /** Its own last day; null: as around it. */
    term_ends_on: Day
    /** The last day for which it was archived. */
    term_ended_on: Day
  }
  members: {
    group_id: string
    person_id: string
    role: GroupRole
    origin: Origin
    batch: string | null
    created_at: Time
  }
  /** What happened to a membership after its beginning. */
  member_events: {
    id: Generated<string>
    group_id: string
    person_id: string
    at: Time
    /** `left`: they did it themselves. */
    what: 'role' | 'removed' | 'left' | 'restored'
    actor_id: string | null
    was: GroupRole
    /** The role from then on; null: none. */
    role: GroupRole | null
    origin: Origin
    joined_at: Time
  }
  invitations: {
    id: Generated<string>
    workspace_id: string
    group_id: string
    email: string
    name: Generated<string>
    role: GroupRole
    state: Generated<'pending' | 'accepted' | 'revoked' | 'expired' | 'declined'>
    origin: Origin
    batch: string | null
    invited_by: string
    /** Part of the mailed token: raising it ends every earlier link. */
    generation: Generated<number>
    created_at: Time
    expires_at: Time
    ended_at: MaybeTime
    opened_at: MaybeTime
    accepted_by: string | null
    /** It was accepted by somebody with another address, who proved this one as well. */
    alias: Generated<boolean>
  }
  /** The address by which a roster names somebody, and the one that their invitation was sent to instead: see listedAddresses.ts. */
  listed_addresses: { group_id: string; listed: string; email: string }
  /** Invitations into a Workspace itself. */
  workspace_invitations: {
    id: Generated<string>
    workspace_id: string
    email: string
    role: WorkspaceRole
    state: Generated<'pending' | 'accepted' | 'revoked' | 'expired' | 'declined'>
    invited_by: string
    generation: Generated<number>
    created_at: Time
    expires_at: Time
    ended_at: MaybeTime
    accepted_by: string | null
  }
  /** The course of an LMS that a Group's roster comes from. */
  roster_links: {
    group_id: string
    /** The origin of the LMS. */
    site: string
    course: string
    name: Generated<string>
    /** The LMS by its own name, where it is known. */
    lms: string | null
    created_by: string
    created_at: Time
    /** The last complete reading, and how many people it had. */
    read_at: MaybeTime
    read_people: number | null
  }
  /** Whom a roster link lets in: see linkPeople.ts. */
  share_link_people: { link_id: string; digest: Buffer; role: GroupRole }
  share_links: {
    id: Generated<string>
    group_id: string
    access: LinkAccess
    role: GroupRole
    generation: Generated<number>
    uses: Generated<number>
    created_by: string
    created_at: Time
    revoked_at: MaybeTime
    expires_at: MaybeTime
    /** How many people it lets in, in all. */
    max_uses: number | null
  }
  workspace_links: {
    id: Generated<string>
    workspace_id: string
    access: WorkspaceLink['access']
    role: WorkspaceLink['role']
    generation: Generated<number>
    uses: Generated<number>
    created_by: string
    created_at: Time
    revoked_at: MaybeTime
    expires_at: MaybeTime
    max_uses: number | null
  }
  /** Links that make a Workspace: see beginLinks.ts. */
  begin_links: {
    id: Generated<string>
    hash: Buffer
    /** It makes the first Workspace of the service, and no other. */
    is_first: boolean
    created_at: Time
    expires_at: Time
    used_at: MaybeTime
    /** The browser that uses it, and what was typed there. */
    browser: Buffer | null
    name: string | null
    email: string | null
  }
  /** Mails to send, and what became of them. A mail is rendered when it leaves, so no link or token is at rest here. */
  outbox: {
    id: Generated<string>
    kind: 'invitation' | 'added' | 'signIn' | 'reminder' | 'workspaceInvitation'
    email: string
    /** invitation, reminder: the invitation. */
    invitation_id: string | null
    /** invitation, added, reminder: the Group, and who invites or added them. */
    group_id: string | null
    sender_id: string | null
    workspace_invitation_id: string | null
    batch: string | null
    /** signIn: the code, sealed. */
    sealed: Buffer | null
    /** signIn: what the page spoke that asked for it. */
    language: Language | null
    created_at: Time
    /** Not before. `held` while in the future on its first try; a lease while being sent. */
    due_at: Time
    /** A worker has it. */
    claimed: Generated<boolean>
    attempts: Generated<number>
    sent_at: MaybeTime
    /** It was refused, came back (then `sent_at` is there too), or was not to be sent. */
    failed_at: MaybeTime
    /** Codes such as `550 5.1.1`, or `suppressed`, `complained`. */
    failure: string | null
  }
  /** Addresses that mails about Groups do not go to. */
  suppressions: { email: string; reason: 'bounced' | 'complained' | 'unsubscribed'; created_at: Time }
  /** Idempotency ledger: the answer that a request got, for as long as it may be repeated. */
  send_keys: {
    key: string
    person_id: string
    digest: Buffer
    answer: ColumnType<unknown, string, string>
    created_at: Time
  }
  /** Who did what: only ever added to. */
  audit: {
    id: Generated<string>
    at: Time
    actor_id: string | null
    workspace_id: string
    group_id: string | null
    action: string
    subject_id: string | null
    details: ColumnType<unknown, string, never>
  }
  rate_buckets: { key: string; count: number; resets_at: Time }
  /** Timed work: an instance claims a chore by moving its due time. */
  chores: { name: string; due_at: Time }
}
