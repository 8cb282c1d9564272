import './jitless.ts'
import * as z from 'zod/mini'
import { MAX_EMAIL_DOMAINS } from '../limits.ts'
import { Delivery, DeliveryProblem } from './members.ts'
import { GroupRole, WorkspaceRole } from './roles.ts'
import { EmailDomain, GroupName, Id, Language } from './text.ts'

/** The role in a Group of each role of a class list, to start from. */
export const UsualRoles = z.object({ teacher: GroupRole, ta: GroupRole, student: GroupRole })
export type UsualRoles = z.infer<typeof UsualRoles>

/** What a Workspace decides for itself. */
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

/** A Workspace that somebody is in, with their role there. */
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

/** An invitation into a Workspace that waits, or that ran out. */
export const WorkspaceInvitation = z.object({
  id: Id,
  email: z.string(),
  role: WorkspaceRole,
  state: z.enum(['pending', 'expired']),
  /** ISO 8601 */
  since: z.string(),
  expiresAt: z.string(),
  delivery: Delivery,
  /** What is wrong with the mail. Absent: nothing. */
  problem: z.optional(DeliveryProblem),
})
export type WorkspaceInvitation = z.infer<typeof WorkspaceInvitation>

/** Whoever is signed in. */
export const Me = z.object({
  id: Id,
  email: z.string(),
  name: z.string(),
  /** CONTRACT_VERSION of the service. */
  contract: z.number(),
  workspaces: z.array(Workspace),
})
export type Me = z.infer<typeof Me>
