import { textOf } from '../reading/text.ts'
import type { View } from './view.ts'

const precedes = (one: Node, other: Node): boolean =>
  !!(one.compareDocumentPosition(other) & 4) /* DOCUMENT_POSITION_FOLLOWING, which is no name of this room's */

/** Headings over a list: teachers first, students last. */
const lastHeading = ({ element, rows: [first] }: View): Element | undefined =>
  [...element.querySelectorAll('h2')].findLast((heading) => first && precedes(heading, first))

/** How many students there are by the page's own count, which stands between their heading and their list. */
export const countOf = (view: View): number | undefined => {
  const [first] = view.rows
  let box = lastHeading(view)
  if (!box || !first) return undefined
  while (box.parentElement && !box.parentElement.contains(first)) box = box.parentElement
  const texts: string[] = []
  for (let part: Element | null = box; part && !part.contains(first); part = part.nextElementSibling)
    texts.push(textOf(part))
  // One whole number, in digits as this page writes them; two are a date or a sum of something else.
  const numbers = texts.join(' ').match(/\d[\d.,]*/g) ?? []
  return numbers.length === 1 && /^\d+$/.test(numbers[0]) ? Number(numbers[0]) : undefined
}

/**
 * Whether there are teachers besides one, who is the reader. Their rows carry nothing to tell them by, so they are not
 * read: who is made a teacher by mistake would get every right.
 */
export const hasMoreTeachers = (view: View): boolean => {
  const heading = lastHeading(view)
  const items = [...view.element.querySelectorAll('li, [role="listitem"]:not([data-current-student-id])')]
  return items.filter((item) => heading && precedes(item, heading)).length > 1
}
