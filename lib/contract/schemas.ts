import * as z from 'zod/mini'
import { addressPattern } from './address.ts'
import {
  MAX_EMAIL_DOMAINS,
  MAX_EMAIL_LENGTH,
  MAX_GROUP_NAME,
  MAX_LINK_USES,
  MAX_PEOPLE_PER_CALL,
  MAX_REMIND_DAYS,
  REMINDER_DAYS,
} from './limits.ts'

// zod's compiled parsers need `new Function`, which an extension page's Content-Security-Policy reports as a violation.
z.config({ jitless: true })

export const Id = z.uuid()

/** Roles in a Group, highest first. */
export const GroupRole = z.enum(['owner', 'facilitator', 'member'])
export type GroupRole = z.infer<typeof GroupRole>

/** Roles in a Workspace, highest first. */
export const WorkspaceRole = z.enum(['owner', 'editor', 'member'])
export type WorkspaceRole = z.infer<typeof WorkspaceRole>

/** `workspace`: shared with everyone; `shared`: people invited; `private`: only its creator, until somebody is invited. */
export const GroupType = z.enum(['workspace', 'shared', 'private'])
export type GroupType = z.infer<typeof GroupType>

/** Where a Group at the top stands: `workspace`, Shared, for the Owners of its Workspace to see; `private`, for one person alone. */
export const GroupSpace = z.enum(['workspace', 'private'])
export type GroupSpace = z.infer<typeof GroupSpace>

/** Whom a link lets in: whoever signs in; whoever was invited into the Workspace; whoever is on a list of addresses. */
export const LinkAccess = z.enum(['anyone', 'restricted', 'roster'])
export type LinkAccess = z.infer<typeof LinkAccess>

/** An address as it is stored and compared: trimmed, lower case, one `@`, no controls or separators. */
export const Email = z.string().check(z.trim(), z.toLowerCase(), z.maxLength(MAX_EMAIL_LENGTH), z.regex(addressPattern))

/** By what the service tells a name that cannot be used from other input that it does not understand. */
export const badName = 'badName'

/** A Group's name: one line, nothing that is not seen or turns the words round it, nothing that reads as a link in a mail. */
export const GroupName = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, badName),
    z.maxLength(MAX_GROUP_NAME, badName),
    z.regex(/^[^\p{Cc}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]*$/u, badName),
    z.regex(/^(?!.*(?:https?:|www\.|\/\/|\p{L}\.\p{L}{2,}\/|@[^\s@]+\.\p{L}{2,}))/iu, badName),
  )

/** A domain of mail addresses, without the `@`. */
export const EmailDomain = z
  .string()
  .check(z.trim(), z.toLowerCase(), z.maxLength(MAX_EMAIL_LENGTH), z.regex(/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u))

/** The languages of mails and of the pages for strangers, as BCP 47 writes them. */
export const Language = z.enum(['en', 'es', 'fr', 'de', 'pt', 'ar', 'zh-Hans'])
export type Language = z.infer<typeof Language>

/** The role in a Group of each role of a class list, to start from. */
export const UsualRoles = z.object({ teacher: GroupRole, ta: GroupRole, student: GroupRole })
export type UsualRoles = z.infer<typeof UsualRoles>

export const WorkspaceSettings = z.object({
  name: GroupName,
  /** From where people may be invited and join: these domains and the ones below them. None: from anywhere. */
  emailDomains: z.array(EmailDomain).check(z.maxLength(MAX_EMAIL_DOMAINS)),
  /** The highest role that a link for anyone may give. */
  anyoneRole: GroupRole,
  /** Days until an invitation expires. Null, here and below: as the service is set up. */
  invitationDays: z.nullable(z.number().check(z.int(), z.minimum(1), z.maximum(365))),
  /** Seconds that mails are held for Undo. */
  holdSeconds: z.nullable(z.number().check(z.int(), z.minimum(0), z.maximum(3600))),
  /** Mails of this Workspace that leave in a minute. */
  mailsPerMinute: z.nullable(z.number().check(z.int(), z.minimum(1), z.maximum(6000))),
  /** The last day of the term. */
  termEndsOn: z.nullable(z.iso.date()),
  /** What becomes of its Groups after that day. `purge`: archived, and without their personal data. */
  atTermEnd: z.enum(['stay', 'archive', 'purge']),
  /** What its mails are written in. */
  language: z.nullable(Language),
  /** Null: as the extension has them. */
  usualRoles: z.nullable(UsualRoles),
})
export type WorkspaceSettings = z.infer<typeof WorkspaceSettings>

