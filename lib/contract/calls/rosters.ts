import * as z from 'zod/mini'
import { call, ids, inGroup, outcomes } from '../call.ts'
import { MAX_ROSTER_PEOPLE } from '../limits.ts'
import { GroupRole, Id } from '../schemas.ts'

/** A course of an LMS: the site's origin, such as `https://lms.example.edu`, and the course's id there. */
const course = {
  site: z.string().check(z.toLowerCase(), z.maxLength(300), z.regex(/^https?:\/\/[^\s/?#@\p{Cc}\p{Cs}]+$/u)),
  course: z.string().check(z.trim(), z.minLength(1), z.maxLength(200), z.regex(/^[^\p{Cc}\p{Cs}]*$/u)),
}

const RosterLink = z.object({
  groupId: Id,
  site: z.string(),
  course: z.string(),
  /** The course's name, as the LMS showed it. May be empty. */
  name: z.string(),
  /** The LMS by its own name, such as `Canvas`, where it is known. */
  lms: z.optional(z.nullable(z.string())),
  /** ISO 8601; when its roster was compared last, and how many people it had. Null: never. */
  readAt: z.nullable(z.string()),
  readPeople: z.nullable(z.number()),
})

/** A roster as it was read, each person with the role that they would have in the Group. */
const roster = {
  people: z
    .array(z.object({ email: z.string().check(z.maxLength(1000)), role: GroupRole }))
    .check(z.maxLength(MAX_ROSTER_PEOPLE)),
  /** Read to its end. */
  complete: z.boolean(),
  /** How many people the LMS says there are, where it says so. */
  total: z.optional(z.int().check(z.minimum(0))),
}

/** Somebody who came from the roster, and is not on it any more. */
const Gone = z.object({
  /** The person's, or the invitation's. */
  id: Id,
  /** The Group that the roster put them into: this one, or that of a section, where they are taken out. */
  groupId: z.optional(Id),
  state: z.enum(['member', 'pending']),
  email: z.string(),
  name: z.string(),
  role: GroupRole,
})

/** The tie between a course and a Group, and the comparison of the two. */
export const rosterCalls = {
  'rosters.find': call({
    method: 'GET',
    path: '/api/rosters',
    allow: 'person',
    input: z.object(course),
    output: z.object({ links: z.array(RosterLink) }),
    refuses: [],
    summary: 'The Groups that the caller owns and that are linked with this course.',
  }),
  'rosters.get': call({
    method: 'GET',
    path: '/api/groups/:groupId/roster',
    allow: 'group.viewMembers',
    input: z.object(inGroup),
    output: z.object({ link: z.nullable(RosterLink) }),
    refuses: ['notAllowed'],
    summary: 'The course that a Group is linked with.',
  }),
  'rosters.link': call({
    method: 'POST',
    path: '/api/groups/:groupId/roster',
    allow: 'group.invite',
    input: z.object({
      ...inGroup,
      ...course,
      name: z.optional(z.string().check(z.maxLength(1000))),
      /** Not named: as it was, where the site stays the same. */
      lms: z.optional(z.string().check(z.maxLength(40), z.regex(/^[\p{L}\p{N}][\p{L}\p{N} .-]*$/u))),
    }),
    output: RosterLink,
    refuses: ['notAllowed', 'archived'],
    summary: 'Link a Group with a course, instead of the one before.',
  }),
  'rosters.unlink': call({
    method: 'DELETE',
    path: '/api/groups/:groupId/roster',
    allow: 'group.invite',
    input: z.object(inGroup),
    output: z.object({}),
    refuses: ['notAllowed', 'archived'],
    summary: 'Forget the course that a Group is linked with.',
  }),
  'rosters.compare': call({
    method: 'POST',
    path: '/api/groups/:groupId/roster/compare',
    allow: 'group.invite',
    input: z.object({ ...inGroup, ...roster }),
    output: z.object({
      /** In the order given, each address once; what is not an address is left out. */
      people: z.array(
        z.object({
          email: z.string(),
          state: z.enum(['new', 'pending', 'joined', 'roleDiffers', 'removed']),
          /** The role that they have, or are invited with. */
          role: z.optional(GroupRole),
        }),
      ),
      gone: z.array(Gone),
      /** Whether those who are gone can be removed. `incomplete`: the roster was not read whole. `shrinks`: so many at once are removed only when that is confirmed. */
      removal: z.enum(['possible', 'incomplete', 'shrinks']),
    }),
    refuses: ['notAllowed', 'archived', 'tooLarge'],
    summary:
      'A roster against the Group and those of its sections in it: who is new, pending, joined, has another role, is gone. The roster is not kept.',
  }),
  'rosters.removeGone': call({
    method: 'POST',
    path: '/api/groups/:groupId/roster/remove',
    allow: 'group.changeMembers',
    input: z.object({ ...inGroup, ...roster, ids, confirmed: z.optional(z.boolean()) }),
    output: outcomes(['removed', 'lastOwner', 'notGone']),
    refuses: ['notAllowed', 'archived', 'tooLarge', 'incomplete', 'shrinks'],
    summary:
      'Take people out who came from the roster and are not on it any more, members and invitations. Only against a roster that was read whole; more than a tenth of the course at once, over its Group and those of its sections, only when confirmed.',
  }),
} as const
