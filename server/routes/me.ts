import { CONTRACT_VERSION } from '../../lib/contract/limits.ts'
import type { Handler } from '../mount.ts'
import { workspacesOf } from '../store/workspaces.ts'

export const me: Handler<'me'> = async ({ actor, tx }) => ({
  id: actor.id,
  email: actor.email,
  name: actor.name,
  contract: CONTRACT_VERSION,
  workspaces: await workspacesOf(tx, actor.id),
})
