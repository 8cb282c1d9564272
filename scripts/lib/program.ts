import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { root } from './paths.ts'
import { Stop } from './stop.ts'

/** A long-running part of ours (the service, the stand-in LMS), started on this Node and waited for. */
export interface Program {
  readonly url: string
  /** The port it listens on, which differs from the URL's behind a proxy. */
  readonly port: number
  readonly process: ChildProcess
  /** Asks it to end and waits until it has. */
  stop(): Promise<void>
}

interface Line {
  readonly msg?: string
  readonly url?: string
  readonly port?: number
}

const parse = (line: string): Line => {
  try {
    return JSON.parse(line) as Line
  } catch {
    return {}
  }
}

/**
 * Starts a script and resolves when it has printed `{"msg":"listening","url":…,"port":…}`.
 * A script that ends before that has said why in one sentence on stderr: that becomes the Stop.
 */
export const startProgram = (
  script: string,
  env: Record<string, string | undefined>,
  /** Called with the process at once, before it is ready. */
  begun: (child: ChildProcess) => void = () => {},
): Promise<Program> =>
  new Promise((resolve, reject) => {
    // Its own process group: a Ctrl-C reaches only us, and we end our parts in order.
    const child = spawn(process.execPath, [script], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    })
    begun(child)
    const complaints: string[] = []
    child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString()))
    const ended = new Promise<void>((done) => child.once('exit', () => done()))
    createInterface({ input: child.stdout }).on('line', (text) => {
      const { msg, url, port } = parse(text)
      if (msg !== 'listening' || !url) return
      resolve({
        url,
        port: port ?? Number(new URL(url).port),
        process: child,
        stop: async () => {
          if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
          await ended
        },
      })
    })
    child.once('error', (problem) => reject(new Stop(`${script} could not be started: ${problem.message}.`)))
    child.once('exit', () => reject(new Stop(complaints.join('').trim() || `${script} ended before it was ready.`)))
  })
