// The door to every npm script. Runs on whatever Node is installed (20.19 or newer), brings the dependencies and with
// them Node 24, then hands over to scripts/<task>.ts on that Node. Plain JavaScript, because nothing is installed yet.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [task = '', ...rest] = process.argv.slice(2)
const windows = process.platform === 'win32'

const stop = (sentence) => {
  console.error(sentence)
  process.exit(1)
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19))
  stop(`Rollcall needs Node 20.19 or newer to start; this is ${process.versions.node}. Update Node and try again.`)
if (!existsSync(join(root, 'scripts', `${task}.ts`))) stop(`There is no task called "${task}".`)

/** Installed once per lockfile: the stamp holds the hash of what was installed. */
const install = () => {
  const stamp = join(root, 'node_modules', '.rollcall-installed')
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(process.platform + process.arch)
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Installing what is needed (about a minute, once) …')
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: windows,
  })
  if (done.status !== 0)
    stop(
      'The dependencies could not be installed: see the lines above; check the connection and the disk, then try again.',
    )
  try {
    writeFileSync(stamp, wanted)
  } catch {
    stop(`The folder ${root} is not writable: run from a folder of your own.`)
  }
}

install()
const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')
if (!existsSync(node)) stop(`Node 24 was not installed to ${node}: delete node_modules and try again.`)

const child = spawn(node, [join(root, 'scripts', `${task}.ts`), ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${windows ? ';' : ':'}${process.env.PATH ?? ''}` },
})
// A Ctrl-C reaches the whole foreground group; a signal sent to this process alone is passed on.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
process.on('SIGHUP', () => child.kill('SIGTERM'))
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
