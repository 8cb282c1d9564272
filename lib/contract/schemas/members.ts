import './jitless.ts'
import * as z from 'zod/mini'
import { GroupRole } from './roles.ts'
import { Id } from './text.ts'

/** How somebody came to be in a Group; `inherited`: by being in a Group around it, or as an Owner of the Workspace. */
export const MembershipOrigin = z.enum(['roster', 'manual', 'link', 'inherited'])
export type MembershipOrigin = z.infer<typeof MembershipOrigin>

/** Where an invitation's mail is. `kept`: no mail server is set up, the mail waits in the outbox page. */
export const Delivery = z.enum(['held', 'queued', 'sent', 'kept', 'bounced', 'none'])
export type Delivery = z.infer<typeof Delivery>

/**
 * Why a mail did not arrive. `refused`: by a rule of the receiver. `complained`: it arrived and was called spam.
 * `blocked`: an earlier mail to this address bounced or was called spam, so this one was not sent.
 */
export const DeliveryProblem = z.enum(['noSuchAddress', 'mailboxFull', 'refused', 'complained', 'blocked', 'failed'])
export type DeliveryProblem = z.infer<typeof DeliveryProblem>

/**
 * One line of a Group's member list. `accepted`: a member; `removed`: somebody who was one; else an invitation, by how it
 * stands.
 */
export const MemberRow = z.object({
  /** The person's, or the invitation's. */
  id: Id,
  email: z.string(),
  name: z.string(),
  role: GroupRole,
  state: z.enum(['accepted', 'pending', 'expired', 'revoked', 'declined', 'removed']),
  origin: MembershipOrigin,
  /** Inherited: from which Group around this one. Absent: from the Workspace. */
  from: z.optional(z.object({ id: Id, name: z.string() })),
  /** ISO 8601; when they joined, were invited, or when it ended. */
  since: z.string(),
  delivery: Delivery,
  /** What is wrong with the mail. Absent: nothing. */
  problem: z.optional(DeliveryProblem),
  /** The invitation's page was opened from the mail. */
  opened: z.boolean(),
  /** The address that was invited, where they proved it and accepted with theirs. Absent: it is the same. */
  invitedAs: z.optional(z.string()),
})
export type MemberRow = z.infer<typeof MemberRow>

/** One known address of a Group: enough to forecast a send without any roster leaving the page. */
export const KnownAddress = z.object({
  email: z.string(),
  role: GroupRole,
  /** `removed`: taken out of the Group, or left it; the role is the one they had, since when they are out. */
  state: z.enum(['member', 'pending', 'removed']),
  since: z.string(),
  /** What is needed to say who is gone from a roster, and to act on them: the person's id, or the invitation's. */
  id: z.optional(Id),
  name: z.optional(z.string()),
  origin: z.optional(MembershipOrigin),
})
export type KnownAddress = z.infer<typeof KnownAddress>
