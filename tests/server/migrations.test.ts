import { sql } from 'kysely'
import { afterEach, expect, it } from 'vitest'
import { migrations } from '../../server/migrations/index.ts'
import { openStore, type Store } from '../../server/store/open.ts'
import { type Postgres, startPostgres } from '../helpers/postgres.ts'

let postgres: Postgres | undefined
let stores: Store[] = []
afterEach(async () => {
  for (const store of stores) await store.close()
  stores = []
  await postgres?.stop()
})

const open = async () => {
  const store = await openStore({ databaseUrl: postgres?.url, dataDir: '' })
  stores.push(store)
  return store
}
const done = async ({ db }: Store) =>
  (await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)).rows.map(
    ({ name }) => name,
  )

it('stand in the order in which they came', () => {
  const names = Object.keys(migrations)
  expect(names).toEqual([...names].sort())
  for (const name of names) expect(name).toMatch(/^\d{4}-\d\d-\d\d-[a-z-]+$/)
})

it('from empty, with five instances starting at once, each runs once', async () => {
  postgres = await startPostgres()
  await Promise.all([1, 2, 3, 4, 5].map(open))
  for (const store of stores) expect(await done(store)).toEqual(Object.keys(migrations))
})

it('one with an earlier name that came later runs where the others have run', async () => {
  postgres = await startPostgres()
  const old = await open()
  const late = '2026-11-26-workspace-via'
  expect(Object.keys(migrations).at(-1)).not.toBe(late)
  await sql`alter table sessions drop column via`.execute(old.db)
  await sql`alter table oauth drop column via`.execute(old.db)
  await sql`delete from kysely_migration where name = ${late}`.execute(old.db)
  const store = await open()
  expect(await done(store)).toEqual(Object.keys(migrations))
  expect((await sql`select via from sessions`.execute(store.db)).rows).toEqual([])
})

it('from the first version, with people in it, nothing is lost and what is new has a value', async () => {
  postgres = await startPostgres()
  // The store as the first version left it.
  const old = await open()
  await sql`drop schema public cascade`.execute(old.db)
  await sql`create schema public`.execute(old.db)
  await sql.raw(migrations['2026-11-24-first'] ?? '').execute(old.db)
  await sql
    .raw(`
    create table kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null);
    create table kysely_migration_lock (id varchar(255) primary key, is_locked integer not null default 0);
    insert into kysely_migration values ('2026-11-24-first', '2026-11-24T12:00:00.000Z');
    insert into people (email, name) values ('ada@example.edu', 'Ada'), ('sam@example.edu', '');
    insert into workspaces (name) values ('School');
    insert into workspace_members (workspace_id, person_id, role, origin)
      select w.id, p.id, 'owner', 'manual' from workspaces w, people p where p.name = 'Ada';
    insert into groups (workspace_id, name, type, created_by)
      select w.id, 'Biology', 'shared', p.id from workspaces w, people p where p.name = 'Ada';
    insert into members (group_id, person_id, role, origin)
      select g.id, g.created_by, 'owner', 'manual' from groups g;
    insert into invitations (workspace_id, group_id, email, role, origin, invited_by, expires_at)
      select g.workspace_id, g.id, 'sam@example.edu', 'member', 'roster', g.created_by, now() + interval '1 day' from groups g;
    insert into outbox (kind, email, invitation_id, group_id, sender_id)
      select 'invitation', i.email, i.id, i.group_id, i.invited_by from invitations i;
    insert into share_links (group_id, access, role, created_by) select id, 'anyone', 'member', created_by from groups;
  `)
    .execute(old.db)
  const tables = [
    'people',
    'workspaces',
    'workspace_members',
    'groups',
    'members',
    'invitations',
    'outbox',
    'share_links',
  ]
  const rows = async ({ db }: Store) => {
    const found: Record<string, unknown[]> = {}
    for (const table of tables)
      found[table] = (await sql`select * from ${sql.table(table)} order by 1`.execute(db)).rows
    return found
  }
  const before = await rows(old)

  const store = await open()
  expect(await done(store)).toEqual(Object.keys(migrations))
  expect(await rows(store)).toMatchObject(before)
  // And it works: the store's own queries meet what the first version wrote.
  const { rows: settings } = await sql`select email_domains, anyone_role from workspaces`.execute(store.db)
  expect(settings).toEqual([{ email_domains: [], anyone_role: 'member' }])
})
