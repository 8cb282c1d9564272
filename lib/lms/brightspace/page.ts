import { cleanName } from '../../people/cleanName.ts'
import type { ReadContext, Source, SourceResult } from '../adapter.ts'
import { appearance } from '../reading/appearance.ts'
import { createBreath } from '../reading/breathe.ts'
import { foldPeople, type Told } from './fold.ts'
import { peopleTable } from './table.ts'

/** A search is on. Role tabs and "view by" leave no sign that holds everywhere. */
const isFiltered = (doc: Document): boolean =>
  [
    ...doc.querySelectorAll<HTMLInputElement>('#d_content_r input[type="search"], #d_content_r input[type="text"]'),
  ].some(({ value }) => value !== '') || !!doc.querySelector('d2l-input-search[value]:not([value=""])')

const read = async (context: ReadContext): Promise<SourceResult> => {
  const { doc, page, url, onProgress } = context
  if (page.kind !== 'roster') return { ok: false, problem: 'notThere' }
  await appearance(context, () => !!doc.querySelector('th[scope="row"]'))
  const table = peopleTable(doc)
  if (!table) return { ok: false, problem: 'unreadable' }
  const all: Told[] = []
  const breathe = createBreath()
  for (const row of table.rows) {
    const told = table.read(row)
    all.push({ ...told, name: cleanName(told.name) })
    await breathe()
  }
  onProgress(all.length)
  const { addressesHidden, ...folded } = await foldPeople(all, '', url.hostname)
  return {
    ok: true,
    course: { name: page.courseName },
    // Never everybody for certain: the list has pages and tabs, and nothing on it says how many people there are.
    complete: false,
    partial: isFiltered(doc) ? 'filtered' : 'maybeMore',
    ...folded,
    ...(addressesHidden ? { addressesHidden } : {}),
  }
}

export const pageSource: Source = { id: 'page', read }
