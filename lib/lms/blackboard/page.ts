import type { Growth, ReadContext, Source, SourceResult } from '../adapter.ts'
import { appearance } from '../reading/appearance.ts'
import { haveRowsChanged } from '../reading/growth.ts'
import { whileScrolled } from '../reading/whileScrolled.ts'
import { claimFor, isFreeFor } from '../reading/whose.ts'
import { createCalls } from './calls.ts'
import { extentOf } from './extent.ts'
import { listedResult } from './original.ts'
import { rosterToolRow } from './rosterTool.ts'
import { addRows, type RowsRead } from './rowsRead.ts'
import { wantsSignIn } from './signedOut.ts'
import { type Table, tableIn } from './table.ts'
import { addUltraPeople, idOf, listUltraPeople, searchedFor, type UltraPerson, ultraRows } from './ultraRoster.ts'
import { userReader } from './usersList.ts'

/** The Users page or the Roster tool, as it stands. */
const readOriginal = async (context: ReadContext): Promise<SourceResult> => {
  const { doc, url, page, onProgress } = context
  const first = tableIn(doc)
  if (!first) return { ok: false, problem: wantsSignIn(doc) ? 'signedOut' : 'unreadable' }
  const isTool = url.pathname.endsWith('/searchRoster')
  const readRow = isTool ? rosterToolRow : userReader(first)
  const read: RowsRead = new Map()
  let me: Promise<string> | undefined
  const take = async ({ rows }: Table): Promise<SourceResult> => {
    const enrolments = await addRows(rows, readRow, read)
    // Empty until something is searched for, or rows that are none of ours.
    if (enrolments.size === 0) return { ok: false, problem: 'unreadable' }
    onProgress(enrolments.size)
    const { partial, of } = extentOf(doc, url, rows.length)
    me ??= isTool ? Promise.resolve('') : createCalls(context).me()
    const listed = await listedResult({
      enrolments,
      me: await me,
      // People can keep themselves off the Roster tool.
      partial: partial ?? (isTool ? 'mayHide' : undefined),
      missing: of === undefined ? undefined : Math.max(0, of - rows.length),
      course: { name: page.courseName },
    })
    return { ...listed, follow }
  }
  const follow = async (growth: Growth): Promise<SourceResult | null> => {
    const now = haveRowsChanged(growth, read) ? null : tableIn(doc)
    return now && take(now)
  }
  return take(first)
}

/** Ultra's roster: more rows come when it is scrolled, for which others may go, and it never says that these are all. */
const readUltra = async (context: ReadContext): Promise<SourceResult> => {
  const { doc, page, onProgress } = context
  const rowsNow = () => ultraRows(doc).filter((row) => isFreeFor(row, page.courseId))
  await appearance(context, () => rowsNow().length > 0)
  const people = new Map<Element, UltraPerson>()
  const narrowed = () => searchedFor(doc)
  const readRows = async () => {
    const rows = rowsNow()
    for (const row of rows) claimFor(row, page.courseId)
    await addUltraPeople(rows, people)
    list.add(people)
  }
  const look = () => {
    people.clear()
    return readRows()
  }
  const list = whileScrolled({ ...context, narrowed, idOf, look })
  const take = async (): Promise<SourceResult> => {
    await readRows()
    if (list.all.length === 0) return { ok: false, problem: 'unreadable' }
    onProgress(list.all.length)
    return {
      ok: true,
      course: { name: page.courseName },
      ...(await listUltraPeople(list.all)),
      complete: false,
      partial: narrowed() ? 'filtered' : 'rowsOnPage',
      follow,
    }
  }
  const follow = async (growth: Growth): Promise<SourceResult | null> => {
    if (list.hasNewWords() || haveRowsChanged(growth, people)) {
      if (!list.isSame()) return null
      people.clear()
    }
    return take()
  }
  return take()
}

const read = async (context: ReadContext): Promise<SourceResult> => {
  if (context.page.kind !== 'roster') return { ok: false, problem: 'notThere' }
  return context.url.pathname.startsWith('/webapps/') ? readOriginal(context) : readUltra(context)
}

export const pageSource: Source = { id: 'page', read }
