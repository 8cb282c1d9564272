import type { Growth, ReadContext, Source, SourceResult } from '../adapter.ts'
import { haveRowsGone, rowsThatCame } from '../reading/growth.ts'
import type { PartialReason } from '../roster.ts'
import { offered } from './cell.ts'
import { createListing, resultOf } from './listing.ts'
import { type Extent, extentIn, isChanging, isChosen, pageLinks } from './region.ts'
import { rowOfPerson, rowsIn } from './rows.ts'

/** The filter holds every group that the reader may choose from: it is the site's, and leaves nothing to clear. */
const isOwnGroups = (doc: Document, { filters }: Extent): boolean => {
  const groups = filters.get('groups') ?? []
  return [...offered(doc, 'groups').keys()].every((id) => groups.includes(id))
}

const partialFor = (doc: Document, extent: Extent, rows: number): PartialReason | undefined => {
  if (isChosen(extent)) return 'filtered'
  if (extent.filters.has('groups')) return isOwnGroups(doc, extent) ? 'ownSectionsOnly' : 'filtered'
  if (isChanging(doc)) return 'rowsOnPage'
  if (extent.total !== undefined) return rows < extent.total ? 'rowsOnPage' : undefined
  const more = pageLinks(doc).length > 0 || doc.querySelector('.showall a[href*="perpage=5000"]')
  return more ? 'rowsOnPage' : undefined
}

/** The list in view: as many rows as its page has. */
const read = async ({ doc, page, onProgress }: ReadContext): Promise<SourceResult> => {
  if (page.kind !== 'roster') return { ok: false, problem: 'notThere' }
  const listing = createListing()
  const known = new Set(rowsIn(doc))
  if (!listing.head(doc) || (await listing.add(known)) === 0) return { ok: false, problem: 'unreadable' }
  const told = async (): Promise<SourceResult> => {
    const extent = extentIn(doc)
    const rows = listing.people.size
    onProgress(rows, extent.total)
    const reach = { partial: partialFor(doc, extent, rows), total: extent.total }
    return { ...(await resultOf(listing, reach, doc, page.courseName)), follow }
  }
  /** A page of the list that took another's place is read anew; a row that came, or that something came to, by itself. */
  const follow = async (growth: Growth): Promise<SourceResult | null> => {
    if (haveRowsGone(growth, (one) => known.has(one))) return null
    const came = rowsThatCame(growth, rowOfPerson)
    for (const row of came) known.add(row)
    await listing.add(came)
    return told()
  }
  return told()
}

export const pageSource: Source = { id: 'page', read }
