import * as z from 'zod/mini'
import { call, inGroup } from '../call.ts'
import { Group, GroupName, Id } from '../schemas.ts'

export const groupCalls = {
  'groups.list': call({
    method: 'GET',
    path: '/api/groups',
    allow: 'person',
    input: z.object({}),
    output: z.object({ groups: z.array(Group) }),
    refuses: [],
    summary: 'Every Group the caller may see, in all their Workspaces, by name.',
  }),
  'groups.create': call({
    method: 'POST',
    path: '/api/workspaces/:workspaceId/groups',
    allow: 'workspace.createGroup',
    input: z.object({ workspaceId: Id, name: GroupName, parentId: z.optional(z.nullable(Id)) }),
    output: Group,
    refuses: ['notAllowed'],
    summary: 'Create a Group; the caller becomes its Owner. It is Private until somebody is invited.',
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
} as const
