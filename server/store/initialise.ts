import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** Run as a process of its own by embedded.ts: makes an empty store in the folder that it is given. */
const folder = process.argv[2]
if (!folder) throw new Error('initialise.ts needs a folder.')
try {
  const lite = await PGlite.create({ fs: new NodeFS(folder) })
  await lite.close()
} catch {
  // embedded.ts says in a sentence what that means.
  process.exitCode = 1
}
