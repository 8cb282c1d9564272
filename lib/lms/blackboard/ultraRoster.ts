import { cleanName } from '../../people/cleanName.ts'
import type { RosterPerson } from '../../people/person.ts'
import { createBreath } from '../reading/breathe.ts'
import { roleFrom } from '../reading/roles.ts'
import { attr, textOf } from '../reading/text.ts'

/**
 * Rows of Ultra's roster, in the first form that has any: a list and a grid (known from one program of the Angular years), then
 * rows as other lists of Ultra have had them since 2025. Names of generated classes are none to go by.
 */
const forms: readonly ((doc: Document) => Element[])[] = [
  (doc) => [...doc.querySelectorAll('#rosterView-list .js-roster-members-list-item')],
  (doc) => [...(doc.querySelector('#rosterView-grid > ul')?.children ?? [])].filter((item) => item.localName === 'li'),
  (doc) => [...(doc.querySelector('.page-roster') ?? doc).querySelectorAll('[role="grid"] [role="row"]')],
]

const nameIn = (row: Element): string => {
  const name = row.querySelector('bb-username')
  return cleanName(attr(name, 'title') || textOf(name) || textOf(row.querySelector('bdi')))
}

/** Not the heading, nor the hint to enrol the first people. */
const isPerson = (row: Element): boolean => !row.matches('.ftue-enroll') && nameIn(row) !== ''

/** The list's rows, the people's among them; none while, or where, it shows nobody. */
export const ultraRows = (doc: Document): readonly Element[] => {
  for (const form of forms) {
    const rows = form(doc)
    if (rows.some(isPerson)) return rows
  }
  return []
}

/** A search or a role narrows the list. */
export const isNarrowed = (doc: Document): boolean =>
  [
    ...doc.querySelectorAll<HTMLInputElement>(
      '#search-roster-field, [analytics-id="course.roster.searchRoster.input.text"], [data-analytics-id="course.roster.searchRoster.input.text"]',
    ),
  ].some(({ value }) => !!value)

/**
 * Adds the people of rows that were not read before: names, roles and who is kept out. The list shows neither addresses nor
 * logins, and nothing tells two people of one name apart.
 */
export const addUltraPeople = async (rows: readonly Element[], people: Map<Element, RosterPerson>): Promise<void> => {
  const breathe = createBreath()
  for (const row of rows) {
    if (people.has(row) || !isPerson(row)) continue
    people.set(row, {
      key: `row ${people.size}`,
      name: nameIn(row),
      ...roleFrom(textOf(row.querySelector('.user-role'))),
      sections: [],
      state: row.classList.contains('inactive') ? 'inactive' : 'active',
    })
    await breathe()
  }
}
