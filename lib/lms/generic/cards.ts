import { attr } from '../reading/text.ts'
import { addressesIn } from './addresses.ts'
import { alike } from './alike.ts'
import { deep, parentOf } from './deep.ts'
import type { List } from './lists.ts'
import type { Told } from './people.ts'
import { linesOf, shownText } from './shownText.ts'
import { toldByItem, toldByText, toldInLine } from './text.ts'

const outside = 'header, nav, footer, aside, script, code'

/** The card round an address: as much as holds no other one. */
const cardOf = (at: Element, before: Element | undefined, after: Element | undefined): Element => {
  let card = at
  for (let up = parentOf(card); up; up = parentOf(up)) {
    if ((before && up.contains(before)) || (after && up.contains(after))) return card
    card = up
  }
  return card
}

/** Addresses that stand in elements like the first one, in elements like those round it. */
export const cards = (first: Element): List => {
  const selector = alike(first)
  const isOne = (at: Element) => !at.closest(outside) && holdsAddress(at)
  const all = deep(first.ownerDocument, selector).filter(isOne)
  const read = (at: Element, before: Element | undefined, after: Element | undefined): readonly Told[] => {
    if (at.localName !== 'a' && addressesIn(at).sure.length > 1) return toldByText(linesOf(shownText(at)).join('\n'))
    const card = cardOf(at, before, after)
    const told = card === at ? toldInLine(at) : toldByItem(card)
    // What only looks like an address, and stands beside no name, may stand anywhere.
    return told && (told.email || told.name) ? [told] : []
  }
  const places = new Map(all.map((at, index) => [at, index]))
  return {
    rows: () => all,
    rowsIn: (added) => {
      const came = (added.matches(selector) ? [added] : deep(added, selector)).filter(
        (at) => isOne(at) && !places.has(at),
      )
      for (const at of came) places.set(at, all.push(at) - 1)
      return came
    },
    read: (at) => {
      const index = places.get(at) ?? -1
      return read(at, all[index - 1], all[index + 1])
    },
  }
}

/** Cheap, because it is asked of many: what it holds for certain, reading tells. */
const holdsAddress = (at: Element): boolean =>
  /^\s*mailto:|\/email-protection#/i.test(attr(at, 'href')) ||
  at.hasAttribute('data-cfemail') ||
  /[@＠]|[[({]\W?a/i.test(at.textContent)
