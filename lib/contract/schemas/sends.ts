import './jitless.ts'
import * as z from 'zod/mini'
import { MAX_PEOPLE_PER_CALL } from '../limits.ts'
import { GroupRole } from './roles.ts'
import { Id } from './text.ts'

/** One person of a send. */
export const PersonToInvite = z.object({
  /** As found; the service answers per entry instead of refusing the whole request for one bad address. */
  email: z.string().check(z.maxLength(1000)),
  name: z.optional(z.string().check(z.maxLength(10_000))),
  role: GroupRole,
  /** Also if they were taken out of the Group, or left it, before. */
  again: z.optional(z.boolean()),
})
export type PersonToInvite = z.infer<typeof PersonToInvite>

/**
 * What became of one person of a send.
 * `invited`: a Pending invitation and one mail. `added`: had an account in the Workspace, is a member now, gets a notice.
 * `pending`, `member`: nothing to do. `roleDiffers`: is a member with another role, which stays. `removed`: was one, and
 * is invited `again` only when the request says so. `offDomain`: the Workspace does not let this address in. `invalid`: not
 * an address.
 */
export const Outcome = z.object({
  email: z.string(),
  outcome: z.enum(['invited', 'added', 'pending', 'member', 'roleDiffers', 'removed', 'offDomain', 'invalid']),
  /** The role they have now, where there is one. */
  role: z.optional(GroupRole),
  /** ISO 8601; since when they are pending, a member, or removed. */
  since: z.optional(z.string()),
})
export type Outcome = z.infer<typeof Outcome>

/**
 * What a send would do with one person. `new`: invite and mail them. `joins`: make them a member at once, with a notice.
 * `you`: whoever asks. The rest as in `Outcome`.
 */
export const Prospect = z.object({
  email: z.string(),
  outcome: z.enum(['new', 'joins', 'pending', 'member', 'roleDiffers', 'removed', 'offDomain', 'you', 'invalid']),
  role: z.optional(GroupRole),
  since: z.optional(z.string()),
})
export type Prospect = z.infer<typeof Prospect>

/** One request of a send: as many people as one call takes. */
export const SendBody = z.object({
  /** Idempotency key of this request: the same key and body again gives the same answer and no second mail. */
  key: Id,
  /** The send this request belongs to; undo takes back a whole batch. */
  batch: Id,
  origin: z.enum(['roster', 'manual']),
  people: z.array(PersonToInvite).check(z.minLength(1), z.maxLength(MAX_PEOPLE_PER_CALL)),
})
export type SendBody = z.infer<typeof SendBody>

/** What became of them, one outcome per person, in the order given. */
export const SendAnswer = z.object({
  outcomes: z.array(Outcome),
  /** ISO 8601; until when the mails of this request are held and Undo is possible. */
  heldUntil: z.string(),
})
export type SendAnswer = z.infer<typeof SendAnswer>
