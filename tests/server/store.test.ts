import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeLock } from '../../server/store/lock.ts'
import { openStore } from '../../server/store/open.ts'
import { takeFromBucket } from '../../server/store/rateBuckets.ts'
import { freshStore } from '../helpers/freshStore.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** What a killed process leaves: a socket that nobody listens on. Node would remove it on closing. */
const leaveStale = async (dataDir: string) => {
  const server = createServer()
  server.listen(join(dataDir, 'elsewhere'))
  await once(server, 'listening')
  renameSync(join(dataDir, 'elsewhere'), join(dataDir, 'lock'))
  server.close()
  await once(server, 'close')
  expect(existsSync(join(dataDir, 'lock'))).toBe(true)
}

describe('the lock of a data folder', () => {
  it('is had by one at a time', async () => {
    const release = await takeLock(folder)
    await expect(takeLock(folder)).rejects.toMatchObject({ name: 'StartProblem' })
    await release()
    await (await takeLock(folder))()
  })

  it('left behind by somebody who was killed is taken over', async () => {
    await leaveStale(folder)
    await (await takeLock(folder))()
  })

  it('left behind is taken over by one alone of several that start at once', async () => {
    await leaveStale(folder)
    const starts = await Promise.allSettled([takeLock(folder), takeLock(folder)])
    const held = starts.flatMap((start) => (start.status === 'fulfilled' ? start.value : []))
    expect(held).toHaveLength(1)
    await expect(takeLock(folder)).rejects.toMatchObject({ name: 'StartProblem' })
    for (const release of held) await release()
  })

  it('works for a folder whose path is too long for a socket', async () => {
    const deep = join(folder, 'd'.repeat(120))
    mkdirSync(deep)
    const release = await takeLock(deep)
    await expect(takeLock(deep)).rejects.toMatchObject({ name: 'StartProblem' })
    await release()
  })
})

describe('the embedded store', () => {
  it('is made whole or not at all: what a killed start left half-made is made anew', async () => {
    mkdirSync(join(folder, 'store.init'))
    writeFileSync(join(folder, 'store.init', 'half'), '')
    const store = await openStore({ databaseUrl: undefined, dataDir: folder })
    await store.close()
    expect(existsSync(join(folder, 'store.init'))).toBe(false)
    expect(existsSync(join(folder, 'store', 'PG_VERSION'))).toBe(true)
  }, 60_000)
})

describe('the store', () => {
  it('opens again over what it has, with all migrations done once', async () => {
    const fresh = await freshStore()
    try {
      for (const name of ['first', 'second']) {
        const store = await openStore(fresh)
        await store.db.insertInto('workspaces').values({ name }).execute()
        await store.close()
      }
      const store = await openStore(fresh)
      expect(await store.db.selectFrom('workspaces').select('name').orderBy('name').execute()).toEqual([
        { name: 'first' },
        { name: 'second' },
      ])
      await store.close()
    } finally {
      await fresh.remove()
    }
  })

  it('counts uses of a key in its window, and says how long to wait', async () => {
    const fresh = await freshStore()
    const { db, close } = await openStore(fresh)
    try {
      const uses = await Promise.all(Array.from({ length: 5 }, () => takeFromBucket(db, 'key', 3, 60)))
      expect(uses.filter((wait) => wait === 0)).toHaveLength(3)
      for (const wait of uses.filter((seconds) => seconds > 0)) {
        expect(wait).toBeGreaterThan(55)
        expect(wait).toBeLessThanOrEqual(60)
      }
      expect(await takeFromBucket(db, 'other key', 3, 60)).toBe(0)
      await sql`update rate_buckets set resets_at = now()`.execute(db)
      expect(await takeFromBucket(db, 'key', 3, 60)).toBe(0)
    } finally {
      await close()
      await fresh.remove()
    }
  })
})
