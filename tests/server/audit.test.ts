import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { acceptInvitation } from '../../server/actions/acceptInvitation.ts'
import { ensurePerson } from '../../server/store/people.ts'
import { type Caller, refusal, startService, type TestService } from '../helpers/service.ts'

let rollcall: TestService
let ada: Caller
let school: { id: string }
let group: { id: string; name: string }
beforeAll(async () => {
  rollcall = await startService({ env: { HOLD_SECONDS: '600' } })
  ada = await rollcall.person('ada@example.edu', 'Ada Instructor')
  school = await rollcall.workspace(ada)
  group = await rollcall.group(school, ada)
})
afterAll(() => rollcall.stop())

const lines = async (query: { groupId?: string; limit?: number; after?: string } = {}) =>
  await ada.call('audit.list', { workspaceId: school.id, ...query })
const send = (...emails: string[]) => {
  const people = emails.map((email) => ({ email, role: 'member' as const }))
  const body = { key: randomUUID(), batch: randomUUID(), origin: 'roster' as const, people }
  return ada.call('invitations.send', { groupId: group.id, ...body }).then(() => body)
}

it('tells who did what, newest first, and no address', async () => {
  const { batch } = await send('sam@example.edu', 'kim@example.edu')
  const { id } = await rollcall.db
    .selectFrom('invitations')
    .select('id')
    .where('email', '=', 'sam@example.edu')
    .executeTakeFirstOrThrow()
  const sam = await ensurePerson(rollcall.db, 'sam@example.edu', 'Sam Lee')
  await rollcall.db.transaction().execute((tx) => acceptInvitation(tx, { id }, sam))
  await ada.call('invitations.undo', { groupId: group.id, batch })
  const link = await ada.call('links.create', { groupId: group.id, access: 'restricted', role: 'member' })
  await ada.call('links.revoke', { groupId: group.id, linkId: link.id })

  const byAda = { id: ada.id, email: 'ada@example.edu', name: 'Ada Instructor' }
  const here = { group: { id: group.id, name: group.name }, at: expect.stringMatching(/^\d{4}-.*Z$/) }
  const { lines: found, next } = await lines()
  expect(next).toBeNull()
  const about = { access: 'restricted', role: 'member' }
  expect(found).toMatchObject([
    { ...here, actor: byAda, action: 'links.revoke', subjectId: link.id, details: about },
    { ...here, actor: byAda, action: 'links.create', subjectId: link.id, details: about },
    { ...here, actor: byAda, action: 'invitations.undo', subjectId: batch, details: { undone: 1 } },
    { ...here, actor: { id: sam.id }, action: 'invitation.accepted', subjectId: id, details: { role: 'member' } },
    { ...here, actor: byAda, action: 'invitations.send', subjectId: batch, details: { invited: 2, added: 0 } },
  ])
  const stored = await rollcall.db.selectFrom('audit').selectAll().execute()
  expect(JSON.stringify(stored)).not.toContain('@')
})

it('says nothing where nothing was done', async () => {
  const before = (await lines()).lines.length
  await ada.call('invitations.undo', { groupId: group.id, batch: randomUUID() })
  expect(await refusal(ada.call('links.revoke', { groupId: group.id, linkId: randomUUID() }))).toBe('notFound')
  await send('not an address')
  expect((await lines()).lines).toHaveLength(before)
})

it('is read a page at a time, for one Group too', async () => {
  const all = (await lines()).lines
  const read = []
  let after: string | undefined
  do {
    const page = await lines({ limit: 2, ...(after && { after }) })
    read.push(...page.lines)
    after = page.next ?? undefined
  } while (after)
  expect(read).toEqual(all)
  expect((await lines({ groupId: randomUUID() })).lines).toEqual([])
  expect((await lines({ groupId: group.id })).lines).toEqual(all)
  expect(await refusal(lines({ after: '1 or 1=1' }))).toBe('notUnderstood')
})

it('tells nobody of a Private Group that they are not in', async () => {
  const bo = await rollcall.person()
  await rollcall.joinWorkspace(school, bo, 'editor')
  const draft = await bo.call('groups.create', { workspaceId: school.id, name: 'Promotions 2027' })
  await bo.call('groups.change', { groupId: draft.id, name: 'Promotions' })
  const inner = await bo.call('groups.create', { workspaceId: school.id, name: 'Inner', parentId: draft.id })
  const about = async (groupId: string) => (await lines({ groupId })).lines.map(({ action }) => action)
  expect([await about(draft.id), await about(inner.id)]).toEqual([[], []])
  expect(JSON.stringify((await lines()).lines)).not.toMatch(/Promotions|Inner/)
  await rollcall.joinGroup(draft, ada)
  expect([await about(draft.id), await about(inner.id)]).toEqual([
    ['groups.change', 'groups.create'],
    ['groups.create'],
  ])
  await rollcall.db.deleteFrom('members').where('person_id', '=', ada.id).where('group_id', '=', draft.id).execute()
  await bo.call('groups.change', { groupId: draft.id, type: 'shared' })
  expect(await about(draft.id)).toHaveLength(3)
})

it('is undone with what it tells of, and takes that along when it cannot be written', async () => {
  const before = (await lines()).lines
  // The ledger's row is the last thing that a send writes: the audit's line is there by then.
  await sql`alter table send_keys add constraint no_room check (false) not valid`.execute(rollcall.db)
  await expect(send('lost@example.edu')).rejects.toMatchObject({ code: 'internal' })
  await sql`alter table send_keys drop constraint no_room`.execute(rollcall.db)
  expect((await lines()).lines).toEqual(before)

  await sql`alter table audit add constraint no_room check (false) not valid`.execute(rollcall.db)
  const rename = ada.call('groups.change', { groupId: group.id, name: 'Renamed' })
  await expect(rename).rejects.toMatchObject({ code: 'internal' })
  await expect(send('lost@example.edu')).rejects.toMatchObject({ code: 'internal' })
  await sql`alter table audit drop constraint no_room`.execute(rollcall.db)
  expect((await ada.call('groups.get', { groupId: group.id })).name).toBe(group.name)
  const { rows } = await sql`select from invitations where email = 'lost@example.edu'`.execute(rollcall.db)
  expect(rows).toEqual([])
})

it('can only be added to, whoever asks the store', async () => {
  for (const deed of [sql`update audit set action = 'x'`, sql`delete from audit`, sql`truncate audit`])
    await expect(deed.execute(rollcall.db)).rejects.toThrow('only ever added to')
})

it('stays when its Group is gone', async () => {
  const before = (await lines({ groupId: group.id })).lines
  await rollcall.db.deleteFrom('groups').where('id', '=', group.id).execute()
  expect((await lines({ groupId: group.id })).lines).toEqual(
    before.map((line) => ({ ...line, group: { id: group.id, name: null } })),
  )
})
