import * as z from 'zod/mini'
import { call, inWorkspace } from '../call.ts'
import { RESTORE_DAYS } from '../limits.ts'
import { GroupName, Id, Workspace, WorkspaceSettings } from '../schemas.ts'

/** Workspaces: their making, settings and end. */
export const workspaceCalls = {
  'workspaces.create': call({
    method: 'POST',
    path: '/api/workspaces',
    allow: 'person',
    input: z.object({ name: GroupName }),
    output: Workspace,
    refuses: ['badName', 'notAllowed'],
    summary:
      'Make another Workspace, by whoever the service lets: by itself, those who own one here. The caller becomes its Owner.',
  }),
  'workspaces.settings': call({
    method: 'GET',
    path: '/api/workspaces/:workspaceId/settings',
    allow: 'workspace.change',
    input: z.object(inWorkspace),
    output: WorkspaceSettings,
    refuses: ['notAllowed'],
    summary: 'What a Workspace decides for itself; null where it leaves that to the service.',
  }),
  'workspaces.change': call({
    method: 'POST',
    path: '/api/workspaces/:workspaceId/settings',
    allow: 'workspace.change',
    input: z.object({ ...inWorkspace, ...z.partial(WorkspaceSettings).shape }),
    output: WorkspaceSettings,
    refuses: ['badName', 'notAllowed'],
    summary:
      'Change settings of a Workspace; what is not named stays. A lower `anyoneRole` ends the links that give more.',
  }),
  'workspaces.delete': call({
    method: 'POST',
    path: '/api/workspaces/:workspaceId/delete',
    allow: 'workspace.delete',
    /** `confirm`: the name of the Workspace, typed. */
    input: z.object({ ...inWorkspace, confirm: z.string().check(z.maxLength(400)) }),
    output: z.object({ restorableUntil: z.string() }),
    refuses: ['notAllowed', 'notConfirmed'],
    summary: `Delete a Workspace with everything in it. Its links, invitations, mails and sign-in provider stop at once; Owners can restore it for ${RESTORE_DAYS} days, then all of it goes.`,
  }),
  'workspaces.deleted': call({
    method: 'GET',
    path: '/api/workspaces/deleted',
    allow: 'person',
    input: z.object({}),
    output: z.object({ workspaces: z.array(z.object({ id: Id, name: z.string(), restorableUntil: z.string() })) }),
    refuses: [],
    summary: 'Workspaces of the caller, who is Owner there, that were deleted and can be restored.',
  }),
  'workspaces.restore': call({
    method: 'POST',
    path: '/api/workspaces/:workspaceId/restore',
    allow: 'workspace.restore',
    input: z.object(inWorkspace),
    output: Workspace,
    refuses: ['notAllowed'],
    summary: 'Bring a deleted Workspace back as it was; its links work again, and mails that waited leave.',
  }),
} as const
