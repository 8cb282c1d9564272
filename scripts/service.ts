import { spawn } from 'node:child_process'
import { buildWebApp } from './lib/builds.ts'
import { root } from './lib/paths.ts'
import { sparing } from './lib/sparing.ts'
import { main } from './lib/stop.ts'

/**
 * `npm run service`: the group service alone, with the settings of the environment (docs/operating.md).
 * `npm run service -- export|import FILE`: all that it keeps, into a file or back.
 * `npm run service -- new-workspace`: a link that makes one more Workspace.
 */
main(async () => {
  const words = process.argv.slice(2)
  if (words.length === 0) await buildWebApp()
  const other =
    words[0] === 'new-workspace' && words.length === 1 ? ['server/newWorkspace.ts'] : ['server/move.ts', ...words]
  const task = words.length === 0 ? ['server/main.mjs'] : other
  const child = spawn(process.execPath, task, {
    cwd: root,
    env: { ...process.env, ...sparing(!process.env.DATABASE_URL) },
    stdio: 'inherit',
  })
  // A Ctrl-C reaches the child by itself; it ends gracefully and we wait for it.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code) => process.exit(code ?? 1))
})
