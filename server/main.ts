import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'

/**
 * `node server/main.ts`: the group service, with the settings of the environment. What Node makes of the files is kept for
 * the next start, in the data folder: in the folder for everybody's temporary files, others could put something there for us to run.
 */
enableCompileCache(join(process.env.DATA_DIR || '.data/service', 'compiled'))
// How far the heap may grow before V8 looks what is needed. Left alone, a busy service comes to four times what it needs.
setFlagsFromString('--heap-growing-percent=15')
await import('./run.ts')
