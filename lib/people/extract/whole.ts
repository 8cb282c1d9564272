import { dotWords } from './signWords.ts'

const DOT = 46
const AT = 64
const OPEN = 40
const CLOSE = 41

const isSpace = (code: number) => code === 32 || code === 10 || code === 13 || code === 9 || code === 0xa0

const isDomainCode = (code: number) =>
  (code >= 97 && code <= 122) ||
  code === DOT ||
  code === 45 ||
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  (code > 127 && code !== 0xa0)

/** Does the next line begin with a dot, as where an address was cut before it? `end`: of this line. */
export const isCutBeforeDot = (text: string, end: number): boolean => {
  let i = end
  while (i - end < 12 && /[\s>]/.test(text.charAt(i))) i++
  return text.charCodeAt(i) === DOT
}

/** `jane⏎@example.edu`, `jane . doe @example.edu`: is there more of the address before the space before its `@`? */
const isCutBefore = (text: string, at: number): boolean => /\n[ \t]*$| \. /.test(text.slice(Math.max(0, at - 40), at))

const spacedDot = new RegExp(`[ \\t\\u00a0]{1,3}(?:\\.|(?:${dotWords})[ \\t\\u00a0])`, 'iuy')

/** Letters and digits that a domain may go on with. */
const isSmallCode = (code: number) => (code >= 97 && code <= 122) || (code >= 48 && code <= 57)

/** The end of the comment that opens at `open`; -1 where none is closed on this line, or another opens in it. */
const commentEnd = (text: string, open: number): number => {
  for (let i = open + 1; i < open + 62; i++) {
    const code = text.charCodeAt(i)
    if (code === CLOSE) return i + 1
    if (code === OPEN || code === 10) return -1
  }
  return -1
}

const skip = (text: string, from: number, most: number): number => {
  let i = from
  while (i - from < most && (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9)) i++
  return i
}

/** `…@mail(work).example.edu`: does the domain go on behind the comment that opens at `end`? */
export const isCutByComment = (text: string, end: number): boolean => {
  const close = commentEnd(text, end)
  if (close === -1) return false
  if (text.charCodeAt(end - 1) === DOT) return isSmallCode(text.charCodeAt(close))
  const dot = skip(text, close, 3)
  return text.charCodeAt(dot) === DOT && isSmallCode(text.charCodeAt(skip(text, dot + 1, 8)))
}

/** Does the domain go on behind the space at `end`? `dots`: of it so far. */
const isCutAfter = (text: string, end: number, dots: number): boolean => {
  const next = text.charCodeAt(end)
  if (next === 10 || next === 13) return dots === 0 || text.charCodeAt(end - 1) === DOT || isCutBeforeDot(text, end)
  if (dots > 0) return false
  spacedDot.lastIndex = end
  return spacedDot.test(text) || /^[ \t]*\r?\n/.test(text.slice(end, end + 12))
}

/**
 * Is the address round the `@` in one piece, as far as it is one? Answers where it ends; -1 where it may go on behind a space or
 * the end of the line.
 */
export const wholeEnd = (text: string, at: number): number => {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at + 1)
  let end = at + 1
  if (before === AT || after === AT) return end
  if (isSpace(after) || (isSpace(before) && isCutBefore(text, at))) return -1
  let dots = 0
  for (let code = after; isDomainCode(code); code = text.charCodeAt(++end)) if (code === DOT) dots++
  if (end === at + 1) return end
  const next = text.charCodeAt(end)
  return (isSpace(next) && isCutAfter(text, end, dots)) || (next === OPEN && isCutByComment(text, end)) ? -1 : end
}

/** Is every address in one piece? */
export const isWhole = (text: string): boolean => {
  for (let at = text.indexOf('@'); at !== -1; ) {
    // Of a run of them, only the last can be of an address.
    while (text.charCodeAt(at + 1) === AT) at++
    const end = wholeEnd(text, at)
    if (end === -1) return false
    at = text.charCodeAt(end) === AT ? end : text.indexOf('@', end)
  }
  return true
}
