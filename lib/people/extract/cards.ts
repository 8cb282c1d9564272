import { encodedBytes } from './quotedPrintable.ts'

const begin = /BEGIN:VCARD/i
const end = /END:VCARD/i
/** `item1.EMAIL;TYPE=work:` and the like. */
const property = /^(?:[\w-]+\.)?(FN|N|EMAIL)((?:;[^:]{0,200})?):(.*)$/i

/** As it was where its encoding is not known. */
const decoded = (value: string, charset = 'utf-8'): string => {
  try {
    return new TextDecoder(charset).decode(encodedBytes(value))
  } catch {
    return value
  }
}

const unescaped = (value: string) => value.replace(/\\n/gi, ' ').replace(/\\(.)/g, '$1').trim()

/** `Doe;Jane;Q.;;` as Jane Q. Doe. */
const structuredName = (value: string): string => {
  const [last = '', first = '', middle = ''] = value.split(/(?<!\\);/).map(unescaped)
  return [first, middle, last].filter(Boolean).join(' ')
}

/** One card as lines of name and address; `body`: between its first line and its last. */
const lines = (body: string): string => {
  const isEncoded = /QUOTED-PRINTABLE/i.test(body)
  const whole = (isEncoded ? body.replace(/=\r?\n[ \t]?/g, '') : body).replace(/\r?\n[ \t]/g, '')
  let full = ''
  let structured = ''
  const addresses: string[] = []
  for (const line of whole.split(/[\r\n]+/)) {
    const [, key = '', parameters = '', raw = ''] = property.exec(line) ?? []
    if (!key) continue
    const value = /QUOTED-PRINTABLE/i.test(parameters) ? decoded(raw, /CHARSET=([\w-]+)/i.exec(parameters)?.[1]) : raw
    if (/^FN$/i.test(key)) full ||= unescaped(value)
    else if (/^N$/i.test(key)) structured ||= structuredName(value)
    else if (/^EMAIL$/i.test(key)) addresses.push(unescaped(value))
  }
  const name = full && !full.includes('@') ? full : structured
  return addresses.map((address) => (name ? `"${name.replace(/["\\]/g, '\\$&')}" <${address}>` : address)).join('\n')
}

/** vCards (RFC 6350, and the older ones) as lines of name and address; the text between them stays. */
export const readCards = (text: string): string => {
  const [head = '', ...cards] = text.split(begin)
  return cards.reduce((read, card) => {
    const close = card.search(end)
    if (close === -1) return `${read}\n${card}`
    return `${read}\n\n${lines(card.slice(0, close))}\n\n${card.slice(close + 'END:VCARD'.length)}`
  }, head)
}
