import { ConfigProblem, loadConfig } from './config.ts'
import { StartProblem } from './startProblem.ts'
import { insertBeginLink } from './store/beginLinks.ts'
import { openStore } from './store/open.ts'
import { beginUrl } from './urls.ts'

/** `node server/newWorkspace.ts`: prints a link that makes one more Workspace in the store of the environment's settings. */
try {
  const config = loadConfig(process.env)
  const store = await openStore(config)
  try {
    const { token, expiresAt } = await insertBeginLink(store.db, 'another')
    process.stdout.write(`${beginUrl({ config }, token)}\nIt makes one Workspace, until ${expiresAt.toISOString()}.\n`)
  } finally {
    await store.close()
  }
} catch (problem) {
  if (!(problem instanceof ConfigProblem || problem instanceof StartProblem)) throw problem
  process.stderr.write(`${problem.message}\n`)
  process.exitCode = 1
}
