import type { EnrolmentState } from '../../people/person.ts'
import { attr, textOf } from '../reading/text.ts'
import { type Cell, createCellReader, emptyCell } from './cell.ts'

/** What a row tells of somebody. Student numbers, departments, visits and dates of enrolment stand in it too, and are left there. */
export interface Told {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly login: string
  readonly roles: Cell
  readonly groups: Cell
  readonly state: EnrolmentState
}

/** Columns that are read, by the class that their cells have (`c3`). A column that was folded away has none. */
export type Columns = ReadonlyMap<string, string>

/** What a heading's links are about: in attributes since 3.9, in addresses before. Headings themselves are translated. */
const nameIn = (head: Element): string => {
  const told = attr(head.querySelector('[data-column]'), 'data-column')
  if (told) return told
  for (const link of head.querySelectorAll('a[href]')) {
    const [, name] = /[?&]t(?:hide|show|sort)=(\w+)/.exec(attr(link, 'href')) ?? []
    if (name) return name
  }
  return attr(head.querySelector('[data-sortby]'), 'data-sortby')
}

/** The heading of a folded column offers to show it, that of any other to hide it. */
const isFolded = (head: Element): boolean => !!head.querySelector('[data-action="show"], a[href*="tshow="]')

export const columnsOf = (table: Element): Columns => {
  const columns = new Map<string, string>()
  for (const head of table.querySelectorAll('thead th')) {
    const [, place] = /(?:^|\s)(c\d+)(?:\s|$)/.exec(attr(head, 'class')) ?? []
    const name = nameIn(head)
    if (place && name && !isFolded(head) && !columns.has(name)) columns.set(name, place)
  }
  return columns
}

/** Whether the reader has folded a column away: what is in it is theirs to see. */
export const hasFolded = (table: Element, name: string): boolean =>
  [...table.querySelectorAll('thead th')].some((head) => isFolded(head) && nameIn(head) === name)

/** Rows of people: Moodle fills every page up to its length with empty ones. */
export const rowOfPerson = '#participants tbody tr:not(.emptyrow)'

export const rowsIn = (from: ParentNode): Element[] => [...from.querySelectorAll(rowOfPerson)]

/** The link's text without the initials that stand for a picture. */
const nameOf = (link: Element): string => {
  const [whole, initials] = [textOf(link), textOf(link.querySelector('.userinitials'))]
  return initials && whole.startsWith(initials) ? whole.slice(initials.length).trim() : whole
}

/** One badge for each enrolment: green ones are under way, others suspended, over, or yet to come. Their words are translated. */
const stateOf = (cell: Element | null): EnrolmentState => {
  const badges = [...(cell?.querySelectorAll('[data-status] .badge') ?? [])]
  return badges.length === 0 || badges.some((badge) => /\bsuccess\b/.test(attr(badge, 'class'))) ? 'active' : 'inactive'
}

/** A reader of rows under one set of headings; null for a row that is nobody's. */
export const createRowReader = (columns: Columns): ((row: Element) => Told | null) => {
  const readCell = createCellReader()
  return (row) => {
    const cells = new Map<string, Element>()
    for (const cell of row.children) {
      const [, place] = /(?:^|\s)(c\d+)(?:\s|$)/.exec(attr(cell, 'class')) ?? []
      if (place) cells.set(place, cell)
    }
    const cellOf = (name: string) => cells.get(columns.get(name) ?? '') ?? null
    const link = row.querySelector('a[href*="/user/view.php?"], a[href*="/user/profile.php?"]')
    const id =
      /[?&]id=(\d+)/.exec(attr(link, 'href'))?.[1] ??
      /^user(\d+)$/.exec(attr(row.querySelector('.usercheckbox'), 'id'))?.[1]
    if (!id) return null
    const [roles, groups] = [cellOf('roles'), cellOf('groups')]
    return {
      id,
      name: link ? nameOf(link) : textOf(cellOf('fullname')),
      email: textOf(cellOf('email')),
      login: textOf(cellOf('username')),
      roles: roles ? readCell(roles) : emptyCell,
      groups: groups ? readCell(groups) : emptyCell,
      state: stateOf(cellOf('status')),
    }
  }
}
