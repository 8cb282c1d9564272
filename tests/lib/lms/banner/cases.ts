import type { ReadProblem, Roster, RosterState } from '../../../../lib/lms/roster.ts'
import type { RosterPerson } from '../../../../lib/people/person.ts'
import type { Case } from '../support/case.ts'
import { partly } from '../support/expected.ts'
import { refusing } from '../support/recording.ts'

const site = 'https://ssb.example.edu'
export const olderUrl = `${site}/SSBPROD/bwlkfcwl.P_FacClaListSum`
export const newerUrl = `${site}/FacultySelfService/ssb/classListApp/classListPage#!/202601/62576/courseDetails/classList`

const course = { lms: 'banner', lmsLabel: 'Banner', site, courseId: '202601.62576' }
const older = { ...course, name: 'Introduction to Biology - BIO 101 10' }
const newer = { ...course, name: 'Introduction to Biology - BIO 101 001' }

const person = (key: string, name: string, email: string, rest: Partial<RosterPerson> = {}): RosterPerson => ({
  key,
  name,
  ...(email ? { email: `${email}@example.edu`, emailSource: 'lms' as const } : {}),
  role: 'student',
  sections: [],
  state: 'active',
  ...rest,
})
const bare = ({ email: _, emailSource: __, ...rest }: RosterPerson): RosterPerson => rest
const out: Partial<RosterPerson> = { state: 'inactive' }

const ready = (roster: Partial<Roster> & Pick<Roster, 'course' | 'people' | 'source'>): RosterState => ({
  kind: 'ready',
  roster: { complete: true, leftOut: { observers: 0, testStudents: 0 }, ...roster },
})

// ---- self-service 8: pages

const avery = person('MTAx', 'Avery B. Stone', 'avery.stone')
const noor = person('MTAy', 'Noor Haddad', 'noor.haddad', out)
const jun = person('MTAz', 'Jun Okafor', 'jun.okafor', out)
const sam = person('MTA0', 'Sam Rivera', '')
const four = [avery, noor, jun, sam]

const onPage = (people: readonly RosterPerson[], rest: Partial<Roster> = { total: people.length }): RosterState =>
  ready({ course: older, people, source: 'page', apiRefused: 'notThere', ...rest })

const olderCases = (
  [
    ['banner8-summary.html', onPage(four)],
    ['banner8-counts-differ.html', onPage(four, partly('countsDiffer', 7))],
    ['banner8-no-counts.html', onPage(four, partly('maybeMore'))],
    // Somebody has left, and this school's word for it is not known: more are listed than are counted.
    ['banner8-unknown-status.html', onPage([avery, { ...noor, state: 'active' }], partly('maybeMore'))],
    ['banner8-es.html', onPage(four)],
    ['banner8-paged.html', onPage([avery, sam], partly('countsDiffer', 40))],
    ['banner8-paged-even.html', onPage([avery, sam], partly('maybeMore'))],
    ['banner8-noemail.html', onPage([bare(avery), sam], { total: 2, addressesHidden: true })],
    [
      'banner8-same-number.html',
      onPage([avery, { ...noor, key: 'row 1', state: 'active' }, { ...jun, key: 'row 2', state: 'active' }]),
    ],
    ['banner8-confidential.html', onPage([{ ...avery, ...out, roleLabel: 'Confidential' }, sam])],
    [
      'banner8-names.html',
      onPage([
        // Two addresses in one link: which of them is the person's is not said.
        sam,
        avery,
        { ...jun, state: 'active' },
        { ...noor, name: 'Noor Haddad, Jr.', state: 'active' },
        person('MTA1', "Chloé O'Brien", "o'brien.chloe"),
        person('MTA2', 'Cher', '', { invalidEmail: 'not an address' }),
      ]),
    ],
    ['banner8-empty.html', onPage([])],
    // Addresses stand in rows that cannot be tied to a person: nobody is given one, and they are not said to be hidden.
    ['banner8-detail.html', onPage([bare(avery), sam])],
    ['banner8-not-understood.html', { kind: 'problem', course: older, problem: 'notThere' }],
    ['banner8-schedule.html', { kind: 'problem', course: older, problem: 'notThere' }],
    ['banner8-term-unknown.html', onPage([avery, sam], { total: 2, course: { ...older, courseId: '62576' } })],
    ['banner8-select-crn.html', { kind: 'none' }],
    ['banner8-login.html', { kind: 'none' }],
    ['not-banner.html', { kind: 'none' }, `${site}/SSBPROD/bwlkffgd.P_FacFinGrd`],
    ['banner8-summary.html', onPage(four), `${site}/pls/B420/bwlkfcwl.p_facclalistsum?crn=62576`],
  ] satisfies [string, RosterState, string?][]
).map(([fixture, expected, url = olderUrl]): Case => ({ fixture, expected, url, recording: refusing(404) }))

