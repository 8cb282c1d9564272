import { cleanName } from '../../people/cleanName.ts'
import type { RosterPerson } from '../../people/person.ts'
import { createBreath } from '../reading/breathe.ts'
import { givenNamesFirst } from '../reading/names.ts'
import { attr, textOf } from '../reading/text.ts'
import type { LeftOut } from '../roster.ts'
import { roleNamed } from './usersList.ts'

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

/** What the list is searched for; '' where it is not. */
export const searchedFor = (doc: Document): string =>
  [
    ...doc.querySelectorAll<HTMLInputElement>(
      '#search-roster-field, [analytics-id="course.roster.searchRoster.input.text"], [data-analytics-id="course.roster.searchRoster.input.text"]',
    ),
  ]
    .map(({ value }) => value)
    .join('')

/** Somebody on the list; the key is their place on it. */
export interface UltraPerson extends Omit<RosterPerson, 'key'> {
  readonly guest?: true
}

/** All that the list tells of who somebody is. */
export const idOf = ({ name, role, roleLabel = '' }: UltraPerson): string => [name, role, roleLabel].join('\n')

/**
 * Adds the people of rows that were not read before: names, roles and who is kept out. The list shows neither addresses nor
 * logins, and nothing but their places tells two people of one name apart.
 */
export const addUltraPeople = async (rows: readonly Element[], people: Map<Element, UltraPerson>): Promise<void> => {
  const breathe = createBreath()
  for (const row of rows) {
    if (people.has(row) || !isPerson(row)) continue
    people.set(row, {
      name: nameIn(row),
      ...roleNamed(textOf(row.querySelector('.user-role'))),
      sections: [],
      state: row.classList.contains('inactive') ? 'inactive' : 'active',
    })
    await breathe()
  }
}

/** Preview students go by their login, which ends so. */
const isPreview = ({ name }: UltraPerson): boolean => /_previewuser$/i.test(name)

/** Those who are listed, with given names first: which comes first on the page is a setting of the site's. */
export const listUltraPeople = async (
  everybody: readonly UltraPerson[],
): Promise<{ readonly people: readonly RosterPerson[]; readonly leftOut: LeftOut }> => {
  const all = everybody.map((person, at) => ({ ...person, key: `row ${at}` }))
  const [previews, others] = [all.filter(isPreview), all.filter((one) => !isPreview(one))]
  const guests = others.filter(({ guest }) => guest)
  const observers = others.filter(({ role }) => role === 'observer')
  const listed = others.filter(({ guest, role }) => !guest && role !== 'observer')
  const names = await givenNamesFirst(
    listed.map(({ name }) => name),
    createBreath(),
  )
  return {
    people: listed.map((person, at) => ({ ...person, name: names[at] ?? person.name })),
    leftOut: {
      observers: observers.length,
      testStudents: previews.length,
      ...(guests.length > 0 ? { guests: guests.length } : {}),
    },
  }
}
