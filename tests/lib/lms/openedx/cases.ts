import type { ReadProblem, Roster, RosterState } from '../../../../lib/lms/roster.ts'
import type { RosterPerson } from '../../../../lib/people/person.ts'
import type { Case } from '../support/case.ts'
import { refusing } from '../support/recording.ts'

const site = 'https://openedx.example.edu'
const courseId = 'course-v1:ExampleU+BIO101+2026'
const home = `${site}/courses/${courseId}/course/`
export const dashboardUrl = `${site}/courses/${courseId}/instructor#view-data_download`

const course = { lms: 'openedx', lmsLabel: 'Open edX', site, courseId, name: 'Introduction to Biology', code: 'BIO101' }

const person = (key: string, login: string, name: string, rest: Partial<RosterPerson> = {}): RosterPerson => ({
  key,
  name,
  login,
  role: 'student',
  sections: [],
  state: 'active',
  ...rest,
})
const at = (email: string): Partial<RosterPerson> => ({ email, emailSource: 'lms' })

const avery = person('17', 'astone', 'Avery Stone', at('avery.stone@example.edu'))
const noor = person('18', 'nhaddad', 'nhaddad', at('noor.haddad@example.edu'))
const bare = ({ email: _, emailSource: __, ...rest }: RosterPerson): RosterPerson => rest

const found = (people: readonly RosterPerson[], rest: Partial<Roster> = {}): RosterState => ({
  kind: 'ready',
  roster: {
    course,
    people,
    complete: true,
    total: people.length,
    source: 'api',
    leftOut: { observers: 0, testStudents: 0 },
    ...rest,
  },
})

/** Rows in view on the page, when the list itself is refused. */
const inView: RosterState = {
  kind: 'ready',
  roster: {
    course,
    people: [avery, noor],
    complete: false,
    partial: 'rowsOnPage',
    source: 'page',
    apiRefused: 'forbidden',
    leftOut: { observers: 0, testStudents: 0 },
  },
}

const { code: _, ...unread } = course
const stopped = (problem: ReadProblem): RosterState => ({ kind: 'problem', course: unread, problem })

const refused = {
  about: 'Signed in, but without the right to the list.',
  answers: [{ ask: '/api/user/v1/me$', answer: [{ body: { username: 'tteacher' } }] }, ...refusing(403).answers],
}

const page = (fixture: string, expected: RosterState, url = dashboardUrl): Case => ({
  fixture,
  url,
  recording: refused,
  expected,
})

const pages: readonly Case[] = [
  page('data-download.html', inView),
  page('data-download-fr.html', inView),
  page('data-download-noemail.html', stopped('forbidden')),
  page('data-download-not-drawn.html', stopped('forbidden')),
  // Nothing is asked for where the page offers no list of this course.
  page('data-download-large.html', stopped('unreadable')),
  page('data-download-foreign.html', stopped('unreadable')),
  page('data-download-menu-large.html', stopped('unreadable'), dashboardUrl.replace(/#.*/, '#view-data_download_2')),
  page(
    'data-download-menu.html',
    stopped('forbidden'),
    `${site}/courses/course-v1%3AExampleU%2BBIO101%2B2026/instructor#view-data_download_2`,
  ),
  page('course-home.html', stopped('forbidden'), home),
  page('catalogue.html', { kind: 'none' }, `${site}/courses/${courseId}/about`),
  page('not-openedx.html', { kind: 'none' }, `${site}/courses/4711/users/12/list`),
  page('data-download.html', { kind: 'none' }, `${site}/dashboard`),
  page('data-download.html', { kind: 'none' }, `${site}/courses/4711/users`),
]

const api = (fixture: string, expected: RosterState, savedPage?: string): Case => ({
  fixture,
  url: dashboardUrl,
  ...(savedPage === undefined ? {} : { page: savedPage }),
  expected,
})

/** The dashboard with the button, and nothing drawn by it. */
export const dashboard = `<!doctype html><html><body class="view-in-course view-instructordash">
<div class="course-header"><span class="course-name">Introduction to Biology</span></div>
<section id="instructor-dashboard-content"><ul><li id="field-course-display-name"><b>Introduction to Biology</b></li></ul>
<section id="data_download" class="idash-section"><h3 id="header-data_download">Data Download</h3>
<input type="button" name="list-profiles" data-endpoint="/courses/${courseId}/instructor/api/get_students_features">
</section></section></body></html>`

const recordings: readonly Case[] = [
  api('get-students-features.json', found([avery, noor]), dashboard),
  api(
    'cohorts.json',
    found([
      { ...avery, sections: ['Lab A'] },
      noor,
      person('19', 'tteacher', 'Terry Teacher', { ...at('terry.teacher@example.edu'), you: true }),
      person('20', 'jokafor@example.edu', 'Jun Okafor', {
        email: 'jokafor@example.edu',
        emailSource: 'login',
        sections: ['Lab B'],
      }),
      person('21', 'cobrien', "Chloé O'Brien", { invalidEmail: 'not an address', sections: ['Lab B'] }),
    ]),
    dashboard,
  ),
  api('empty.json', found([]), dashboard),
  api('counts-differ.json', found([avery, noor], { complete: false, partial: 'countsDiffer', total: 3 }), dashboard),
  api('repeated.json', found([avery, noor]), dashboard),
  api('no-email-feature.json', found([bare(avery), bare(noor)], { addressesHidden: true }), dashboard),
  api('other-course.json', stopped('broken'), dashboard),
  api('not-a-list.json', stopped('broken'), dashboard),
  api('forbidden.json', stopped('forbidden'), dashboard),
  api('forbidden-json.json', stopped('forbidden'), dashboard),
  api('signed-out.json', stopped('signedOut'), dashboard),
  api('signed-out-login.json', stopped('signedOut'), dashboard),
  api('not-found.json', stopped('notThere'), dashboard),
  api('malformed-key.json', stopped('notThere'), dashboard),
  api('broken.json', stopped('broken'), dashboard),
  api('throttled.json', stopped('throttled'), dashboard),
  api('throttled-once.json', found([avery, noor]), dashboard),
  api('unreachable.json', stopped('unreachable'), dashboard),
]

const uncounted: Case = api(
  'uncounted.json',
  {
    kind: 'ready',
    roster: {
      course,
      people: [avery, noor],
      complete: false,
      partial: 'maybeMore',
      source: 'api',
      leftOut: { observers: 0, testStudents: 0 },
    },
  },
  dashboard,
)

const fromHome = (fixture: string, expected: RosterState): Case => ({ fixture, url: home, expected })
const elsewhere: readonly Case[] = [
  fromHome('home-dashboard.json', found([avery, noor])),
  fromHome('home-large.json', stopped('unreadable')),
  fromHome('home-no-staff.json', stopped('forbidden')),
  fromHome('home-signed-out.json', stopped('signedOut')),
  fromHome('home-new-dashboard.json', stopped('forbidden')),
  fromHome('home-broken.json', stopped('broken')),
]

export const cases: readonly Case[] = [...pages, ...recordings, uncounted, ...elsewhere]
