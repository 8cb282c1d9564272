import { localOf, speaksFor } from '../../people/extract/evidence.ts'
import { isKin } from '../../people/extract/headerWords.ts'
import { extractPeople } from '../../people/extract/people.ts'
import { attr } from '../reading/text.ts'
import { addressesIn } from './addresses.ts'
import { inMailLink, isName, nameInRow } from './names.ts'
import type { Told } from './people.ts'
import { linesOf, shownText } from './shownText.ts'

const nothing = { isLogin: false, login: '', section: '', role: '', status: '' } as const

const sayRow = (name: string, email: string, asked = ''): Told => ({ ...nothing, name, email, asked })

/** A link that says "Email", by what it is there for. */
const asAddress = (inner: Element): string => {
  if (!/^\s*mailto:/i.test(attr(inner, 'href')) || inner.textContent.includes('@') || inMailLink(inner)) return ''
  const [email] = addressesIn(inner).sure
  return email ? ` <${email}> ` : ''
}

const linesIn = (element: Element): readonly string[] =>
  linesOf(shownText(element, asAddress)).map((line) => line.replace(/[([]\s*(<[^<>]+>)\s*[)\]]/g, '$1'))

/** The name that lines give to an address, which may stand in none of them (a link with an icon). */
const nameFor = (lines: readonly string[], email: string): string => {
  const all = lines.some((line) => line.toLowerCase().includes(email)) ? lines : [...lines, `<${email}>`]
  const line = all.find((one) => one.toLowerCase().includes(email)) ?? ''
  const parts = line.split(/\s[·•|–—]\s/).filter(isName)
  const spoken = parts.find((part) => speaksFor(localOf(email), part)) ?? parts[0]
  if (spoken && spoken !== line) return spoken
  return extractPeople(all.join('\n')).find((person) => person.email.toLowerCase() === email)?.name ?? ''
}

/** The name before a colon that a line begins with; ''. */
const nameBefore = (line = ''): string => {
  const [, before = ''] = /^([^:@]{2,80}):\s/.exec(line) ?? []
  return isName(before) ? before : ''
}

/** Lines without those of relatives and teachers. */
const ownLines = (lines: readonly string[]) => lines.filter((line) => !isKin(/^([^:@]{2,40}):/.exec(line)?.[1] ?? ''))

/** One item of a list, or card, with one person; null where it is nobody's. */
export const toldByItem = (item: Element): Told | null => {
  const { sure, asked } = addressesIn(item)
  const lines = linesIn(item)
  const own = ownLines(lines)
  const isOwn = (email: string) =>
    own.length === lines.length || !lines.some((line) => !own.includes(line) && line.toLowerCase().includes(email))
  const email = sure.find(isOwn) ?? ''
  if (!email && !asked) return null
  if (email) return sayRow(nameInRow(item) || nameFor(own, email), email)
  const name = nameInRow(item) || nameBefore(own[0])
  return sayRow(name, '', name && asked.startsWith(`${name}: `) ? asked.slice(name.length + 2) : asked)
}

/** People in a text that holds several: "copy all addresses", a line for each. */
export const toldByText = (text: string): Told[] =>
  extractPeople(text).map(({ name = '', email }) => sayRow(name, email.toLowerCase()))

/**
 * One address among others in one block, as `<br>` separates them: its name is in its link, or in the line round it.
 */
export const toldInLine = (at: Element): Told | null => {
  const { sure, asked } = addressesIn(at)
  const [email = ''] = sure
  if (!email && !asked) return null
  return sayRow(inMailLink(at) || (email && nameFor([lineRound(at)], email)), email, email ? '' : asked)
}

const isEnd = (node: Node | null): boolean =>
  !node || (node.nodeType === 1 && /^(?:br|hr|p|div|ul|ol|table|h\d)$/.test((node as Element).localName))

/** What stands in the same line as an element. */
const lineRound = (at: Element): string => {
  let line = asAddress(at) || shownText(at)
  for (let node = at.previousSibling; node && !isEnd(node); node = node.previousSibling)
    line = `${node.textContent} ${line}`
  for (let node = at.nextSibling; node && !isEnd(node); node = node.nextSibling) line += ` ${node.textContent}`
  return linesOf(line).join(' ')
}
