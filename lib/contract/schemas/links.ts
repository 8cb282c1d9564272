import './jitless.ts'
import * as z from 'zod/mini'
import { MAX_LINK_USES } from '../limits.ts'
import { GroupRole, LinkAccess } from './roles.ts'
import { Id } from './text.ts'

/** What ends a share link by itself; null takes the limit away, what is not named stays. */
export const LinkLimits = z.object({
  expiresAt: z.optional(z.nullable(z.iso.datetime({ offset: true }))),
  maxUses: z.optional(z.nullable(z.number().check(z.int(), z.minimum(1), z.maximum(MAX_LINK_USES)))),
})
export type LinkLimits = z.infer<typeof LinkLimits>

/** A share link into a Group, as its Owners see it. */
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