export const Workspace = z.object({
  id: Id,
  name: z.string(),
  role: WorkspaceRole,
  /** Its `emailDomains`, for those who invite. */
  emailDomains: z.optional(z.array(z.string())),
  usualRoles: z.optional(UsualRoles),
})
export type Workspace = z.infer<typeof Workspace>

/** Somebody in a Workspace. */
export const WorkspacePerson = z.object({
  id: Id,
  email: z.string(),
  name: z.string(),
  role: WorkspaceRole,
  origin: z.enum(['roster', 'manual', 'link']),
  /** ISO 8601 */
  since: z.string(),
  /** Groups that list them. */
  groups: z.number(),
})

/** What became of an address that was invited into a Workspace: as in `Outcome`, with a role in the Workspace. */
export const WorkspaceOutcome = z.object({
  email: z.string(),
  outcome: z.enum(['invited', 'pending', 'member', 'roleDiffers', 'offDomain', 'invalid']),
  role: z.optional(WorkspaceRole),
})
export type WorkspaceOutcome = z.infer<typeof WorkspaceOutcome>

export const Me = z.object({
  id: Id,
  email: z.string(),
  name: z.string(),
  /** CONTRACT_VERSION of the service. */
  contract: z.number(),
  workspaces: z.array(Workspace),
})
export type Me = z.infer<typeof Me>

export const Group = z.object({
  id: Id,
  workspaceId: Id,
  parentId: z.nullable(Id),
  name: z.string(),
  type: GroupType,
  /** The caller's role here, their own, inherited, or as Workspace Owner. */
  role: GroupRole,
  /** ISO 8601; it, or a Group around it, is archived: nothing in it changes. Absent: it is not. */
  archivedAt: z.optional(z.string()),
  /** ISO 8601; absent: it is not deleted. */
  deletedAt: z.optional(z.string()),
  /** People in it, and invitations still pending; null where the caller may not see the member list. */
  members: z.nullable(z.number()),
  pending: z.nullable(z.number()),
})
export type Group = z.infer<typeof Group>

/** What happens in a Group as days pass. */
export const GroupTimes = z.object({
  /** Days without a mail after which who is pending is reminded. Null: only by hand. */
  remindDays: z.nullable(z.number().check(z.int(), z.minimum(REMINDER_DAYS), z.maximum(MAX_REMIND_DAYS))),
  /** Its own last day of the term. Null: as around it. */
  termEndsOn: z.nullable(z.iso.date()),
})

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

export const SendBody = z.object({
  /** Idempotency key of this request: the same key and body again gives the same answer and no second mail. */
  key: Id,
  /** The send this request belongs to; undo takes back a whole batch. */
  batch: Id,
  origin: z.enum(['roster', 'manual']),
  people: z.array(PersonToInvite).check(z.minLength(1), z.maxLength(MAX_PEOPLE_PER_CALL)),
})
export type SendBody = z.infer<typeof SendBody>

export const SendAnswer = z.object({
  outcomes: z.array(Outcome),
  /** ISO 8601; until when the mails of this request are held and Undo is possible. */
  heldUntil: z.string(),
})
export type SendAnswer = z.infer<typeof SendAnswer>

/** What ends a share link by itself; null takes the limit away, what is not named stays. */
export const LinkLimits = z.object({
  expiresAt: z.optional(z.nullable(z.iso.datetime({ offset: true }))),
  maxUses: z.optional(z.nullable(z.number().check(z.int(), z.minimum(1), z.maximum(MAX_LINK_USES)))),
})
export type LinkLimits = z.infer<typeof LinkLimits>

export const ShareLink = z.object({
  id: Id,
  access: LinkAccess,
  role: GroupRole,
  url: z.string(),
  uses: z.number(),
  createdAt: z.string(),
  /** ISO 8601; from then on it lets nobody in. Absent: it has no end. */
  expiresAt: z.optional(z.string()),
  /** How many people it lets in, in all. Absent: any number. */
  maxUses: z.optional(z.number()),
  /** `roster`: addresses on its list. */
  people: z.optional(z.number()),
  /** Why it lets nobody in, although it was not revoked. */
  ended: z.optional(z.enum(['expired', 'full'])),
})
export type ShareLink = z.infer<typeof ShareLink>

/** A share link into a Workspace itself: a Member by whoever has it, an Editor by who was invited. */
export const WorkspaceLink = z.object({
  ...z.omit(ShareLink, { access: true, role: true, people: true }).shape,
  access: z.enum(['anyone', 'restricted']),
  role: z.enum(['editor', 'member']),
})
export type WorkspaceLink = z.infer<typeof WorkspaceLink>
