import { exportStore } from './backup/exportStore.ts'
import { importStore } from './backup/importStore.ts'
import { ConfigProblem, loadConfig } from './config.ts'
import { StartProblem } from './startProblem.ts'
import { openStore } from './store/open.ts'

/** `node server/move.ts export|import FILE`: all of the store of the environment's settings, out or in. */
const [way, file, ...more] = process.argv.slice(2)
try {
  const config = loadConfig(process.env)
  if (!(way === 'export' || way === 'import') || !file || more.length > 0)
    throw new ConfigProblem('Say `export FILE`, `import FILE` or `new-workspace`.')
  const store = await openStore(config)
  try {
    const rows = await (way === 'export' ? exportStore : importStore)(store.db, file)
    process.stdout.write(`${rows} rows were ${way}ed.\n`)
  } finally {
    await store.close()
  }
} catch (problem) {
  if (!(problem instanceof ConfigProblem || problem instanceof StartProblem)) throw problem
  process.stderr.write(`${problem.message}\n`)
  process.exitCode = 1
}
