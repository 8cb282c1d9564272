import * as z from 'zod/mini'
import { call, cursor, ids, inWorkspace, outcomes, search } from '../call.ts'
import { MAX_PAGE_SIZE, MAX_PEOPLE_PER_CALL } from '../limits.ts'
import { Id, WorkspaceInvitation, WorkspaceOutcome, WorkspacePerson, WorkspaceRole } from '../schemas.ts'

const aPerson = { ...inWorkspace, personId: Id }

/** The people of a Workspace, and invitations into it. */
export const workspacePeopleCalls = {
  'workspacePeople.list': call({
    method: 'GET',
    path: '/api/workspaces/:workspaceId/people',
    allow: 'workspace.people',
    input: z.object({
      ...inWorkspace,
      role: z.optional(WorkspaceRole),
      search,
      limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(MAX_PAGE_SIZE))),
      after: cursor,
    }),
    output: z.object({ rows: z.array(WorkspacePerson), total: z.number(), next: z.nullable(z.string()) }),
    refuses: ['notAllowed'],
    summary: 'Everybody in a Workspace, by name then address.',
  }),
  'workspacePeople.change': call({
    method: 'POST',
    path: '/api/workspaces/:workspaceId/people/:personId',
    allow: 'workspace.people',
    input: z.object({ ...aPerson, role: WorkspaceRole }),
    output: z.object({ role: WorkspaceRole }),
    refuses: ['notAllowed', 'lastOwner'],
    summary: 'Give somebody another role in a Workspace.',
  }),
  'workspacePeople.setRole': call({
    method: 'POST',
    path: '/api/workspaces/:workspaceId/roles',
    allow: 'workspace.people',
    input: z.object({ ...inWorkspace, ids, role: WorkspaceRole }),
    output: outcomes(['changed', 'same', 'lastOwner', 'notHere']),
    refuses: ['notAllowed'],
    summary: 'Give several people another role in a Workspace.',
  }),
  'workspacePeople.remove': call({
    method: 'DELETE',
    path: '/api/workspaces/:workspaceId/people/:personId',
    allow: 'workspace.people',
    input: z.object(aPerson),
    output: z.object({}),
    refuses: ['notAllowed', 'lastOwner'],
    summary:
      'Take somebody out of a Workspace and all its Groups, and their invitations back. Private Groups that only they are in are deleted.',
  }),
  'workspacePeople.invite': call({
    method: 'POST',
    path: '/api/workspaces/:workspaceId/invitations',
    allow: 'workspace.people',
    input: z.object({
      ...inWorkspace,
      people: z
        .array(z.object({ email: z.string().check(z.maxLength(1000)), role: WorkspaceRole }))
        .check(z.minLength(1), z.maxLength(MAX_PEOPLE_PER_CALL)),
    }),
    output: z.object({ outcomes: z.array(WorkspaceOutcome) }),
    refuses: ['notAllowed', 'overQuota'],
    summary: 'Invite people into a Workspace, each with a role there. One outcome per entry; safe to repeat.',
  }),
  'workspacePeople.invited': call({
    method: 'GET',
    path: '/api/workspaces/:workspaceId/invitations',
    allow: 'workspace.people',
    input: z.object({ ...inWorkspace, state: z.optional(WorkspaceInvitation.shape.state) }),
    output: z.object({ rows: z.array(WorkspaceInvitation) }),
    refuses: ['notAllowed'],
    summary:
      'The invitations into a Workspace that wait, or that ran out, by address, each with how far its mail has come.',
  }),
  'workspacePeople.uninvite': call({
    method: 'DELETE',
    path: '/api/workspaces/:workspaceId/invitations/:invitationId',
    allow: 'workspace.people',
    input: z.object({ ...inWorkspace, invitationId: Id }),
    output: z.object({}),
    refuses: ['notAllowed'],
    summary: 'Take an invitation into a Workspace back.',
  }),
  'workspaces.leave': call({
    method: 'POST',
    path: '/api/workspaces/:workspaceId/leave',
    allow: 'workspace.see',
    input: z.object(inWorkspace),
    output: z.object({}),
    refuses: ['lastOwner'],
    summary: 'Leave a Workspace and all its Groups.',
  }),
} as const
