import { atConsole, sayOfStore } from './console.ts'
import { insertBeginLink } from './store/beginLinks.ts'
import { beginUrl } from './urls.ts'

/** `node server/newWorkspace.ts`: prints a link that makes one more Workspace in the store of the environment's settings. */
await atConsole((config) =>
  sayOfStore(config, async (db) => {
    const { token, expiresAt } = await insertBeginLink(db, 'another')
    return `${beginUrl({ config }, token)}\nIt makes one Workspace, until ${expiresAt.toISOString()}.`
  }),
)
