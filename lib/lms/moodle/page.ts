import type { ReadContext, Source, SourceResult } from '../adapter.ts'
import type { PartialReason } from '../roster.ts'
import { offered } from './cell.ts'
import { createListing, resultOf } from './listing.ts'
import { type Extent, extentIn, isChosen, pageLinks } from './region.ts'

/** The filter holds every group that the reader may choose from: it is the site's, and leaves nothing to clear. */
const isOwnGroups = (doc: Document, { filters }: Extent): boolean => {
  const groups = filters.get('groups') ?? []
  return [...offered(doc, 'groups').keys()].every((id) => groups.includes(id))
}

const partialFor = (doc: Document, extent: Extent, rows: number): PartialReason | undefined => {
  if (isChosen(extent)) return 'filtered'
  if (extent.filters.has('groups')) return isOwnGroups(doc, extent) ? 'ownSectionsOnly' : 'filtered'
  if (extent.total !== undefined) return rows < extent.total ? 'rowsOnPage' : undefined
  const more = pageLinks(doc).length > 0 || doc.querySelector('.showall a[href*="perpage=5000"]')
  return more ? 'rowsOnPage' : undefined
}

/** The list in view: as many rows as its page has. */
const read = async ({ doc, page, onProgress }: ReadContext): Promise<SourceResult> => {
  if (page.kind !== 'roster') return { ok: false, problem: 'notThere' }
  const listing = createListing()
  if (!listing.head(doc) || (await listing.add(doc)) === 0) return { ok: false, problem: 'unreadable' }
  const extent = extentIn(doc)
  const rows = listing.people.size
  onProgress(rows, extent.total)
  return resultOf(listing, { partial: partialFor(doc, extent, rows), total: extent.total }, doc, page.courseName)
}

export const pageSource: Source = { id: 'page', read }
