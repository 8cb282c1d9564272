/** What a text has angle brackets for besides addresses. Asked once, before the searches for each. */
export interface Angles {
  /** Some could be of markup, or round a word for a sign: `<p>`, `</p>`, `<at>`. */
  readonly hasTags: boolean
  /** Some stand behind a colon, as in the headers of a mail. */
  readonly hasFields: boolean
  /** Some are the last of their line. */
  readonly endLines: boolean
}

const OTHER = 0
const LETTER = 1
/** May stand behind the name of an element. */
const STOP = 2
const BLANK = 3

const classes = new Uint8Array(128)
for (const char of 'abcdefghijklmnopqrstuvwxyz') {
  classes[char.charCodeAt(0)] = LETTER
  classes[char.toUpperCase().charCodeAt(0)] = LETTER
}
for (const char of '>/:') classes[char.charCodeAt(0)] = STOP
for (const char of ' \t\r\n') classes[char.charCodeAt(0)] = BLANK

const classOf = (code: number) => (code < 128 ? (classes[code] ?? OTHER) : OTHER)
const isBlank = (code: number) => classOf(code) === BLANK

/** Letters up to a space, a slash, a colon or the bracket's other half. Those of an address end at something else. */
const isTag = (text: string, from: number): boolean => {
  let end = from
  let code = text.charCodeAt(end)
  let kind = classOf(code)
  while (kind === LETTER) {
    code = text.charCodeAt(++end)
    kind = classOf(code)
  }
  if (end === from) return code === 47 || code === 33 || code > 127 || code === 32 || code === 9
  // `<h1>`
  if (end - from === 1 && code >= 48 && code <= 57) kind = classOf(text.charCodeAt(end + 1))
  return kind > LETTER
}

const isField = (text: string, bracket: number): boolean => {
  let i = bracket - 1
  while (bracket - i < 40 && isBlank(text.charCodeAt(i))) i--
  return text.charCodeAt(i) === 58
}

const isLast = (text: string, bracket: number): boolean => {
  let i = bracket + 1
  while (isBlank(text.charCodeAt(i)) && text.charCodeAt(i) !== 10) i++
  return text.charCodeAt(i) === 10
}

export const anglesIn = (text: string): Angles => {
  let hasTags = false
  let hasFields = false
  let endLines = false
  for (let i = text.indexOf('<'); i !== -1 && !(hasTags && hasFields && endLines); i = text.indexOf('<', i + 1)) {
    hasTags ||= isTag(text, i + 1)
    hasFields ||= isField(text, i)
    endLines ||= isBlank(text.charCodeAt(i + 1)) && isLast(text, i)
  }
  return { hasTags, hasFields, endLines }
}
