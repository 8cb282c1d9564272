import type { ReadContext, Source, SourceResult } from '../adapter.ts'
import { appearance } from '../reading/appearance.ts'
import { createBreath } from '../reading/breathe.ts'
import { students as newerStudents } from './newer.ts'
import { enrolled, isPaged, students as olderStudents } from './older.ts'
import { peopleOf, type Student } from './student.ts'

/** How far a page's list can be trusted: what it counts, where it counts, against who is in the class on it. */
const proof = (doc: Document, students: readonly Student[], isNewer: boolean): { missing: number; whole: boolean } => {
  const counted = isNewer ? undefined : enrolled(doc)
  const listed = students.filter(({ withdrawn, waiting }) => !withdrawn && !waiting).length
  return {
    missing: Math.max(0, (counted ?? 0) - listed),
    whole: counted === listed && !isPaged(doc),
  }
}

const read = async (context: ReadContext): Promise<SourceResult> => {
  const { doc, page, onProgress } = context
  const isNewer = /\/ssb$/i.test(page.root)
  const breathe = createBreath()
  if (isNewer) await appearance(context, () => !!doc.querySelector('[data-name="studentName"] a'))
  const students = await (isNewer ? newerStudents(doc, breathe) : olderStudents(doc, breathe))
  const { missing, whole } = proof(doc, students, isNewer)
  // Nobody on a page that does not count to nought: a page we do not understand.
  if (students.length === 0 && !whole) return { ok: false, problem: 'unreadable' }
  const people = await peopleOf(students, breathe)
  onProgress(people.length)
  const partial = whole ? undefined : missing > 0 ? 'countsDiffer' : 'maybeMore'
  return {
    ok: true,
    course: { name: page.courseName },
    people,
    complete: !partial,
    ...(partial ? { partial } : {}),
    ...(whole || missing > 0 ? { total: people.length + missing } : {}),
    // A school may turn the links off; then nobody's address is on any of its class lists.
    ...(people.length > 0 && !doc.querySelector('a[href^="mailto:" i][target]') && !isNewer
      ? { addressesHidden: true }
      : {}),
    leftOut: { observers: 0, testStudents: 0 },
  }
}

export const pageSource: Source = { id: 'page', read }
