import { resend, revoke, setRoleInvited } from '../actions/changeInvitations.ts'
import { forecastInvitations } from '../actions/forecastInvitations.ts'
import { readdress, renew } from '../actions/inviteAgain.ts'
import { sendInvitations } from '../actions/sendInvitations.ts'
import { undoBatch } from '../actions/undoBatch.ts'
import type { Handlers } from '../mount.ts'
import { rulesOf } from '../store/workspaceSettings.ts'

export const invitationHandlers = {
  'invitations.send': async ({ actor, group, service, tx }, body) =>
    await sendInvitations(tx, await rulesOf(tx, service.config, group.workspaceId), actor, group, body),
  'invitations.forecast': async ({ actor, group, service, tx }, { people }) => {
    const rules = await rulesOf(tx, service.config, group.workspaceId)
    return { prospects: await forecastInvitations(tx, rules, actor, group, people) }
  },
  'invitations.resend': async ({ actor, group, service, tx }, { ids }) =>
    await resend(tx, actor, group, ids, service.config.quotas),
  'invitations.revoke': async ({ actor, group, tx }, { ids }) => await revoke(tx, actor, group, ids),
  'invitations.renew': async ({ actor, group, service, tx }, { ids }) =>
    await renew(tx, await rulesOf(tx, service.config, group.workspaceId), actor, group, ids),
  'invitations.setRole': async ({ actor, group, tx }, { ids, role }) =>
    await setRoleInvited(tx, actor, group, ids, role),
  'invitations.readdress': async ({ actor, group, service, tx }, { changes }) =>
    await readdress(tx, await rulesOf(tx, service.config, group.workspaceId), actor, group, changes),
  'invitations.undo': async ({ actor, group, tx }, { batch }) => await undoBatch(tx, actor, group, batch),
} satisfies Partial<Handlers>
