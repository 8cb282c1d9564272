import { cleanName } from '../../people/cleanName.ts'
import type { ReadContext, Source, SourceResult } from '../adapter.ts'
import { appearance } from '../reading/appearance.ts'
import { createBreath } from '../reading/breathe.ts'
import { haveRowsChanged } from '../reading/growth.ts'
import { attr, textOf } from '../reading/text.ts'
import type { PartialReason } from '../roster.ts'
import { foldPeople, stateFrom, type Told } from './fold.ts'
import { readerOn } from './told.ts'

/** People as rows of the spreadsheet, as cards or as photos (roster2, `members_{table,cards,photogrid}.handlebars`). */
const rowsOn = (doc: Document): Element[] => [...doc.querySelectorAll('.roster-entry, .roster-member-card')]

/** How many there are: "Currently displaying 57 participants", in the page's language. */
const totalOn = (doc: Document): number | undefined => {
  const [digits] = /\d[\d.,\s]*/.exec(textOf(doc.querySelector('#roster-members-total'))) ?? []
  return digits === undefined ? undefined : Number(digits.replace(/\D/g, ''))
}

/** A role, a group, a search; or the tab of the registrar's enrolments, which has other people. */
const isFiltered = (doc: Document): boolean =>
  !!doc.querySelector('#roster-enrollmentset-selector, #roster-status-selector') ||
  [...doc.querySelectorAll<HTMLSelectElement>('#roster-roles-selector, #roster-groups-selector')].some(
    ({ value }) => value !== 'all',
  ) ||
  !!doc.querySelector<HTMLInputElement>('#roster-search-field')?.value

/** In the spreadsheet the first `span` is the name, the second a nickname; a card's first value is the name. */
const nameIn = (row: Element): string =>
  textOf(
    row.querySelector('.roster-name-cell')?.querySelector('span') ??
      row.querySelector('.roster-name-cell, .roster-card-value'),
  )

const groupsIn = (row: Element): string[] => {
  const options = [...row.querySelectorAll('.roster-groups-selector option')].filter(
    (option) => attr(option, 'value') !== 'all',
  )
  return [...row.querySelectorAll('.roster-group-link'), ...options].map(textOf)
}

const toldIn = (row: Element): Told => {
  const profiles = row.querySelectorAll('a.profile')
  return {
    id: attr(profiles[0], 'data-user-id') || attr(row.querySelector('sakai-user-photo'), 'user-id'),
    name: cleanName(nameIn(row)),
    email: textOf(row.querySelector('a[href^="mailto:"]')),
    // Cards and photos show the login as a second link to the profile, for those who may open profiles.
    login: textOf(row.querySelector('.roster-userId') ?? profiles[1]),
    role: textOf(row.querySelector('.roster-role')),
    groups: groupsIn(row),
    state: stateFrom(textOf(row.querySelector('.roster-status'))),
  }
}

const partialReason = (doc: Document, rows: number, total: number | undefined): PartialReason => {
  if (isFiltered(doc)) return 'filtered'
  // Hidden people, and those of other groups, are in neither number.
  return total !== undefined && rows >= total ? 'maybeMore' : 'rowsOnPage'
}

const read = async (context: ReadContext): Promise<SourceResult> => {
  const { doc, page, onProgress } = context
  if (page.kind !== 'roster') return { ok: false, problem: 'notThere' }
  await appearance(context, () => rowsOn(doc).length > 0)
  const told = new Map<Element, Told>()
  const take = async (): Promise<SourceResult> => {
    const breathe = createBreath()
    for (const row of rowsOn(doc)) {
      if (!told.has(row)) told.set(row, toldIn(row))
      await breathe()
    }
    if (told.size === 0) return { ok: false, problem: 'unreadable' }
    const total = totalOn(doc)
    onProgress(told.size, total)
    const { addressesTold, ...folded } = await foldPeople([...told.values()], readerOn(doc))
    const missing = Math.max(0, (total ?? 0) - told.size)
    return {
      ok: true,
      course: { name: page.courseName },
      complete: false,
      partial: partialReason(doc, told.size, total),
      ...(total === undefined ? {} : { total: folded.people.length + missing }),
      ...folded,
      ...(isWithoutAddresses(doc) && !addressesTold ? { addressesHidden: true } : {}),
      follow: async (growth) => (haveRowsChanged(growth, told) ? null : take()),
    }
  }
  return take()
}

/** The roster's script says that addresses are kept from this reader. Photos show none to anybody. */
const isWithoutAddresses = (doc: Document): boolean =>
  [...doc.scripts].some(({ text }) => /\bvar roster\b[\s\S]*\bviewEmail\s*:\s*false/.test(text))

export const pageSource: Source = { id: 'page', read }
