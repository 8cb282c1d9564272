const breaks = /[ \t]*\r?\n[ \t>]*/
const whole = /^[\p{L}\p{N}.+_'-]+@(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,}$/u

const comment = /\((?:\\.|[^()\\\n]){0,200}\)/g
/** In brackets, spaces and comments may be round every dot and the `@` (RFC 5322 §4.4). */
const withoutSpaces = (bracketed: string, inner: string): string => {
  if (!/[ \t(]/.test(inner) || !inner.includes('@')) return bracketed
  const joined = inner
    .replace(comment, ' ')
    .replace(comment, ' ')
    .replace(/\s*([.@])\s*/g, '$1')
    .trim()
  return whole.test(joined) ? `<${joined}>` : bracketed
}

/** What stands in angle brackets and runs over a line's end, joined where it is then an address. */
const inBrackets = (bracketed: string, inner: string): string => {
  if (!inner.includes('\n')) return withoutSpaces(bracketed, inner)
  const [one = '', two = '', ...more] = inner.trim().split(breaks)
  // In a local part only at one of its marks: else the first line is a word of its own.
  const isBroken = one.includes('@') || /[.+_-]$/.test(one) || /^[.+_@-]/.test(two)
  return more.length === 0 && (!two || isBroken) && whole.test(one + two) ? `<${one}${two}>` : bracketed
}
const brackets = /<([^<>"=]{3,330})>/g

/** `jane.doe@⏎example.edu`, at the end of a line and the start of the next. */
const behindSign =
  /\r?\n(?<=[\p{L}\p{N}_+-]@\r?\n)[ \t>]{0,8}(?=[a-z0-9][a-z0-9.-]{0,250}\.[a-z]{2,24}(?:[\s>,;:)\].]|$))/giu
/** `jane.doe⏎@example.edu`, each all of its line; a handle follows a word. */
const beforeSign =
  /(?<=(?:^|\n)[ \t]{0,8}(?=[\w+-]{0,60}[.\d_+-])[\w.+-]{1,64})\r?\n[ \t]{0,8}(?=@(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}[ \t]*(?:\r?\n|$))/gi
/** `jane@example⏎.edu`. */
const beforeDot =
  /\r?\n(?=[ \t>]{0,8}\.)(?<=[\p{L}\p{N}_+-]@[\p{L}\p{N}.-]{1,200}\r?\n)[ \t>]{0,8}(?=\.[a-z]{2,24}(?![\w@-]))/giu
/** `jane@mail.example.⏎edu`: a sentence does not go on with one of these. */
const behindDot =
  /\r?\n(?=[ \t>]{0,8}(?:edu|com|org|net|gov|ac\.[a-z]{2}|co\.[a-z]{2}|edu\.[a-z]{2})(?:[\s>,;)\]]|$))(?<=[\p{L}\p{N}_+-]@[\p{L}\p{N}.-]{1,200}\.\r?\n)[ \t>]{0,8}/gu
/** The soft line break of quoted-printable, inside a word. */
const soft = /=\r?\n(?<=[\w.@-]=\r?\n)(?=[\w.@-])/g

/** `jane@mail(work).example.edu` */
const inDomain =
  /\((?<=@[\p{L}\p{N}.-]{1,200}\()[^()\n]{0,60}\)(?:[ \t]{0,3}(?=\.[a-z0-9])|(?<=\.\([^()\n]{0,60}\))(?=[a-z0-9]))/gu
/** `jane.(work)doe@…`, `jane.(work) doe @…` */
const inLocal = /(?<=[\w-]\.)\([^()\n]{0,60}\)(?:(?=[\w-]{1,40}@)| (?=[\w-]{1,40} @))/g

/** Addresses that run over the end of a line, where nothing else can be meant, on one. */
export const unwrap = (text: string): string => {
  let plain = text
  if (plain.includes('=\n') || plain.includes('=\r\n')) plain = plain.replace(soft, '')
  if (plain.includes('<')) plain = plain.replace(brackets, inBrackets)
  if (plain.includes(')')) plain = plain.replace(inDomain, '').replace(inLocal, '')
  if (plain.includes('@\n') || plain.includes('@\r')) plain = plain.replace(behindSign, '')
  if (plain.includes('\n@')) plain = plain.replace(beforeSign, '')
  if (/\n[ \t>]{0,8}\./.test(plain)) plain = plain.replace(beforeDot, '')
  return plain.includes('.\n') || plain.includes('.\r') ? plain.replace(behindDot, '') : plain
}
