import { askEverybody, env, initials, make, roleNames } from './page.js'

/** Variant C: test ids on every cell, the name's id twice, as in the real page. */
const { permissions } = env
const columns = [
  ['name', 'Name'],
  ...(permissions.view_user_logins ? [['login_id', 'Login ID']] : []),
  ...(permissions.read_sis ? [['sis_id', 'SIS ID']] : []),
  ...(env.course.hideSectionsOnCourseUsersPage ? [] : [['section_name', 'Section']]),
  ['role', 'Role'],
]

const pill = (person) => {
  const states = person.enrollments.map(({ state }) => state)
  if (states.includes('invited')) return make('span', { class: 'css-1q2-pill' }, 'Pending')
  return states.includes('inactive') ? make('span', { class: 'css-1q2-pill' }, 'Inactive') : null
}

const cell = (kind, person, ...children) => make('td', { 'data-testid': `${kind}-user-${person._id}` }, ...children)

const cells = {
  name: (person) =>
    cell(
      'name',
      person,
      make(
        'span',
        { class: 'stand-in-avatar', 'data-testid': `avatar-user-${person._id}`, 'aria-hidden': 'true' },
        initials(person.name),
      ),
      make(
        'a',
        { 'data-testid': `link-user-${person._id}`, href: `/courses/${env.course.id}/users/${person._id}` },
        make('span', { 'data-testid': `name-user-${person._id}` }, person.name),
        person.pronouns ? make('i', { 'data-testid': `pronouns-user-${person._id}` }, ` (${person.pronouns})`) : null,
      ),
      pill(person),
    ),
  login_id: (person) => cell('login-id', person, person.loginId ?? ''),
  sis_id: (person) => cell('sis-id', person, person.sisId ?? ''),
  section_name: (person) =>
    cell('section-name', person, ...person.enrollments.map(({ section }) => make('div', {}, section.name))),
  role: (person) =>
    cell('role', person, ...person.enrollments.map(({ sisRole }) => make('div', {}, roleNames[sisRole] ?? sisRole))),
}

const draw = (people) => {
  const head = columns.map(([id, label]) => make('th', { scope: 'col', 'data-testid': `header-${id}` }, label))
  const rows = people.map((person) =>
    make('tr', { 'data-testid': `table-row-${person._id}` }, ...columns.map(([id]) => cells[id](person))),
  )
  return make(
    'table',
    { class: 'css-4k2-table stand-in-people' },
    make('thead', {}, make('tr', {}, ...head)),
    make('tbody', {}, ...rows),
  )
}

const everybody = await askEverybody()
const search = make('input', { type: 'search', placeholder: 'Search people...', 'aria-label': 'Search people' })
const holder = make('div', {}, draw(everybody))
search.addEventListener('input', () => {
  holder.replaceChildren(draw(everybody.filter(({ name }) => name.toLowerCase().includes(search.value.toLowerCase()))))
})
document
  .querySelector('#course_people')
  .append(
    make(
      'div',
      { class: 'stand-in-row' },
      make('div', {}, make('h1', { 'data-testid': 'course-people-header' }, 'People')),
      make('div', {}),
    ),
    make('div', { class: 'stand-in-row' }, search),
    holder,
  )
