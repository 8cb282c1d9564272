import fc from 'fast-check'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CallName, callNames, calls, problems } from '../../lib/contract/index.ts'
import { type Mailbox, startMailbox } from '../helpers/mailbox.ts'
import { askRaw, furnish, type Place, samples } from '../helpers/place.ts'
import { leavesOf, valueAt, withValueAt } from '../helpers/schemaLeaves.ts'
import { type Caller, startService, type TestService } from '../helpers/service.ts'

/** Text that wants to be more than text, in every field of every call that takes some. */
const pieces = [
  ...[
    "'",
    '"',
    '`',
    '\\',
    "'; drop table people; --",
    "' or '1'='1",
    '%',
    '_',
    '$1',
    '$1}',
    '{{7*7}}',
    '<%= 7 %>',
    '#{7}',
  ],
  ...['\r\n', '\n', '\r', '\0', '\t', '\u001b[31m', '\u0085', '\u2028'],
  ...['\ud800', '\udfff', '\u202e', '\u2066', '\u200b', '\ufeff', 'e\u0301', '😀', '学生'],
  ...['<script>alert(1)</script>', '<img src=x onerror=y>', '</title>', '&lt;', '-->', 'javascript:alert(1)'],
  ...['Bcc: evil@x.example', 'evil@x.example', ', evil@x.example', '<evil@x.example>', '=?utf-8?q?=0ABcc?=', '.'],
  ...[
    '=1+1',
    '@SUM(A1)',
    '+1',
    '-1',
    '|cmd',
    '../../etc/passwd',
    'null',
    'true',
    '[]',
    '{}',
    '__proto__',
    'constructor',
  ],
  ...['Biology', ' ', '101', 'example.edu', 'sam@example.edu', 'https://lms.example.edu', '2026-12-18'],
]
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('', 'x'.repeat(81), 'x'.repeat(5000), '\ud800'.repeat(40), '\u202e'.repeat(90), '😀'.repeat(400)),
)

let mailbox: Mailbox
let rollcall: TestService
let ada: Caller
let school: { id: string }
let place: Place
beforeAll(async () => {
  mailbox = await startMailbox()
  rollcall = await startService({ env: { SMTP_URL: mailbox.url, MAILS_PER_SECOND: '1000' } })
  ada = await rollcall.person('ada@example.edu', 'Ada')
  school = await rollcall.workspace(ada)
  place = await furnish(rollcall, school, ada, ada, 'here')
})
afterAll(async () => {
  await rollcall.stop()
  await mailbox.stop()
})

const ask = async (name: CallName, input: object) => {
  const { status, text, body } = await askRaw(rollcall.url, ada, name, input)
  return { status, text, body: body as { code: string } & Record<string, unknown> }
}
const sampleOf = (name: CallName): object => {
  if (name in samples) return samples[name as keyof typeof samples](place)
  if (name === 'workspaces.create') return { name: 'Another School' }
  return name === 'rosters.find' ? { site: 'https://lms.example.edu', course: '1' } : {}
}

/** What a call refuses is in its row, or what every call may say. A failure of ours is neither. */
const isForeseen = (name: CallName, code: string) =>
  code === 'notFound' || code === 'notUnderstood' || calls[name].refuses.some((one) => one === code)

const cases = callNames.flatMap((name) =>
  leavesOf(calls[name].input)
    .filter(({ kind }) => kind === 'text')
    .map(({ path }) => [name, path.join('.'), path] as const),
)

describe.each(cases)('%s with any text as %s', (name, _, path) => {
  it('does it, or refuses it with a code', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, fc.boolean(), async (some, isBehind) => {
        await rollcall.db.deleteFrom('rate_buckets').execute()
        const good = valueAt(sampleOf(name), path)
        // Behind something good it gets past more.
        const text = isBehind && typeof good === 'string' ? `${good}${some}` : some
        const { status, text: answer, body } = await ask(name, withValueAt(sampleOf(name), path, text) as object)
        if (status === 200) return
        expect([answer, isForeseen(name, body.code)]).toEqual([answer, true])
        expect(status).toBe(problems[body.code as keyof typeof problems].status)
      }),
      { numRuns: 25 },
    )
  })
})

