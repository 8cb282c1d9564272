import { spawn } from 'node:child_process'
import { buildWebApp } from './lib/builds.ts'
import { root } from './lib/paths.ts'
import { main } from './lib/stop.ts'

/** `npm run service`: the group service alone, with the settings of the environment (docs/operating.md). */
main(async () => {
  await buildWebApp()
  const child = spawn(process.execPath, ['server/main.ts'], { cwd: root, stdio: 'inherit' })
  // A Ctrl-C reaches the child by itself; it ends gracefully and we wait for it.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code) => process.exit(code ?? 1))
})
