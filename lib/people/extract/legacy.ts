import { kindOf } from './headerWords.ts'
import { plausibility } from './plausible.ts'

/**
 * What spreadsheets save CSV in besides UTF-8, by the language of the system; the likelier come first. With the endings of
 * addresses that are at home there.
 */
const encodings: readonly (readonly [encoding: string, countries: string])[] = [
  ['windows-1252', ''],
  ['windows-1251', 'ru ua by bg rs mk kz рф'],
  ['windows-1250', 'pl cz sk hu ro si hr ba rs al'],
  ['windows-1254', 'tr az'],
  ['shift_jis', 'jp'],
  ['gb18030', 'cn sg'],
  ['big5', 'tw hk mo'],
  ['euc-kr', 'kr'],
  ['windows-1253', 'gr cy'],
  ['windows-1255', 'il'],
  ['windows-1256', 'sa eg ae ir jo ma dz tn iq kw qa'],
  ['windows-1257', 'lt lv ee'],
  ['windows-1258', 'vn'],
  ['windows-874', 'th'],
  ['iso-8859-2', 'pl cz sk hu si hr'],
  ['macintosh', ''],
  ['euc-jp', 'jp'],
  ['koi8-r', 'ru'],
  ['koi8-u', 'ua'],
  ['ibm866', 'ru'],
  ['iso-8859-5', 'ru'],
  ['iso-8859-15', ''],
]

/** Bytes of the file looked at. */
const SAMPLE = 20_000
/** Header words count for more than the look of names. */
const WORD = 3

/** Header words in the first lines that are not ASCII alone: those that are read the same in most encodings. */
const headerWords = (text: string): number =>
  text
    .slice(0, 1000)
    .split(/[\n\r,;\t|]/)
    .filter((cell) => /[^\0-~]/.test(cell) && kindOf(cell.replace(/"/g, '').trim())).length

/** The last whole line ends the sample, so that no character is cut. */
const sampleOf = (bytes: Uint8Array): Uint8Array => {
  const head = bytes.subarray(0, SAMPLE)
  if (head.length === bytes.length) return head
  const end = Math.max(head.lastIndexOf(10), head.lastIndexOf(13))
  return end > 0 ? head.subarray(0, end) : head
}

const countriesIn = (ascii: string): Set<string> =>
  new Set(
    Array.from(ascii.matchAll(/@[\w.-]{1,80}\.([a-z]{2})(?![\w.-])/gi), ([, country = '']) => country.toLowerCase()),
  )

/** The old encoding in which a file's header words and names make most sense; Windows-1252 when none does. */
export const legacyEncoding = (bytes: Uint8Array): string => {
  const sample = sampleOf(bytes)
  const countries = countriesIn(new TextDecoder('windows-1252').decode(sample))
  let best = 'windows-1252'
  let most = Number.NEGATIVE_INFINITY
  for (const [encoding, homes] of encodings) {
    let text: string
    try {
      text = new TextDecoder(encoding, { fatal: true }).decode(sample)
    } catch {
      continue
    }
    const isHome = homes.split(' ').some((country) => countries.has(country))
    const score = headerWords(text) * WORD + plausibility(text, encoding, sample) + (isHome ? 0.2 : 0)
    if (score > most + 1e-9) {
      most = score
      best = encoding
    }
  }
  return best
}
