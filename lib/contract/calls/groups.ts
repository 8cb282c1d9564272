import * as z from 'zod/mini'
import { call, inGroup } from '../call.ts'
import { RESTORE_DAYS } from '../limits.ts'
import { Group, GroupName, GroupSpace, GroupTimes, GroupType, Id, WorkspaceSettings } from '../schemas.ts'

/** Groups: the tree, their settings, their ends. */
export const groupCalls = {
  'groups.list': call({
    method: 'GET',
    path: '/api/groups',
    allow: 'person',
    input: z.object({ show: z.optional(z.enum(['open', 'archived', 'deleted'])) }),
    output: z.object({ groups: z.array(Group) }),
    refuses: [],
    summary:
      'Every Group the caller may see, in all their Workspaces, by name. Archived and deleted ones are listed by themselves, the latter to those who may restore them.',
  }),
  'groups.create': call({
    method: 'POST',
    path: '/api/workspaces/:workspaceId/groups',
    allow: 'workspace.createGroup',
    /** `space`: of a Group at the top. */
    input: z.object({
      workspaceId: Id,
      name: GroupName,
      parentId: z.optional(z.nullable(Id)),
      space: z.optional(GroupSpace),
    }),
    output: Group,
    refuses: ['badName', 'notAllowed', 'archived', 'tooDeep', 'overQuota'],
    summary:
      'Create a Group; the caller becomes its Owner. It is Private until somebody is invited, unless it is put where the Workspace sees it.',
  }),
  'groups.get': call({
    method: 'GET',
    path: '/api/groups/:groupId',
    allow: 'group.see',
    input: z.object(inGroup),
    output: Group,
    refuses: [],
    summary: 'One Group.',
  }),
  'groups.times': call({
    method: 'GET',
    path: '/api/groups/:groupId/times',
    allow: 'group.change',
    input: z.object(inGroup),
    output: z.object({
      ...GroupTimes.shape,
      /** The last day that holds while the Group has none of its own. */
      termAround: GroupTimes.shape.termEndsOn,
      atTermEnd: WorkspaceSettings.shape.atTermEnd,
    }),
    refuses: ['notAllowed', 'archived'],
    summary: 'When a Group reminds by itself, when its term ends, and what its Workspace does then.',
  }),
  'groups.change': call({
    method: 'POST',
    path: '/api/groups/:groupId',
    allow: 'group.change',
    input: z.object({
      ...inGroup,
      name: z.optional(GroupName),
      type: z.optional(GroupType),
      ...z.partial(GroupTimes).shape,
    }),
    output: Group,
    refuses: ['badName', 'notAllowed', 'archived', 'notAlone'],
    summary:
      'Change the name of a Group, its type, when it reminds by itself, when its term ends; what is not named stays. Workspace Owners alone share one with everyone; a Private one has one person in it.',
  }),
  'groups.move': call({
    method: 'POST',
    path: '/api/groups/:groupId/move',
    allow: 'group.change',
    /** `space`: of a Group that goes to the top. Absent: it is as Private or Shared there as it was. */
    input: z.object({ ...inGroup, parentId: z.nullable(Id), space: z.optional(GroupSpace) }),
    output: Group,
    refuses: ['notAllowed', 'archived', 'insideItself', 'tooDeep', 'notAlone'],
    summary:
      'Move a Group into another or to the top, by an Owner of it, of the Group it leaves and of the one it goes to. Into a private space goes what has one person in it, with everything inside.',
  }),
  'groups.copy': call({
    method: 'POST',
    path: '/api/groups/:groupId/copy',
    allow: 'group.copy',
    input: z.object({ ...inGroup, name: GroupName }),
    output: Group,
    refuses: ['badName', 'notAllowed', 'archived', 'overQuota'],
    summary:
      'Make a Group like this one beside it, with the Groups inside it that were not archived before it, their reminders and last day, and nobody in them but the caller.',
  }),
  'groups.archive': call({
    method: 'POST',
    path: '/api/groups/:groupId/archive',
    allow: 'group.archive',
    input: z.object(inGroup),
    output: Group,
    refuses: ['notAllowed'],
    summary: 'Close a Group and those inside it: they can be looked at, and nobody comes in.',
  }),
  'groups.unarchive': call({
    method: 'POST',
    path: '/api/groups/:groupId/unarchive',
    allow: 'group.archive',
    input: z.object(inGroup),
    output: Group,
    refuses: ['notAllowed', 'parentClosed'],
    summary: 'Open an archived Group again.',
  }),
  'groups.delete': call({
    method: 'DELETE',
    path: '/api/groups/:groupId',
    allow: 'group.delete',
    input: z.object(inGroup),
    output: z.object({ /** ISO 8601 */ restorableUntil: z.string() }),
    refuses: ['notAllowed'],
    summary: `Delete a Group and those inside it. They can be restored for ${RESTORE_DAYS} days, then everything of them goes.`,
  }),
  'groups.restore': call({
    method: 'POST',
    path: '/api/groups/:groupId/restore',
    allow: 'group.restore',
    input: z.object(inGroup),
    output: Group,
    refuses: ['notAllowed', 'parentClosed', 'overQuota'],
    summary: 'Bring a deleted Group back as it was.',
  }),
} as const
