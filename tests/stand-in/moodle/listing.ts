import type { Account } from './accounts.ts'
import { type Course, listPeople } from './course.ts'
import type { StandInPerson } from './people.ts'

/** What stays chosen on a table from page to page. */
export interface Choices {
  readonly first: string
  readonly last: string
  readonly hidden: readonly string[]
  readonly sort: readonly { readonly sortby: string; readonly sortorder: number }[]
}

export const noChoices: Choices = { first: '', last: '', hidden: [], sort: [{ sortby: 'lastname', sortorder: 4 }] }

/** Filters by name, the course aside. */
export type Filters = Readonly<Record<string, readonly unknown[]>>

/** One page of the table. */
export interface Shown {
  readonly rows: readonly StandInPerson[]
  readonly total: number
  /** From 1. */
  readonly number: number
  readonly size: number
}

const field = (person: StandInPerson, name: string): string =>
  ({ firstname: person.given, lastname: person.family, email: person.email })[name] ?? ''

/** As a database compares: not by any reader's language. */
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const isKept = (person: StandInPerson, filters: Filters, { first, last }: Choices): boolean => {
  const { roles, groups, keywords } = filters
  const words = [person.given, person.family, person.email].join(' ').toLowerCase()
  return (
    (!roles || roles.some((role) => person.roles.includes(String(role)))) &&
    (!groups || groups.some((group) => person.groups.includes(String(group)))) &&
    (!keywords || keywords.every((word) => words.includes(String(word).toLowerCase()))) &&
    person.given.toUpperCase().startsWith(first) &&
    person.family.toUpperCase().startsWith(last)
  )
}

/** Sorted by the first two columns that the reader sees, as Moodle does. */
export const pageOf = (
  course: Course,
  reader: Account,
  columns: readonly string[],
  filters: Filters,
  choices: Choices,
  { number, size }: Pick<Shown, 'number' | 'size'>,
): Shown => {
  const keys = choices.sort
    .filter(({ sortby }) => /^(?:first|last)name$/.test(sortby) || columns.includes(sortby))
    .slice(0, 2)
  const found = listPeople(course, reader).filter((person) => isKept(person, filters, choices))
  const sorted = found.toSorted((one, other) => {
    for (const { sortby, sortorder } of keys) {
      const order = compare(field(one, sortby), field(other, sortby))
      if (order !== 0) return sortorder === 4 ? order : -order
    }
    return one.id - other.id
  })
  return { rows: sorted.slice((number - 1) * size, number * size), total: found.length, number, size }
}
