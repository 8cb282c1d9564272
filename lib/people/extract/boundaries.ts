import { isWord } from './characters.ts'

/** What the character beside a possible address says of it. */
export type Verdict = 'good' | 'malformed' | 'url'

/** How far back a token is looked at for what makes it malformed. Bounded, so that reading stays linear. */
const FAR = 200
/** Schemes whose `user@host` is no mail address. */
const otherScheme =
  /(?:^|[^a-z])(?:sips?|xmpp|jabber|acct|ssh|git|s?ftp|im|h323|rtsp|ldap|https?|[cm]?id|news|nntp|urn(?::\w+)?|skype|turns?|stuns?|javascript|vbscript)$/i

/** The part of the token before `end` back to a space, bracket or list separator. */
const wordBefore = (text: string, end: number, floor: number): string => {
  let start = end
  const limit = Math.max(floor, end - FAR)
  while (start > limit && !/[\s<>()[\]"',;|]/.test(text.charAt(start - 1))) start--
  return text.slice(start, end)
}

/** Where the bracket opens that is closed by `close` behind the token; -1 when it does not. */
const opening = (token: string, close: string): number => {
  if (close === '>') return -1
  if (close === ']') return token.lastIndexOf('[')
  for (let i = token.length - 1, depth = 1; i >= 0; i--) {
    if (token.charAt(i) === ')') depth++
    else if (token.charAt(i) === '(' && --depth === 0) return i
  }
  return -1
}

/** A bracket or comment glued to the address: `(work)jane@…` is one, `jane(work)doe@…` and `ja[n]e@…` are malformed. */
const afterBracket = (text: string, close: number, floor: number): Verdict => {
  const token = text.slice(Math.max(floor, close - FAR), close)
  if (/\\\S{0,80}$/.test(token)) return 'malformed'
  const open = opening(token, text.charAt(close))
  return open > 0 && /[\p{L}\p{N}._+-]/u.test(token.charAt(open - 1)) ? 'malformed' : 'good'
}

/** May an address begin at `start`, after the character before it? `floor`: nothing before it is looked at. */
export const before = (text: string, start: number, floor: number): Verdict => {
  if (start <= floor) return 'good'
  const code = text.charCodeAt(start - 1)
  if (code === 44 || code === 60 || code === 9 || code === 10) return 'good'
  switch (text.charAt(start - 1)) {
    case ' ':
      return text.charAt(start - 2) === '\\' ? 'malformed' : 'good'
    case '\r':
    case ';':
    case '|':
    case '(':
    case '[':
      return 'good'
    case '@':
    case '\\':
    case '\ufffd':
      return 'malformed'
    case '"':
      // Opening (`"jane@…`), or inside or behind something (`not"right@…`, `"""@…`).
      return isWord(text, start - 2) || text.charAt(start) === '"' ? 'malformed' : 'good'
    case ')':
    case ']':
    case '>':
      return afterBracket(text, start - 1, floor)
    case ':': {
      const word = wordBefore(text, start - 1, floor)
      return word.includes('//') || otherScheme.test(word) ? 'url' : 'good'
    }
  }
  if (code < 32 || code === 127) return code === 11 || code === 12 ? 'good' : 'malformed'
  // `jane£doe@…`: not a character that stands between two words, as arrows do.
  if (
    code >= 128 &&
    isWord(text, start - 2) &&
    /(?![\u2190-\u21ff\u27f0-\u27ff])[\p{Sc}\p{Sk}\p{Sm}\u2024]/u.test(text.charAt(start - 1))
  )
    return 'malformed'
  return 'good'
}

/** May an address end before `end`? `isGit`: its local part is the login of repositories. */
export const after = (text: string, end: number, isGit: boolean): Verdict => {
  const code = text.charCodeAt(end)
  if (code === 44 ? !isWord(text, end + 1) : code === 62 || code === 10 || code === 9 || code === 32) return 'good'
  switch (text.charAt(end)) {
    case '@':
    case '_':
    case '\ufffd':
      return 'malformed'
    case '-':
      // A dash is two of them, or has a space before it; an arrow is one and a bracket.
      return text.charAt(end + 1) === '-' || (text.charAt(end + 1) === '>' && isWord(text, end + 2))
        ? 'good'
        : 'malformed'
    case ',':
      return /^,(?:com|edu|org|net)(?![\w@.-])/i.test(text.slice(end, end + 6)) ? 'malformed' : 'good'
    case '+':
    case '=':
    case '#':
    case '$':
    case '%':
    case '^':
      return isWord(text, end + 1) ? 'malformed' : 'good'
    case ':':
      // A port, or the path of `git@host:owner/name.git`.
      return /^:(?:\d|~|[\w.~-]*\/)/.test(text.slice(end, end + 80)) || (isGit && isWord(text, end + 1))
        ? 'url'
        : 'good'
    case '/':
      return isGit ? 'url' : 'good'
  }
  return code < 32 && !(code >= 9 && code <= 13) ? 'malformed' : 'good'
}

/** How long what stands in quotes may be on either side of an address. */
const QUOTED = 160
const openQuote = /(?:^|[\s,;:<])"(?:[^"\n\\]|\\.){0,160}$/

/**
 * `"bob@example.org" <jane@example.edu>` and `"bob@example.org x"@example.edu`: the quotes make the first a part of something
 * else. `close`: the next quote after the address. */
export const isInsideQuotes = (text: string, start: number, end: number, floor: number, close: number): boolean => {
  if (close - end > QUOTED) return false
  let next = close + 1
  while (next - close < 8 && text.charCodeAt(next) === 32) next++
  const char = text.charAt(next)
  if (char !== '<' && !(char === '@' && next === close + 1)) return false
  return !/[\n<]/.test(text.slice(end, close)) && openQuote.test(text.slice(Math.max(floor, start - QUOTED), start))
}
