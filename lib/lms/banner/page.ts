import type { Growth, ReadContext, Source, SourceResult } from '../adapter.ts'
import { appearance } from '../reading/appearance.ts'
import { createBreath } from '../reading/breathe.ts'
import { eachOnce } from '../reading/eachOnce.ts'
import { whileScrolled } from '../reading/whileScrolled.ts'
import { claimFor, isFreeFor } from '../reading/whose.ts'
import { nameLinks as newerLinks, studentOf as newerStudentOf } from './newer.ts'
import { enrolled, isPaged, nameLinks as olderLinks, studentOf as olderStudentOf } from './older.ts'
import { keyed, type Listed, peopleOf, type Student } from './student.ts'

/** How far a page's list can be trusted: what it counts, where it counts, against who is in the class on it. */
const proof = (doc: Document, students: readonly Student[], isNewer: boolean): { missing: number; whole: boolean } => {
  const counted = isNewer ? undefined : enrolled(doc)
  const listed = students.filter(({ withdrawn, waiting }) => !withdrawn && !waiting).length
  return {
    missing: Math.max(0, (counted ?? 0) - listed),
    whole: counted === listed && !isPaged(doc),
  }
}

/** Rows of students. In self-service 8 they are those of the first table that has any. */
const rowsOf = (doc: Document, isNewer: boolean, courseId: string) => {
  const nameLinks = isNewer ? newerLinks : olderLinks
  const studentOf = isNewer ? newerStudentOf : olderStudentOf
  const table = isNewer ? null : doc.querySelector(nameLinks)?.closest('table')
  const rows = eachOnce('tr', (row): Listed[] | null => {
    if (!isFreeFor(row, courseId)) return null
    const links = [...row.querySelectorAll(nameLinks)].filter(
      (link) => link.closest('tr') === row && (isNewer || link.closest('table') === table),
    )
    const students = links.map((link) => studentOf(link, row)).filter((student) => student !== null)
    if (students.length === 0) return null
    claimFor(row, courseId)
    return students
  })
  const first = new Set([...doc.querySelectorAll(nameLinks)].map((link) => link.closest('tr')).filter((row) => !!row))
  return { rows, first }
}

/** The grid shows addresses to some; its numbers are none to keep. */
const idOf = ({ number = '', name, email }: Listed): string => [number, name, email].join('\n')

const read = async (context: ReadContext): Promise<SourceResult> => {
  const { doc, page, onProgress } = context
  const isNewer = /\/ssb$/i.test(page.root)
  if (isNewer)
    await appearance(context, () =>
      [...doc.querySelectorAll(newerLinks)].some((link) => isFreeFor(link.closest('tr') ?? link, page.courseId)),
    )
  const rowsNow = async () => {
    const { rows, first } = rowsOf(doc, isNewer, page.courseId)
    await rows.add(first)
    return rows
  }
  const add = () => list.add([...rows.told].flatMap(([row, listed]) => listed.map((one) => [row, one] as const)))
  const look = async () => {
    rows = await rowsNow()
    add()
  }
  const list = whileScrolled({ ...context, idOf, ...(isNewer && { look }) })
  let rows = await rowsNow()
  const told = async (): Promise<SourceResult> => {
    add()
    const students = keyed(list.all)
    const { missing, whole } = proof(doc, students, isNewer)
    // Nobody on a page that does not count to nought: a page we do not understand.
    if (students.length === 0 && !whole) return { ok: false, problem: 'unreadable' }
    const people = await peopleOf(students, createBreath())
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
      follow,
    }
  }
  const follow = async (growth: Growth): Promise<SourceResult | null> => {
    if (list.hasNewWords() || !(await rows.grow(growth))) {
      if (!list.isSame()) return null
      rows = await rowsNow()
    }
    return told()
  }
  return told()
}

export const pageSource: Source = { id: 'page', read }
