import { isWord } from './characters.ts'

const OPEN = 40
const CLOSE = 41
const FAR = 64

/** What stands round an `@`: nothing, spaces, or comments (RFC 5322 §3.2.2). */
export interface Gap {
  localEnd: number
  domainStart: number
}

const isBlank = (code: number) => code === 32 || code === 9 || code === 0xa0
/** Words before a handle, which nobody signs in with: `Hello @jane.doe`. */
const beforeHandle = /^(?:hello|hi|hey|dear|thanks|thank|follow|via|by|cc|see|ask|ping|welcome|from|to|and|with|at)$/i
/** Round an `@` alone on its line but for the address, or in angle brackets, spaces are allowed on either side. */
const isEdge = (text: string, index: number) =>
  index < 0 || index >= text.length || /[\n\r<>,;]/.test(text.charAt(index))

/** `jane(work)@…`: where the comment that closes at `close` opens, or -1. */
const opening = (text: string, close: number, floor: number): number => {
  let depth = 1
  for (let i = close - 1; i >= Math.max(floor, close - FAR); i--) {
    const char = text.charAt(i)
    if (char === ')') depth++
    if (char === '(' && --depth === 0) return i
    if (char === '\n' || char === '@') return -1
  }
  return -1
}

/** `…@(work)example.edu`: index after the comment that opens at `open`, or -1. */
const closing = (text: string, open: number): number => {
  for (let i = open + 1; i < Math.min(text.length, open + FAR); i++) {
    const char = text.charAt(i)
    if (char === ')') return i + 1
    if (/[\n@(]/.test(char)) return -1
  }
  return -1
}

/** The index of what follows the blanks at `from`, which may be -1: nowhere. */
const skipBlanks = (text: string, from: number): number => {
  let i = from
  while (i - from < FAR && isBlank(text.charCodeAt(i))) i++
  return i
}

/**
 * Where the local part ends and the domain begins. Spaces are taken for `jane @ example.edu` and `jane@ example.edu`;
 * for `jane @example.edu` only where that is all there is, since elsewhere it is a handle.
 */
export const gap = (text: string, at: number, floor: number, into: Gap): Gap => {
  into.localEnd = at
  into.domainStart = at + 1
  const left = text.charCodeAt(at - 1)
  const right = text.charCodeAt(at + 1)
  if (left === CLOSE) {
    const open = opening(text, at - 1, floor)
    if (open > floor) into.localEnd = open
  }
  if (right === OPEN) {
    const close = closing(text, at + 1)
    if (close !== -1) into.domainStart = close
  }
  if (!isBlank(left) && !isBlank(right)) return into
  let end = into.localEnd
  while (end > floor && at - end < FAR && isBlank(text.charCodeAt(end - 1))) end--
  let start = skipBlanks(text, into.domainStart)
  // `jane@ (work) example.edu`
  if (text.charCodeAt(start) === OPEN) start = skipBlanks(text, closing(text, start))
  if (!isWord(text, start)) return into
  if (isBlank(left) && !isBlank(right)) {
    let word = end
    while (word > floor && end - word < FAR && !/\s/.test(text.charAt(word - 1)) && !isEdge(text, word - 1)) word--
    let domainEnd = start
    while (domainEnd - start < 254 && domainEnd < text.length && /[^\s<>,;]/.test(text.charAt(domainEnd))) domainEnd++
    const handle = text.slice(word, end)
    while (word > floor && isBlank(text.charCodeAt(word - 1))) word--
    domainEnd = skipBlanks(text, domainEnd)
    if (!isEdge(text, word - 1) || !isEdge(text, domainEnd) || beforeHandle.test(handle)) return into
  }
  into.localEnd = end
  into.domainStart = start
  return into
}
