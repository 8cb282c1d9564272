import { legacyEncoding } from './legacy.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

const asUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

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

/** `ESC $ B` and `ESC $ @`, which turn to Japanese in ISO-2022-JP. */
const isIso2022 = (text: string) => text.includes('\u001b$B') || text.includes('\u001b$@')

/** UTF-8 of which a few bytes are damaged, as at the end of a file that was cut off. */
const damagedUtf8 = (bytes: Uint8Array): string | undefined => {
  const text = new TextDecoder().decode(bytes)
  const bad = text.match(/\ufffd/g)?.length ?? 0
  const good = text.match(/[\u0080-\ufffc]/g)?.length ?? 0
  return good > bad * 10 ? text : undefined
}

/**
 * Text of a file in whatever encoding it was saved: by its byte order mark, as UTF-16 or UTF-8 where it is that, else in the
 * one of the systems' old encodings in which it makes most sense.
 */
export const decodeText = (bytes: Uint8Array): string => {
  const wide = markOf(bytes) ?? utf16Kind(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  const text = asUtf8(bytes)
  if (text !== undefined) return isIso2022(text) ? new TextDecoder('iso-2022-jp').decode(bytes) : text
  return damagedUtf8(bytes) ?? new TextDecoder(legacyEncoding(bytes)).decode(bytes)
}
