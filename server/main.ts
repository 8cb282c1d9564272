import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

/**
 * `node server/main.ts`: the group service, with the settings of the environment. What Node makes of the files is kept for
 * the next start, in the data folder: in the folder for everybody's temporary files, others could put something there for us to run.
 */
enableCompileCache(join(process.env.DATA_DIR || '.data/service', 'compiled'))
await import('./run.ts')
