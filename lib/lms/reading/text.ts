/** Two small readers of a page. Both say '' for what is not there. */

/** The element's text on one line. `textContent`, because `innerText` depends on how the page is drawn. */
export const textOf = (element: Node | null | undefined): string => {
  const text = element?.textContent ?? ''
  // Most texts are on one line already.
  return (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text).trim()
}

export const attr = (from: Element | null | undefined, name: string): string => from?.getAttribute(name) ?? ''
