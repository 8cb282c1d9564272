import type { RosterPerson } from '../../people/person.ts'
import type { ReadContext, Source, SourceResult } from '../adapter.ts'
import { appearance } from '../reading/appearance.ts'
import { createBreath } from '../reading/breathe.ts'
import { countOf, hasMoreTeachers } from './count.ts'
import { personOf } from './row.ts'
import { hasRows, viewOf } from './view.ts'

const read = async (context: ReadContext): Promise<SourceResult> => {
  const { doc, page, onProgress } = context
  if (page.kind !== 'roster') return { ok: false, problem: 'unreadable' }
  await appearance(context, () => hasRows(doc))
  const breathe = createBreath()
  const view = await viewOf(doc, page.courseId, breathe)
  if (!view) return { ok: false, problem: 'unreadable' }

  const people = new Map<string, RosterPerson>()
  for (const row of view.rows) {
    const person = personOf(row)
    if (person.key && (person.name || person.email)) people.set(person.key, person)
    await breathe()
  }
  if (people.size === 0) return { ok: false, problem: 'unreadable' }
  onProgress(people.size)

  await breathe()
  const count = countOf(view)
  const missing = count === undefined ? 0 : Math.max(0, count - people.size)
  const whole = count === people.size && !hasMoreTeachers(view)
  const partial = whole ? undefined : missing > 0 ? 'countsDiffer' : 'maybeMore'
  return {
    ok: true,
    course: { name: page.courseName },
    people: [...people.values()],
    complete: !partial,
    ...(partial ? { partial } : {}),
    ...(whole || missing > 0 ? { total: people.size + missing } : {}),
    leftOut: { observers: 0, testStudents: 0 },
  }
}

export const pageSource: Source = { id: 'page', read }
