/** Two small readers of a page. Both say '' for what is not there. */

/** The element's text on one line. `textContent`, because `innerText` depends on how the page is drawn. */
export const textOf = (element: Node | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim()

export const attr = (from: Element | null | undefined, name: string): string => from?.getAttribute(name) ?? ''
