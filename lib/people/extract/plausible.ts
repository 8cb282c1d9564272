/** Words with a letter or sign beyond ASCII in them. */
const words = /[\p{L}\p{M}]*[^\0-\x7f\s][^\s,;|"()<>@]*/gu

/** First bytes of the two-byte characters in common use: each of these standards has the rare ones apart. */
const common: Readonly<Record<string, readonly [low: number, high: number, lowest: number]>> = {
  shift_jis: [0x82, 0x97, 0x40],
  gb18030: [0xb0, 0xd7, 0xa1],
  big5: [0xa4, 0xc6, 0x40],
  'euc-kr': [0xb0, 0xc8, 0xa1],
  'euc-jp': [0xa4, 0xcf, 0xa1],
}

/** Part of the two-byte characters that are in common use. */
const commonShare = (bytes: Uint8Array, [low, high, lowest]: readonly [number, number, number]): number => {
  let all = 0
  let usual = 0
  for (let i = 0; i < bytes.length - 1; i++) {
    const byte = bytes[i] ?? 0
    if (byte < 0x81) continue
    const next = bytes[i + 1] ?? 0
    all++
    if (byte >= low && byte <= high && next >= lowest) usual++
    i++
  }
  return all === 0 ? 0 : usual / all
}

const scripts = ['Latin', 'Cyrillic', 'Greek', 'Hebrew', 'Arabic', 'Thai'].map(
  (name) => new RegExp(`^\\p{sc=${name}}`, 'u'),
)
const scriptOf = (char: string) => scripts.findIndex((script) => script.test(char))

/** A lower-case letter before a capital, as in text of another encoding; `McDoe` and `O’Neil` are ASCII there. */
const isTurned = (word: string) => /\p{Ll}(?=\p{Lu})[^\0-\x7f]|[^\0-\x7f](?<=\p{Ll})\p{Lu}/u.test(word)

/** How much a word looks like one of a language: 1, or less than 0 when it cannot be. */
const wordScore = (word: string): number => {
  const letters = word.match(/[\p{L}]/gu) ?? []
  if (letters.length === 0) return /^[–—‘’“”«»…•©®°§·¿¡№]+$/u.test(word) ? 0 : -0.5
  // Signs inside a word, of which only apostrophe and hyphens are spelling.
  if (/[^\p{L}\p{M}\p{N}'’ʼ.\-–‐:/&]/u.test(word)) return -1
  if (isTurned(word)) return -1
  const kinds = new Set(letters.map(scriptOf))
  if (kinds.size > 1) return -1
  const wide = letters.filter((letter) => letter > '\x7f').length
  // Languages in Latin letters write most of a word without marks.
  if (kinds.has(0)) return wide * 2 > letters.length && letters.length > 2 ? -0.5 : 0.6
  return kinds.has(-1) ? 0 : 1
}

/** Icelandic in Windows-1252, where Turkish has its own letters. */
const icelandic = /[þðÞÐýÝ]/

/** How much a decoded sample looks like text, from -1 to 1. */
export const plausibility = (text: string, encoding: string, bytes: Uint8Array): number => {
  const range = common[encoding]
  if (range) {
    const share = commonShare(bytes, range)
    // Everything in common use is what the next best reading of the same bytes does not have.
    return share > 0.95 ? 0.9 : share > 0.8 ? 0.4 : -0.5
  }
  const found = text.match(words)?.slice(0, 500) ?? []
  if (found.length === 0) return 0
  const total = found.reduce((sum, word) => sum + wordScore(word), 0)
  const isRare = encoding === 'windows-1252' && icelandic.test(text)
  return total / found.length - (isRare ? 0.15 : 0)
}
