import * as z from 'zod/mini'
import { call, inWorkspace } from '../call.ts'
import { GroupName, Workspace, WorkspaceSettings } from '../schemas.ts'

export const workspaceCalls = {
  'workspaces.create': call({
    method: 'POST',
    path: '/api/workspaces',
    allow: 'person',
    input: z.object({ name: GroupName }),
    output: Workspace,
    refuses: ['notAllowed'],
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
    refuses: ['notAllowed'],
    summary:
      'Change settings of a Workspace; what is not named stays. A lower `anyoneRole` ends the links that give more.',
  }),
} as const
