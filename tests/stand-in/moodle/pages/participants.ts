import { html } from 'hono/html'
import { ownGroups } from '../course.ts'
import { roleNames } from '../people.ts'
import { layout } from './layout.ts'
import { type Table, tableRegion } from './table.ts'

/** What the list can be filtered by. Readers who are kept to their groups are offered no others. */
const filterData = ({ course, reader }: Table) => {
  const kept = course.switches.groupMode === 'separate' ? ownGroups(course, reader) : null
  const groups = course.groups.filter(({ id }) => !kept || kept.includes(id))
  return html`<div class="hidden" data-filterregion="filtertypedata" hidden>
    <select multiple data-field-name="groups" aria-label="Groups"><option value="-1">No groups</option>${groups.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}</select>
    <select multiple data-field-name="roles" aria-label="Roles"><option value="-1">No roles</option>${Object.entries(roleNames).map(([id, name]) => html`<option value="${id}">${name}</option>`)}</select>
  </div>`
}

const filterForm = html`<p class="stand-in-filter"><label>Role <select data-stand-in="role"><option value="">All</option>${Object.entries(
  roleNames,
).map(([id, name]) => html`<option value="${id}">${name}</option>`)}</select></label>
  <button type="button" data-filteraction="apply">Apply filters</button> <button type="button" data-filteraction="reset">Clear filters</button></p>`

/** The participants page of Moodle 4 (lms/moodle.md §4). */
export const participantsPage = (table: Table) => {
  const { place, course, uniqueId, shown } = table
  const { id, name, code } = course.options
  return layout(place, {
    id: 'page-course-view-participants',
    path: 'path-user path-course path-course-view',
    title: `${code ?? name}: Participants`,
    heading: name,
    course,
    content: html`<h2>Enrolled users</h2>
  <div class="userlist">
    ${filterForm}${filterData(table)}
    <form action="action_redir.php" method="post" id="participantsform" data-course-id="${id}" data-table-unique-id="${uniqueId}"><div>
      <input type="hidden" name="sesskey" value="${place.session?.key ?? ''}">
      <p data-region="participant-count">${shown.total} participants found</p>
      ${tableRegion(table)}
      <div class="buttons"><input type="hidden" name="id" value="${id}"></div>
    </div></form>
  </div>
  <script type="module" src="${place.root}/stand-in/participants.js"></script>`,
  })
}
