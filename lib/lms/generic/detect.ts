import type { LmsPage } from '../adapter.ts'
import { textOf } from '../reading/text.ts'
import { alike } from './alike.ts'

/** Nodes of a page that are looked at one by one before it counts as no roster. */
const FAR = 6000
/** People of one list after which no other is looked for. */
const ENOUGH = 100

/** What most texts have nothing of: asked first, because `address` takes longer. */
const sign = /[@＠]|[[({]\W?(at?|arroba)\W?[\])}]|l.prot/i
/**
 * Near enough to an address for counting; what is one, the reading tells. No version (`pkg@1.2.3`), picture (`image@2x.png`), login
 * in a link or handle of a network.
 */
const address =
  /(?<![\p{L}\d@/:._-])([\p{L}\d.'+_%-]+)\s?(?:[@＠]|[[({]\W?(?:at?|arroba)\W?[\])}])\s?(?!\d\w?[.x])[\p{L}\d-]+(?:[.．](?!\W)|\s[.．]|\s?[[({])|email.protected/giu
/** A mailbox that is no person's. */
const desk =
  /^(?:info|help\w*|support|contact|sales|press|media|admin\w*|no-?reply|\w+master|office|privacy|team|hello|editors?|news\w*|git|abuse|security|billing|jobs|careers|legal|feedback|marketing|hr|services?|orders?|accounts?|registrar|library|noc|enquir\w+|kontakt|contacto|presse)\b/i
/** Five words of a sentence, or what somebody did or wrote. */
const prose = /(?:\s\p{Ll}+){4}\s|@\S+ (?:\p{Ll}+ \p{Ll}|[\p{Ll} ]+:)/u
/** A line of a form or profile: what is first in it says what follows, which no name does. */
const label = /^[^@]*(?:mail|courr?i|correo|epost)[^@]*$/i
/** Where addresses are the site's own or somebody's in passing, not those of a class. */
const elsewhere =
  'header, nav, footer, aside, dialog, address, script, style, code, pre, blockquote, [contenteditable], [role="banner"], [role="navigation"], [role="contentinfo"], [role="complementary"], [class*="footer" i], [id*="footer" i], [id="contact" i], [class~="contact" i], [class*="contact-us" i], [class*="contact-info" i], [class*="contact-box" i], [class*="byline" i], [rel~="author"]'
/** What stands before the addresses of a mail. */
const envelope = /^(?:from|to|b?cc|reply-to|von|an|de|da|para|à)\W*$/i

/** What the nodes of a page may have, of what is asked. */
type AnyNode = Element & Partial<Pick<Text, 'data'>>
/** A link or a text field. */
type Field = HTMLAnchorElement & Partial<Pick<HTMLTextAreaElement, 'value'>>

/** A sign by itself, or one that hides an address, with a half of it at the most: the rest stands in other elements. A handle begins with its sign. */
const part = /^\s*(?:[@＠]|[\w.+-]*\s?[[({]\W?(?:at?|arroba)\W?[\])}]|[[({]\W?(?:at?|arroba)\W?[\])}]\s?[\w.+-]*)\s*$/i

const isLabelled = (row: Element | null, at: Element): boolean => {
  const first = row?.firstElementChild
  return (
    (!!first && !first.contains(at) && label.test(first.textContent)) ||
    envelope.test(at.previousElementSibling?.textContent ?? '')
  )
}

/**
 * The list with the most addresses (or with very many), or the first of the most that stand in like elements; undefined where a list has no two, and
 * nothing three. Nodes are taken in document order, open shadow roots among them.
 */
const place = (doc: Document): Element | undefined => {
  const places = new Map<unknown, Set<unknown>>()
  const firsts = new Map<unknown, Element>()
  let left = FAR
  let most = 1
  let best: Element | undefined
  const note = (at: Element | null, text = '') => {
    if (!at || !sign.test(text)) return
    for (let up: Element | null = at, steps = 3; part.test(text) && up && steps--; up = up.parentElement) {
      const { textContent } = up
      if (textContent.length < 300 && textContent.search(address) >= 0) [at, text] = [up, textContent]
    }
    const list = at.closest('table, ul, ol, textarea, [role="grid"], [role="treegrid"], [role="table"]')
    const row = at.closest('tr, li, [role="row"]')
    if (
      at.closest(elsewhere) ||
      prose.test(at.closest('p, li, td, textarea')?.textContent ?? text) ||
      isLabelled(row, at)
    )
      return
    const key = list ?? alike(at)
    const people = places.get(key) ?? new Set()
    places.set(key, people)
    if (!firsts.has(key)) firsts.set(key, at)
    for (const [, local] of text.matchAll(address)) if (!local || !desk.test(local)) people.add(local ?? row ?? at)
    if (people.size > most && (list || people.size > 2)) {
      most = people.size
      best = list ?? firsts.get(key)
      if (most === ENOUGH) left = 0
    }
  }
  const look = (root: ParentNode & Node) => {
    for (const one of root.querySelectorAll<Field>('a[href^="mailto:"], textarea')) {
      if (!left) return
      note(one, one.value ?? /:([^,;?]+)(?:\?|$)/.exec(one.href)?.[1])
    }
    // Elements, and texts where there is something in any.
    const walker = doc.createTreeWalker(root, sign.test(root.textContent ?? '') ? 5 : 1)
    for (let node = walker.nextNode() as AnyNode | null; node && left-- > 0; node = walker.nextNode() as AnyNode) {
      if (node.data) note(node.parentElement, node.data)
      if (node.shadowRoot) look(node.shadowRoot)
    }
  }
  // Below thousands of nodes, parts of the page that may have an address in them, down to its text.
  const lookFar = (part: Node) => {
    for (const node of part.childNodes)
      if (sign.test(node.textContent ?? '') && left-- > -FAR)
        if (node.firstChild) lookFar(node)
        else note(node.parentElement, node.textContent ?? '')
  }
  look(doc.body)
  if (left < 0 && !best) lookFar(doc.body)
  return best
}

export const detect = (doc: Document, url: URL): LmsPage | null => {
  const anchor = place(doc)
  return anchor
    ? {
        // A query may name people.
        courseId: url.pathname,
        root: '',
        kind: 'roster',
        courseName: textOf(doc.querySelector('h1')) || doc.title,
        anchor,
      }
    : null
}
