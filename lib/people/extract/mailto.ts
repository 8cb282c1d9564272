const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The list as it would be typed: percent-encoding undone address by address, so that an encoded comma separates nothing. */
const list = (encoded: string): string[] => encoded.split(/[,;]/).map(decode).filter(Boolean)

/** RFC 6068: `mailto:` addresses with percent-encoding, and the `to`, `cc`, `bcc` of the query, as a plain list. */
const addresses = (uri: string): string => {
  const [to = '', query = ''] = uri.slice('mailto:'.length).split('?', 2)
  const found = list(to)
  for (const field of query.split('&')) {
    const [key = '', value = ''] = field.split('=', 2)
    if (/^(?:to|cc|bcc)$/i.test(key)) found.push(...list(value))
  }
  return `mailto:${found.join(', ')}`
}

/** Rewrites every `mailto:` with a percent sign; a plain one reads as it is. */
export const decodeMailto = (text: string): string =>
  text.replace(/mailto:[^\s<>"']*/gi, (uri) => (uri.includes('%') ? addresses(uri) : uri))
