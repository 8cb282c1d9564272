import './jitless.ts'
import * as z from 'zod/mini'
import { MAX_REMIND_DAYS, REMINDER_DAYS } from '../limits.ts'
import { GroupRole, GroupType } from './roles.ts'
import { Id } from './text.ts'

/** A Group as whoever asks may know it. */
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
