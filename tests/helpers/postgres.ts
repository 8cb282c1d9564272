import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from './mailbox.ts'

/** A PostgreSQL server of our own: loopback, a free port, its files in a temporary folder. */
export interface Postgres {
  readonly url: string
  /** Ends it with every connection, as an administrator would, and starts it again at the same place. */
  restart(whileDown: () => Promise<void>, how?: Ending): Promise<void>
  stop(): Promise<void>
}

/** PostgreSQL's "fast": connections are ended, nothing is lost. Its "immediate": as if it had crashed. */
type Ending = 'SIGINT' | 'SIGQUIT'

/** PostgreSQL refuses to run as root; a root (CI, a container) becomes the `postgres` user for it. */
const asRoot = process.getuid?.() === 0
const run = (program: string, args: string[]): [string, string[]] =>
  asRoot ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', program, ...args]] : [program, args]

/** The newest installed version's programs, as Debian lays them out; else whatever the PATH has. */
const binaries = (): string => {
  const versions = '/usr/lib/postgresql'
  const newest = existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a))[0] : undefined
  return newest ? join(versions, newest, 'bin') : ''
}

export const startPostgres = async (): Promise<Postgres> => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-postgres-'))
  const data = join(folder, 'data')
  if (asRoot) execFileSync('chown', ['postgres', folder])
  chmodSync(folder, 0o700)
  const program = (name: string, args: string[]) => run(join(binaries(), name), args)
  execFileSync(...program('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N']), {
    cwd: folder,
  })
  const port = await freePort()
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  const settings = ['-c', `port=${port}`, '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`]
  const begin = async (): Promise<ChildProcess> => {
    const [file, args] = program('postgres', ['-D', data, '-c', 'max_connections=200', ...settings])
    const server = spawn(file, args, { cwd: folder, stdio: 'ignore' })
    await answers(url, server)
    return server
  }
  let server = await begin()
  const end = async (how: Ending = 'SIGINT') => {
    const gone = once(server, 'exit')
    server.kill(how)
    await gone
  }
  return {
    url,
    restart: async (whileDown, how) => {
      await end(how)
      await whileDown()
      server = await begin()
    },
    stop: async () => {
      await end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const answers = async (url: string, server: ChildProcess) => {
  for (;;) {
    const client = new pg.Client(url)
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return
    } catch (problem) {
      if (server.exitCode !== null) throw new Error(`PostgreSQL ended by itself (code ${server.exitCode}).`)
      if (!(problem instanceof Error && 'code' in problem)) throw problem
      // Not listening yet (ECONNREFUSED) or still starting (57P03).
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}
