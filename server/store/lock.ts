import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { renameSync, rmSync } from 'node:fs'
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
  for (;;) {
    try {
      server.listen(path)
      await once(server, 'listening')
      break
    } catch (problem) {
      if (!isCode(problem, 'EADDRINUSE')) throw problem
      if (!(await clearStale(path)))
        throw new StartProblem(`Another Rollcall service is using ${resolve(dataDir)}. Stop it, or set DATA_DIR.`)
    }
  }
  server.unref()
  return async () => {
    server.close()
    await once(server, 'close')
  }
}

/**
 * Takes away what a service left that was killed; false when one that lives holds it. Of two that start at once both find
 * it stale, and the slower one would take away the lock of the faster: so it is moved aside first, asked once more, and
 * put back when it answers.
 */
const clearStale = async (path: string): Promise<boolean> => {
  if (await answers(path)) return false
  const aside = `${path}.${randomBytes(3).toString('hex')}`
  try {
    renameSync(path, aside)
  } catch (problem) {
    if (isCode(problem, 'ENOENT')) return true
    throw problem
  }
  if (await answers(aside)) {
    renameSync(aside, path)
    return false
  }
  rmSync(aside, { force: true })
  return true
}

/** Socket paths end at 108 bytes on Linux and 104 on macOS; a long folder gets a short name for itself. */
const socketPath = (dataDir: string): string => {
  const short = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 32)
  if (process.platform === 'win32') return `\\\\.\\pipe\\rollcall-${short}`
  const beside = join(resolve(dataDir), 'lock')
  return Buffer.byteLength(beside) < 95 ? beside : join(tmpdir(), `rollcall-${short}.lock`)
}

/** Whether somebody listens there; a socket left by a process that was killed refuses. */
const answers = async (path: string): Promise<boolean> => {
  const socket = connect(path)
  try {
    await once(socket, 'connect')
    return true
  } catch (problem) {
    return !isCode(problem, 'ECONNREFUSED') && !isCode(problem, 'ENOENT')
  } finally {
    socket.destroy()
  }
}

const isCode = (problem: unknown, code: string) =>
  problem instanceof Error && 'code' in problem && problem.code === code
