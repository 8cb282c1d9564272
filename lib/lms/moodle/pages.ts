import type { ReadContext, SourceResult } from '../adapter.ts'
import { attr } from '../reading/text.ts'
import { createListing, resultOf } from './listing.ts'
import { problemIn } from './participants.ts'
import { extentIn, isChosen, pageLinks } from './region.ts'
import { rowsIn } from './rows.ts'
import { PAGE_LENGTH } from './service.ts'
import type { Site } from './site.ts'

const MOST_PAGES = 1000

/** The list goes on: it links to the page after `number`, counted from 0. */
const linksToNext = (doc: Document, number: number): boolean =>
  pageLinks(doc).some((link) => Number(/[?&]page=(\d+)/.exec(attr(link, 'href'))?.[1]) === number + 1)

/**
 * The participants page itself, asked for in long pages: Moodle before 3.9 has no other way, and later ones may have closed the
 * service. Letters and folded columns that the reader chose are in force here.
 */
export const participantsPages = async (context: ReadContext, site: Site): Promise<SourceResult> => {
  const { page, onProgress } = context
  const listing = createListing()
  let rows = 0
  let totals: readonly (number | undefined)[] = []
  let chosen = false
  for (let number = 0; ; number++) {
    const now = await site.participants({ page: number, length: PAGE_LENGTH })
    if (now.kind !== 'page') return { ok: false, problem: problemIn(now) }
    const { doc } = now
    const extent = extentIn(doc)
    if (extent.courseId && extent.courseId !== page.courseId) return { ok: false, problem: 'unreadable' }
    totals = [...totals, extent.total]
    chosen ||= isChosen(extent)
    const before = listing.people.size
    const came = listing.head(doc) ? await listing.add(rowsIn(doc)) : 0
    rows += came
    onProgress(listing.people.size, extent.total)
    const more = came > 0 && (extent.total === undefined ? linksToNext(doc, number) : rows < extent.total)
    if (more && (listing.people.size === before || number === MOST_PAGES)) return { ok: false, problem: 'broken' }
    if (more) continue
    // The reader is on the list themselves, or sees why not: an empty one is no list that is known.
    if (listing.people.size === 0) return { ok: false, problem: 'unreadable' }
    const wavered = new Set(totals).size > 1
    return resultOf(
      listing,
      {
        partial: chosen ? 'filtered' : wavered ? 'countsDiffer' : undefined,
        total: extent.total,
        ownGroup: extent.filters.has('groups'),
      },
      doc,
      page.courseName,
    )
  }
}
