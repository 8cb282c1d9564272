import { isFootnote, isSpaceless, isWord } from './characters.ts'

const DOT = 46
const HYPHEN = 45
/** The ideographic full stops, which IDNA takes for dots (RFC 5895 §2). */
const isLatin = (code: number) => (code | 32) >= 97 && (code | 32) <= 122
const isIdeographicDot = (code: number) => code === 0x3002 || code === 0xff61

/** Endings that files have and no top-level domain has. (`zip`, `mov`, `md`, `sh`, `py` are both and stay.) */
const files = new Set(
  (
    'png jpg jpeg gif svg webp bmp ico avif heic tif tiff pdf css scss js mjs cjs jsx tsx json xml html htm txt csv ' +
    'doc docx xls xlsx ppt pptx tar tgz gz bz rar exe dll mp3 mp4 wav avi php woff woff2 ttf eot yml yaml toml log ' +
    'bak tmp jar war apk dmg deb rpm'
  ).split(' '),
)

/** Where a domain ends and whether it is one; one object is used again and again. */
export interface DomainEnd {
  /** Index after its last character; sentence punctuation is not part of it. */
  end: number
  good: boolean
  /** Some of it is not ASCII. */
  wide: boolean
}

/** For labels that are not all ASCII letters. */
const isOtherTopLevel = (label: string): boolean => {
  if (/^xn--[a-z0-9-]*[a-z0-9]$/i.test(label)) return true
  // Nobody registers a top-level name that mixes Latin with another script.
  return /^[\p{L}\p{M}]+$/u.test(label) && (!/[^ -\u024f]/.test(label) || !/[a-z]/i.test(label))
}

const isTopLevel = (text: string, from: number, end: number): boolean => {
  const length = end - from
  if (length < 2 || length > 63) return false
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i) | 32
    if (code < 97 || code > 122) return isOtherTopLevel(text.slice(from, end))
  }
  return length > 5 || !files.has(text.slice(from, end).toLowerCase())
}

/** A new sentence glued to the address: `jane@example.edu.Thanks`. */
const isGluedSentence = (label: string, after: string): boolean =>
  /^[a-z]{2,4}$/.test(label) && /^[A-Z][a-z]/.test(after)

/** Does a malformed part of the domain follow the dot: an empty label, a hyphen at the start of one? */
const isBrokenAfterDot = (text: string, dot: number): boolean => {
  const next = text.charCodeAt(dot + 1)
  return (next === DOT || next === HYPHEN) && isWord(text, dot + 2)
}

/** Reads the domain at `from` into `into`: two or more labels of 1 to 63 letters, digits and inner hyphens. */
export const readDomain = (text: string, from: number, into: DomainEnd): void => {
  let label = from
  let dots = 0
  let numbers = 0
  let good = true
  let wide = false
  /** Its dots are ideographic ones. */
  let isIdeographic = false
  /** The label so far is all digits. */
  let digits = true
  let end = from
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end)
    if (
      code === DOT ||
      (isIdeographicDot(code) && (dots === 0 || (isIdeographic && isLatin(text.charCodeAt(end + 1)))))
    ) {
      if (!isWord(text, end + 1)) {
        if (isBrokenAfterDot(text, end)) good = false
        break
      }
      if (
        dots > 0 &&
        text.charCodeAt(end + 1) < 91 &&
        isGluedSentence(text.slice(label, end), text.slice(end + 1, end + 3))
      )
        break
      if (end === label || end - label > 63 || text.charCodeAt(end - 1) === HYPHEN) good = false
      if (digits) numbers++
      if (code !== DOT) {
        wide = true
        isIdeographic = true
      }
      digits = true
      dots++
      label = end + 1
    } else if (code === HYPHEN) {
      if (end === label) good = false
      // `jane@example.edu--Dean` is a dash.
      if (dots > 0 && text.charCodeAt(end + 1) === HYPHEN && /^(?!xn$)[a-z]{2,3}$/i.test(text.slice(label, end))) break
      digits = false
    } else if (!isWord(text, end)) break
    else if (code >= 128) {
      // `jane@example.kr입니다`: the sentence goes on in a script that puts no space there.
      const isOver = dots > 0 && end - label >= 2 && text.charCodeAt(label) < 128
      if (isOver && (isSpaceless(text, end) || isFootnote(code))) break
      wide = true
      digits = false
    } else if (code > 57) digits = false
  }
  while (end > label && text.charCodeAt(end - 1) === HYPHEN) end--
  // Cut from `xn--`, which every label in punycode begins with.
  if (end - label === 2 && /^xn--/i.test(text.slice(label, end + 2))) good = false
  into.end = end
  into.wide = wide
  // `pkg@1.2.3` is a version; so is `pkg@1.2.beta`.
  // Ligatures of digits and fractions are no letters of any name: `jane@⒈example.edu`.
  if (wide && /\p{No}/u.test(text.slice(from, end))) good = false
  into.good = good && dots > 0 && (numbers < dots || dots < 2) && end - from <= 253 && isTopLevel(text, label, end)
}
