import type { Handler, Handlers } from '../mount.ts'
import { revokeLinksAbove } from '../store/links.ts'
import { changeSettings, settingsOf } from '../store/workspaceSettings.ts'

const showSettings: Handler<'workspaces.settings'> = async ({ workspace, tx }) => await settingsOf(tx, workspace.id)

const change: Handler<'workspaces.change'> = async ({ workspace, tx }, { workspaceId: _, ...settings }) => {
  await changeSettings(tx, workspace.id, settings)
  if (settings.anyoneRole) await revokeLinksAbove(tx, workspace.id, settings.anyoneRole)
  return await settingsOf(tx, workspace.id)
}

export const workspaceHandlers = {
  'workspaces.settings': showSettings,
  'workspaces.change': change,
} satisfies Partial<Handlers>
