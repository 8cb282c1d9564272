import { attr } from '../reading/text.ts'
import { fields, list, word } from '../reading/values.ts'
import { jsonIn } from './config.ts'

/** What the table of participants says about itself (Moodle 3.9 and later): which people it is about, and how many there are. */
export interface Region {
  /** Rows under the filters below; undefined where it does not say. */
  readonly total: number | undefined
  readonly courseId: string
  /** Names of the filters beside the course: `groups`, `roles`, `keywords`, … */
  readonly filters: readonly string[]
  /** A letter was chosen. It stays chosen from page to page. */
  readonly initials: boolean
}

/** The table's own account, null where it gives none: before 3.9, or on another page. */
export const regionIn = (from: ParentNode): Region | null => {
  const element = from.querySelector('[data-region="core_table/dynamic"][data-table-handler="participants"]')
  if (!element) return null
  const filters = fields(fields(jsonIn(attr(element, 'data-table-filters'))).filters)
  const total = attr(element, 'data-table-total-rows')
  return {
    total: /^\d+$/.test(total) ? Number(total) : undefined,
    courseId: word(list(fields(filters.courseid).values)[0]),
    filters: Object.keys(filters).filter((name) => name !== 'courseid'),
    initials: ['first', 'last'].some((which) => attr(element, `data-table-${which}-initial`) !== ''),
  }
}
