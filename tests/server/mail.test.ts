import { randomUUID } from 'node:crypto'
import { SMTPServer, type SMTPServerAddress } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PersonToInvite } from '../../lib/contract/index.ts'
import { secondsToWait } from '../../server/mail/outboxWorker.ts'
import { newSend } from '../helpers/newSend.ts'
import { type Caller, startService, type TestService } from '../helpers/service.ts'

/** Mails through a real SMTP server that can be told to refuse. */
interface Received {
  readonly to: string[]
  readonly raw: string
}
let received: Received[] = []
let answerTo: (address: string) => { code: number; text: string } | null = () => null
/** Waits before it takes a mail. */
let taking: Promise<void> = Promise.resolve()
let smtp: SMTPServer
let rollcall: TestService
let ada: Caller
let school: { id: string }
let group: { id: string; name: string }

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }: SMTPServerAddress, _session, done) => {
      const answer = answerTo(address)
      done(answer ? Object.assign(new Error(answer.text), { responseCode: answer.code }) : null)
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString()
        void taking.then(() => {
          received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw })
          done()
        })
      })
    },
  })
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  const address = smtp.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  rollcall = await startService({
    env: {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: 'groups@school.example',
      MAIL_RETURN_PATH: 'bounces@school.example',
      MAILS_PER_SECOND: '1000',
    },
  })
  ada = await rollcall.person('ada@example.edu', 'Ada Instructor')
  school = await rollcall.workspace(ada, 'Northgate School')
})
beforeEach(async () => {
  received = []
  answerTo = () => null
  group = await rollcall.group(school, ada)
})
afterAll(async () => {
  await rollcall.stop()
  await new Promise<void>((resolve) => smtp.close(resolve))
})

const send = (people: PersonToInvite[], by = ada) => by.call('invitations.send', newSend(group, people))
const one = async (): Promise<Received> => {
  await vi.waitFor(() => expect(received).toHaveLength(1), { timeout: 5000 })
  return received[0] ?? { to: [], raw: '' }
}
const header = (raw: string, name: string) =>
  new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, 'im')
    .exec(raw.split('\r\n\r\n')[0] ?? '')?.[1]
    ?.replaceAll(/\r\n[ \t]/g, ' ')
