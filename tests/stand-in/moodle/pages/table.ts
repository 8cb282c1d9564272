import { html } from 'hono/html'
import type { Account } from '../accounts.ts'
import { type Course, mayReview } from '../course.ts'
import type { Choices, Filters, Shown } from '../listing.ts'
import { roleNames, type StandInPerson } from '../people.ts'
import type { Html, Place } from './layout.ts'

/** A table of participants as it was asked for. */
export interface Table {
  readonly place: Place
  readonly course: Course
  readonly reader: Account
  readonly uniqueId: string
  readonly columns: readonly string[]
  readonly filters: Filters
  readonly choices: Choices
  readonly shown: Shown
}

const words: Readonly<Record<string, string>> = {
  fullname: 'First name / Last name',
  email: 'Email address',
  roles: 'Roles',
  groups: 'Groups',
  lastaccess: 'Last access to course',
  status: 'Status',
}

const badges: Readonly<Record<StandInPerson['status'], string>> = {
  Active: 'badge badge-success',
  Suspended: 'badge badge-warning',
  'Not current': 'badge badge-secondary',
}

const addressOf = ({ place, course }: Table): string => `${place.wwwroot}/user/index.php?id=${course.options.id}`

const heading = (table: Table, name: string, index: number) => {
  if (name === 'select')
    return html`<th class="header c${index}" scope="col"><input id="select-all-participants" type="checkbox" data-action="toggle" data-toggle="master" aria-label="Select all"></th>`
  const label = words[name] ?? name
  const address = addressOf(table)
  if (table.choices.hidden.includes(name))
    return html`<th class="header c${index}" scope="col"><a title="Show ${label}" aria-expanded="false" data-action="show" data-column="${name}" role="button" href="${address}&tshow=${name}">+</a></th>`
  const sort = (by: string, text: string) =>
    html`<a data-sortable="1" data-sortby="${by}" data-sortorder="4" role="button" href="${address}&tsort=${by}&tdir=4">${text}</a>`
  const title =
    name === 'fullname'
      ? html`${sort('firstname', 'First name')} / ${sort('lastname', 'Last name')}`
      : name === 'email'
        ? sort('email', label)
        : label
  return html`<th class="header c${index}" scope="col">${title}<div class="commands"><a title="Hide ${label}" aria-expanded="true" data-action="hide" data-column="${name}" role="button" href="${address}&thide=${name}">−</a></div></th>`
}

const fullName = ({ given, family }: StandInPerson): string => `${given} ${family}`

const initialsOf = ({ given, family }: StandInPerson): string =>
  [given, family].map((part) => [...part.trim()][0] ?? '').join('')

/** Whoever may change roles and groups gets their ids with it, everybody else the text alone. */
const chosen = (
  { course, reader }: Table,
  person: StandInPerson,
  kind: 'roles' | 'groups',
  names: Readonly<Record<string, string>>,
) => {
  const ids = person[kind]
  const text = ids.map((id) => names[id]).join(', ') || `No ${kind}`
  if (!mayReview(reader)) return text
  const options = Object.entries(names).map(([key, value]) => ({ key: Number(key), value }))
  return html`<span class="inplaceeditable inplaceeditable-autocomplete" data-inplaceeditable="1" data-component="core_${kind === 'roles' ? 'user' : 'group'}" data-itemtype="user_${kind}" data-itemid="${course.options.id}:${person.id}" data-value="${JSON.stringify(ids)}" data-type="autocomplete" data-options="${JSON.stringify({ options })}"><a href="#" class="quickeditlink aalink" data-inplaceeditablelink="1">${text} <span class="quickediticon visibleifjs"></span></a></span>`
}

const cellOf = (table: Table, groups: Readonly<Record<string, string>>, person: StandInPerson, name: string) => {
  const { place, course } = table
  switch (name) {
    case 'select':
      return html`<input id="user${person.id}" name="user${person.id}" type="checkbox" class="usercheckbox m-1" data-action="toggle" data-toggle="slave" aria-label="Select ‘${fullName(person)}’">`
    case 'fullname':
      return html`<a href="${place.wwwroot}/user/view.php?id=${person.id}&course=${course.options.id}" class="d-inline-block aabtn"><span class="userinitials size-35">${initialsOf(person)}</span>${fullName(person)}</a>`
    case 'email':
      return person.email
    case 'roles':
      return chosen(table, person, 'roles', roleNames)
    case 'groups':
      return chosen(table, person, 'groups', groups)
    case 'status':
      return html`<div data-fullname="${fullName(person)}" data-enrolinstancename="Manual enrolments" data-status="${person.status}"><span class="${badges[person.status]}">${person.status}</span></div>`
    default:
      return '4 days 10 hours'
  }
}

