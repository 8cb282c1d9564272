/**
 * What a selector names beside a long list: a look through all of its rows for what is not there would take as long as reading them.
 * `list`: the element that the rows stand in.
 */
export const beside = <T extends Element>(list: Element, selector: string): T[] => {
  const found: T[] = []
  for (let at: Element | null = list; at; at = at.parentElement)
    for (const step of ['previousElementSibling', 'nextElementSibling'] as const)
      for (let other = at[step]; other; other = other[step]) {
        if (other.matches(selector)) found.push(other as T)
        found.push(...other.querySelectorAll<T>(selector))
      }
  return found
}
