import type { RosterPerson } from '../../people/person.ts'
import type { ReadContext, Source, SourceResult } from '../adapter.ts'
import { createBreath } from '../reading/breathe.ts'
import { attr, textOf } from '../reading/text.ts'
import { codeOf, studentOf } from './student.ts'

/** The grid that the button fills; it draws the rows in view alone (SlickGrid), so it is never known to be everybody. */
const grid = (doc: Document): Element | null => doc.querySelector('#data-student-profiles-table .slickgrid')

/** Features by column: a heading's id is the grid's number and then the feature's name, whatever the language. */
const columns = (table: Element): string[] =>
  [...table.querySelectorAll('.slick-header-column')].map(
    (head) => /^slickgrid_\d+?_?([a-z][a-z_]*)$/.exec(attr(head, 'id'))?.[1] ?? '',
  )

/** A cell says its column in its class: `l3` (or `c3` in older grids). Cells out of view are not drawn. */
const columnOf = (cell: Element): number => Number(/(?:^|\s)[lc](\d+)(?:\s|$)/.exec(attr(cell, 'class'))?.[1] ?? -1)

const read = async ({ doc, page, onProgress }: ReadContext): Promise<SourceResult> => {
  const table = grid(doc)
  const features = table ? columns(table) : []
  // Without these three, who is who cannot be told.
  if (!table || !['id', 'username', 'email'].every((name) => features.includes(name)))
    return { ok: false, problem: 'unreadable' }
  const people = new Map<string, RosterPerson>()
  const take = async () => {
    const breathe = createBreath()
    for (const row of table.querySelectorAll('.slick-row')) {
      const entry = Object.fromEntries([...row.children].map((cell) => [features[columnOf(cell)] ?? '', textOf(cell)]))
      const person = studentOf(entry, '')
      if (person) people.set(person.key, person)
      await breathe()
    }
  }
  const code = codeOf(page.courseId)
  const told = (): SourceResult => {
    if (people.size === 0) return { ok: false, problem: 'unreadable' }
    onProgress(people.size)
    return {
      ok: true,
      course: { name: page.courseName, ...(code ? { code } : {}) },
      people: [...people.values()],
      complete: false,
      partial: 'rowsOnPage',
      leftOut: { observers: 0, testStudents: 0 },
      // Rows that went out of view are people all the same.
      follow: async () => {
        if (!table.isConnected) return null
        await take()
        return told()
      },
    }
  }
  await take()
  return told()
}

export const pageSource: Source = { id: 'page', read }
