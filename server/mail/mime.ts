import { encode as toBase64, wrap as wrapBase64 } from 'nodemailer/lib/base64'
import { foldLines } from 'nodemailer/lib/mime-funcs'
import MimeNode from 'nodemailer/lib/mime-node'
import { encode as quote, wrap as wrapQuoted } from 'nodemailer/lib/qp'
import type { Mail } from './renderMail.ts'

/** Neither quoted-printable nor base64 ever has these characters beside each other (RFC 2045, 6.7). */
const BOUNDARY = '=_letter'

/** Lines that are kept as they were encoded: those of a letter, in each language, with room for those of Groups. */
const MOST = 400

/**
 * Writes mails as they travel. nodemailer encodes, and what mails have in common is encoded once: composing each by
 * nodemailer's streams takes as much time as all the rest of a mail.
 */
export const createMime = (from: string): ((id: string, mail: Mail) => Buffer) => {
  const node = new MimeNode('text/plain')
  const head = (name: string, value: Parameters<MimeNode['encodeHeaderValue']>[1]) =>
    `${foldLines(`${name}: ${node.encodeHeaderValue(name, value)}`, 76)}\r\n`
  const host = from.slice(from.lastIndexOf('@') + 1)
  const common = [
    // The sender's name is ours, never a Group's or a person's.
    head('From', { name: 'Rollcall', address: from }),
    head('Auto-Submitted', 'auto-generated'),
    head('X-Auto-Response-Suppress', 'All'),
    head('MIME-Version', '1.0'),
    `Content-Type: multipart/alternative; boundary="${BOUNDARY}"\r\n\r\n`,
  ].join('')
  return (id, mail) =>
    Buffer.from(
      [
        // An address in an object is taken whole; in a text `a@b, evil@x` would be two.
        head('To', { name: '', address: mail.to }),
        mail.replyTo ? head('Reply-To', { name: '', address: mail.replyTo }) : '',
        head('Subject', mail.subject),
        // The same at every try: a receiver who has it already can tell.
        head('Message-ID', `<${id}@${host}>`),
        head('Date', new Date()),
        // RFC 8058: one click in the mail program, which posts there.
        mail.unsubscribe
          ? head('List-Unsubscribe', `<${mail.unsubscribe}>`) +
            head('List-Unsubscribe-Post', 'List-Unsubscribe=One-Click')
          : '',
        common,
        part('plain', mail.text, mail.to),
        part('html', mail.html, mail.to),
        `--${BOUNDARY}--\r\n`,
      ].join(''),
    )
}

const part = (kind: 'plain' | 'html', text: string, to: string): string => {
  const quoted = text
    .split(/\r\n?|\n/)
    .map((line) => quotedLine(line, to))
    .join('\r\n')
  // In scripts of which quoted-printable makes three characters for every byte.
  const isLong = quoted.length > Buffer.byteLength(text) * 1.4
  const [how, body] = isLong ? ['base64', wrapBase64(toBase64(text))] : ['quoted-printable', quoted]
  return `--${BOUNDARY}\r\nContent-Type: text/${kind}; charset=utf-8\r\nContent-Transfer-Encoding: ${how}\r\n\r\n${body}\r\n`
}

const known = new Map<string, string>()

const quotedLine = (line: string, to: string): string => {
  const before = known.get(line)
  if (before !== undefined) return before
  const quoted = wrapQuoted(quote(line))
  // A line with the address or a link is this mail's alone.
  if (!line.includes(to) && !line.includes('://')) {
    if (known.size >= MOST) known.clear()
    known.set(line, quoted)
  }
  return quoted
}
