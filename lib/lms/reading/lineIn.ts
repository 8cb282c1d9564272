import { isPlainLine } from '../../people/plainLine.ts'

/** What `textOf` says, for the many nodes of a long list: most of them hold one plain line. */
export const lineIn = (node: Node | null | undefined): string => {
  const text = node?.textContent ?? ''
  return text === '' || isPlainLine(text) ? text : text.replace(/\s+/g, ' ').trim()
}
