/** What a text has angle brackets for besides addresses. Asked once, before the searches for each. */
export interface Angles {
  /** Some could be of markup, or round a word for a sign: `<p>`, `</p>`, `<at>`. */
  readonly hasTags: boolean
  /** Some stand behind a colon, as in the headers of a mail. */
  readonly hasFields: boolean
}

const isBlank = (code: number) => code === 32 || code === 10 || code === 13 || code === 9

/** Letters up to a space, a slash, a colon or the bracket's other half. Those of an address end at something else. */
const isTag = (text: string, from: number): boolean => {
  let end = from
  for (let code = text.charCodeAt(end) | 32; code >= 97 && code <= 122; code = text.charCodeAt(end) | 32) end++
  // `<h1>`
  const last = text.charCodeAt(end)
  const code = end - from === 1 && last >= 48 && last <= 57 ? text.charCodeAt(end + 1) : last
  if (end === from) return code === 47 || code === 33 || code > 127 || (isBlank(code) && code !== 10 && code !== 13)
  return isBlank(code) || code === 62 || code === 47 || code === 58
}

const isField = (text: string, bracket: number): boolean => {
  let i = bracket - 1
  while (bracket - i < 5 && isBlank(text.charCodeAt(i))) i--
  return text.charCodeAt(i) === 58
}

export const anglesIn = (text: string): Angles => {
  let hasTags = false
  let hasFields = false
  for (let i = text.indexOf('<'); i !== -1 && !(hasTags && hasFields); i = text.indexOf('<', i + 1)) {
    hasTags ||= isTag(text, i + 1)
    hasFields ||= isField(text, i)
  }
  return { hasTags, hasFields }
}
