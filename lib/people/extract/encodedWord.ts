import { encodedBytes } from './quotedPrintable.ts'

/** The longest word read: longer than RFC 2047 allows, since programs break that rule. */
const one = '=\\?([\\w.:-]{2,40})(?:\\*[\\w-]{1,20})?\\?([bq])\\?([^?\\r\\n]{0,500})\\?='
const word = new RegExp(one, 'gi')
/** Words with nothing but space between, which is not of the text. */
const run = new RegExp(`${one}(?:\\s{0,80}${one})*`, 'gi')

const bytesOf = (encoding: string, data: string): Uint8Array =>
  encoding.toLowerCase() === 'b'
    ? Uint8Array.from(atob(data.replace(/=+$/, '')), (char) => char.charCodeAt(0))
    : encodedBytes(data.replaceAll('_', ' '))

/** Decoded together where one encoding follows another: programs cut words inside a character. */
const decodeRun = (words: string): string => {
  let text = ''
  let decoder: TextDecoder | undefined
  for (const [, charset = '', encoding = '', data = ''] of words.matchAll(word)) {
    const next = new TextDecoder(charset)
    if (decoder?.encoding !== next.encoding) {
      text += decoder?.decode() ?? ''
      decoder = next
    }
    text += decoder.decode(bytesOf(encoding, data), { stream: true })
  }
  return text + (decoder?.decode() ?? '')
}

/** RFC 2047 words (`=?utf-8?q?J=C3=B8rgen?=`), as mail sources show them; unreadable ones stay as they are. */
export const decodeWords = (text: string): string =>
  text.replace(run, (words) => {
    try {
      return decodeRun(words)
    } catch {
      return words
    }
  })
