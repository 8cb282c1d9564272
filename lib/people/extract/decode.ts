import { kindOf } from './headerWords.ts'

/** What spreadsheets save CSV in besides UTF-8 and Windows-1252, by the language of the system. */
const legacy = [
  'windows-1251',
  'windows-1250',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
] as const

const decodeAs = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Header words recognised in the first lines. */
const wordsKnown = (text: string): number =>
  text
    .slice(0, 1000)
    .split(/[\n,;\t|]/)
    .filter((cell) => kindOf(cell.replace(/["\r]/g, '').trim())).length

/** UTF-16 without a byte order mark: every second byte of Latin text is zero. */
const utf16Kind = (bytes: Uint8Array): string | undefined => {
  const length = Math.min(bytes.length, 2000) & ~1
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  if (odd > length / 5 && even < length / 50) return 'utf-16le'
  return even > length / 5 && odd < length / 50 ? 'utf-16be' : undefined
}

const markOf = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/**
 * Text of a file in whatever encoding it was saved: by its byte order mark, as UTF-16 or UTF-8 where it is that, else in the
 * one of the systems' old encodings in which most header words make sense; Windows-1252 when none does.
 */
export const decodeText = (bytes: Uint8Array): string => {
  const wide = markOf(bytes) ?? utf16Kind(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  const utf8 = decodeAs(bytes, 'utf-8')
  if (utf8 !== undefined) return utf8
  const head = bytes.subarray(0, 1000)
  const newline = head.lastIndexOf(10)
  const sample = newline > 0 ? head.subarray(0, newline) : head
  let best = 'windows-1252'
  let most = wordsKnown(new TextDecoder(best).decode(sample))
  for (const encoding of legacy) {
    const text = decodeAs(sample, encoding)
    const known = text === undefined ? 0 : wordsKnown(text)
    if (known > most) {
      most = known
      best = encoding
    }
  }
  return new TextDecoder(best).decode(bytes)
}
