import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { acceptInvitation } from '../../server/actions/acceptInvitation.ts'
import { deleteByName } from '../../server/actions/deleteWorkspace.ts'
import { newSend } from '../helpers/newSend.ts'
import { type Postgres, startPostgres } from '../helpers/postgres.ts'
import { type Caller, refusal, startService, type TestService } from '../helpers/service.ts'

/** One thing in the middle of another, on a PostgreSQL, which lets them: each stopped where it hurts by a row that is held. */
let postgres: Postgres
let rollcall: TestService
let ada: Caller
let school: { id: string }
beforeAll(async () => {
  postgres = await startPostgres()
  rollcall = await startService({ server: postgres.url })
  ada = await rollcall.person()
  school = await rollcall.workspace(ada)
})
afterAll(async () => {
  await rollcall.stop()
  await postgres.stop()
})

type Waiting = { groupId: string; ids: [string] }

const send = (groupId: string, email: string, by = ada) =>
  by.call('invitations.send', newSend({ id: groupId }, [{ email, role: 'member' }], 'manual'))

/** Somebody whom a Group has brought into the Workspace. */
const cameWith = async (group: { id: string }) => {
  const kim = await rollcall.person()
  const values = { person_id: kim.id, role: 'member', origin: 'manual', batch: null } as const
  await rollcall.db.transaction().execute(async (tx) => {
    await tx
      .insertInto('workspace_members')
      .values({ ...values, workspace_id: school.id })
      .execute()
    await tx
      .insertInto('members')
      .values({ ...values, group_id: group.id })
      .execute()
  })
  return kim
}

const workspacesOf = async ({ id }: { id: string }) => {
  const rows = await rollcall.db
    .selectFrom('workspace_members')
    .select('workspace_id')
    .where('person_id', '=', id)
    .execute()
  return rows.map(({ workspace_id }) => workspace_id)
}

const purge = (group: { id: string; name: string }) =>
  ada.call('groups.purge', { groupId: group.id, confirm: group.name })

