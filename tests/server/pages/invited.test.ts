import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Mailbox, startMailbox } from '../../helpers/mailbox.ts'
import { newSend } from '../../helpers/newSend.ts'
import type { Caller } from '../../helpers/service.ts'
import { startWorld, type World } from '../auth/world.ts'

let mailbox: Mailbox
let world: World
let ada: Caller
let group: { id: string; name: string }
beforeAll(async () => {
  mailbox = await startMailbox()
  world = await startWorld({ SMTP_URL: mailbox.url })
  ada = await world.person('ada@example.edu', 'Ada Instructor')
})
beforeEach(async () => {
  await world.db.deleteFrom('rate_buckets').execute()
  group = await world.group(await world.workspace(ada), ada)
})
afterAll(async () => {
  await world.stop()
  await mailbox.stop()
})

const mailsTo = (address: string) => mailbox.mails.filter(({ to }) => to === address)
const fresh = () => `sam.${randomUUID()}@example.edu`
const invited = async () => {
  const email = fresh()
  await ada.call('invitations.send', newSend(group, [{ email, role: 'member' }]))
  await vi.waitFor(() => expect(mailsTo(email)).toHaveLength(1), { timeout: 5000 })
  const unsent = () =>
    world.db.selectFrom('outbox').select('id').where('email', '=', email).where('sent_at', 'is', null).execute()
  await vi.waitFor(async () => expect(await unsent()).toEqual([]))
  return email
}
/** What a browser is shown, redirect and all. */
const ask = async (address: string) => {
  const browser = world.browser()
  const answer = await browser.post('/invited', { address })
  const location = answer.headers.get('location')
  const shown = location ? await (await browser.follow(location)).answer.text() : await answer.text()
  return { status: answer.status, location, shown }
}
const queued = async () => (await world.db.selectFrom('outbox').select('id').execute()).length

describe('“Can’t get in?”', () => {
  it('mails an invitation again, with a link that works', async () => {
    const email = await invited()
    await ask(email.toUpperCase())
    await vi.waitFor(() => expect(mailsTo(email)).toHaveLength(2), { timeout: 5000 })
    const links = mailsTo(email).map(({ raw }) => /accept\/[\w-]{64}/.exec(raw.replaceAll('=\r\n', ''))?.[0])
    expect(links[0]).toBe(links[1])
    expect((await world.browser().get(`/${links[1]}`)).status).toBe(200)
  })

  it('says the same to everybody, and mails nobody who has no open invitation', async () => {
    const [open, over, taken] = [await invited(), await invited(), await invited()]
    const change = (email: string, values: { expires_at: Date } | { state: 'revoked' }) =>
      world.db.updateTable('invitations').set(values).where('email', '=', email).execute()
    await change(over, { expires_at: new Date(Date.now() - 1000) })
    await change(taken, { state: 'revoked' })
    const before = await queued()
    const answers = []
    for (const email of [fresh(), over, taken, ada.email]) answers.push(await ask(email))
    expect(await queued()).toBe(before)
    answers.push(await ask(open))
    expect(await queued()).toBe(before + 1)
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ status: 303, location: '/invited/again' })
    expect(answers[0]?.shown).toContain('If that address has an invitation')
  })

  it('queues nothing while a mail about the invitation still waits', async () => {
    const email = await invited()
    await world.db
      .updateTable('outbox')
      .set({ sent_at: null, due_at: new Date(Date.now() + 600_000) })
      .where('email', '=', email)
      .execute()
    const before = await queued()
    await ask(email)
    expect(await queued()).toBe(before)
  })

  it('is limited for each address, known or not, in the store that all instances share', async () => {
    for (const email of [await invited(), fresh()]) {
      for (const _ of [1, 2, 3]) expect((await ask(email)).status).toBe(303)
      const { status, shown } = await ask(email)
      expect([status, shown.includes('asked for too often')]).toEqual([429, true])
    }
    const rows = await world.db.selectFrom('rate_buckets').select('key').execute()
    expect(rows.map(({ key }) => key).join()).not.toContain('@')
  })

  it('is limited for each network', async () => {
    await world.db
      .insertInto('rate_buckets')
      .values({ key: 'again.network:127.0.0.0/24', count: 300, resets_at: new Date(Date.now() + 3_600_000) })
      .execute()
    expect((await ask(fresh())).status).toBe(429)
  })

  it('takes forms of its own pages alone, and says what is no address', async () => {
    expect(
      (await world.browser().post('/invited', { address: fresh() }, { origin: 'https://evil.example' })).status,
    ).toBe(403)
    const { status, shown } = await ask('sam at school <b>')
    expect([status, shown.includes('sam at school &lt;b&gt;')]).toEqual([422, true])
  })

  it('is a page without a script, found from where people stand who cannot get in', async () => {
    const page = await (await world.browser().get('/invited')).text()
    expect(page).not.toContain('<script')
    for (const path of ['/signin', `/accept/${'x'.repeat(64)}`])
      expect(await (await world.browser().get(path)).text()).toContain('href="/invited"')
  })
})

