import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { StartProblem } from '../startProblem.ts'

/**
 * Holds a data folder for this process: two that open the same embedded store lose each other's writes without a word.
 * The lock is a listening socket, so it ends with the process however that ends. Resolves with the function that lets go.
 */
export const takeLock = async (dataDir: string): Promise<() => Promise<void>> => {
  const path = socketPath(dataDir)
  const server = createServer((socket) => socket.end())
  for (let stale = false; ; stale = true) {
    try {
      server.listen(path)
      await once(server, 'listening')
      break
    } catch (problem) {
      if (!isCode(problem, 'EADDRINUSE')) throw problem
      if (stale || (await answers(path)))
        throw new StartProblem(`Another Rollcall service is using ${resolve(dataDir)}. Stop it, or set DATA_DIR.`)
      rmSync(path, { force: true })
    }
  }
  server.unref()
  return async () => {
    server.close()
    await once(server, 'close')
  }
}

/** Socket paths end at 108 bytes on Linux and 104 on macOS; a long folder gets a short name for itself. */
const socketPath = (dataDir: string): string => {
  const short = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 32)
  if (process.platform === 'win32') return `\\\\.\\pipe\\rollcall-${short}`
  const beside = join(resolve(dataDir), 'lock')
  return Buffer.byteLength(beside) < 100 ? beside : join(tmpdir(), `rollcall-${short}.lock`)
}

/** Whether somebody listens there; a socket left by a process that was killed refuses. */
const answers = async (path: string): Promise<boolean> => {
  const socket = connect(path)
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

const isCode = (problem: unknown, code: string) =>
  problem instanceof Error && 'code' in problem && problem.code === code
