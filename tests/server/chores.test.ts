import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startChores } from '../../server/chores.ts'
import { loadConfig } from '../../server/config.ts'
import { openStore, type Store } from '../../server/store/open.ts'
import { ensurePerson } from '../../server/store/people.ts'
import { createWorkspace } from '../../server/store/workspaces.ts'
import { type FreshStore, freshStore } from '../helpers/freshStore.ts'

let fresh: FreshStore
let store: Store
beforeAll(async () => {
  fresh = await freshStore()
  store = await openStore(fresh)
})
afterAll(async () => {
  await store.close()
  await fresh.remove()
})

const round = async () => {
  const problems: string[] = []
  const chores = startChores(store, loadConfig({}), (msg) => problems.push(msg))
  await chores.stop()
  expect(problems).toEqual([])
}

it('are done when they are due, and clear away what is over', async () => {
  const { db } = store
  const person = await ensurePerson(db, 'ada@example.edu')
  const workspace_id = await createWorkspace(db, 'School', person.id)
  const { id: group_id } = await db
    .insertInto('groups')
    .values({ workspace_id, name: 'Biology', type: 'shared', created_by: person.id })
    .returning('id')
    .executeTakeFirstOrThrow()
  const past = new Date(Date.now() - 1000)
  const longAgo = new Date(Date.now() - 30 * 24 * 3600 * 1000)
  const invitation = { workspace_id, group_id, role: 'member', origin: 'manual', invited_by: person.id } as const
  await db
    .insertInto('invitations')
    .values([
      { ...invitation, email: 'over@example.edu', expires_at: past },
      { ...invitation, email: 'open@example.edu', expires_at: new Date(Date.now() + 60_000) },
    ])
    .execute()
  const answer = { person_id: person.id, digest: Buffer.alloc(32), answer: '{}' }
  await db
    .insertInto('send_keys')
    .values([
      { ...answer, key: randomUUID(), created_at: longAgo },
      { ...answer, key: randomUUID() },
    ])
    .execute()
  await db
    .insertInto('rate_buckets')
    .values([
      { key: 'over', count: 1, resets_at: past },
      { key: 'open', count: 1, resets_at: new Date(Date.now() + 60_000) },
    ])
    .execute()
  await db
    .insertInto('outbox')
    .values([
      { kind: 'signIn', email: 'old@example.edu', created_at: longAgo },
      { kind: 'signIn', email: 'new@example.edu' },
      { kind: 'added', email: 'kept@example.edu', created_at: longAgo },
    ])
    .execute()

  const deleted = { workspace_id, name: 'Chemistry', type: 'shared', created_by: person.id } as const
  await db
    .insertInto('groups')
    .values([
      { ...deleted, deleted_at: new Date(longAgo.getTime() - 60_000) },
      { ...deleted, deleted_at: past, name: 'Physics' },
    ])
    .execute()
  await db
    .insertInto('sessions')
    .values([
      { hash: Buffer.from('over'), person_id: person.id, expires_at: past },
      { hash: Buffer.from('open'), person_id: person.id, expires_at: new Date(Date.now() + 60_000) },
    ])
    .execute()

  // A school whose page is required, a browser that came in by it, and one that a code let in at that moment.
  const issuer = 'https://login.northgate.example'
  const sso = { workspace_id, issuer, client_id: 'rollcall', secret: Buffer.alloc(1), trusted: false }
  await db
    .insertInto('workspace_sso')
    .values({ ...sso, required: true, worked_at: past })
    .execute()
  await db.insertInto('sso_domains').values({ workspace_id, domain: 'northgate.example', proved_at: past }).execute()
  const kim = {
    person_id: (await ensurePerson(db, 'kim@northgate.example')).id,
    expires_at: new Date(Date.now() + 60_000),
  }
  await db
    .insertInto('sessions')
    .values([
      { hash: Buffer.from('byCode'), ...kim },
      { hash: Buffer.from('byPage'), ...kim, via: issuer },
    ])
    .execute()

  const state = async () => ({
    groups: (await db.selectFrom('groups').select('name').orderBy('name').execute()).map((r) => r.name),
    sessions: (await db.selectFrom('sessions').select('hash').orderBy('hash').execute()).map((r) => String(r.hash)),
    invitations: (await db.selectFrom('invitations').select('state').orderBy('email').execute()).map((r) => r.state),
    ledger: (await db.selectFrom('send_keys').select('key').execute()).length,
    buckets: (await db.selectFrom('rate_buckets').select('key').execute()).map((r) => r.key),
    mails: (await db.selectFrom('outbox').select('email').orderBy('email').execute()).map((r) => r.email),
  })
  const before = {
    groups: ['Biology', 'Chemistry', 'Physics'],
    sessions: ['byCode', 'byPage', 'open', 'over'],
    invitations: ['pending', 'pending'],
    ledger: 2,
    buckets: ['over', 'open'],
    mails: ['kept@example.edu', 'new@example.edu', 'old@example.edu'],
  }
  // The first round only writes down when they are due.
  await round()
  expect(await state()).toEqual(before)
  await round()
  expect(await state()).toEqual(before)

  // As if the service had been down over night.
  await sql`update chores set due_at = now()`.execute(db)
  await round()
  expect(await state()).toEqual({
    groups: ['Biology', 'Physics'],
    sessions: ['byPage', 'open'],
    invitations: ['pending', 'expired'],
    ledger: 1,
    buckets: ['open'],
    mails: ['kept@example.edu', 'new@example.edu'],
  })
  const { rows } = await sql<{
    due: number
  }>`select count(*)::integer as due from chores where due_at <= now()`.execute(db)
  expect(rows[0]?.due).toBe(0)
})
