import { addressPattern } from '../../contract/address.ts'
import { MAX_EMAIL_LENGTH } from '../../contract/limits.ts'
import { extractAddresses } from '../../people/extract/addresses.ts'
import { hiddenAddresses } from '../../people/extract/attributes.ts'
import { mailtoAddresses } from '../../people/extract/mailto.ts'
import { unreadableAddresses } from '../../people/extract/unreadable.ts'
import { attr } from '../reading/text.ts'
import { SEAM, shownText } from './shownText.ts'

/** The addresses of an element: `sure` in lower case; `asked` is what somebody has to look at first. */
export interface Held {
  readonly sure: readonly string[]
  readonly asked: string
}

const none: Held = { sure: [], asked: '' }

/** A mailbox of a help desk, a list or a machine, before its `@`. */
const desk =
  /^(?:info|help-?desk|help|support|contact|no-?reply|do-?not-?reply|(?:web|post)master|registrar|privacy|.*-(?:list|request|owner))@/
/** Written backwards, with a style that turns it round. */
const backwards = /^(?:ude|moc|gro|ten|vog)\.[^@]+@/
/** Words that keep machines from writing. */
const decoy = /no-?spam|remove-?(?:this|me)/i
/** Any sign for an `@`, or brackets round a word for it: what bare words lack. */
const signs = /[@＠﹫[({<【〔]/
const dataEmail = /^data-(?:[\w-]+-)?e?-?mail$/

const attributesOf = (element: Element): Map<string, string> =>
  new Map(Array.from(element.attributes, ({ name, value }) => [name, value]))

const within = (element: Element, selector: string): Element[] => [
  ...(element.matches(selector) ? [element] : []),
  ...element.querySelectorAll(selector),
]

const sorted = (written: readonly string[]): Held => {
  const sure = new Set<string>()
  let asked = ''
  for (const one of written) {
    const email = one.toLowerCase()
    if (desk.test(email)) continue
    if (backwards.test(email)) asked ||= [...one].toReversed().join('')
    else if (decoy.test(email) || email.length > MAX_EMAIL_LENGTH || !addressPattern.test(email)) asked ||= one
    else sure.add(email)
  }
  return sure.size > 0 || asked ? { sure: [...sure], asked } : none
}

/** Links to write to one person; copies to others are not theirs. */
const inLinks = (element: Element): Held =>
  sorted(
    within(element, 'a[href]').flatMap((link) => {
      const href = attr(link, 'href').trim()
      return /^mailto:/i.test(href) ? mailtoAddresses(href).to.flatMap(extractAddresses) : []
    }),
  )

const inAttributes = (element: Element, isMeant: (name: string) => boolean): Held =>
  sorted(
    within(element, '*').flatMap((inner) => {
      const meant = [...attributesOf(inner)].filter(([name, value]) => isMeant(name) && !/^\s*mailto:/i.test(value))
      return hiddenAddresses(new Map(meant)).flatMap(extractAddresses)
    }),
  )

const inText = (shown: string): Held => {
  for (const text of new Set([shown.replaceAll(SEAM, '\n'), shown.replaceAll(SEAM, '')])) {
    const found = extractAddresses(text)
    if (found.length === 0) continue
    // "avery at example dot edu": people write so, but also of other things.
    return signs.test(text)
      ? sorted(found)
      : { sure: [], asked: text.replace(/\s+/g, ' ').trim().slice(0, MAX_EMAIL_LENGTH) }
  }
  const [token = ''] = shown.includes('@') ? unreadableAddresses(shown.replaceAll(SEAM, '')) : []
  return token ? { sure: [], asked: token.slice(0, MAX_EMAIL_LENGTH) } : none
}

/** The addresses that an element holds, from where they are surest: links, data, visible text, what is said of icons. */
export const addressesIn = (element: Element): Held => {
  if (!element.firstElementChild && !element.shadowRoot && !element.matches('a, [title], [aria-label]')) {
    // Most cells are words: without a sign, it takes three of them to make an address.
    const text = element.textContent
    if (!signs.test(text) && !/\S\s+\S+\s+\S/.test(text)) return none
    const held = inText(text)
    if (held.sure.length > 0) return held
  }
  let asked = ''
  const ways = [
    () => inLinks(element),
    () => inAttributes(element, (name) => name === 'href' || dataEmail.test(name)),
    () => inText(shownText(element)),
    () => inAttributes(element, (name) => /^(?:title|aria-label|value|data-.+)$/.test(name)),
  ]
  for (const way of ways) {
    const held = way()
    if (held.sure.length > 0) return held
    asked ||= held.asked
  }
  return asked ? { sure: [], asked } : none
}

/** An address as most are, and nothing else. */
const plain = /^(?=[a-z\d])(?:[a-z\d_-]+\.)*[a-z\d_-]+@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/
/** One with capitals, signs that are rarer, or space round it. */
const rare = /^\s*((?=[a-z\d])(?:[a-z\d_+'-]+\.)*[a-z\d_+'-]+@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,})\s*$/i

/** What most addresses have nothing of, and those of desks, backwards ones and decoys have. */
const odd = /^[a-z-]+@|-(?:list|request|owner)@|^[a-z]{3}\.|spam|remove/

const isPersons = (email: string): boolean =>
  !odd.test(email) || !(desk.test(email) || backwards.test(email) || decoy.test(email))

const MAILTO = 'mailto:'

/** The address of a cell that holds nothing but one, as text or as a link of itself; '' when it takes more to tell. */
export const plainAddress = (cell: Element): string => {
  const link = cell.firstElementChild
  if (link && (link.localName !== 'a' || link.childElementCount > 0 || cell.childElementCount > 1)) return ''
  const href = attr(link, 'href')
  // Of a link to write to somebody it is the address that counts, whatever it says.
  const isMail = href.startsWith(MAILTO)
  const text = isMail ? href.slice(MAILTO.length) : cell.textContent
  if (link && (isMail ? text.includes('%') : /mailto:|@|%/i.test(href) || link.textContent !== text.trim())) return ''
  const email = plain.test(text) ? text : (rare.exec(text)?.[1] ?? '').toLowerCase()
  return email.length <= MAX_EMAIL_LENGTH && isPersons(email) ? email : ''
}
