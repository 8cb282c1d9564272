const DOT = 46

const isDomainCode = (code: number) =>
  (code >= 97 && code <= 122) ||
  code === DOT ||
  code === 45 ||
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  code > 127

/** Does the next line begin with a dot, as where an address was cut before it? `end`: of this line. */
export const isCutBeforeDot = (text: string, end: number): boolean => {
  let i = end
  while (i - end < 12 && /[\s>]/.test(text.charAt(i))) i++
  return text.charCodeAt(i) === DOT
}

/** Ends the address there, with a full stop at most, which is not the last of its line? */
const isEnd = (text: string, end: number): boolean => {
  const code = text.charCodeAt(end)
  const next = text.charCodeAt(code === DOT ? end + 1 : end)
  return (next !== 10 && next !== 13) || (code !== DOT && !isCutBeforeDot(text, end))
}

/** Index after the domain at `from`, or -1 when it has no dot inside. */
const domainEnd = (text: string, from: number): number => {
  let end = from
  let dots = 0
  for (; isDomainCode(text.charCodeAt(end)); end++) if (text.charCodeAt(end) === DOT) dots++
  if (text.charCodeAt(end - 1) === DOT) return dots > 1 ? end - 1 : -1
  return dots > 0 ? end : -1
}

/** Is the `@` between the end of a word and a domain that ends on its line? Else its address may be in pieces. */
export const isWholeAt = (text: string, at: number): boolean => {
  const before = text.charCodeAt(at - 1) | 32
  if (!((before >= 97 && before <= 122) || (before >= 48 && before <= 57))) return false
  const end = domainEnd(text, at + 1)
  return end !== -1 && isEnd(text, end)
}
