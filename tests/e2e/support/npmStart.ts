import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..', '..')

/** A port of this machine that nobody has. */
export const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

interface Up {
  readonly service: string
  readonly roster: string
}

export interface NpmStart {
  /** Everything it has printed. */
  said(): string
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>
  /** Resolves once everything is up; rejects when it ends before. */
  up(): Promise<Up>
  /** As from a terminal: the signal reaches the whole group. */
  ctrlC(): void
  kill(): void
}

/** `npm start` as it is typed, with data and builds in a folder of its own. */
export const npmStart = (folder: string, args: readonly string[], env: Record<string, string> = {}): NpmStart => {
  const child = spawn('npm', ['start', '--', ...args], {
    cwd: root,
    detached: true,
    env: { ...process.env, ROLLCALL_OUTPUT: join(folder, 'output'), ROLLCALL_DATA: join(folder, 'data'), ...env },
  })
  let said = ''
  const up = Promise.withResolvers<Up>()
  // Whoever does not wait for it is not told that it never came.
  up.promise.catch(() => {})
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk
      if (!said.includes('Ctrl-C ends everything')) return
      const [, service = ''] = /group service\s+(\S+)/.exec(said) ?? []
      const [, roster = ''] = /class list to try\s+(\S+)/.exec(said) ?? []
      up.resolve({ service, roster })
    })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  void ended.then((code) => up.reject(new Error(`npm start ended with ${code}:\n${said}`)))
  const signal = (name: NodeJS.Signals) => {
    if (child.pid && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, name)
  }
  return { said: () => said, ended, up: () => up.promise, ctrlC: () => signal('SIGINT'), kill: () => signal('SIGKILL') }
}
