/** The element that an open shadow root is of. */
const hostOf = (top: Element): Element | null => (top.getRootNode() as Partial<ShadowRoot>).host ?? null

/**
 * What a selector names beside and round a long list: a look through all of its rows for what is not there would take as long as reading
 * them. `list`: the element that the rows stand in.
 */
export const beside = <T extends Element>(list: Element, selector: string): T[] => {
  const found: T[] = []
  const note = (one: Element) => {
    if (one.matches(selector)) found.push(one as T)
  }
  for (let at: Element | null = list; at; at = at.parentElement ?? hostOf(at)) {
    if (at !== list) note(at)
    for (const step of ['previousElementSibling', 'nextElementSibling'] as const)
      for (let other = at[step]; other; other = other[step]) {
        note(other)
        if (other.firstElementChild) found.push(...other.querySelectorAll<T>(selector))
      }
  }
  return found
}