/** Sessions of the service that wait for somebody. */
const waiting = async () => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`.execute(rollcall.db)
  return rows[0]?.n ?? 0
}
const untilWaits = (many: number) =>
  vi.waitFor(async () => expect(await waiting()).toBeGreaterThanOrEqual(many), { timeout: 10_000, interval: 20 })

/** Holds rows while `act` begins things that need them; resolves with what it gives when they are free. */
const holding = async <T>(hold: (tx: TestService['db']) => Promise<unknown>, act: () => Promise<T>): Promise<T> =>
  await rollcall.db.transaction().execute(async (tx) => {
    await hold(tx)
    return await act()
  })

it('somebody who is taken out of the Workspace while a send adds them is in no Group of it', async () => {
  const group = await rollcall.group(school, ada)
  const kim = await rollcall.person()
  await rollcall.joinWorkspace(school, kim)
  // The count of the day is the last thing that a send needs, after the membership.
  await send(group.id, `first.${randomUUID()}@example.edu`)
  const day = `day.invitations:${school.id}`
  const mails = `day.mails:${school.id}`
  const both = await holding(
    (tx) => sql`select from rate_buckets where key in (${day}, ${mails}) for update`.execute(tx),
    async () => {
      const sent = send(group.id, kim.email)
      await untilWaits(1)
      let settled = false
      const removed = ada.call('workspacePeople.remove', { workspaceId: school.id, personId: kim.id }).finally(() => {
        settled = true
      })
      await vi.waitFor(async () => expect(settled || (await waiting()) > 1).toBe(true), { timeout: 10_000 })
      return [sent, removed] as const
    },
  )
  await Promise.all(both)
  expect(await rollcall.db.selectFrom('members').select('role').where('person_id', '=', kim.id).execute()).toEqual([])
  const { rows } = await ada.call('members.list', { groupId: group.id, state: 'accepted' })
  expect(rows.map(({ email }) => email)).not.toContain(kim.email)
})

it('somebody who left the Workspace just before a send adds them is invited by the next one, and added by none', async () => {
  const group = await rollcall.group(school, ada)
  const kim = await rollcall.person()
  await rollcall.joinWorkspace(school, kim)
  const out = (tx: TestService['db']) =>
    tx.deleteFrom('workspace_members').where('person_id', '=', kim.id).where('workspace_id', '=', school.id).execute()
  const sent = await holding(out, async () => {
    const answer = send(group.id, kim.email)
    await untilWaits(1)
    return [answer]
  })
  for (const answer of sent) expect(await refusal(answer)).toBe('busy')
  expect(await rollcall.db.selectFrom('members').select('role').where('person_id', '=', kim.id).execute()).toEqual([])
  const { outcomes } = await send(group.id, kim.email)
  expect(outcomes).toMatchObject([{ outcome: 'invited' }])
})

it('a Group that becomes Private while a send waits is Shared again by it', async () => {
  const group = await rollcall.group(school, ada)
  const sent = await holding(
    (tx) => sql`update groups set type = 'private' where id = ${group.id}`.execute(tx),
    async () => {
      const answer = send(group.id, `sam.${randomUUID()}@example.edu`)
      await untilWaits(1)
      return [answer]
    },
  )
  await Promise.all(sent)
  expect((await ada.call('groups.get', { groupId: group.id })).type).toBe('shared')
})

it('a send that waits while its Workspace is deleted finds it gone, and leaves nothing', async () => {
  const place = await rollcall.workspace(ada)
  const group = await rollcall.group(place, ada)
  const email = `late.${randomUUID()}@example.edu`
  const sent = await holding(
    (tx) => deleteByName(tx, { actorId: ada.id, workspaceId: place.id }, 'Northgate School'),
    async () => {
      const answer = send(group.id, email)
      await untilWaits(1)
      return [answer]
    },
  )
  for (const answer of sent) expect(await refusal(answer)).toBe('notFound')
  expect(await rollcall.db.selectFrom('outbox').select('id').where('email', '=', email).execute()).toEqual([])
})

it('somebody whose Group is purged while a send adds them to another stays in the Workspace', async () => {
  const [purged, other] = [await rollcall.group(school, ada), await rollcall.group(school, ada)]
  const kim = await cameWith(purged)
  await send(other.id, `first.${randomUUID()}@example.edu`)
  const both = await holding(
    (tx) => sql`select from rate_buckets where key like ${`day.%:${school.id}`} for update`.execute(tx),
    async () => {
      const sent = send(other.id, kim.email)
      await untilWaits(1)
      const done = purge(purged)
      await untilWaits(2)
      return [sent, done] as const
    },
  )
  await Promise.all(both)
  expect(await workspacesOf(kim)).toEqual([school.id])
  const { rows } = await ada.call('members.list', { groupId: other.id, state: 'accepted' })
  expect(rows.map(({ email }) => email)).toContain(kim.email)
})

it('somebody who comes into another Workspace while the Group that brought them is purged is in that one', async () => {
  const purged = await rollcall.group(school, ada)
  const kim = await cameWith(purged)
  const place = await rollcall.workspace(ada)
  const done = await holding(
    (tx) =>
      tx
        .insertInto('workspace_members')
        .values({ workspace_id: place.id, person_id: kim.id, role: 'member', origin: 'manual', batch: null })
        .execute(),
    async () => {
      const answer = purge(purged)
      await untilWaits(1)
      return [answer]
    },
  )
  await Promise.all(done)
  expect(await workspacesOf(kim)).toEqual([place.id])
  // Signed in as before.
  await kim.call('groups.list', {})
})

it.each([
  ['taken back', (at: Waiting) => ada.call('invitations.revoke', at)],
  ['given another role', (at: Waiting) => ada.call('invitations.setRole', { ...at, role: 'facilitator' })],
  ['renewed', (at: Waiting) => ada.call('invitations.renew', at)],
  ['mailed again', (at: Waiting) => ada.call('invitations.resend', at)],
  [
    'sent to another address',
    ({ groupId, ids: [id] }: Waiting) =>
      ada.call('invitations.readdress', { groupId, changes: [{ id, email: `late.${randomUUID()}@example.edu` }] }),
  ],
  [
    'gone from the roster',
    ({ groupId, ids }: Waiting) => {
      const people = [{ email: `stays.${randomUUID()}@example.edu`, role: 'member' as const }]
      return ada.call('rosters.removeGone', { groupId, ids, people, complete: true, confirmed: true })
    },
  ],
])('an invitation that is accepted while it is %s is said to be accepted, and stays so', async (_, act) => {
  const group = await rollcall.group(school, ada)
  const kim = await rollcall.person()
  await ada.call('invitations.send', newSend(group, [{ email: kim.email, role: 'member' }]))
  const all = () =>
    rollcall.db.selectFrom('invitations').select(['id', 'state']).where('group_id', '=', group.id).execute()
  const [{ id } = { id: '' }] = await all()
  const [answer] = await holding(
    (tx) => acceptInvitation(tx, { id }, kim),
    async () => {
      const began = act({ groupId: group.id, ids: [id] })
      await untilWaits(1)
      return [began] as const
    },
  )
  const { outcomes } = await answer
  expect(outcomes).toMatchObject([{ id, outcome: expect.stringMatching(/^(notPending|notGone)$/) }])
  expect(await all()).toEqual([{ id, state: 'accepted' }])
  expect((await kim.call('groups.get', { groupId: group.id })).role).toBe('member')
})
