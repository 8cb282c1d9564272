import { cleanName } from '../../people/cleanName.ts'
import type { RosterPerson } from '../../people/person.ts'
import type { ReadContext, Source, SourceResult } from '../adapter.ts'
import { appearance } from '../reading/appearance.ts'
import { createBreath } from '../reading/breathe.ts'
import { attr, textOf } from '../reading/text.ts'
import type { PartialReason } from '../roster.ts'
import { viewOf } from './view.ts'

const nameCells = '#roster-wrapper .enrollment-user-list .user-name'

/** A badge beside the name marks those who administer the course, among others: what they are is not said. */
const personOf = (cell: Element, position: number): RosterPerson => {
  const link = cell.querySelector('a')
  const [, id] = /\/user\/(\d+)/.exec(attr(link, 'href')) ?? []
  return {
    key: id ?? `row ${position}`,
    name: cleanName(textOf(link ?? cell)),
    role: cell.children.length > 1 ? 'other' : 'student',
    sections: [],
    state: 'active',
  }
}

const read = async (context: ReadContext): Promise<SourceResult> => {
  const { doc, page, onProgress } = context
  if (page.kind !== 'roster') return { ok: false, problem: 'unreadable' }
  await appearance(context, () => !!doc.querySelector(nameCells))
  const people = new Map<string, RosterPerson>()
  const breathe = createBreath()
  for (const [position, cell] of doc.querySelectorAll(nameCells).entries()) {
    const person = personOf(cell, position)
    if (person.name) people.set(person.key, person)
    await breathe()
  }
  if (people.size === 0) return { ok: false, problem: 'unreadable' }
  onProgress(people.size)
  await breathe()
  const { total, filtered, more } = viewOf(doc)
  const whole = total === people.size && !more
  const partial: PartialReason | undefined = whole
    ? undefined
    : filtered
      ? 'filtered'
      : total !== undefined && total > people.size && !more
        ? 'countsDiffer'
        : 'maybeMore'
  return {
    ok: true,
    course: { name: cleanName(page.courseName) },
    people: [...people.values()],
    complete: !partial,
    ...(partial ? { partial } : {}),
    ...(total === undefined ? {} : { total: Math.max(total, people.size) }),
    addressesHidden: true,
    leftOut: { observers: 0, testStudents: 0 },
  }
}

export const pageSource: Source = { id: 'page', read }
