import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { exportStore } from '../../server/backup/exportStore.ts'
import { importStore } from '../../server/backup/importStore.ts'
import { tablesInOrder } from '../../server/backup/order.ts'
import { atOneMoment, sumOf } from '../../server/backup/rows.ts'
import { openStore, type Store } from '../../server/store/open.ts'
import { type Postgres, startPostgres } from '../helpers/postgres.ts'
import { startService } from '../helpers/service.ts'

/** Out of one store and into the other, both ways, with something in every table that a service fills. */
let postgres: Postgres
let folder: string
const opened: Store[] = []
beforeAll(async () => {
  postgres = await startPostgres()
  folder = mkdtempSync(join(tmpdir(), 'rollcall-test-'))
})
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
})
afterAll(async () => {
  await postgres.stop()
  rmSync(folder, { recursive: true })
})

const databaseUrl = async () => {
  const admin = await openStore({ databaseUrl: postgres.url, dataDir: '' })
  const name = `move_${randomUUID().replaceAll('-', '')}`
  await sql.raw(`create database ${name}`).execute(admin.db)
  await admin.close()
  return Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href
}
const open = async (settings: { databaseUrl?: string; dataDir?: string }) => {
  const store = await openStore({ databaseUrl: settings.databaseUrl, dataDir: settings.dataDir ?? '' })
  opened.push(store)
  return store
}
const newFile = () => join(folder, randomUUID())
const sums = async ({ db }: Store) =>
  await atOneMoment(db, async (tx) => {
    const found: Record<string, unknown> = {}
    for (const table of await tablesInOrder(tx)) found[table] = await sumOf(tx, table)
    return found
  })

/** A service's worth of rows: nested Groups in the wrong order of time, odd letters, bytes, a NUL, an audit. */
const fill = async (url: string) => {
  const rollcall = await startService({ env: { DATABASE_URL: url } })
  const ada = await rollcall.person('ada@example.edu', 'Ada “Quokka” 学生\u202f')
  const school = await rollcall.workspace(ada)
  const group = await rollcall.group(school, ada)
  const around = await rollcall.group(school, ada, { name: 'Around \\ "it"' })
  await rollcall.db.updateTable('groups').set({ parent_id: around.id }).where('id', '=', group.id).execute()
  await rollcall.session(ada)
  const people = Array.from({ length: 499 }, (_, i) => ({ email: `s${i}@example.edu`, role: 'member' as const }))
  const body = { key: randomUUID(), batch: randomUUID(), origin: 'roster' as const }
  const odd = { email: 'not\u0000an address', role: 'member' as const }
  await ada.call('invitations.send', { groupId: group.id, ...body, people: [...people, odd] })
  const more = people.slice(0, 50).map((person, i) => ({ ...person, email: `t${i}@example.edu` }))
  await ada.call('invitations.send', { groupId: group.id, ...body, key: randomUUID(), people: more })
  await ada.call('links.create', { groupId: group.id, access: 'anyone', role: 'member' })
  await rollcall.db
    .insertInto('outbox')
    .values({ kind: 'signIn', email: 'ada@example.edu', sealed: Buffer.from([0, 1, 255, 92]), batch: null })
    .execute()
  await rollcall.stop()
}

it('PostgreSQL to embedded and back: every table the same by count and checksum, and it numbers on', async () => {
  const url = await databaseUrl()
  await fill(url)
  const source = await open({ databaseUrl: url })
  const before = await sums(source)
  expect(Object.keys(before)).toEqual(
    expect.arrayContaining(['people', 'groups', 'outbox', 'audit', 'oauth', 'send_keys']),
  )
  const [out, back] = [newFile(), newFile()]
  const rows = await exportStore(source.db, out)
  expect(rows).toBeGreaterThan(1000)
  expect(statSync(out).mode & 0o777).toBe(0o600)

  const embedded = await open({ dataDir: join(folder, 'embedded') })
  expect(await importStore(embedded.db, out)).toBe(rows)
  expect(await sums(embedded)).toEqual(before)
  expect(await exportStore(embedded.db, back)).toBe(rows)
  expect(readFileSync(back, 'utf8')).toBe(readFileSync(out, 'utf8'))

  const again = await open({ databaseUrl: await databaseUrl() })
  expect(await importStore(again.db, back)).toBe(rows)
  expect(await sums(again)).toEqual(before)
  const { id: last } = await again.db.selectFrom('audit').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
  const { id: next } = await again.db
    .insertInto('audit')
    .values({
      workspace_id: randomUUID(),
      actor_id: null,
      group_id: null,
      subject_id: null,
      action: 'x',
      details: '{}',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  expect(Number(next)).toBe(Number(last) + 1)
  // And it is a store like any other.
  expect(await again.db.selectFrom('invitations').select('id').execute()).toHaveLength(549)
}, 120_000)

it('a file that is cut, changed, of another version or no export is refused, and nothing is left of it', async () => {
  const url = await databaseUrl()
  await fill(url)
  const source = await open({ databaseUrl: url })
  const out = newFile()
  await exportStore(source.db, out)
  await expect(exportStore(source.db, out)).rejects.toThrow('Name a file that is not there yet.')
  const text = readFileSync(out, 'utf8')
  const lines = text.trimEnd().split('\n')
  const target = await open({ databaseUrl: await databaseUrl() })
  const refused = async (changed: string, sentence: string) => {
    const file = newFile()
    writeFileSync(file, changed)
    await expect(importStore(target.db, file)).rejects.toThrow(sentence)
    expect(await target.db.selectFrom('people').select('id').execute()).toEqual([])
  }
  await refused(lines.slice(0, -1).join('\n'), 'not a whole export')
  await refused(lines.slice(0, lines.length / 2).join('\n'), 'not a whole export')
  await refused(lines.filter((_, i) => i !== 20).join('\n'), 'not a whole export')
  await refused(text.replace('s1@example.edu', 's1@example.org'), 'not a whole export')
  await refused(text.replace('2026-11-24-first', '2026-11-23-first'), 'another version')
  await refused('hello\n', 'not a whole export')
  await refused('', 'not a whole export')
  await expect(importStore(target.db, join(folder, 'nowhere'))).rejects.toThrow('cannot be read (ENOENT)')
  await expect(importStore(source.db, out)).rejects.toThrow('something in it already')
  await importStore(target.db, out)
  expect(await sums(target)).toEqual(await sums(source))
}, 120_000)

it('from the command line, with the service’s settings', async () => {
  const url = await databaseUrl()
  const run = (...words: string[]) =>
    spawnSync(process.execPath, ['server/move.ts', ...words], {
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: url, SECRET: 's'.repeat(32) },
    })
  const file = newFile()
  expect(run('export', file)).toMatchObject({ status: 0, stdout: '0 rows were exported.\n' })
  expect(run('import', file)).toMatchObject({ status: 0, stdout: '0 rows were imported.\n' })
  expect(run('copy', file)).toMatchObject({
    status: 1,
    stderr: 'Say `export FILE`, `import FILE` or `new-workspace`.\n',
  })
  expect(run('import', newFile())).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('cannot be read (ENOENT)'),
  })
})