/** Both parts, quoted-printable undone. */
const body = (raw: string) => {
  const bytes = raw
    .replaceAll('=\r\n', '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
const row = async (email: string) =>
  await rollcall.db
    .selectFrom('outbox')
    .selectAll()
    .where('email', '=', email)
    .where('group_id', '=', group.id)
    .executeTakeFirst()
const delivery = async (email: string) =>
  (await ada.call('members.list', { groupId: group.id, state: 'pending', search: email })).rows[0]?.delivery

describe('the pace of a Workspace', () => {
  it('holds for mails into its Groups and into the Workspace itself alike', async () => {
    const college = await rollcall.workspace(ada, 'College')
    await ada.call('workspaces.change', { workspaceId: college.id, mailsPerMinute: 1 })
    const inCollege = await rollcall.group(college, ada)
    const [first, second, third] = ['first', 'second', 'third'].map((name) => `${name}.${randomUUID()}@example.edu`)
    if (!first || !second || !third) throw new Error('There are three.')
    await ada.call('invitations.send', newSend(inCollege, [{ email: first, role: 'member' }], 'manual'))
    await one()
    const people = [second, third].map((email) => ({ email, role: 'member' as const }))
    await ada.call('workspacePeople.invite', { workspaceId: college.id, people })
    // Both were taken, found the minute full, and wait as if nobody had taken them.
    await vi.waitFor(async () => {
      const waiting = rollcall.db.selectFrom('outbox').select(['attempts', 'sent_at', 'claimed', 'due_at'])
      const rows = await waiting.where('email', 'in', [second, third]).execute()
      expect(rows).toMatchObject([1, 2].map(() => ({ attempts: 0, sent_at: null, claimed: false })))
      for (const { due_at } of rows) expect(due_at.getTime()).toBeGreaterThan(Date.now())
    })
    expect(received.map(({ to }) => to)).toEqual([[first]])
  })
})

describe('an invitation', () => {
  it('says who invites whom to what as which role, with one link, when it ends, why it came and how to refuse', async () => {
    await send([{ email: 'sam@example.edu', role: 'facilitator' }])
    const { to, raw } = await one()
    expect(to).toEqual(['sam@example.edu'])
    expect(header(raw, 'from')).toBe('Rollcall <groups@school.example>')
    expect(header(raw, 'to')).toBe('sam@example.edu')
    expect(header(raw, 'reply-to')).toBe('ada@example.edu')
    expect(header(raw, 'subject')).toBe('Ada Instructor invites you to Biology 101')
    expect(header(raw, 'auto-submitted')).toBe('auto-generated')
    const text = body(raw)
    expect(text).toContain(
      'Ada Instructor (ada@example.edu) invites you to the Group Biology 101 at Northgate School, as a Facilitator.',
    )
    expect(text).toMatch(/can be accepted until \d+ \w+ \d{4}/)
    expect(text).toContain('because Ada Instructor entered your address')
    expect(text).toContain('choose Decline')
    const links = new Set(text.match(/http[^\s"<]+/g))
    expect(links.size).toBe(1)
    const [link = ''] = links
    expect(link.startsWith(`${rollcall.url}/accept/`)).toBe(true)
    const { id } = await rollcall.db
      .selectFrom('invitations')
      .select('id')
      .where('group_id', '=', group.id)
      .executeTakeFirstOrThrow()
    expect(rollcall.service.secrets.readToken('invitation', link.split('/').at(-1) ?? '')?.id).toBe(id)
  })

  it('makes no link of a name', async () => {
    await rollcall.db.updateTable('groups').set({ name: 'Win at evil.example' }).where('id', '=', group.id).execute()
    await send([{ email: 'sam@example.edu', role: 'member' }])
    const { raw } = await one()
    const text = body(raw)
    expect(text).toContain('Win at evil.\u2060example')
    expect(text).not.toContain('evil.example')
    // What is an address stays one, to be copied.
    expect(text).toContain('ada@example.edu')
  })

  it('is recorded as sent, under a Message-ID that stays the same', async () => {
    await send([{ email: 'sam@example.edu', role: 'member' }])
    const { raw } = await one()
    await vi.waitFor(async () => expect(await delivery('sam@example.edu')).toBe('sent'))
    expect(header(raw, 'message-id')).toBe(`<${(await row('sam@example.edu'))?.id}@school.example>`)
  })

  it('leaves no token and no link at rest', async () => {
    await send([{ email: 'sam@example.edu', role: 'member' }])
    const token = /accept\/([\w-]{64})/.exec(body((await one()).raw))?.[1] ?? ''
    for (const table of ['outbox', 'invitations', 'send_keys'] as const) {
      const rows = await rollcall.db.selectFrom(table).selectAll().execute()
      expect(JSON.stringify(rows)).not.toContain(token.slice(24))
    }
  })
})

it('somebody of the Workspace gets a notice with a way in', async () => {
  const bo = await rollcall.person()
  await rollcall.joinWorkspace(school, bo)
  await send([{ email: bo.email, role: 'owner' }])
  const { raw } = await one()
  expect(header(raw, 'subject')).toBe('You are in Biology 101 now')
  expect(body(raw)).toContain('added you to the Group Biology 101 at Northgate School, as an Owner.')
  expect(body(raw)).toContain(`${rollcall.url}/groups/${group.id}`)
})

describe('hostile words', () => {
  it('stay words: no second recipient, no header, no markup', async () => {
    const bo = await rollcall.person('bo@example.edu', 'Bo\r\nBcc: all@example.edu <b>"bold"</b>')
    group = await rollcall.group(school, bo, { name: '<script>alert(1)</script> & "Biology"' })
    await send([{ email: 'sam@example.edu', role: 'member', name: 'x\r\nBcc: evil@example.org' }], bo)
    const { to, raw } = await one()
    expect(to).toEqual(['sam@example.edu'])
    expect(header(raw, 'bcc')).toBeUndefined()
    expect(raw).not.toContain('evil@example.org')
    const [, html = ''] = body(raw).split('<!doctype html>')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Biology&quot;')
    expect(html).not.toContain('<script')
    expect(html).not.toContain('<b>')
  })

  it('in any script arrive as they are', async () => {
    group = await rollcall.group(school, ada, { name: 'علم الأحياء 生物学' })
    await send([{ email: 'sam@example.edu', role: 'member' }])
    expect(body((await one()).raw)).toContain('علم الأحياء 生物学')
  })
})

describe('an address that the server refuses', () => {
  it('for good is bounced and not tried again', async () => {
    answerTo = () => ({ code: 550, text: '5.1.1 No such user here' })
    await send([{ email: 'nobody@example.edu', role: 'member' }])
    await vi.waitFor(async () => expect(await delivery('nobody@example.edu')).toBe('bounced'), { timeout: 5000 })
    expect(await row('nobody@example.edu')).toMatchObject({ attempts: 1, failure: '550 5.1.1' })
  })

  it('for now is tried again later, and goes out then', async () => {
    answerTo = () => ({ code: 450, text: '4.2.0 Come back later' })
    await send([{ email: 'later@example.edu', role: 'member' }])
    await vi.waitFor(
      async () => expect(await row('later@example.edu')).toMatchObject({ attempts: 1, failure: '450 4.2.0' }),
      {
        timeout: 5000,
      },
    )
    expect(await delivery('later@example.edu')).toBe('queued')
    const due = (await row('later@example.edu'))?.due_at.getTime() ?? 0
    expect(due - Date.now()).toBeGreaterThan(50_000)
    answerTo = () => null
    await rollcall.db
      .updateTable('outbox')
      .set({ due_at: new Date() })
      .where('email', '=', 'later@example.edu')
      .execute()
    rollcall.service.wakeMail()
    await one()
    await vi.waitFor(async () => expect(await delivery('later@example.edu')).toBe('sent'))
  })

  it('holds up nobody else', async () => {
    answerTo = (address) => (address.startsWith('bad') ? { code: 550, text: 'no' } : null)
    const people = Array.from({ length: 40 }, (_, i) => ({
      email: `${i % 4 ? 'good' : 'bad'}.${i}@example.edu`,
      role: 'member' as const,
    }))
    await send(people)
    await vi.waitFor(() => expect(received).toHaveLength(30), { timeout: 10_000 })
    expect(new Set(received.flatMap(({ to }) => to)).size).toBe(30)
  })
})

it('waits longer and longer, up to six hours, or five minutes for a server that is not there', () => {
  expect([1, 2, 3, 20].map((attempts) => secondsToWait(attempts, true))).toEqual([60, 120, 240, 21_600])
  expect([1, 2, 3, 20].map((attempts) => secondsToWait(attempts, false))).toEqual([2, 4, 8, 300])
})

it('a mail nobody needs any more does not leave', async () => {
  taking = Promise.resolve()
  await rollcall.db
    .insertInto('outbox')
    .values([
      { kind: 'invitation', email: 'gone@example.edu', group_id: group.id, batch: null },
      {
        kind: 'signIn',
        email: 'stale@example.edu',
        sealed: rollcall.service.secrets.seal('signInCode', Buffer.from('12345678')),
        created_at: new Date(Date.now() - 11 * 60_000),
      },
    ])
    .execute()
  rollcall.service.wakeMail()
  const left = () =>
    rollcall.db
      .selectFrom('outbox')
      .select('email')
      .where('email', 'in', ['gone@example.edu', 'stale@example.edu'])
      .execute()
  await vi.waitFor(async () => expect(await left()).toEqual([]), { timeout: 5000 })
  expect(received).toEqual([])
})

it('five hundred mails leave once each', async () => {
  await send(Array.from({ length: 500 }, (_, i) => ({ email: `s${i}@example.edu`, role: 'member' as const })))
  await vi.waitFor(() => expect(received).toHaveLength(500), { timeout: 20_000 })
  expect(new Set(received.flatMap(({ to }) => to)).size).toBe(500)
})

it('stopping waits for the mails under way, and the rest leave after the next start, once each', async () => {
  let take = () => {}
  taking = new Promise((resolve) => {
    take = resolve
  })
  await send(Array.from({ length: 30 }, (_, i) => ({ email: `s${i}@example.edu`, role: 'member' as const })))
  await vi.waitFor(async () => {
    const claimed = await rollcall.db
      .selectFrom('outbox')
      .select('id')
      .where('group_id', '=', group.id)
      .where('attempts', '=', 1)
      .execute()
    expect(claimed).toHaveLength(2)
  })
  const restarted = rollcall.restart()
  take()
  await restarted
  const unsent = () =>
    rollcall.db
      .selectFrom('outbox')
      .select('id')
      .where('group_id', '=', group.id)
      .where('sent_at', 'is', null)
      .execute()
  await vi.waitFor(async () => expect(await unsent()).toEqual([]), { timeout: 10_000 })
  expect(received).toHaveLength(30)
  expect(new Set(received.flatMap(({ to }) => to)).size).toBe(30)
})
