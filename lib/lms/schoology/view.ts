import { textOf } from '../reading/text.ts'

/** What the members page shows of its list besides rows (Schoology's own `s_enrollment` script names these parts). */
export interface View {
  /** How many the whole list has; undefined where it is not said, or where a search or filter is on. */
  readonly total: number | undefined
  readonly filtered: boolean
  /** There is a next page. */
  readonly more: boolean
}

export const viewOf = (doc: Document): View => {
  const roster = doc.querySelector('#roster-wrapper')
  const everyone = !!roster?.querySelector('.enrollment-filters .all-filter.active')
  const searched = [...(roster?.querySelectorAll<HTMLInputElement>('input[type="text"], input[type="search"]') ?? [])]
  const filtered =
    !!roster?.querySelector('.enrollment-filters .active:not(.all-filter)') ||
    searched.some(({ value }) => value !== '')
  const total = textOf(roster?.querySelector('.enrollment-view-nav .total'))
  return {
    total: everyone && !filtered && /^\d+$/.test(total) ? Number(total) : undefined,
    filtered,
    more: !!roster?.querySelector('.enrollment-view-nav .next:not(.disabled)'),
  }
}
