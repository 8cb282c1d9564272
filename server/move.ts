import { exportStore } from './backup/exportStore.ts'
import { importStore } from './backup/importStore.ts'
import { ConfigProblem } from './config.ts'
import { atConsole, sayOfStore } from './console.ts'

/** `node server/move.ts export|import FILE`: all of the store of the environment's settings, out or in. */
const [way, file, ...more] = process.argv.slice(2)
await atConsole(async (config) => {
  if (!(way === 'export' || way === 'import') || !file || more.length > 0)
    throw new ConfigProblem('Say `export FILE`, `import FILE` or `new-workspace`.')
  await sayOfStore(
    config,
    async (db) => `${await (way === 'export' ? exportStore : importStore)(db, file)} rows were ${way}ed.`,
  )
})
