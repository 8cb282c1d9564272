import type { SourceResult } from '../adapter.ts'
import { createBreath } from '../reading/breathe.ts'
import { textOf } from '../reading/text.ts'
import type { PartialReason } from '../roster.ts'
import { type Names, namesOf, offered } from './cell.ts'
import { readerOn } from './config.ts'
import { foldPeople } from './fold.ts'
import { columnsOf, createRowReader, hasFolded, type Told } from './rows.ts'

/** Columns without which a list tells less than there is to know. */
interface Columns {
  readonly email: boolean
  /** The column of addresses is there, and folded away. */
  readonly emailFolded: boolean
  /** Readers who may not see who is suspended do not get the suspended either. */
  readonly status: boolean
}

/** People as they are read, page by page. */
export interface Listing {
  /** Each once. */
  readonly people: ReadonlyMap<string, Told>
  /** The headings; after that, and before the next, rows are read under them. False where there is no table that is known. */
  head(from: ParentNode): boolean
  /** How many rows of people there were. */
  add(rows: Iterable<Element>): Promise<number>
  columns(): Columns
}

export const createListing = (): Listing => {
  const people = new Map<string, Told>()
  const breathe = createBreath()
  let columns: ReturnType<typeof columnsOf> = new Map()
  let emailFolded = false
  let readRow = createRowReader(columns)
  return {
    people,
    head: (from) => {
      const table = from.querySelector('#participants')
      if (!table) return false
      columns = columnsOf(table)
      emailFolded = hasFolded(table, 'email')
      // Older tables, before 3.4, name their columns otherwise; and without names it is nobody's list.
      if (!['fullname', 'firstname', 'lastname'].some((name) => columns.has(name))) return false
      readRow = createRowReader(columns)
      return true
    },
    add: async (rows) => {
      let count = 0
      for (const row of rows) {
        const told = readRow(row)
        if (told) {
          count++
          people.set(told.id, told)
        }
        await breathe()
      }
      return count
    },
    columns: () => ({ email: columns.has('email'), emailFolded, status: columns.has('status') }),
  }
}

/** How far a list goes. */
export interface Reach {
  /** Why it is not everybody, as far as its source can tell. */
  readonly partial: PartialReason | undefined
  /** People there are by the site's own count. */
  readonly total: number | undefined
  /** The site showed the reader their own group first. */
  readonly ownGroup?: boolean
}

/** Whoever is in no group is not seen by readers who are kept to their own. */
const isKeptToGroups = (people: Iterable<Told>, groups: Names): boolean => {
  if (groups.size === 0) return true
  const known = new Set(groups.values())
  for (const told of people) {
    const names = namesOf(told.groups, groups)
    if (!names.some((name) => told.groups.ids || known.has(name))) return false
  }
  return true
}

const reasonFor = (listing: Listing, { partial, total, ownGroup }: Reach, groups: Names): PartialReason | undefined => {
  if (partial) return partial
  if (ownGroup && isKeptToGroups(listing.people.values(), groups)) return 'ownSectionsOnly'
  if (total !== undefined && total > listing.people.size) return 'countsDiffer'
  return listing.people.size === 0 || listing.columns().status ? undefined : 'mayHide'
}

/** `around`: a participants page, which offers names to filter by and says who is reading. */
export const resultOf = async (
  listing: Listing,
  reach: Reach,
  around: Document,
  courseName: string,
): Promise<SourceResult & { readonly ok: true }> => {
  const all = [...listing.people.values()]
  const groups = offered(around, 'groups')
  const { people, leftOut } = await foldPeople(all, {
    roles: offered(around, 'roles'),
    groups,
    me: readerOn(around),
  })
  const partial = reasonFor(listing, reach, groups)
  const { email, emailFolded } = listing.columns()
  const isCount = partial !== 'filtered' && partial !== 'ownSectionsOnly'
  const missing = reach.total === undefined ? undefined : Math.max(0, reach.total - all.length)
  return {
    ok: true,
    course: { name: courseName || textOf(around.querySelector('#page-header h1')) },
    people,
    complete: !partial,
    ...(partial ? { partial } : {}),
    ...(isCount && missing !== undefined ? { total: people.length + missing } : {}),
    ...(email || people.length === 0 ? {} : emailFolded ? { addressesFolded: true } : { addressesHidden: true }),
    leftOut,
  }
}
