import type { ReadContext, SourceResult } from '../adapter.ts'
import type { ReadProblem } from '../roster.ts'
import { sessionKey } from './config.ts'
import { createListing, resultOf } from './listing.ts'
import { type Participants, problemIn } from './participants.ts'
import { extentIn, isChosen, isDynamic } from './region.ts'
import { rowsIn } from './rows.ts'
import { askTable, PAGE_LENGTH, piecesOf, type TablePage } from './service.ts'
import type { Site } from './site.ts'

/** No course has so many hundreds of people: a list that goes on is a list that does not end. */
const MOST_PAGES = 1000

type Refused = Exclude<TablePage, { ok: true }>

/** The cookie or the key that goes with every call has gone stale. */
const isStale = (refused: Refused): boolean =>
  'code' in refused && /^(?:servicerequireslogin|invalidsesskey)$/.test(refused.code)

/** What needs no second look; undefined where it has to be seen who is asking. */
const plainProblem = (refused: Refused): ReadProblem | undefined => {
  if ('code' in refused) {
    if (/^(?:nopermissions|errorcoursecontextnotvalid)$/.test(refused.code)) return 'forbidden'
    if (/^(?:servicenotavailable|invalidrecord)$/.test(refused.code)) return 'notThere'
    return /^(?:dml|ddl)|maintenance|upgrade/.test(refused.code) ? 'broken' : undefined
  }
  const { refusal } = refused
  if (refusal === 'notFound' || refusal === 'notUnderstood') return 'notThere'
  return refusal === 'throttled' || refusal === 'broken' || refusal === 'stopped' ? refusal : undefined
}

/** What a refusal means, seen together with the participants page. */
const problemFor = (refused: Refused, now: Participants): ReadProblem => {
  if (now.kind !== 'page') return now.kind === 'strange' ? 'broken' : problemIn(now)
  if ('code' in refused) return refused.code === 'requireloginerror' ? 'forbidden' : 'unreadable'
  if (refused.refusal === 'unreachable') return 'unreachable'
  return refused.refusal === 'notJson' ? 'notThere' : 'forbidden'
}

/** A participants page whose list the reader did not limit, and the site did not either. */
const showsAll = (doc: Document): boolean => isDynamic(doc) && !extentIn(doc).filters.has('groups')

/** Everybody through the table's own service, whatever is filtered on the page in view (3.9 and later). */
export const tableService = async (context: ReadContext, site: Site): Promise<SourceResult> => {
  const { doc, page, onProgress } = context
  let around = doc
  let key = sessionKey(doc)
  let looked = false
  const look = async (): Promise<Participants> => {
    const now = await site.participants()
    looked = true
    if (now.kind === 'page') [around, key] = [now.doc, now.key]
    return now
  }
  if (page.kind !== 'roster' || !key || !showsAll(doc)) {
    const now = await look()
    if (now.kind !== 'page') return { ok: false, problem: problemIn(now) }
  }
  if (!isDynamic(around)) return { ok: false, problem: 'notThere' }

  let renewed = false
  const ask = async (number: number): Promise<string | { readonly problem: ReadProblem }> => {
    for (;;) {
      const answer = await askTable(site.ask, site.base, key, page.courseId, number)
      if (answer.ok) return answer.html
      const plain = plainProblem(answer)
      if (plain) return { problem: plain }
      const now = await look()
      if (now.kind !== 'page' || !isStale(answer) || renewed) return { problem: problemFor(answer, now) }
      renewed = true
    }
  }

  const listing = createListing()
  let rows = 0
  let total: number | undefined
  let wavered = false
  let chosen = false
  let ownGroup = false
  let coming = ask(1)
  for (let number = 1; ; number++) {
    const html = await coming
    if (typeof html !== 'string') return { ok: false, problem: html.problem }
    const pieces = piecesOf(html)
    const framed = site.parse(pieces.frame)
    const count = pieces.count + rowsIn(framed).length
    const extent = extentIn(framed)
    if (!isDynamic(framed) || extent.courseId !== page.courseId) return { ok: false, problem: 'unreadable' }
    wavered ||= number > 1 && extent.total !== total
    total = extent.total
    chosen ||= isChosen(extent)
    ownGroup ||= extent.filters.has('groups')
    const more = count > 0 && (total === undefined ? count >= PAGE_LENGTH : rows + count < total)
    if (more && number === MOST_PAGES) return { ok: false, problem: 'broken' }
    // The next page is on its way while this one is read.
    if (more) coming = ask(number + 1)
    const before = listing.people.size
    if (listing.head(framed)) rows += await listing.add(rowsIn(framed))
    for (const table of pieces.tables) rows += await listing.add(rowsIn(site.parse(table)))
    onProgress(listing.people.size, total)
    if (count > 0 && listing.people.size === before) return { ok: false, problem: 'unreadable' }
    if (!more) break
  }
  // Nobody at all: the page says why, where it is not that nobody is there.
  if (listing.people.size === 0 && !looked) {
    const now = await look()
    if (now.kind !== 'page') return { ok: false, problem: problemIn(now) }
  }
  if (listing.people.size === 0 && total !== 0) return { ok: false, problem: 'unreadable' }
  return resultOf(
    listing,
    {
      // Somebody came or went while the pages were read: one may have slipped from page to page.
      partial: chosen ? 'filtered' : wavered ? 'countsDiffer' : total === undefined ? 'maybeMore' : undefined,
      total,
      ownGroup: ownGroup || extentIn(around).filters.has('groups'),
    },
    around,
    page.courseName,
  )
}
