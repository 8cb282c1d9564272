import { attributesOf, hiddenAddresses, nameIn } from './attributes.ts'
import { kindOf } from './headerWords.ts'
import { isNameLike } from './nameLike.ts'
import { isPost } from './offices.ts'

const set = (words: string) => new Set(words.split(' '))
/** Elements that begin a line of their own. */
const blocks = set(
  'tr p div li ul ol h1 h2 h3 h4 h5 h6 table tbody thead tfoot caption dt dl section article header footer main nav aside ' +
    'body html head title form fieldset pre blockquote hr br address figure details summary option select',
)
const cells = set('td th dd')
/** Elements inside a line. */
const inline = set(
  'a b i u s em strong span font small big code wbr img abbr mark tt o:p sub sup del ins label button input svg path use ' +
    'bdo bdi cite q time kbd samp var dfn center textarea meta link script noscript iframe picture source i18n u1',
)

const tag = /<(\/?)([a-z][\w:.-]{0,40})((?:[\s/][^<>]{0,4000})?)>/gi

/** The text without what stands between two marks; an opening mark without its end stays. */
const without = (text: string, open: string, close: string): string => {
  let kept = ''
  let from = 0
  for (let at = text.indexOf(open); at !== -1; at = text.indexOf(open, from)) {
    const end = text.indexOf(close, at + open.length)
    if (end === -1) break
    kept += text.slice(from, at)
    from = end + close.length
  }
  return kept + text.slice(from)
}

/** Names of elements that are closed somewhere: of others, `<jane>` is not known to be one. */
const closedIn = (text: string): Set<string> =>
  new Set(Array.from(text.matchAll(/<\/([a-z][\w:.-]{0,40})\s*>/gi), ([, name = '']) => name.toLowerCase()))

/** A link as text: `Jane Doe <jane@example.edu>`; without a name where its words are none. */
const linkText = (label: string, addresses: readonly string[], name: string): string => {
  const words = label.replace(/\s+/g, ' ').trim()
  const [address = ''] = addresses
  if (addresses.length === 0 || (words.includes(address) && addresses.length === 1)) return label
  const rest = addresses
    .slice(1)
    .map((other) => `, ${other}`)
    .join('')
  if (isNameLike(words) && !kindOf(words) && !isPost(words)) return ` ${words} <${address}>${rest}`
  return name ? ` ${name} <${address}>${rest}` : ` ${addresses.join(', ')} `
}

/** Builds the text that a page shows, element by element. */
class Page {
  private readonly out: string[] = []
  private readonly closed: ReadonlySet<string>
  private readonly isFlowing: boolean
  /** Pieces so far that hold an `@`. */
  private signs = 0
  private link: { addresses: string[]; name: string; from: number } | undefined
  /** Open elements of XML: where their content begins, and `signs` there. */
  private readonly elements: { name: string; from: number; signs: number }[] = []
  /** Only text has come since the last element of XML was opened. */
  private isLeaf = false

  constructor(closed: ReadonlySet<string>, isFlowing: boolean) {
    this.closed = closed
    this.isFlowing = isFlowing
  }

  add(text: string): void {
    if (!this.isFlowing) this.push(text)
    else if (!this.isAtStart() || text.trim()) this.push(text.replace(/[\r\n\t]+/g, ' '))
  }

  /** An opening tag; false when it is none. */
  open(name: string, source: string): boolean {
    const attributes = source.includes('=') ? attributesOf(source) : undefined
    const found = attributes ? hiddenAddresses(attributes) : []
    const isHtml = blocks.has(name) || cells.has(name) || inline.has(name)
    if (!isHtml && !this.closed.has(name) && !source.trimEnd().endsWith('/') && found.length === 0) return false
    if (cells.has(name)) this.push('\t')
    else if (!inline.has(name)) this.startLine()
    if (name === 'a' && found.length > 0 && attributes)
      this.link = { addresses: found, name: nameIn(attributes), from: this.out.length }
    else if (found.length > 0 && attributes) {
      const person = nameIn(attributes)
      this.push(person ? ` ${person} <${found.join('>, <')}> ` : ` ${found.join(', ')} `)
    }
    this.isLeaf = !isHtml
    if (!isHtml) this.elements.push({ name, from: this.out.length, signs: this.signs })
    return true
  }

  close(name: string): void {
    const { link } = this
    if (name === 'a' && link) {
      this.link = undefined
      this.push(linkText(this.takeFrom(link.from), link.addresses, link.name))
    } else if (blocks.has(name)) this.startLine()
    else if (!cells.has(name) && !inline.has(name)) this.closeElement(name)
    this.isLeaf = false
  }

  text(): string {
    return this.out.join('')
  }

  private closeElement(name: string): void {
    const element = this.elements.pop()
    if (this.isLeaf && element?.name === name) this.push(`${name}: ${this.takeFrom(element.from).trim()}\n`)
    // What follows somebody's address and the rest of their record is somebody else's.
    else if (element && element.signs < this.signs) this.push('\n\n')
    else this.startLine()
  }

  private isAtStart(): boolean {
    return this.out.at(-1)?.endsWith('\n') ?? true
  }

  private startLine(): void {
    if (!this.isAtStart()) this.push('\n')
  }

  private push(text: string): void {
    if (text.includes('@')) this.signs++
    if (text) this.out.push(text)
  }

  private takeFrom(index: number): string {
    return this.out.splice(index).join('')
  }
}

/** Elements that pages leave open. */
const leftOpen = /<(?:br|wbr|hr|img|input|p|li|t[dhr]|d[dt]|option|a|span|div)[\s>]/i

/** Could the text be the source of a page or of XML? */
export const hasMarkup = (text: string): boolean =>
  text.includes('</') || text.includes('/>') || text.includes('<!--') || leftOpen.test(text)

/** The text without programs, which say nothing to a reader; data stays. */
const withoutPrograms = (text: string): string => {
  const opening = /<script\b([^>]{0,500})>/gi
  const closing = /<\/script\s{0,8}>/gi
  let kept = ''
  let from = 0
  for (let open = opening.exec(text); open; open = opening.exec(text)) {
    closing.lastIndex = opening.lastIndex
    if (!closing.test(text)) break
    opening.lastIndex = closing.lastIndex
    if (/json/i.test(open[1] ?? '')) continue
    kept += text.slice(from, open.index)
    from = closing.lastIndex
  }
  return kept + text.slice(from)
}

/** Source of a web page or of XML as the text it shows, near enough to read names beside addresses. */
export const stripMarkup = (source: string): string => {
  const text = withoutPrograms(without(without(source, '<!--', '-->'), '<style', '</style>'))
  const page = new Page(closedIn(text), /<(?:tr|td|li|p|div)\b|<\/(?:\w+)>\s*<\w/i.test(text))
  let from = 0
  for (const { 0: whole, 1: slash, 2: name = '', 3: rest = '', index } of text.matchAll(tag)) {
    page.add(text.slice(from, index))
    from = index + whole.length
    if (slash) page.close(name.toLowerCase())
    else if (!page.open(name.toLowerCase(), rest)) page.add(whole)
  }
  page.add(text.slice(from))
  return page.text().replace(/\[email[\s\u00a0]protected\]/g, '')
}
