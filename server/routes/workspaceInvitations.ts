import {
  readdressIntoWorkspace,
  renewIntoWorkspace,
  resendIntoWorkspace,
} from '../actions/changeWorkspaceInvitations.ts'
import type { Handlers } from '../mount.ts'
import { rulesOf } from '../store/workspaceSettings.ts'

export const workspaceInvitationHandlers = {
  'workspaceInvitations.resend': async ({ actor, workspace, service, tx }, { ids }) =>
    await resendIntoWorkspace(tx, actor, workspace, ids, service.config.quotas),
  'workspaceInvitations.renew': async ({ actor, workspace, service, tx }, { ids }) =>
    await renewIntoWorkspace(tx, await rulesOf(tx, service.config, workspace.id), actor, workspace, ids),
  'workspaceInvitations.readdress': async ({ actor, workspace, service, tx }, { changes }) =>
    await readdressIntoWorkspace(tx, await rulesOf(tx, service.config, workspace.id), actor, workspace, changes),
} satisfies Partial<Handlers>
