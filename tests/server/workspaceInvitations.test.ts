import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { WorkspaceRole } from '../../lib/contract/index.ts'
import { type Mailbox, startMailbox } from '../helpers/mailbox.ts'
import { type Caller, startService, type TestService } from '../helpers/service.ts'

/** What becomes of invitations into a Workspace: how far their mails come, and what its Owners do with them. */
const secret = 'x'.repeat(32)
let mailbox: Mailbox
let rollcall: TestService
let ada: Caller
let school: { id: string; name: string }
beforeAll(async () => {
  mailbox = await startMailbox()
  rollcall = await startService({
    env: { SMTP_URL: mailbox.url, MAIL_HOOK_SECRET: secret, MAILS_PER_SECOND: '1000' },
  })
  ada = await rollcall.person('ada@example.edu', 'Ada Instructor')
})
beforeEach(async () => {
  mailbox.mails.length = 0
  school = await rollcall.workspace(ada)
})
afterAll(async () => {
  await rollcall.stop()
  await mailbox.stop()
})

const fresh = () => `${randomUUID().slice(0, 8)}@example.edu`
const listed = async (state?: 'pending' | 'expired') =>
  (await ada.call('workspacePeople.invited', { workspaceId: school.id, ...(state && { state }) })).rows
const row = async (email: string, state?: 'pending' | 'expired') =>
  (await listed(state)).find((one) => one.email === email)
const settled = async () => {
  const waiting = () =>
    rollcall.db.selectFrom('outbox').select('id').where('sent_at', 'is', null).where('failed_at', 'is', null).execute()
  await vi.waitFor(async () => expect(await waiting()).toEqual([]), { timeout: 10_000 })
}
const invite = async (email = fresh(), role: WorkspaceRole = 'member') => {
  await ada.call('workspacePeople.invite', { workspaceId: school.id, people: [{ email, role }] })
  await settled()
  return { email, id: (await row(email))?.id ?? '' }
}
const report = (event: object) =>
  fetch(`${rollcall.url}/hooks/mail`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ events: [event] }),
  })

describe('the mail of an invitation into a Workspace', () => {
  it('is told from when it is held until it came back, with the reason', async () => {
    await ada.call('workspaces.change', { workspaceId: school.id, holdSeconds: 3000 })
    const held = fresh()
    await ada.call('workspacePeople.invite', { workspaceId: school.id, people: [{ email: held, role: 'member' }] })
    expect(await row(held)).toMatchObject({ state: 'pending', delivery: 'held' })
    await rollcall.db.updateTable('outbox').set({ attempts: 1 }).where('email', '=', held).execute()
    expect(await row(held)).toMatchObject({ delivery: 'queued' })
    await rollcall.db.deleteFrom('outbox').where('email', '=', held).execute()
    expect(await row(held)).toMatchObject({ delivery: 'none' })

    await ada.call('workspaces.change', { workspaceId: school.id, holdSeconds: 0 })
    const { email } = await invite()
    expect(await row(email)).toMatchObject({ delivery: 'sent' })
    await report({ kind: 'bounced', address: email, code: '5.1.1' })
    expect(await row(email)).toMatchObject({ delivery: 'bounced', problem: 'noSuchAddress' })
  })

  it('that comes back, or is called spam, is in the audit, of the Workspace alone', async () => {
    const [one, two] = [await invite(), await invite()]
    await report({ kind: 'bounced', address: one.email, code: '5.1.1' })
    await report({ kind: 'complained', address: two.email })
    const { lines } = await ada.call('audit.list', { workspaceId: school.id })
    expect(lines.slice(0, 2)).toMatchObject([
      { action: 'mail.complained', subjectId: two.id, actor: null, group: null },
      { action: 'mail.bounced', subjectId: one.id, actor: null, group: null },
    ])
    expect(await row(two.email)).toMatchObject({ delivery: 'sent', problem: 'complained' })
  })
})
