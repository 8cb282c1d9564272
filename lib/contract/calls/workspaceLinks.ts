import * as z from 'zod/mini'
import { call, inWorkspace } from '../call.ts'
import { Id, LinkLimits, WorkspaceLink } from '../schemas.ts'

const aLink = { ...inWorkspace, linkId: Id }
const { access, role } = WorkspaceLink.shape

/** Share links into a Workspace. */
export const workspaceLinkCalls = {
  'workspaceLinks.list': call({
    method: 'GET',
    path: '/api/workspaces/:workspaceId/links',
    allow: 'workspace.people',
    input: z.object({ ...inWorkspace, show: z.optional(z.enum(['live', 'all'])) }),
    output: z.object({ links: z.array(WorkspaceLink) }),
    refuses: ['notAllowed'],
    summary: 'The live share links into a Workspace; `all`: also those that are expired or full.',
  }),
  'workspaceLinks.create': call({
    method: 'POST',
    path: '/api/workspaces/:workspaceId/links',
    allow: 'workspace.people',
    input: z.object({ ...inWorkspace, access, role, ...LinkLimits.shape }),
    output: WorkspaceLink,
    refuses: ['notAllowed'],
    summary:
      'The one live link into a Workspace with this access and role, with these limits; made when there is none. A link for anyone gives Member alone.',
  }),
  'workspaceLinks.change': call({
    method: 'POST',
    path: '/api/workspaces/:workspaceId/links/:linkId',
    allow: 'workspace.people',
    input: z.object({ ...aLink, ...LinkLimits.shape }),
    output: WorkspaceLink,
    refuses: ['notAllowed'],
    summary: 'Change when a link into a Workspace ends and how many it lets in.',
  }),
  'workspaceLinks.rotate': call({
    method: 'POST',
    path: '/api/workspaces/:workspaceId/links/:linkId/rotate',
    allow: 'workspace.people',
    input: z.object(aLink),
    output: WorkspaceLink,
    refuses: ['notAllowed'],
    summary: 'Give a link into a Workspace another address: the earlier one ends at once, everything else stays.',
  }),
  'workspaceLinks.revoke': call({
    method: 'DELETE',
    path: '/api/workspaces/:workspaceId/links/:linkId',
    allow: 'workspace.people',
    input: z.object(aLink),
    output: z.object({}),
    refuses: ['notAllowed'],
    summary: 'End a link into a Workspace; who came in by it stays.',
  }),
} as const
