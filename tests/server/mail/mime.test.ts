import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createMime } from '../../../server/mail/mime.ts'

const mime = createMime('groups@school.example')

const boundaryOf = (mail: string) => /boundary="([^"]+)"/.exec(mail)?.[1] ?? ''

/** A mail's two texts, each with how it travelled, as whoever receives it undoes it (RFC 2045, RFC 2046). */
const partsOf = (mail: string) => {
  const [, ...parts] = mail.split(`--${boundaryOf(mail)}`)
  expect(parts.pop()).toBe('--\r\n')
  return parts.map((part) => {
    const [head = '', ...rest] = part.split('\r\n\r\n')
    const body = rest.join('\r\n\r\n').replace(/\r\n$/, '')
    const how = /^Content-Transfer-Encoding: (.*)$/m.exec(head)?.[1]
    return { how, text: (how === 'base64' ? Buffer.from(body, 'base64') : unquoted(body)).toString() }
  })
}

const unquoted = (body: string) =>
  Buffer.from(
    body
      .replaceAll(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )

const compose = ({ to = 'sam@example.edu', subject = 'S', text = 'T', html = '<p>T' }) =>
  mime(randomUUID(), { to, subject, text, html, replyTo: undefined, unsubscribe: undefined }).toString()

const boundary = boundaryOf(compose({}))
const pieces = fc.oneof(
  fc.constantFrom(
    ...[
      boundary,
      `--${boundary}`,
      `--${boundary}--`,
      '=3D',
      '=',
      '.',
      '..',
      ' ',
      '\t',
      '\r',
      '\n',
      '\r\n',
      'From ',
      '\0',
      '😀',
      '学生',
    ],
    ...['sam@example.edu', 'https://x.example/accept/abc', 'word '.repeat(30), 'x'.repeat(300), 'é'.repeat(50)],
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
)
const someText = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''))

it('both texts arrive as they were written, line by line, whatever is in them', () => {
  fc.assert(
    fc.property(someText, someText, (text, html) => {
      const mail = compose({ text, html })
      const lines = (written: string) => written.replaceAll(/\r\n?|\n/g, '\r\n')
      const parts = partsOf(mail)
      expect(parts.map((part) => lines(part.text))).toEqual([lines(text), lines(html)])
    }),
    { numRuns: 500 },
  )
})

it('no line of a text is longer than 76 characters, none of the head than mail servers take, and all are ASCII', () => {
  fc.assert(
    fc.property(someText, someText, (text, html) => {
      const mail = compose({ subject: text, text, html })
      const lines = mail.split('\r\n')
      for (const line of lines) expect(line).toMatch(/^[\t\x20-\x7e]{0,998}$/)
      for (const line of lines.slice(lines.indexOf(''))) expect(line.length).toBeLessThanOrEqual(76)
    }),
    { numRuns: 500 },
  )
})

it('what quoted-printable would make three times as long travels as base64', () => {
  const [text, html] = partsOf(
    compose({ text: 'أنت مدعو إلى المجموعة\n'.repeat(9), html: '<p class="words">Hello</p>' }),
  )
  expect(text?.how).toBe('base64')
  expect(html?.how).toBe('quoted-printable')
})

it('lines that were written before are one’s own all the same', () => {
  const mailTo = (to: string) =>
    partsOf(compose({ to, text: `Biology 101 — first\n${to}\nhttps://x.example/${to}\nBiology 101 — last` }))[0]?.text
  for (const to of ['sam@example.edu', 'kim@example.edu', 'sam@example.edu'])
    expect(mailTo(to)).toBe(`Biology 101 — first\r\n${to}\r\nhttps://x.example/${to}\r\nBiology 101 — last`)
})

it('more different lines than are kept arrive as they were, and once more', () => {
  const text = Array.from({ length: 2000 }, (_, i) => `Line ${i} é`).join('\r\n')
  expect(partsOf(compose({ text }))[0]?.text).toBe(text)
  expect(partsOf(compose({ text }))[0]?.text).toBe(text)
})
