import { attr } from '../reading/text.ts'
import { fields, list, word } from '../reading/values.ts'
import { jsonIn } from './config.ts'

/** What a table of participants says of itself: which people it is about, and how many there are. */
export interface Extent {
  /** Rows under the filters below; undefined where it does not say. */
  readonly total: number | undefined
  /** '' where it does not say. */
  readonly courseId: string
  /** What the list is filtered by, each with its values: `groups`, `roles`, `keywords`, … */
  readonly filters: ReadonlyMap<string, readonly string[]>
  /** A letter was chosen. It stays chosen from page to page. */
  readonly initials: boolean
}

const regionIn = (from: ParentNode): Element | null =>
  from.querySelector('[data-region="core_table/dynamic"][data-table-handler="participants"]')

/** The table tells about itself, and can be asked for through its service: Moodle 3.9 and later. */
export const isDynamic = (from: ParentNode): boolean => !!regionIn(from)

/** What the table tells of itself is already about the rows that are on their way. */
export const isChanging = (from: ParentNode): boolean => !!regionIn(from)?.querySelector('.loading-icon')

const extentOf = (region: Element): Extent => {
  const filters = new Map(
    Object.entries(fields(fields(jsonIn(attr(region, 'data-table-filters'))).filters)).map(
      ([name, filter]) => [name, list(fields(filter).values).map(word)] as const,
    ),
  )
  const total = attr(region, 'data-table-total-rows')
  const [courseId = ''] = filters.get('courseid') ?? []
  filters.delete('courseid')
  return {
    total: /^\d+$/.test(total) ? Number(total) : undefined,
    courseId,
    filters,
    initials: ['first', 'last'].some((which) => attr(region, `data-table-${which}-initial`) !== ''),
  }
}

/** Before 3.9 one menu holds all filters, each as its kind's number and a value. */
const olderExtent = (from: ParentNode): Extent => {
  const filters = new Map<string, string[]>()
  for (const option of from.querySelectorAll('select[name="unified-filters[]"] option[selected]')) {
    const [, kind = '', value = ''] = /^(\d+):(.*)$/.exec(attr(option, 'value')) ?? []
    const name = kind === '2' ? 'groups' : 'others'
    filters.set(name, [...(filters.get(name) ?? []), value])
  }
  const form = from.querySelector('#participantsform')
  return {
    total: undefined,
    courseId: attr(form, 'data-course-id') || attr(form?.querySelector('input[name="id"]'), 'value'),
    filters,
    initials: !!from.querySelector('.initialbar .active:not(.initialbarall)'),
  }
}

export const extentIn = (from: ParentNode): Extent => {
  const region = regionIn(from)
  return region ? extentOf(region) : olderExtent(from)
}

/** Filters and letters that somebody chose. A filter by groups may be the site's own: a reader is shown their group first. */
export const isChosen = ({ filters, initials }: Extent): boolean =>
  initials || [...filters.keys()].some((name) => name !== 'groups')

/** Links to other pages of the list. The bars of letters look the same, and lead nowhere else. */
export const pageLinks = (doc: Document): readonly Element[] =>
  [...doc.querySelectorAll('.pagination a[href], .paging a[href]')].filter((link) => !link.closest('.initialbar'))
