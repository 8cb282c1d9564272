import { type RawBuilder, sql } from 'kysely'

/** What people are invited into, as the store keeps it: pieces of statements about invitations `v` and mails `o`. */
export interface InvitedInto {
  readonly table: RawBuilder<unknown>
  /** The column of the outbox that names an invitation. */
  readonly mail: RawBuilder<unknown>
  /** The columns that a mail about an invitation has, and from which of `v` they come. */
  readonly mailColumns: RawBuilder<unknown>
  readonly mailValues: RawBuilder<unknown>
  /** A mail has gone to the same address about the same place. */
  readonly isAbout: RawBuilder<unknown>
  /** What else becomes of an invitation that is Pending again. */
  readonly afresh: RawBuilder<unknown>
}

export const intoGroup: InvitedInto = {
  table: sql`invitations`,
  mail: sql`invitation_id`,
  mailColumns: sql`invitation_id, group_id`,
  mailValues: sql`v.id, v.group_id`,
  isAbout: sql`o.group_id = v.group_id and o.email = v.email`,
  afresh: sql`, opened_at = case state when 'expired' then null else opened_at end`,
}

export const intoWorkspace: InvitedInto = {
  table: sql`workspace_invitations`,
  mail: sql`workspace_invitation_id`,
  mailColumns: sql`workspace_invitation_id`,
  mailValues: sql`v.id`,
  isAbout: sql`o.workspace_invitation_id = v.id`,
  afresh: sql``,
}
