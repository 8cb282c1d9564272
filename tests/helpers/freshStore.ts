import { createHash, randomUUID } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrations } from '../../server/migrations/index.ts'
import { openStore } from '../../server/store/open.ts'

/** An empty store for one service: a folder for the embedded one, a new database where TEST_DATABASE_URL is set. */
export interface FreshStore {
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  remove(): Promise<void>
}

export const freshStore = async (server = process.env.TEST_DATABASE_URL): Promise<FreshStore> => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-test-'))
  if (!server) {
    cpSync(await emptyEmbeddedStore(), join(folder, 'store'), { recursive: true })
    return { dataDir: folder, databaseUrl: undefined, remove: async () => rmSync(folder, { recursive: true }) }
  }
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(server, `create database ${name}`)
  return {
    dataDir: folder,
    databaseUrl: Object.assign(new URL(server), { pathname: `/${name}` }).href,
    remove: async () => {
      await administer(server, `drop database ${name} with (force)`)
      rmSync(folder, { recursive: true })
    },
  }
}

const administer = async (url: string, statement: string) => {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** Making an embedded store takes seconds, copying one does not: it is made once per state of the migrations. */
const emptyEmbeddedStore = async (): Promise<string> => {
  const state = createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 16)
  const ready = join(tmpdir(), `rollcall-empty-store-${state}`)
  if (existsSync(ready)) return ready
  const making = mkdtempSync(join(tmpdir(), 'rollcall-test-'))
  const store = await openStore({ databaseUrl: undefined, dataDir: making })
  await store.close()
  try {
    renameSync(join(making, 'store'), ready)
  } catch (problem) {
    // Another test file was as quick.
    if (!existsSync(ready)) throw problem
  }
  rmSync(making, { recursive: true })
  return ready
}