const rowsOf = (table: Table) => {
  const { course, uniqueId, columns, choices, shown } = table
  const groups = Object.fromEntries(course.groups.map(({ id, name }) => [id, name]))
  const row = (at: number, person: StandInPerson | null) => html`<tr class="${
    person ? '' : 'emptyrow'
  }" id="${uniqueId}_r${at}">${columns.map((name, index) => {
    const content = !person ? '' : choices.hidden.includes(name) ? '\u00a0' : cellOf(table, groups, person, name)
    return name === 'fullname'
      ? html`<th class="cell c${index}" id="${uniqueId}_r${at}_c${index}" scope="row">${content}</th>`
      : html`<td class="cell c${index}" id="${uniqueId}_r${at}_c${index}">${content}</td>`
  })}</tr>
`
  // Every page is filled up to its length.
  const empty = Math.max(0, shown.size - shown.rows.length)
  return [
    ...shown.rows.map((person, at) => row(at, person)),
    ...Array.from({ length: empty }, (_, at) => row(shown.rows.length + at, null)),
  ]
}

const bar = (table: Table, which: 'first' | 'last') => {
  const now = table.choices[which]
  const letter = (initial: string, text: string) =>
    html`<li data-initial="${initial}" class="page-item ${initial === '' ? 'initialbarall ' : ''}${initial === now ? 'active' : ''}"><a data-initial="${initial}" class="page-link" href="${addressOf(table)}&ti${which}=${initial}">${text}</a></li>`
  return html`<div class="initialbar ${which}initial"><span class="initialbarlabel">${which === 'first' ? 'First' : 'Last'} name</span><nav class="initialbargroups" aria-label="${which} name"><ul class="pagination">${letter('', 'All')}${[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((initial) => letter(initial, initial))}</ul></nav></div>`
}

/** The first pages, those around this one, and the last. */
const pager = (table: Table) => {
  const { number, size, total } = table.shown
  const last = Math.ceil(total / size)
  if (last < 2) return ''
  const pages = Array.from({ length: last }, (_, index) => index + 1).filter(
    (page) => page === 1 || page === last || Math.abs(page - number) < 9,
  )
  return html`<nav aria-label="Page" class="pagination pagination-centered"><ul class="mt-1 pagination">${pages.map(
    (page) =>
      html`<li class="page-item ${page === number ? 'active' : ''}" data-page-number="${page}"><a href="${page === number ? '#' : `${addressOf(table)}&page=${page - 1}`}" class="page-link"><span aria-hidden="true">${page}</span></a></li>`,
  )}</ul></nav>`
}

const showCount = (table: Table) => {
  const { size, total } = table.shown
  const link = (to: number, text: string) =>
    html`<a data-action="showcount" data-target-page-size="${to}" href="${addressOf(table)}&perpage=${to}">${text}</a>`
  if (size < total) return link(5000, `Show all ${total}`)
  return size > 20 && total > 20 ? link(20, 'Show 20 per page') : ''
}

/** The part of the page that the service answers with: the whole table, and what it says of itself (lms/moodle.md §4.2). */
export const tableRegion = (table: Table): Html | Promise<Html> => {
  const { course, uniqueId, columns, choices, shown } = table
  const filters = Object.fromEntries(
    Object.entries<readonly unknown[]>({ courseid: [course.options.id], ...table.filters }).map(([name, values]) => [
      name,
      { name, jointype: 1, values },
    ]),
  )
  const content =
    shown.total === 0
      ? html`<div class="alert alert-info" role="alert">Nothing to display</div>`
      : html`${bar(table, 'first')}${bar(table, 'last')}${pager(table)}
<div class="no-overflow"><table class="flexible table generaltable generalbox" id="participants"><thead><tr>${columns.map(
          (name, index) => heading(table, name, index),
        )}</tr></thead><tbody>
${rowsOf(table)}</tbody></table></div>
${pager(table)}${showCount(table)}`
  return html`<div class="table-dynamic position-relative" data-region="core_table/dynamic" data-table-handler="participants" data-table-component="core_user" data-table-uniqueid="${uniqueId}" data-table-filters="${JSON.stringify({ jointype: 2, filters })}" data-table-sort-data="${JSON.stringify(choices.sort)}" data-table-first-initial="${choices.first}" data-table-last-initial="${choices.last}" data-table-page-number="${shown.number}" data-table-page-size="${shown.size}" data-table-default-per-page="20" data-table-hidden-columns="${JSON.stringify(choices.hidden)}" data-table-total-rows="${shown.total}">
${content}
</div>`
}
