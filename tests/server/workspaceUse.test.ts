import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort, type Mailbox, startMailbox } from '../helpers/mailbox.ts'
import { newSend } from '../helpers/newSend.ts'
import { type Caller, refusal, startService, type TestService } from '../helpers/service.ts'

/** What an Owner is told of a Workspace: how much it has, and whether its mails leave. */
let mailbox: Mailbox
let rollcall: TestService
let head: Caller
let school: { id: string; name: string }
beforeAll(async () => {
  mailbox = await startMailbox()
  rollcall = await startService({ env: { SMTP_URL: mailbox.url, WORKSPACE_PEOPLE: '40', HOLD_SECONDS: '3600' } })
  head = await rollcall.person('head@example.edu', 'Head of School')
  school = await rollcall.workspace(head)
})
afterAll(async () => {
  await rollcall.stop()
  await mailbox.stop()
})

describe('usage', () => {
  it('counts what is in the Workspace and nothing of another', async () => {
    const owner = await rollcall.person()
    const college = await rollcall.workspace(owner)
    for (const workspace of [college, school]) {
      const by = workspace === college ? owner : head
      await rollcall.joinWorkspace(workspace, await rollcall.person())
      const group = await rollcall.group(workspace, by)
      await rollcall.db
        .updateTable('groups')
        .set({ deleted_at: new Date() })
        .where('id', '=', (await rollcall.group(workspace, by)).id)
        .execute()
      await by.call(
        'invitations.send',
        newSend(
          group,
          ['sam@example.edu', 'kim@example.edu'].map((email) => ({ email, role: 'member' })),
          'manual',
        ),
      )
      await by.call('workspacePeople.invite', {
        workspaceId: workspace.id,
        people: [{ email: 'guest@example.edu', role: 'member' }],
      })
    }
    await rollcall.db
      .updateTable('invitations')
      .set({ state: 'accepted', ended_at: new Date() })
      .where('email', '=', 'kim@example.edu')
      .execute()
    await rollcall.db
      .updateTable('outbox')
      .set({ sent_at: new Date() })
      .where('email', 'in', ['sam@example.edu', 'guest@example.edu'])
      .execute()
    expect(await owner.call('workspaces.usage', { workspaceId: college.id })).toEqual({
      ...{ people: 2, groups: 1, pending: 2, accepted: 1, mailsThisMonth: 2, invitationsToday: 3, mailsToday: 3 },
      quotas: { people: 40, groups: 10_000, invitations: 50_000, mails: 100_000 },
    })
  })
})

describe('a test mail', () => {
  it('is an invitation as the Workspace writes it, to its Owner alone, at once', async () => {
    await head.call('workspaces.change', { workspaceId: school.id, language: 'de' })
    const before = mailbox.mails.length
    expect(await head.call('workspaces.testMail', { workspaceId: school.id })).toEqual({ result: 'sent', codes: null })
    const mails = mailbox.mails.slice(before)
    expect(mails.map(({ to }) => to)).toEqual(['head@example.edu'])
    expect(mails[0]?.raw).toMatch(/^Reply-To: head@example.edu/im)
    expect(mails[0]?.raw).toContain('<html lang=3D"de"')
    const { lines } = await head.call('audit.list', { workspaceId: school.id })
    expect(lines[0]).toMatchObject({ action: 'workspaces.testMail', details: { sent: true } })
  })

  it('is sent only so often', async () => {
    const owner = await rollcall.person()
    const { id: workspaceId } = await rollcall.workspace(owner)
    for (let n = 0; n < 5; n += 1) await owner.call('workspaces.testMail', { workspaceId })
    expect(await refusal(owner.call('workspaces.testMail', { workspaceId }))).toBe('tooMany')
  })

  it('counts as a mail of the Workspace, in its day and in its pace', async () => {
    const owner = await rollcall.person()
    const { id: workspaceId } = await rollcall.workspace(owner)
    await owner.call('workspaces.testMail', { workspaceId })
    expect(await owner.call('workspaces.usage', { workspaceId })).toMatchObject({ mailsToday: 1 })
    await owner.call('workspaces.change', { workspaceId, mailsPerMinute: 1 })
    await owner.call('workspaces.testMail', { workspaceId })
    expect(await refusal(owner.call('workspaces.testMail', { workspaceId }))).toBe('tooMany')
    await owner.call('workspaces.change', { workspaceId, mailsPerMinute: null })
    await rollcall.db
      .updateTable('rate_buckets')
      .set({ count: rollcall.service.config.quotas.mails })
      .where('key', '=', `day.mails:${workspaceId}`)
      .execute()
    expect(await refusal(owner.call('workspaces.testMail', { workspaceId }))).toBe('overQuota')
  })

  /** A service whose mail server answers like this. */
  const askOver = async (url: string | undefined) => {
    const service = await startService({ env: url ? { SMTP_URL: url } : {} })
    try {
      const owner = await service.person()
      const workspace = await service.workspace(owner)
      return await owner.call('workspaces.testMail', { workspaceId: workspace.id })
    } finally {
      await service.stop()
    }
  }
  const refusing = async (responseCode: number, text: string) => {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error(text), { responseCode })),
    })
    const port = await freePort()
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    try {
      return await askOver(`smtp://127.0.0.1:${port}`)
    } finally {
      await new Promise<void>((resolve) => server.close(() => resolve()))
    }
  }

  it.each([
    [550, '5.1.1 No such user head@example.edu', { result: 'noSuchAddress', codes: '550 5.1.1' }],
    [554, '5.7.1 Sender not allowed', { result: 'refused', codes: '554 5.7.1' }],
    [450, '4.7.1 Greylisted', { result: 'later', codes: '450 4.7.1' }],
  ])('that is refused says why, and no more of what the server said: %i', async (code, text, answer) => {
    expect(await refusing(code, text)).toEqual(answer)
  })

  it('says that there is no mail server, and that it cannot be reached', async () => {
    expect(await askOver(undefined)).toEqual({ result: 'noServer', codes: null })
    expect(await askOver(`smtp://127.0.0.1:${await freePort()}`)).toEqual({ result: 'unreachable', codes: null })
  })
})

describe('roles of several people', () => {
  it('change at once, and one Owner stays', async () => {
    const owner = await rollcall.person()
    const college = await rollcall.workspace(owner)
    const [second, member] = [await rollcall.person(), await rollcall.person()]
    await rollcall.joinWorkspace(college, second, 'owner')
    await rollcall.joinWorkspace(college, member)
    const elsewhere = await rollcall.person()
    const ids = [owner.id, second.id, member.id, elsewhere.id]
    const { outcomes } = await second.call('workspacePeople.setRole', { workspaceId: college.id, ids, role: 'member' })
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['changed', 'lastOwner', 'same', 'notHere'])
    const { lines } = await second.call('audit.list', { workspaceId: college.id })
    expect(lines.filter(({ action }) => action === 'workspacePeople.setRole')).toMatchObject([
      { subjectId: owner.id, details: { from: 'owner', to: 'member' } },
    ])
  })
})
