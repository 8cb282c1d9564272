import { MAX_EMAIL_LENGTH } from '../../contract/limits.ts'

const AT = 64
const DOT = 46
const HYPHEN = 45

/**
 * Whether a text is an address as most are: `a`–`z`, digits and `._-` round one `@`, with a dot in the domain. False says nothing of
 * others. Gone through by characters, because an expression has first to be compiled.
 */
export const isPlainAddress = (text: string): boolean => {
  let at = -1
  let dot = -1
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === HYPHEN || code === 95) continue
    if (code === DOT) dot = i
    else if (code === AT && at === -1 && i > 0) at = i
    else return false
  }
  return at !== -1 && dot > at + 1 && text.length - dot > 2 && text.length <= MAX_EMAIL_LENGTH
}
