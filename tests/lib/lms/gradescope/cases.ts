import type { ReadProblem, Roster, RosterState } from '../../../../lib/lms/roster.ts'
import type { RosterPerson } from '../../../../lib/people/person.ts'
import type { Case } from '../support/case.ts'
import { person, type Rest } from '../support/expected.ts'
import type { Recording } from '../support/recording.ts'

const site = 'https://www.gradescope.com'
export const rosterUrl = `${site}/courses/753413/memberships`
export const homeUrl = `${site}/courses/753413`

const lms = (email: string): Rest => ({ email, emailSource: 'lms' })

const course = { lms: 'gradescope', lmsLabel: 'Gradescope', site, courseId: '753413', name: 'BIO 101' }

const avery = person('6515875', 'Avery Stone', 'student', lms('avery.stone@example.edu'))
const noor = person('6515876', 'Noor Haddad', 'student', { ...lms('noor.haddad@example.edu'), sections: ['Lab A'] })
const chloe = person("o'brien.chloe@example.edu", "Chloé O'Brien", 'ta', lms("o'brien.chloe@example.edu"))
const terry = person('terry.teacher@example.edu', 'Terry Teacher', 'teacher', lms('terry.teacher@example.edu'))
const everybody = [avery, noor, chloe, terry]

const ready = (people: readonly RosterPerson[], rest: Partial<Roster> = {}): RosterState => ({
  kind: 'ready',
  roster: { course, people, complete: true, source: 'api', leftOut: { observers: 0, testStudents: 0 }, ...rest },
})

const page = (people: readonly RosterPerson[], rest: Partial<Roster> = {}): RosterState =>
  ready(people, { complete: false, partial: 'maybeMore', source: 'page', apiRefused: 'notThere', ...rest })

const problem = (problem: ReadProblem): RosterState => ({ kind: 'problem', course, problem })

/** The site does not give its page to us once more: what leads to the one that is open. */
export const notThere: Recording = {
  about: 'Only the page that is open is left to read.',
  answers: [{ ask: '.', answer: [{ status: 404, headers: { 'content-type': 'text/html' }, text: 'Not found' }] }],
}

interface Row {
  readonly fixture: string
  readonly url?: string
  readonly expected: RosterState
}

const elsewhere = (state: RosterState, host: string): RosterState =>
  state.kind === 'ready' ? { ...state, roster: { ...state.roster, course: { ...course, site: host } } } : state

const pageRows: readonly Row[] = [
  { fixture: 'memberships.html', expected: page(everybody) },
  {
    fixture: 'memberships.html',
    url: 'https://www.gradescope.eu/courses/753413/memberships/?sort=name',
    expected: elsewhere(page(everybody), 'https://www.gradescope.eu'),
  },
  {
    fixture: 'memberships.html',
    url: 'https://www.gradescope.com.au/courses/753413/memberships',
    expected: elsewhere(page(everybody), 'https://www.gradescope.com.au'),
  },
  { fixture: 'memberships-sections.html', expected: page(everybody) },
  { fixture: 'memberships-cells.html', expected: page(everybody) },
  {
    fixture: 'memberships-odd.html',
    expected: page([
      person('ana.read@example.edu', 'Ana Read', 'ta', { ...lms('ana.read@example.edu'), roleLabel: 'Reader' }),
      person('71', 'Ben Two', 'student', { ...lms('ben.two@example.edu'), sections: ['Lab A', 'Lab, B'] }),
      person('72', 'Cy Private', 'student', { ...lms('ben.two@example.edu'), sections: ['Lab C'] }),
      person('73', 'Di None', 'student'),
      person('74', '', 'student', { invalidEmail: 'not an address' }),
      person('ed.same@example.edu', 'Ed Same', 'ta', lms('ed.same@example.edu')),
      person('row 8', 'Ed Same Too', 'ta', lms('ed.same@example.edu')),
      person('75', 'Full Cell', 'student', lms('full.cell@example.edu')),
    ]),
  },
  { fixture: 'memberships-search.html', expected: page([avery], { partial: 'filtered' }) },
  { fixture: 'memberships-pages.html', expected: page(everybody) },
  { fixture: 'memberships-loading.html', expected: problem('notThere') },
  { fixture: 'course-home.html', url: homeUrl, expected: problem('notThere') },
  { fixture: 'course-home.html', url: `${homeUrl}/assignments/1/review_grades`, expected: problem('notThere') },
  { fixture: 'account.html', url: `${site}/account`, expected: { kind: 'none' } },
]

const siteRows: readonly Row[] = [
  { fixture: 'site-memberships.json', expected: ready(everybody) },
  { fixture: 'site-pages.json', expected: ready(everybody, { complete: false, partial: 'maybeMore' }) },
  { fixture: 'site-signed-out.json', expected: problem('signedOut') },
  { fixture: 'site-not-allowed.json', expected: problem('forbidden') },
  { fixture: 'site-elsewhere.json', expected: problem('forbidden') },
  { fixture: 'site-401.json', expected: problem('forbidden') },
  { fixture: 'site-401-signed-out.json', expected: problem('signedOut') },
  { fixture: 'site-401-all.json', expected: problem('signedOut') },
  { fixture: 'site-403.json', expected: problem('forbidden') },
  { fixture: 'site-no-table.json', expected: problem('unreadable') },
  { fixture: 'site-json.json', expected: problem('notThere') },
  { fixture: 'site-404.json', expected: problem('notThere') },
  { fixture: 'site-429.json', expected: problem('throttled') },
  { fixture: 'site-500.json', expected: problem('broken') },
  { fixture: 'site-network.json', expected: problem('unreachable') },
]

const pageCases: readonly Case[] = pageRows.map((row) => ({ url: rosterUrl, ...row, recording: notThere }))
export const siteCases: readonly Case[] = siteRows.map((row) => ({ ...row, url: homeUrl }))
export const cases: readonly Case[] = [...pageCases, ...siteCases]