describe('what was taken comes back as it was, or trimmed:', () => {
  const read = async (name: CallName, input: object) => (await ask(name, input)).body
  const inGroup = () => ({ groupId: place.group })

  it.each<[string, (text: string) => Promise<{ taken: boolean; back: unknown }>]>([
    [
      'the name of a Group',
      async (text) => {
        const { status } = await ask('groups.change', { ...inGroup(), name: text })
        return { taken: status === 200, back: (await read('groups.get', inGroup())).name }
      },
    ],
    [
      'the name of a Workspace',
      async (text) => {
        const { status } = await ask('workspaces.change', { workspaceId: school.id, name: text })
        return { taken: status === 200, back: (await read('workspaces.settings', { workspaceId: school.id })).name }
      },
    ],
    [
      'a course of an LMS',
      async (text) => {
        const { status } = await ask('rosters.link', { ...inGroup(), site: 'https://lms.example.edu', course: text })
        const { link } = (await read('rosters.get', inGroup())) as unknown as { link: { course: string } | null }
        return { taken: status === 200, back: link?.course }
      },
    ],
    [
      'the site of an LMS',
      async (text) => {
        const { status } = await ask('rosters.link', { ...inGroup(), site: `https://lms${text}`, course: '1' })
        const { link } = (await read('rosters.get', inGroup())) as unknown as { link: { site: string } | null }
        return { taken: status === 200, back: link?.site.replace('https://lms', '') }
      },
    ],
  ])('%s', async (_, keep) => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        await rollcall.db.deleteFrom('rate_buckets').execute()
        const { taken, back } = await keep(text)
        if (taken) expect([text.trim(), text.trim().toLowerCase()]).toContain(back)
        // What no store keeps as it is was refused.
        if (!text.isWellFormed() || text.includes('\0')) expect(taken).toBe(false)
      }),
      { numRuns: 40 },
    )
  })
})

it('an invited name and address reach one mailbox, stand in no header of their own, and leave in no cell as a formula', async () => {
  // Elsewhere, where nothing was set above that holds mails back.
  const group = await rollcall.group(await rollcall.workspace(ada), ada)
  const invited = new Set<string>()
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (name, address) => {
      // Longer is refused for all of the request: told above.
      fc.pre(address.length <= 1000 && name.length <= 10_000)
      await rollcall.db.deleteFrom('rate_buckets').execute()
      const people = [
        { email: `p${invited.size}@example.edu`, name, role: 'member' },
        { email: address, name, role: 'member' },
      ]
      const key = crypto.randomUUID()
      const body = { groupId: group.id, key, batch: key, origin: 'manual', people }
      const { status, body: answer, text } = await ask('invitations.send', body)
      expect([status, text]).toEqual([200, text])
      for (const { email, outcome } of answer.outcomes as { email: string; outcome: string }[])
        if (outcome === 'invited') invited.add(email.trim().toLowerCase())
    }),
    { numRuns: 25 },
  )
  await vi.waitFor(
    async () => {
      const waiting = rollcall.db
        .selectFrom('outbox')
        .select('id')
        .where('group_id', '=', group.id)
        .where('sent_at', 'is', null)
      expect(await waiting.where('failed_at', 'is', null).execute()).toEqual([])
    },
    { timeout: 20_000 },
  )
  const meant = new Set((await rollcall.db.selectFrom('outbox').select('email').execute()).map(({ email }) => email))
  expect(mailbox.mails.length).toBeGreaterThanOrEqual(invited.size)
  for (const { to, raw } of mailbox.mails) {
    expect(meant).toContain(
      to.replace(/^"((?:[^"\\]|\\.)*)"@/, (_, local: string) => `${local.replaceAll(/\\(.)/g, '$1')}@`),
    )
    const [head = ''] = raw.split('\r\n\r\n')
    const names = head
      .replaceAll(/\r\n[ \t]/g, ' ')
      .split('\r\n')
      .map((line) => /^([\w-]+):/.exec(line)?.[1]?.toLowerCase() ?? line)
    expect(names).not.toContain('bcc')
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((one) => one === 'to' || one === 'from' || one === 'reply-to')).toHaveLength(3)
  }
  const { text } = await ada.call('groups.export', { groupId: group.id, format: 'csv' })
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: true })
  for (const cell of data.flat()) expect(cell).not.toMatch(/^\s*[=+\-@|\t\r]/)
  expect(data.length).toBeGreaterThan(invited.size)
}, 120_000)
