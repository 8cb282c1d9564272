import { isKin, kindOf } from './headerWords.ts'
import { isNameLike } from './nameLike.ts'
import { cleanNameText } from './nameText.ts'

/** What an object says of one person: texts that may hold addresses, and a name. */
export interface JsonPerson {
  readonly addresses: readonly string[]
  readonly name: string
}

type Fields = Record<string, unknown>

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Objects inside a person's that are about the same person. */
const ofPerson =
  /^(?:user|person|profile|student|member|learner|contact|attributes|account|data|details|info|properties|fields|names?|display_?name)$/i

interface Name {
  full: string
  /** "Doe, Jane", for lists that are sorted. */
  sortable: string
  first: string
  last: string
}

const collectName = (record: Fields, into: Name): void => {
  for (const [key, value] of Object.entries(record)) {
    const part: unknown = Array.isArray(value) ? value[0] : value
    if (isObject(part) && ofPerson.test(key)) collectName(part, into)
    if (typeof value !== 'string' || value.includes('@')) continue
    const kind = kindOf(key)
    if (/^sort(?:able)?_?name$/i.test(key)) into.sortable ||= value
    else if (kind === 'name') into.full ||= value
    else if (kind === 'first') into.first ||= value
    else if (kind === 'last') into.last ||= value
  }
}

const nameOf = (record: Fields): string => {
  const name: Name = { full: '', sortable: '', first: '', last: '' }
  collectName(record, name)
  const joined = [name.first, name.last].filter(Boolean).join(' ')
  return cleanNameText(joined && (!name.full || name.full.includes(',')) ? joined : name.full || name.sortable)
}

const hasSign = (value: unknown): boolean => typeof value === 'string' && value.includes('@')

/** Addresses of one object's own: in its texts, and in lists named for addresses. Those of a parent or teacher are not. */
const ownAddresses = (record: Fields): string[] =>
  Object.entries(record).flatMap(([key, value]) => {
    if (isKin(key)) return []
    if (hasSign(value)) return [value as string]
    return Array.isArray(value) && kindOf(key) === 'email' ? value.filter(hasSign) : []
  })

/** `{"Jane Doe": "jane@example.edu"}`, `{"jane@example.edu": "Jane Doe"}`: a list by names or by addresses. */
const walkPairs = (record: Fields, found: JsonPerson[]): boolean => {
  const pairs = Object.entries(record)
  const byAddress = pairs.every(([key]) => /^\S+@\S+$/.test(key))
  if (
    !byAddress &&
    !pairs.every(([key, value]) => hasSign(value) && key.includes(' ') && isNameLike(key) && !kindOf(key))
  )
    return false
  for (const [key, value] of pairs) {
    const name = isObject(value) ? nameOf(value) : typeof value === 'string' ? cleanNameText(value) : ''
    found.push(byAddress ? { addresses: [key], name } : { addresses: [value as string], name: cleanNameText(key) })
  }
  return true
}

const walkObject = (record: Fields, found: JsonPerson[]): void => {
  if (Object.keys(record).length > 0 && walkPairs(record, found)) return
  const addresses = ownAddresses(record)
  const others: JsonPerson[] = []
  for (const [key, value] of Object.entries(record)) {
    if (typeof value !== 'object' || (isKin(key) && isObject(value) && addresses.length > 0)) continue
    const inside: JsonPerson[] = []
    walk(Array.isArray(value) && kindOf(key) === 'email' ? value.filter(isObject) : value, inside)
    for (const person of inside) {
      if (person.name || (Array.isArray(value) && kindOf(key) !== 'email')) others.push(person)
      else addresses.push(...person.addresses)
    }
  }
  if (addresses.length > 0) found.push({ addresses, name: nameOf(record) })
  found.push(...others)
}

/** `[["Name", "Email"], ["Jane Doe", "jane@example.edu"]]`, as spreadsheets answer: a table. */
const isTable = (value: unknown): value is unknown[][] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every(
    (row) => Array.isArray(row) && row.length > 0 && row.every((cell) => typeof cell !== 'object' || cell === null),
  )

const tableText = (rows: readonly (readonly unknown[])[]): string =>
  rows.map((row) => row.map((cell) => String(cell ?? '').replace(/\s+/g, ' ')).join('\t')).join('\n')

const walk = (value: unknown, found: JsonPerson[]): void => {
  if (isTable(value)) found.push({ addresses: [tableText(value)], name: '' })
  else if (typeof value === 'string' && value.includes('@')) found.push({ addresses: [value], name: '' })
  else if (Array.isArray(value)) for (const part of value) walk(part, found)
  else if (isObject(value)) walkObject(value, found)
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** One value, or one to a line; undefined when the text is neither. */
const valuesIn = (text: string): unknown[] | undefined => {
  const value = parse(text)
  if (value !== undefined) return [value]
  const lines = text.trim().split(/\s*\n\s*/)
  if (lines.length < 2 || !lines.every((line) => /^[[{].*[\]}]$/.test(line))) return undefined
  const values = lines.map(parse)
  return values.includes(undefined) ? undefined : values
}

/** People in JSON, as exports and API answers have them; undefined when the text is not JSON. */
export const peopleInJson = (text: string): JsonPerson[] | undefined => {
  if (!/^\s{0,100}[[{]/.test(text) || !/[\]}]\s{0,100}$/.test(text.slice(-101))) return undefined
  const found: JsonPerson[] = []
  const values = valuesIn(text.replace(/^\ufeff/, ''))
  for (const value of values ?? []) walk(value, found)
  return values && found
}
