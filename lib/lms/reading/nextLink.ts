/**
 * The address with `rel="next"` in a `Link` header (RFC 8288), or null. Relation types may be several, in any letter
 * case, quoted or not; commas and semicolons inside `<…>` belong to the address.
 */
export const nextLink = (header: string | null): string | null => {
  for (const [, address, parameters = ''] of (header ?? '').matchAll(/<([^<>]*)>([^<]*)/g)) {
    const rel = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters)
    const types = (rel?.[1] ?? rel?.[2] ?? '').toLowerCase().split(/\s+/)
    if (address && types.includes('next')) return address
  }
  return null
}
