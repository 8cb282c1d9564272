import { CONTRACT_VERSION } from '../../lib/contract/limits.ts'
import type { Handler, Handlers } from '../mount.ts'
import { workspacesOf } from '../store/workspaces.ts'

const me: Handler<'me'> = async ({ actor, tx }) => ({
  id: actor.id,
  email: actor.email,
  name: actor.name,
  contract: CONTRACT_VERSION,
  workspaces: await workspacesOf(tx, actor.id),
})

export const meHandlers = { me } satisfies Partial<Handlers>
