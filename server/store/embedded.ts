import { fork } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, fsyncSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import pg from 'pg'
import { StartProblem } from '../startProblem.ts'
import { takeLock } from './lock.ts'
import { keepOpen, type Opened } from './reopening.ts'

/** The embedded store: PostgreSQL inside this process, its files in a folder of ours. */
export interface Embedded {
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** How Emscripten's file system over Node looks from inside: PGlite 0.5 leaves `fsync` out of it. */
interface NodeFileSystem {
  stream_ops: { fsync?: (stream: { nfd: number }) => number }
}

/** PGlite never flushes to disk by itself (electric-sql/pglite issue 1107): with this, each commit is one fsync. */
class DurableNodeFS extends NodeFS {
  fsyncs = 0
  #open: () => readonly (number | undefined)[] = () => []
  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const ready = await super.init(...args)
    const preRun = ready.emscriptenOpts.preRun ?? []
    ready.emscriptenOpts.preRun = [
      ...preRun,
      (module) => {
        const files: unknown = module.NODEFS
        if (!isNodeFileSystem(files)) return
        files.stream_ops.fsync = ({ nfd }) => {
          fsyncSync(nfd)
          this.fsyncs += 1
          return 0
        }
        this.#open = () => module.FS.streams.map((stream: unknown) => (isNodeStream(stream) ? stream.nfd : undefined))
      },
    ]
    return ready
  }

  /** Closes what a PostgreSQL left open that ended itself: it does not do so any more. */
  abandon() {
    for (const file of this.#open()) {
      // 0 to 2 are the process's own.
      if (file !== undefined && file > 2) closeSync(file)
    }
    this.#open = () => []
  }
}

const isNodeStream = (value: unknown): value is { nfd: number } =>
  typeof value === 'object' && value !== null && 'nfd' in value && typeof value.nfd === 'number'

const isNodeFileSystem = (value: unknown): value is NodeFileSystem =>
  typeof value === 'object' && value !== null && 'stream_ops' in value && typeof value.stream_ops === 'object'

// Without `-F`, which switches fsync off. 16 MB of buffers halve the memory of an idle service.
const startParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['-c', 'wal_sync_method=fsync', '-c', 'shared_buffers=16MB'],
]

// How long WebAssembly is run as it was first compiled, before V8 compiles it again, better. At its own budget (13 million)
// it does so to the SQL parser at every start: one function of 100 kB, for which it takes 600 MB and half a second.
setFlagsFromString('--wasm-tiering-budget=2000000000')

export const openEmbedded = async (dataDir: string, tell: (open: boolean) => void): Promise<Embedded> => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const release = await takeLock(dataDir)
  try {
    const folder = join(dataDir, 'store')
    if (!existsSync(folder)) await initialise(folder)
    const store = keepOpen(await openFirst(folder), () => openFolder(folder), tell)

    // Each client has its own connection object: a shared one dies with the first client that the pool ends.
    class LiteClient extends pg.Client {
      constructor() {
        super(createPgConfig(store.wire() as PGlite))
      }
    }
    const pool = new pg.Pool({ Client: LiteClient, max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: 5000 })
    return {
      pool,
      close: async () => {
        await pool.end()
        await store.stop()
        // What is not checkpointed is in the log, and done at the next start.
        await store.lite?.exec('checkpoint').then(
          () => store.lite?.close(),
          () => {},
        )
        await release()
      },
    }
  } catch (problem) {
    await release()
    throw problem
  }
}

const openFolder = async (folder: string): Promise<Opened> => {
  // Written on a full disk it is empty, and PostgreSQL would not start with that ever again. The lock of the folder is ours.
  rmSync(join(folder, 'postmaster.pid'), { force: true })
  const files = new DurableNodeFS(folder)
  const abandon = () => files.abandon()
  try {
    const lite = await PGlite.create({ fs: files, startParams })
    await proveDurable(lite, files)
    return { lite, abandon }
  } catch (problem) {
    abandon()
    throw problem
  }
}

const openFirst = async (folder: string): Promise<Opened> => {
  try {
    return await openFolder(folder)
  } catch (problem) {
    if (problem instanceof StartProblem) throw problem
    const why = problem instanceof Error ? problem.message : String(problem)
    throw new StartProblem(`The store in ${folder} could not be opened (${why}). Is there room on the disk?`)
  }
}

/**
 * Makes the store's files in another process, which takes 840 MB for three seconds that this one need not keep, and
 * under another name until they are whole: a start that is killed here leaves nothing half-made behind.
 */
const initialise = async (folder: string) => {
  const making = `${folder}.init`
  rmSync(making, { recursive: true, force: true })
  const child = fork(new URL('./initialise.ts', import.meta.url), [making], { execArgv: [], stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new StartProblem(`The store could not be made in ${folder}: is there room on the disk?`)
  renameSync(making, folder)
}

/** Writes one record and commits it; a commit that did not reach the disk is a reason not to start. */
const proveDurable = async (lite: PGlite, files: DurableNodeFS) => {
  const before = files.fsyncs
  await lite.query(`select pg_logical_emit_message(true, 'rollcall', 'probe')`)
  if (files.fsyncs > before) return
  await lite.close()
  throw new StartProblem('The embedded store does not write through to the disk here. Use PostgreSQL (DATABASE_URL).')
}
