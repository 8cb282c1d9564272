import type { ReadContext, Source, SourceResult } from '../adapter.ts'
import { appearance } from '../reading/appearance.ts'
import { readRoster, rowsOn } from './roster.ts'

/** A search above the table takes rows out of it. */
const isFiltered = (doc: Document): boolean =>
  [...doc.querySelectorAll<HTMLInputElement>('input[type="search"], .js-rosterSearch')].some(
    ({ value }) => value !== '',
  )

/** The memberships page that is open, where the site does not give it to us once more. */
const read = async (context: ReadContext): Promise<SourceResult> => {
  const { doc, page } = context
  if (page.kind !== 'roster') return { ok: false, problem: 'notThere' }
  await appearance(context, () => rowsOn(doc).length > 0)
  if (rowsOn(doc).length === 0) return { ok: false, problem: 'unreadable' }
  return readRoster(doc, context, isFiltered(doc) ? 'filtered' : 'maybeMore')
}

export const pageSource: Source = { id: 'page', read }
