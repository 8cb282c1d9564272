import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { PersonToInvite } from '../../lib/contract/index.ts'
import { acceptInvitation } from '../../server/actions/acceptInvitation.ts'
import { type Caller, startService, type TestService } from '../helpers/service.ts'

let rollcall: TestService
let ada: Caller
let school: { id: string }
let group: { id: string }
let batch: string

beforeAll(async () => {
  rollcall = await startService({ env: { HOLD_SECONDS: '600' } })
  ada = await rollcall.person('ada@example.edu')
  school = await rollcall.workspace(ada)
})
beforeEach(async () => {
  group = await rollcall.group(school, ada)
  batch = randomUUID()
})
afterAll(() => rollcall.stop())

const send = (emails: string[]) => {
  const people: PersonToInvite[] = emails.map((email) => ({ email, role: 'member' }))
  return ada.call('invitations.send', { groupId: group.id, key: randomUUID(), batch, origin: 'roster', people })
}
const undo = (which = batch) => ada.call('invitations.undo', { groupId: group.id, batch: which })
const list = async (state: 'accepted' | 'pending') =>
  (await ada.call('members.list', { groupId: group.id, state })).rows.map(({ email }) => email)
const mails = () => rollcall.db.selectFrom('outbox').select('email').where('group_id', '=', group.id).execute()
/** As if the time of holding were over. */
const release = (email: string) =>
  rollcall.db
    .updateTable('outbox')
    .set({ due_at: new Date(Date.now() - 1000) })
    .where('group_id', '=', group.id)
    .where('email', '=', email)
    .execute()

it('says until when the mails are held, and shows them as held', async () => {
  const { heldUntil } = await send(['sam@example.edu'])
  const seconds = (Date.parse(heldUntil) - Date.now()) / 1000
  expect(seconds).toBeGreaterThan(590)
  expect(seconds).toBeLessThanOrEqual(600)
  const [row] = (await ada.call('members.list', { groupId: group.id, state: 'pending' })).rows
  expect(row?.delivery).toBe('held')
})

it('takes back invitations, memberships and mails of all requests of a batch, and of no other', async () => {
  const bo = await rollcall.person()
  await rollcall.joinWorkspace(school, bo)
  await send(['sam@example.edu', bo.email])
  await send(['kim@example.edu'])
  const first = batch
  batch = randomUUID()
  await send(['stays@example.edu'])
  expect(await undo(first)).toEqual({ undone: 3, tooLate: 0 })
  expect(await list('pending')).toEqual(['stays@example.edu'])
  expect(await list('accepted')).toEqual(['ada@example.edu'])
  expect(await mails()).toEqual([{ email: 'stays@example.edu' }])
  expect(await undo(first)).toEqual({ undone: 0, tooLate: 0 })
})

it('leaves those alone whose mail has left, or who have accepted', async () => {
  await send(['left@example.edu', 'accepted@example.edu', 'held@example.edu'])
  await release('left@example.edu')
  const accepted = await rollcall.person('accepted@example.edu')
  const { id } = await rollcall.db
    .selectFrom('invitations')
    .select('id')
    .where('email', '=', 'accepted@example.edu')
    .where('batch', '=', batch)
    .executeTakeFirstOrThrow()
  await rollcall.db.transaction().execute((tx) => acceptInvitation(tx, { id }, accepted))
  expect(await undo()).toEqual({ undone: 1, tooLate: 2 })
  expect(await list('pending')).toEqual(['left@example.edu'])
  expect(await list('accepted')).toEqual(['accepted@example.edu', 'ada@example.edu'])
})

it('lets the same people be invited again', async () => {
  await send(['sam@example.edu'])
  await undo()
  batch = randomUUID()
  expect((await send(['sam@example.edu'])).outcomes[0]?.outcome).toBe('invited')
})

it('does not touch who was in before', async () => {
  const bo = await rollcall.person()
  await rollcall.joinGroup(group, bo, 'member')
  await send([bo.email, 'sam@example.edu'])
  expect(await undo()).toEqual({ undone: 1, tooLate: 0 })
  expect(await list('accepted')).toContain(bo.email)
})

it('makes a Group Private again that the send had shared, unless somebody is in it after all', async () => {
  const type = async () => (await ada.call('groups.get', { groupId: group.id })).type
  group = await rollcall.group(school, ada, { type: 'private' })
  await send(['sam@example.edu'])
  expect(await type()).toBe('shared')
  await undo()
  expect(await type()).toBe('private')

  batch = randomUUID()
  await send(['sam@example.edu'])
  await rollcall.joinGroup(group, await rollcall.person())
  await undo()
  expect(await type()).toBe('shared')
})

it('knows nothing of batches of other Groups', async () => {
  await send(['sam@example.edu'])
  const mine = group
  group = await rollcall.group(school, ada)
  expect(await undo()).toEqual({ undone: 0, tooLate: 0 })
  group = mine
  expect(await list('pending')).toEqual(['sam@example.edu'])
})
