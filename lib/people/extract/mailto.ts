const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The list as it would be typed: percent-encoding undone address by address, so that an encoded comma separates nothing. */
const list = (encoded: string): string[] =>
  encoded
    .split(/[,;]/)
    .map((part) => decode(part).trim())
    .filter(Boolean)

/**
 * Addresses of a `mailto:` URI (RFC 6068): of its path, and of the `to`, `cc` and `bcc` of its query. What else the query
 * holds is text of a mail that nobody has written yet.
 */
export const mailtoAddresses = (uri: string): { to: string[]; others: string[] } => {
  const from = uri.indexOf(':') + 1
  const mark = uri.indexOf('?')
  const to = list(uri.slice(from, mark === -1 ? undefined : mark))
  const others: string[] = []
  for (const field of mark === -1 ? [] : uri.slice(mark + 1).split(/&(?:amp;)?/)) {
    const [key = '', value = ''] = field.split('=', 2)
    if (/^to$/i.test(key)) to.push(...list(value))
    else if (/^b?cc$/i.test(key)) others.push(...list(value))
  }
  return { to, others }
}

/** Up to the space, quote or bracket that ends the URI; an apostrophe or a parenthesis ends only what one began. */
const uri = /(?<=')mailto:[^\s<>"']*|(?<=\()mailto:[^\s<>"()]*|mailto:[^\s<>"]*/gi

const plainList = (link: string): string => {
  if (!/[%?]/.test(link)) return link
  const { to, others } = mailtoAddresses(link)
  return `mailto:${[...to, ...others].join(', ')}`
}

/** `jane%40example.edu` by itself, which a link's query would go on before or after. */
const percentSign = /(?<![\w/=?&#:%@.~+-])([\w.+-]{1,64})%40([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})(?![\w/%@=&-])/g

/** Space, line ends, brackets, separators and quotes round an address that came out of a link: `%3Cjane%40example.edu%3E`. */
const hasSpaces = /%(?:20|0[9ad]|3[ce]|2c|3b|22)/i
const spaceBefore = /(?<![\w/=?&#:%@.~+-])(?:%(?:20|0[9ad]|3c|2c|3b|22)){1,8}(?=[\w.+-]{1,64}(?:@|%40)\w)/gi
const spaceBehind = /(?<=(?:@|%40)[\w.-]{3,200})(?:%(?:20|0[9ad]|3e|2c|3b|22)){1,8}/gi

/** `mailto%3Ajane%40example.edu`, as it stands in the query of another link. */
const encodedScheme = /(?<![\w=&/?#%])mailto%3a[^\s<>"'&]{1,500}/gi

/** Rewrites every `mailto:` with a percent sign or a query as a list of addresses; a plain one reads as it is. */
export const decodeMailto = (text: string): string => {
  const source = /mailto%3a/i.test(text) ? text.replace(encodedScheme, decode) : text
  const plain = /mailto:/i.test(source) ? source.replace(uri, plainList) : source
  if (!hasSpaces.test(plain)) return plain.includes('%40') ? plain.replace(percentSign, '$1@$2') : plain
  return plain.replace(spaceBefore, ' ').replace(spaceBehind, ' ').replace(percentSign, '$1@$2')
}
