import { spawn } from 'node:child_process'
import { root } from './paths.ts'

export interface Ran {
  readonly code: number
  readonly output: string
  readonly seconds: number
}

/** Runs a command to its end in the project's root; output is kept, and shown as it comes when `show` is set. */
export const run = (
  command: string,
  args: readonly string[],
  options: { env?: Record<string, string | undefined>; show?: boolean } = {},
): Promise<Ran> =>
  new Promise((resolve) => {
    const started = performance.now()
    const chunks: string[] = []
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    const take = (stream: NodeJS.WriteStream) => (chunk: Buffer) => {
      chunks.push(chunk.toString())
      if (options.show) stream.write(chunk)
    }
    child.stdout.on('data', take(process.stdout))
    child.stderr.on('data', take(process.stderr))
    const end = (code: number) =>
      resolve({ code, output: chunks.join(''), seconds: (performance.now() - started) / 1000 })
    child.on('error', (problem) => {
      chunks.push(problem.message)
      end(127)
    })
    child.on('close', (code) => end(code ?? 1))
  })
