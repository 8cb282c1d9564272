import { askEverybody, env, initials, make, roleNames } from './page.js'

/** Variant B: a table drawn after load from one GraphQL answer; the status comes from the first enrolment alone. */
const { permissions } = env
const columns = [
  ['avatar', ''],
  ['name', 'Name'],
  ...(permissions.view_user_logins ? [['login-id', 'Login ID']] : []),
  ...(permissions.read_sis ? [['sis-id', 'SIS ID']] : []),
  ...(env.course.hideSectionsOnCourseUsersPage === false ? [['section', 'Section']] : []),
  ['role', 'Role'],
  ...(permissions.read_reports
    ? [
        ['last-activity', 'Last Activity'],
        ['total-activity', 'Total Activity'],
      ]
    : []),
  ['administrative-links', ''],
]

const pill = (state) => {
  if (state === 'invited') return make('span', { class: 'css-1q2-pill' }, 'Pending')
  return state === 'inactive' ? make('span', { class: 'css-1q2-pill' }, 'Inactive') : null
}

const nameCell = (person) => {
  const student = person.enrollments.some(({ type }) => type === 'StudentEnrollment')
  return make(
    'td',
    { 'data-testid': 'roster-table-name-cell' },
    make(
      'span',
      {
        class: student ? 'student_context_card_trigger' : undefined,
        'data-student_id': person._id,
        'data-course_id': env.course.id,
      },
      make(
        'a',
        { href: `/courses/${env.course.id}/users/${person._id}` },
        person.name,
        person.pronouns ? make('span', { 'data-testid': 'user-pronouns' }, ` (${person.pronouns})`) : null,
      ),
    ),
    pill(person.enrollments[0]?.state),
  )
}

const cells = {
  avatar: (person) =>
    make(
      'td',
      {},
      make('span', { class: 'stand-in-avatar', 'aria-hidden': 'true' }, initials(person.name)),
      make('span', { class: 'screenreader-only' }, person.name),
    ),
  name: nameCell,
  'login-id': (person) => make('td', {}, person.loginId ?? ''),
  'sis-id': (person) => make('td', {}, person.sisId ?? ''),
  section: (person) => make('td', {}, ...person.enrollments.map(({ section }) => make('div', {}, section.name))),
  role: (person) =>
    make('td', {}, ...person.enrollments.map(({ sisRole }) => make('div', {}, roleNames[sisRole] ?? sisRole))),
  'last-activity': () => make('td', {}, 'Nov 20 at 11am'),
  'total-activity': () => make('td', {}, '01:02:03'),
  'administrative-links': () => make('td', {}),
}

const people = await askEverybody()
const head = columns.map(([id, label]) => make('th', { scope: 'col', 'data-testid': `colheader-${id}` }, label))
document
  .querySelector('#course_people')
  .append(
    make(
      'table',
      { class: 'css-9x7-table stand-in-people' },
      make('caption', { class: 'screenreader-only' }, 'Course Roster'),
      make('thead', { 'data-testid': 'roster-table-head' }, make('tr', {}, ...head)),
      make(
        'tbody',
        {},
        ...people.map((person) =>
          make('tr', { 'data-testid': 'roster-table-data-row' }, ...columns.map(([id]) => cells[id](person))),
        ),
      ),
    ),
  )
