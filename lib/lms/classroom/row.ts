import { cleanName } from '../../people/cleanName.ts'
import { mailtoAddresses } from '../../people/extract/mailto.ts'
import type { RosterPerson } from '../../people/person.ts'
import { addressFrom } from '../reading/address.ts'
import { attr, textOf } from '../reading/text.ts'
import { isHidden } from './view.ts'

/** Texts of a row that stand by themselves: not a button's, a link's or a menu's. */
const plainTexts = (row: Element): Element[] =>
  [...row.querySelectorAll('span')].filter(
    (span) => span.children.length === 0 && textOf(span) && !span.closest('a, button, [role="button"], [role="menu"]'),
  )

const isBracketed = (text: string): boolean => /^[(（].*[)）]$/.test(text)

/** Every address the row holds: Google Mail's compose link, what is said to screen readers, a `mailto:`. */
const addressesIn = (row: Element): Set<string> => {
  const texts: string[] = []
  for (const link of row.querySelectorAll('a[href]')) {
    const href = attr(link, 'href')
    if (/^mailto:/i.test(href)) texts.push(...mailtoAddresses(href).to)
    else if (href.startsWith('https://mail.google.com/') && URL.canParse(href))
      texts.push(new URL(href).searchParams.get('to') ?? '')
  }
  for (const element of row.querySelectorAll('[aria-label*="@"]'))
    texts.push(...attr(element, 'aria-label').split(/[\s<>()]+/))
  for (const element of row.querySelectorAll('[data-email]')) texts.push(attr(element, 'data-email'))
  return new Set(texts.flatMap((text) => addressFrom(text, '').email ?? []))
}

/** One student. Two addresses in a row give none: whose the other one is, is not said. */
export const personOf = (row: Element): RosterPerson => {
  const texts = plainTexts(row)
  const shown = textOf(row.querySelector('span[id^="rtsc-"]')) || textOf(texts.find((one) => !isBracketed(textOf(one))))
  // Who has not joined yet may be shown by address.
  const { email: named } = addressFrom(shown, '')
  const addresses = addressesIn(row)
  if (named) addresses.add(named)
  const invited = !!named || texts.some((one) => isBracketed(textOf(one)) && !isHidden(one))
  return {
    key: attr(row, 'data-current-student-id'),
    name: named ? '' : cleanName(shown),
    ...(addresses.size === 1 ? addressFrom([...addresses][0] ?? '', '') : {}),
    role: 'student',
    sections: [],
    state: invited ? 'invited' : 'active',
  }
}
