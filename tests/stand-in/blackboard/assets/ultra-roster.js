/** Fills the roster of the stand-in's Ultra page: thirty people, and thirty more whenever its end is scrolled to. */

const BATCH = 30
const courseId = /\/courses\/(_\d+_\d+)/.exec(location.pathname)?.[1]
const list = document.querySelector('#rosterView-list ul')
const panel = document.querySelector('.bb-offcanvas-panel')
const field = document.querySelector('#search-roster-field')
const roles = {
  P: 'Instructor',
  T: 'Teaching Assistant',
  G: 'Grader',
  S: 'Student',
  U: 'Guest',
  CR_LabMentor: 'Lab mentor',
}
let people = []
let next = 0

const item = ({ user, courseRole }) => {
  const name = document.createElement('bb-username')
  name.className = 'name-title'
  name.title = `${user.givenName} ${user.familyName}`
  name.textContent = name.title
  const role = document.createElement('span')
  role.className = 'user-role'
  role.textContent = roles[courseRole.identifier] ?? courseRole.identifier
  const row = document.createElement('li')
  row.className = 'js-roster-members-list-item'
  row.append(name, role)
  return row
}

/** From the page's own API: its requests carry a mark, so that the stand-in's log can tell them from everybody else's. */
const load = async () => {
  let address = `/learn/api/v1/courses/${courseId}/memberships?expand=user,courseRole&limit=100`
  while (address) {
    const answer = await fetch(address, { headers: { 'X-Stand-In-Page': '1' } })
    if (!answer.ok) return
    const body = await answer.json()
    people = [...people, ...body.results]
    address = body.paging?.nextPage
  }
}

const shown = () =>
  people.filter(({ user }) =>
    `${user.givenName} ${user.familyName}`.toLowerCase().includes(field.value.trim().toLowerCase()),
  )

const more = () => {
  list.append(
    ...shown()
      .slice(next, next + BATCH)
      .map(item),
  )
  next += BATCH
}

panel.addEventListener('scroll', () => panel.scrollTop + panel.clientHeight > panel.scrollHeight - 200 && more())
field.addEventListener('input', () => {
  list.replaceChildren()
  next = 0
  more()
})

await load()
more()
