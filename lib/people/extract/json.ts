import { kindOf } from './headerWords.ts'
import { cleanNameText } from './nameText.ts'

/** What an object says of one person: texts that may hold addresses, and a name. */
export interface JsonPerson {
  readonly addresses: readonly string[]
  readonly name: string
}

interface Fields {
  addresses: string[]
  full: string
  first: string
  last: string
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const holdsAddress = (value: unknown, depth = 0): boolean =>
  typeof value === 'string'
    ? value.includes('@')
    : depth < 5 &&
      typeof value === 'object' &&
      value !== null &&
      Object.values(value).some((part) => holdsAddress(part, depth + 1))

/** One person's own fields and those of nested objects (`{"name":{"given":…},"contact":{"email":…}}`); arrays stay out. */
const collect = (record: Record<string, unknown>, into: Fields): void => {
  for (const [key, value] of Object.entries(record)) {
    if (isObject(value)) collect(value, into)
    if (typeof value !== 'string') continue
    const kind = kindOf(key)
    if (value.includes('@')) {
      if (kind !== 'kinEmail') into.addresses.push(value)
    } else if (kind === 'name') into.full ||= value
    else if (kind === 'first') into.first ||= value
    else if (kind === 'last') into.last ||= value
  }
}

const walk = (value: unknown, found: JsonPerson[]): void => {
  if (typeof value === 'string') {
    if (value.includes('@')) found.push({ addresses: [value], name: '' })
    return
  }
  if (Array.isArray(value)) {
    for (const part of value) walk(part, found)
    return
  }
  if (!isObject(value)) return
  const parts = Object.values(value)
  const nested = parts.filter((part) => typeof part === 'object' && holdsAddress(part))
  if (nested.length < 2 && !nested.some(Array.isArray)) {
    const fields: Fields = { addresses: [], full: '', first: '', last: '' }
    collect(value, fields)
    const joined = [fields.first, fields.last].filter(Boolean).join(' ')
    found.push({
      addresses: fields.addresses,
      name: cleanNameText(joined && (!fields.full || fields.full.includes(',')) ? joined : fields.full),
    })
    return
  }
  for (const part of parts) walk(part, found)
}

/** People in JSON, as exports and API answers have them; undefined when the text is not JSON. */
export const peopleInJson = (text: string): JsonPerson[] | undefined => {
  if (!/^\s{0,100}[[{]/.test(text) || !/[\]}]\s{0,100}$/.test(text.slice(-101))) return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const found: JsonPerson[] = []
  walk(value, found)
  return found
}
