import { ask, env, initials, make, roleNames } from './page.js'

/** Variant A: 50 rows at a time, the next ones when the end comes within 1000 px of the window's. */
const NEAR_END = 1000
const { permissions } = env
const course = env.course.id
const sectionNames = new Map(env.SECTIONS.map(({ id, name }) => [id, name]))
const holder = document.querySelector('[data-view="users"]')
const filter = document.querySelector('input[name="search_term"]')
const withSections = !env.course.hideSectionsOnCourseUsersPage

let round = 0

const firstPage = () => {
  const query = new URLSearchParams({ include_inactive: 'true', per_page: '50' })
  for (const part of ['avatar_url', 'enrollments', 'email', 'observed_users', 'can_be_removed', 'custom_links'])
    query.append('include[]', part)
  if (filter.value) query.set('search_term', filter.value)
  return `/api/v1/courses/${course}/users?${query}`
}

const head = () => {
  const labels = ['', 'Name']
  if (permissions.view_user_logins) labels.push('Login ID')
  if (permissions.read_sis) labels.push('SIS ID')
  if (withSections) labels.push('Section')
  labels.push('Role')
  if (permissions.read_reports) labels.push('Last Activity', 'Total Activity')
  labels.push('')
  const cells = labels.map((label) =>
    make('th', { scope: 'col' }, label || make('span', { class: 'screenreader-only' }, 'Profile Picture')),
  )
  return make('thead', {}, make('tr', {}, ...cells))
}

const badge = (person) => {
  const states = person.enrollments.map((enrolment) => enrolment.enrollment_state)
  if (states.includes('invited')) return make('span', { class: 'label label-info', title: 'pending' }, 'pending')
  return states.every((state) => state === 'inactive')
    ? make('span', { class: 'label', title: 'inactive' }, 'inactive')
    : null
}

const roleLines = (person) =>
  person.enrollments.map(({ type, role }) =>
    make('div', {}, type === 'ObserverEnrollment' ? 'Observing: somebody' : (roleNames[role] ?? role)),
  )

const row = (person) => {
  const types = person.enrollments.map(({ type }) => type)
  const student = types.includes('StudentEnrollment')
  const cells = [
    make(
      'td',
      { class: 'center' },
      make(
        'div',
        { id: `user-avatar-people-page-${person.id}` },
        make(
          'a',
          { href: `users/${person.id}` },
          make('span', { class: 'stand-in-avatar', 'aria-hidden': 'true' }, initials(person.name)),
          make('span', { class: 'screenreader-only' }, person.name),
        ),
      ),
    ),
    make(
      'td',
      { class: 'roster_user_name-cell' },
      make(
        'a',
        {
          class: 'roster_user_name student_context_card_trigger',
          href: `/courses/${course}/users/${person.id}`,
          'data-student_id': person.id,
          'data-course_id': student ? course : '',
        },
        `${person.name} `,
        person.pronouns ? make('i', {}, `(${person.pronouns})`) : null,
      ),
      ' ',
      badge(person),
    ),
  ]
  if (permissions.view_user_logins) cells.push(make('td', {}, person.login_id ?? ''))
  if (permissions.read_sis) cells.push(make('td', {}, person.sis_user_id ?? ''))
  if (withSections) {
    const names = person.enrollments.map((enrolment) =>
      make('div', { class: 'section' }, sectionNames.get(enrolment.course_section_id) ?? ''),
    )
    cells.push(make('td', { 'data-testid': 'section-column-cell' }, ...names))
  }
  cells.push(make('td', {}, ...roleLines(person)))
  if (permissions.read_reports)
    cells.push(make('td', {}, make('div', {}, 'Nov 20 at 11am')), make('td', {}, make('div', {}, '01:02:03')))
  cells.push(make('td', { class: 'right' }, make('div', { class: 'admin-links' })))
  return make(
    'tr',
    { id: `user_${person.id}`, class: ['rosterUser', 'al-hover-container', ...new Set(types)].join(' ') },
    ...cells,
  )
}

const nearEnd = () => document.documentElement.scrollHeight - window.scrollY - window.innerHeight < NEAR_END
const scrolledNearEnd = (signal) =>
  new Promise((resolve) => {
    const done = () => {
      if (!nearEnd()) return
      for (const kind of ['scroll', 'resize']) removeEventListener(kind, done)
      resolve()
    }
    for (const kind of ['scroll', 'resize']) addEventListener(kind, done, { signal })
  })

const show = async () => {
  round += 1
  const mine = round
  const over = new AbortController()
  const indicator = make('div', { class: 'paginatedLoadingIndicator' }, 'Loading…')
  const body = make('tbody', { class: 'collectionViewItems' })
  holder.replaceChildren(indicator)
  let next = firstPage()
  while (next && mine === round) {
    indicator.style.display = ''
    const answer = await ask(next)
    if (mine !== round) return over.abort()
    if (!answer.ok) {
      holder.replaceChildren(
        make('div', { class: 'roster-empty-state' }, make('h2', {}, 'The list could not be loaded')),
      )
      return
    }
    const people = await answer.json()
    next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1]
    body.append(...people.map(row))
    if (!body.isConnected && people.length > 0) {
      holder.prepend(
        make(
          'table',
          { class: 'roster ic-Table ic-Table--hover-row ic-Table--condensed ic-Table--striped' },
          head(),
          body,
        ),
      )
    }
    indicator.style.display = 'none'
    if (next) await scrolledNearEnd(over.signal)
  }
  if (!body.isConnected)
    holder.replaceChildren(
      make(
        'div',
        { class: 'roster-empty-state' },
        make('h2', {}, 'No people found'),
        make('ul', { class: 'empty-state-list' }),
      ),
    )
}

const search = make('input', { type: 'search', placeholder: 'Search people', 'aria-label': 'Search people' })
document.querySelector('#search_input_container').append(search)
search.addEventListener('input', () => {
  filter.value = search.value.length > 1 ? search.value : ''
  show()
})
show()