// ---- self-service 9: the application

const grid = ready({
  course: newer,
  people: [
    person('row 0', 'Avery B. Stone', 'avery.stone'),
    person('row 1', 'Noor Haddad', '', out),
    person('row 2', 'Jun Okafor', 'jun.okafor', { ...out, roleLabel: 'Confidential' }),
  ],
  ...partly('maybeMore'),
  source: 'page',
  apiRefused: 'forbidden',
})
const stopped = (problem: ReadProblem): RosterState => ({ kind: 'problem', course: newer, problem })

const newerCases = (
  [
    ['banner9-class-list.html', grid],
    ['banner9-loading.html', { kind: 'problem', course: { ...course, name: '' }, problem: 'forbidden' }],
    ['banner9-course-list.html', { kind: 'none' }, newerUrl.replace(/#.*/, '#!/allTerms/courseList')],
    ['banner9-course-list.html', { kind: 'none' }, newerUrl.replace(/#.*/, '')],
    ['banner9-course-list.html', { kind: 'none' }, newerUrl.replace('classListPage', 'other')],
  ] satisfies [string, RosterState, string?][]
).map(([fixture, expected, url = newerUrl]): Case => ({ fixture, expected, url, recording: refusing(403) }))

const A = person('101', 'Avery B. Stone', 'avery.stone')
const N = person('102', 'Noor Haddad', '', { ...out, roleLabel: 'Confidential' })
const J = person('103', 'Jun Okafor', 'jun.okafor', out)
const S = person('104', 'Sam Rivera', 'sam.rivera')

const listed = (people: readonly RosterPerson[], rest: Partial<Roster> = { total: people.length }): RosterState =>
  ready({ course: newer, people, source: 'api', ...rest })

/** The application's page before its grid is drawn. */
export const appPage = `<!doctype html><html><head><meta name="synchronizerToken" content="0b5e1f6a-invented"></head>
<body><h2 ng-bind="appData.courseInfo.courseTitleComposite">Introduction to Biology - BIO 101 001</h2></body></html>`

const recordings = (
  [
    ['classlist-summary.json', listed([A, N, J, S])],
    ['classlist-waiting.json', listed([A, person('102', 'Noor Haddad', ''), J, { ...S, ...out }])],
    ['classlist-detail.json', listed([A, N], partly('maybeMore'))],
    ['classlist-detail-capital.json', listed([A], partly('maybeMore'))],
    ['classlist-pages.json', listed([A, N, S])],
    ['classlist-full-page.json', listed([A, S])],
    ['classlist-page-length.json', listed([A, N, S], partly('maybeMore'))],
    ['classlist-offset-ignored.json', listed([A, N], partly('countsDiffer', 9))],
    ['classlist-short.json', listed([A, N], partly('countsDiffer', 9))],
    ['classlist-empty.json', listed([], partly('maybeMore'))],
    ['classlist-twice.json', listed([A, S])],
    [
      'classlist-no-numbers.json',
      listed(
        [person('row 0', 'Avery B. Stone', 'avery.stone'), person('row 1', 'Avery B. Stone', 'avery.two')],
        partly('maybeMore'),
      ),
    ],
    ['classlist-noemail.json', listed([bare(A), N], { total: 2, addressesHidden: true })],
    ['classlist-unsuccessful.json', stopped('notThere')],
    ['classlist-broken-halfway.json', stopped('broken')],
    ['classlist-401.json', stopped('forbidden')],
    ['classlist-401-signed-out.json', stopped('signedOut')],
    ['classlist-login-page.json', stopped('signedOut')],
    ['classlist-app-shell.json', stopped('notThere')],
    ['classlist-403.json', stopped('forbidden')],
    ['classlist-404.json', stopped('notThere')],
    ['classlist-500.json', stopped('broken')],
    ['classlist-429.json', stopped('throttled')],
    ['classlist-unreachable.json', stopped('unreachable')],
  ] satisfies [string, RosterState][]
).map(([fixture, expected]): Case => ({ fixture, expected, url: newerUrl, page: appPage }))

export const cases: readonly Case[] = [...olderCases, ...newerCases, ...recordings]
