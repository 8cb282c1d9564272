/** Between two elements of one line with no space between: they may be two words, or two halves of one. */
export const SEAM = '\u0001'

/** Elements that end a line. */
const ownLine =
  /^(?:address|article|blockquote|br|dd|div|dl|dt|figcaption|h[1-6]|hr|li|ol|p|pre|section|table|t[dhr]|ul)$/
/** Elements that only change the look of letters, or let a line break. */
const sameWord = /^(?:b|em|font|i|mark|strong|u|wbr)$/
const unread = /^(?:script|style|noscript|template|select|svg)$/

/** `isDrawn`: what is round the element is, so the browser may be asked about it. */
const isHidden = (element: Element, isDrawn: boolean): boolean =>
  element.hasAttribute('hidden') ||
  /display:\s*none|visibility:\s*hidden/i.test(element.getAttribute('style') ?? '') ||
  (isDrawn && !element.checkVisibility({ visibilityProperty: true }))

/**
 * An element's text as it is seen: hidden parts left out, a line for each block. `innerText` would say so too, but draws the page for
 * it, and does not tell where elements meet. `instead`: what an element is taken to say; '' for what it says.
 */
export const shownText = (element: Element, instead?: (inner: Element) => string): string => {
  let text = ''
  const isDrawn = element.checkVisibility?.() === true
  const read = (parent: Node) => {
    for (const node of parent.childNodes) {
      if (node.nodeType === 3) text += (node as Text).data.replace(/\s+/g, ' ')
      if (node.nodeType !== 1) continue
      const inner = node as Element
      if (unread.test(inner.localName) || isHidden(inner, isDrawn)) continue
      const other = instead?.(inner)
      if (other) {
        text += other
        continue
      }
      const edge = ownLine.test(inner.localName) ? '\n' : sameWord.test(inner.localName) ? '' : SEAM
      text += edge
      read(inner.shadowRoot ?? inner)
      text += edge
    }
  }
  read(element.shadowRoot ?? element)
  return text
}

/** The lines of a shown text. Where elements meet without a space, there is one. */
export const linesOf = (text: string): string[] =>
  text
    .replaceAll(SEAM, ' ')
    .split('\n')
    .map((line) =>
      line
        .replace(/\s+/g, ' ')
        .replace(/ (?=[,;:)])/g, '')
        .trim(),
    )
    .filter(Boolean)
