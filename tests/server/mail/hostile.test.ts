import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Email, Language } from '../../../lib/contract/schemas.ts'
import { asHtml, asText } from '../../../server/mail/layout.ts'
import { invitationLetter, reminderLetter } from '../../../server/mail/letters.ts'
import { createSmtp, readFailure, type Transport } from '../../../server/mail/transport.ts'
import { sayIn } from '../../../server/words/say.ts'
import { type Mailbox, startMailbox } from '../../helpers/mailbox.ts'

/** Names that want to be more than names, through a real SMTP server. */
let mailbox: Mailbox
let transport: Transport
beforeAll(async () => {
  mailbox = await startMailbox()
  transport = createSmtp(mailbox.url, {
    from: 'groups@school.example',
    returnPath: 'bounces@school.example',
    requireTls: false,
  })
})
afterAll(async () => {
  transport.close()
  await mailbox.stop()
})

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '\r\n',
          '\n',
          '\r',
          'Bcc: evil@x.example',
          'evil@x.example',
          '<',
          '>',
          '"',
          ',',
          ';',
          ':',
          '\\',
          '=?utf-8?q?',
        ],
        ...[
          '<script>',
          '</td>',
          '<img src=x onerror=y>',
          '&',
          "'",
          '\u202e',
          '\u2028',
          'Biology',
          ' ',
          '\0',
          '.\r\n',
          '😀',
        ],
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
)
const address = fc.constantFrom(
  'sam@example.edu',
  "o'neil+class@sub.example.edu",
  'a.very.long.local.part.with.many.dots.and.letters@example.edu',
  '学生@example.edu',
)

const language = fc.constantFrom(...Language.options)

/** What a mail's head may hold, whatever names are in it. */
const heads = [
  ...['from', 'to', 'reply-to', 'subject', 'message-id', 'auto-submitted', 'x-auto-response-suppress', 'date'],
  ...['mime-version', 'content-type', 'list-unsubscribe', 'list-unsubscribe-post'],
]

it('a name adds no recipient, no header line and no markup, in any mail about a Group', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ group: hostile, workspace: hostile, name: hostile, reminds: fc.boolean(), email: address, language }),
      async ({ group, workspace, name, reminds, email, language }) => {
        const say = sayIn(language)
        mailbox.mails.length = 0
        const sender = { name, email: 'ada@example.edu' }
        const dates = { expiresAt: new Date(0), since: new Date(0) }
        const matter = {
          email,
          group,
          workspace,
          role: 'member' as const,
          sender,
          url: 'https://x.example/a',
          ...dates,
        }
        const letter = reminds
          ? reminderLetter(say, { ...matter, stop: 'https://x.example/stop' })
          : invitationLetter(say, matter)
        const html = await asHtml(say, letter)
        await transport.send(randomUUID(), {
          to: email,
          replyTo: sender.email,
          subject: letter.subject,
          text: asText(say, letter),
          html,
          unsubscribe: reminds ? 'https://x.example/stop' : undefined,
        })
        expect(mailbox.mails.map(({ to }) => to)).toEqual([email])
        const [head = ''] = mailbox.mails[0]?.raw.split('\r\n\r\n') ?? []
        const names = head
          .replaceAll(/\r\n[ \t]/g, ' ')
          .split('\r\n')
          .map((line) => line.slice(0, line.indexOf(':')).toLowerCase())
        expect(heads).toEqual(expect.arrayContaining(names))
        expect(new Set(names).size).toBe(names.length)
        // Only what the letter itself is made of: the same tags, whatever the names, but for those that keep a name's direction.
        const tags = (text: string) => text.match(/<\/?(?!bdi>)[a-z!][^>]*>/gi)?.join('') ?? ''
        const plain = { ...matter, group: 'G', workspace: 'W', sender: { ...sender, name: name ? 'N' : '' } }
        const quiet = await asHtml(
          say,
          reminds ? reminderLetter(say, { ...plain, stop: 'https://x.example/stop' }) : invitationLetter(say, plain),
        )
        expect(tags(html)).toBe(tags(quiet))
      },
    ),
    { numRuns: 150 },
  )
})

it('what is taken for an address is one address, and reaches that one or, where a server knows better, nobody', async () => {
  for (const text of [
    'a@b.example, evil@x.example',
    'a@b.example;evil@x.example',
    'a@b.example\r\nevil@x.example',
    '"a@b"@x.example,',
    ...[',', ';', ':', '<', '>', '(', ')', '[', ']', '\\', '"', ' ', '\0', '\u202e'].map(
      (sign) => `a${sign}evil@x.example`,
    ),
    ...[',', ';', ':', '<', '>', '(', ')', '[', ']', '\\', '"', ' ', '\0', '\u202e'].map(
      (sign) => `a@x${sign}evil.example`,
    ),
  ])
    expect(Email.safeParse(text).success).toBe(false)
  const pieces = fc.constantFrom(
    ...[
      'a',
      'evil',
      '@',
      'x.example',
      'b.example',
      ',',
      ' ',
      '"',
      '<',
      '>',
      '(',
      ')',
      '\\',
      ':',
      ';',
      '+',
      "'",
      '.',
      '\n',
    ],
  )
  const texts = fc.array(pieces, { minLength: 3, maxLength: 9 }).map((parts) => parts.join(''))
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const parsed = Email.safeParse(text)
      fc.pre(parsed.success)
      mailbox.mails.length = 0
      const sent = transport.send(randomUUID(), {
        ...{ to: parsed.data ?? '', replyTo: parsed.data, subject: 's', text: 't', html: '<p>t' },
        unsubscribe: undefined,
      })
      const refused = await sent.then(
        () => false,
        (problem: unknown) => readFailure(problem).refused,
      )
      // Odd local parts travel in quotation marks, and are the same address.
      const reached = mailbox.mails.map(({ to }) =>
        to.replace(/^"((?:[^"\\]|\\.)*)"@/, (_, local: string) => `${local.replaceAll(/\\(.)/g, '$1')}@`),
      )
      expect(reached).toEqual(refused ? [] : [parsed.data])
    }),
    { numRuns: 60, maxSkipsPerRun: 10_000 },
  )
})

it('what is no address after all is never two', async () => {
  for (const to of ['a@b.example, evil@x.example', 'a@b.example;evil@x.example', 'A <a@b.example>, evil@x.example']) {
    mailbox.mails.length = 0
    const mail = { to, replyTo: to, subject: 's', text: 't', html: '<p>t', unsubscribe: undefined }
    await transport.send(randomUUID(), mail).catch(() => {})
    expect(mailbox.mails.length).toBeLessThanOrEqual(1)
    for (const { raw, to: reached } of mailbox.mails) {
      expect(reached).not.toBe('evil@x.example')
      const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]/g, ' ')
      expect(head).not.toMatch(/^(?:To|Reply-To):(?:.*[\s,<])?evil@x\.example/im)
    }
  }
})
