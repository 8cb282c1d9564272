import type { Handler, Handlers } from '../mount.ts'
import { recordAudit } from '../store/audit.ts'
import { revokeLinksAbove } from '../store/links.ts'
import { changeSettings, settingsOf } from '../store/workspaceSettings.ts'

const showSettings: Handler<'workspaces.settings'> = async ({ workspace, tx }) => await settingsOf(tx, workspace.id)

const change: Handler<'workspaces.change'> = async ({ actor, workspace, tx }, { workspaceId: _, ...settings }) => {
  await changeSettings(tx, workspace.id, settings)
  if (settings.anyoneRole) await revokeLinksAbove(tx, workspace.id, settings.anyoneRole)
  const { anyoneRole, invitationDays, holdSeconds, mailsPerMinute, name, emailDomains, termEndsOn } = settings
  const named = { renamed: name !== undefined, domains: emailDomains?.length, term: termEndsOn !== undefined }
  const details = { anyoneRole, invitationDays, holdSeconds, mailsPerMinute, ...named }
  await recordAudit(tx, { actorId: actor.id, workspaceId: workspace.id, action: 'workspaces.change', details })
  return await settingsOf(tx, workspace.id)
}

export const workspaceHandlers = {
  'workspaces.settings': showSettings,
  'workspaces.change': change,
} satisfies Partial<Handlers>
