import { kindOf } from './headerWords.ts'
import { mailtoAddresses } from './mailto.ts'
import { isNameLike } from './nameLike.ts'

export type Attributes = ReadonlyMap<string, string>

const attribute = /([^\s"'<>/=]{1,60})\s{0,8}=\s{0,8}(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/g

/** Attributes of a tag, by their names in lower case. */
export const attributesOf = (source: string): Attributes =>
  new Map(
    Array.from(source.matchAll(attribute), ([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      double ?? single ?? bare ?? '',
    ]),
  )

/** Cloudflare's hiding of addresses: bytes of UTF-8 in hexadecimal, of which the first is a key to all others. */
const unhidden = (hex: string): string => {
  if (!/^(?:[0-9a-f]{2}){4,300}$/i.test(hex)) return ''
  const [key = 0, ...bytes] = hex.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? []
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte ^ key))
}

/** Addresses that the attributes of an element hold; not those in links to other places. */
export const hiddenAddresses = (attributes: Attributes): string[] => {
  const found: string[] = []
  for (const [name, value] of attributes) {
    if (name === 'data-cfemail') found.push(unhidden(value))
    else if (/^\s*mailto:/i.test(value)) {
      const { to, others } = mailtoAddresses(value.trim())
      found.push(...to, ...others)
    } else if (name === 'href') found.push(unhidden(/\/email-protection#([0-9a-f]+)$/i.exec(value)?.[1] ?? ''))
    else if (value.includes('@') && !/^(?:src|srcset|action|style|class|id|on\w+|xmlns.*|d)$/.test(name))
      found.push(value)
  }
  return [...new Set(found.filter(Boolean))]
}

/** What buttons say before a name. */
const lead = /^(?:(?:compose |send |write )?(?:an )?(?:e-?mail|mail|message)(?: to)?|contact|write to)\s*:?\s+/i

/** The name of a person that the attributes of an element give, or ''. */
export const nameIn = (attributes: Attributes): string => {
  const half = (kind: string) =>
    [...attributes].find(([name]) => kindOf(name.replace(/^data-/, '')) === kind)?.[1].trim()
  const first = half('first')
  const last = half('last')
  if (first && last && isNameLike(`${first} ${last}`)) return `${first} ${last}`
  for (const [name, value] of attributes) {
    const isLabel = name === 'title' || name === 'aria-label' || name === 'target'
    if (!isLabel && kindOf(name.replace(/^data-/, '')) !== 'name') continue
    const words = value.replace(lead, '').trim()
    if (words && !words.startsWith('_') && isNameLike(words) && !kindOf(words)) return words
  }
  return ''
}