describe('an invitation into a Workspace itself', () => {
  const welcomes = (email: string) =>
    mailsTo(email).filter(({ raw }) => raw.replaceAll('=\r\n', '').includes('/welcome/'))

  it('is mailed again as well, while it waits and its Workspace is there', async () => {
    const [open, taken] = [fresh(), fresh()]
    const school = await world.workspace(ada)
    const people = [open, taken].map((email) => ({ email, role: 'editor' as const }))
    await ada.call('workspacePeople.invite', { workspaceId: school.id, people })
    for (const email of [open, taken])
      await vi.waitFor(() => expect(welcomes(email)).toHaveLength(1), { timeout: 5000 })
    const mails = () => world.db.selectFrom('outbox').select('sent_at').where('email', 'in', [open, taken]).execute()
    await vi.waitFor(async () => expect((await mails()).every((mail) => mail.sent_at)).toBe(true))
    const { rows } = await ada.call('workspacePeople.invited', { workspaceId: school.id })
    const { id: invitationId = '' } = rows.find(({ email }) => email === taken) ?? {}
    await ada.call('workspacePeople.uninvite', { workspaceId: school.id, invitationId })
    const before = await queued()
    expect(await ask(taken)).toEqual(await ask(open))
    await vi.waitFor(() => expect(welcomes(open)).toHaveLength(2), { timeout: 5000 })
    expect(await queued()).toBe(before + 1)
    const confirm = school.name
    await ada.call('workspaces.delete', { workspaceId: school.id, confirm })
    await ask(open)
    expect(await queued()).toBe(before + 1)
  })
})

describe('what is queued', () => {
  // Without a mail server every mail stays that is queued, also one that has nothing to say.
  let quiet: World
  beforeAll(async () => {
    quiet = await startWorld()
  })
  afterAll(() => quiet.stop())

  it('is of open invitations into open Groups alone, and others take no place from them', async () => {
    const owner = await quiet.person('owner@example.edu')
    const school = await quiet.workspace(owner)
    const email = fresh()
    const open = async (parent?: { id: string }) => {
      const into = await quiet.group(school, owner, parent ? { parent } : {})
      await owner.call('invitations.send', newSend(into, [{ email, role: 'member' }], 'manual'))
      return into
    }
    const there = await open()
    const over = await open()
    await quiet.db
      .updateTable('invitations')
      .set({ expires_at: new Date(Date.now() - 1000) })
      .where('group_id', '=', over.id)
      .execute()
    const taken = await open()
    await quiet.db.updateTable('invitations').set({ state: 'revoked' }).where('group_id', '=', taken.id).execute()
    const around = await open()
    // Newer ones than the one that counts, and more of them than are mailed at once.
    for (let n = 0; n < 5; n += 1) await open(around)
    const archived = await open()
    await owner.call('groups.archive', { groupId: archived.id })
    await owner.call('groups.delete', { groupId: around.id })
    await quiet.db.deleteFrom('outbox').execute()
    await quiet.browser().post('/invited', { address: email })
    const mails = await quiet.db.selectFrom('outbox').select('group_id').where('email', '=', email).execute()
    expect(mails).toEqual([{ group_id: there.id }])
  })
})
