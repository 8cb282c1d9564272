import type { ReadProblem, Roster, RosterState } from '../../../../lib/lms/roster.ts'
import type { RosterPerson } from '../../../../lib/people/person.ts'
import type { Case } from '../support/case.ts'
import { saved } from '../support/fixtures.ts'
import type { Answer, Recording } from '../support/recording.ts'
import {
  alba,
  chidi,
  greta,
  ines,
  inSection,
  lars,
  liat,
  lms,
  many,
  person,
  stranger,
  tobias,
  ultraPagePeople,
  usersPagePeople,
  withoutAddress,
  zoe,
} from './people.ts'

const site = 'https://learn.example.edu'
export const usersUrl = `${site}/webapps/blackboard/execute/userManager?course_id=_4711_1`
export const rosterUrl = `${site}/ultra/courses/_4711_1/outline/roster`
const outlineUrl = `${site}/ultra/courses/_4711_1/outline`
const toolUrl = `${site}/webapps/blackboard/execute/searchRoster?course_id=_4711_1&courseId=_4711_1&action=search&userInfoSearchText=`
const entryUrl = `${site}/webapps/blackboard/execute/courseMain?course_id=_4711_1`

const course = { lms: 'blackboard', lmsLabel: 'Blackboard', site, courseId: '_4711_1' }
const original = { ...course, name: 'Introduction to Biology' }
const ultra = { ...course, name: '' }
const named = { ...original, code: 'BIO101-2026' }

const nobody = { observers: 0, testStudents: 0 }
const usersLeftOut = { observers: 0, testStudents: 1, guests: 1 }

const stopped = (problem: ReadProblem, where: Roster['course'] = ultra): RosterState => ({
  kind: 'problem',
  course: where,
  problem,
})

const roster = (people: readonly RosterPerson[], rest: Partial<Roster> & Pick<Roster, 'course' | 'source'>) =>
  ({ kind: 'ready', roster: { people, complete: true, leftOut: nobody, ...rest } }) satisfies RosterState

// ---- pages

/** Signed in, but not allowed to list people: what leads to the page. */
const notAllowed: Recording = {
  about: 'Only the page is left to read.',
  answers: [
    { ask: '/users/me', answer: [{ body: { id: '_510_1' } }] },
    { ask: '.', answer: [{ status: 403, body: { status: 403, message: 'No.' } }] },
  ],
}

/** Both APIs refuse, and the Users page is answered so, one page after the other. */
const asking = (...pages: (string | Answer)[]): Recording => ({
  about: 'The Users page is asked for.',
  answers: [
    { ask: '/users/me', answer: [{ body: { id: '_510_1' } }] },
    { ask: '/courses/_4711_1\\?', answer: [{ status: 403, body: {} }] },
    {
      ask: '^GET /webapps/blackboard/execute/userManager\\?course_id=_4711_1',
      answer: pages.map((page) =>
        typeof page === 'string' ? { headers: { 'content-type': 'text/html' }, text: saved('blackboard', page) } : page,
      ),
    },
    { ask: '.', answer: [{ status: 403, body: {} }] },
  ],
})

const onPage = (people: readonly RosterPerson[], rest: Partial<Roster> = {}): RosterState =>
  roster(people, { course: original, source: 'page', apiRefused: 'forbidden', ...rest })

const usersPage = (people = usersPagePeople(), rest: Partial<Roster> = {}): RosterState =>
  onPage(people, { total: 9, addressesPrivate: true, leftOut: usersLeftOut, ...rest })

const { total: _, ...uncounted } = (usersPage() as { roster: Roster }).roster
const usersUncounted: RosterState = { kind: 'ready', roster: uncounted }

const onUltra = (people: readonly RosterPerson[], rest: Partial<Roster> = {}): RosterState =>
  onPage(people, { course: ultra, complete: false, partial: 'rowsOnPage', ...rest })

export const lazyPage = (count: number): RosterState =>
  onUltra(Array.from({ length: count }, (_, index) => person(`row ${index}`, `Person ${pad(index)}`, 'student')))

const pad = (index: number) => String(index).padStart(3, '0')

/** As many as a page holds, and nothing that says whether there are more. */
const fullPage = Array.from({ length: 25 }, (_, index) =>
  person(
    `_${1000 + index}_1`,
    `Person ${pad(index)}`,
    'student',
    'active',
    lms(`person${pad(index)}`, `person${pad(index)}@example.edu`),
  ),
)

const danish = usersPagePeople({
  student: 'Studerende',
  teacher: 'Underviser',
  ta: 'Undervisningsassistent',
  mentor: 'Laboratoriementor',
})

const arabic = usersPagePeople({ student: 'طالب', teacher: 'المدرّس', ta: 'مساعد التدريس', mentor: 'مرشد المختبر' })
const german = usersPagePeople({
  student: 'Teilnehmer',
  teacher: 'Kursleiter',
  ta: 'Lehrassistent',
  mentor: 'Labormentor',
})

interface Row {
  readonly fixture: string
  readonly url?: string
  readonly recording?: Recording
  readonly frames?: Case['frames']
  readonly expected: RosterState
}

const originalRows: readonly Row[] = [
  { fixture: 'users.html', expected: usersPage() },
  { fixture: 'users.html', url: `${usersUrl}&showAll=true&sortCol=userLastName`, expected: usersPage() },
  { fixture: 'users-oldskin.html', expected: usersUncounted },
  {
    fixture: 'users-full-uncounted.html',
    expected: onPage(fullPage, { complete: false, partial: 'maybeMore' }),
  },
  { fixture: 'users-full-uncounted.html', url: `${usersUrl}&showAll=true`, expected: onPage(fullPage) },
  { fixture: 'users-da.html', expected: usersPage(danish) },
  { fixture: 'users-de.html', expected: usersPage(german) },
  { fixture: 'users-ar.html', expected: usersPage(arabic) },
  // A word that is neither yes nor no is taken for no.
  {
    fixture: 'users-strange-words.html',
    expected: onPage([alba, { ...zoe, state: 'inactive' }]),
  },
  { fixture: 'users-nocourse.html', url: `${site}/webapps/blackboard/execute/userManager`, expected: { kind: 'none' } },
  { fixture: 'users-picker.html', url: `${usersUrl}&context=userPicker`, expected: { kind: 'none' } },
  { fixture: 'users-picker.html', url: `${usersUrl}&enrollTypeString=UnEnrolled`, expected: { kind: 'none' } },
  { fixture: 'users-empty-until-search.html', expected: stopped('forbidden', original) },
  { fixture: 'users-empty-note.html', expected: stopped('forbidden', original) },
  { fixture: 'users-other-columns.html', expected: stopped('forbidden', original) },
  { fixture: 'users-error.html', expected: stopped('forbidden', original) },
  {
    fixture: 'users-page1.html',
    expected: onPage([alba, zoe, liat], { complete: false, partial: 'rowsOnPage', total: 11, addressesPrivate: true }),
  },
  {
    fixture: 'users-page1-of-two.html',
    expected: onPage([alba, zoe, liat], { complete: false, partial: 'rowsOnPage', total: 6, addressesPrivate: true }),
  },
  {
    fixture: 'users-page1-script.html',
    expected: onPage([alba, zoe, liat], { complete: false, partial: 'rowsOnPage', addressesPrivate: true }),
  },
  {
    fixture: 'users-page2.html',
    expected: onPage(usersPagePeople().slice(3, 6), { complete: false, partial: 'rowsOnPage' }),
  },
  {
    fixture: 'users-page2.html',
    url: `${usersUrl}&startIndex=3`,
    expected: onPage(usersPagePeople().slice(3, 6), { complete: false, partial: 'rowsOnPage' }),
  },
  { fixture: 'users-showall.html', expected: onPage(many(300), { total: 300 }) },
  { fixture: 'users-post-search.html', expected: onPage([alba], { complete: false, partial: 'filtered' }) },
  { fixture: 'users-not-blank.html', expected: onPage([alba], { complete: false, partial: 'filtered' }) },
  { fixture: 'users-twice.html', expected: onPage([alba, zoe]) },
  { fixture: 'signed-out-script.html', expected: { kind: 'none' } },
  { fixture: 'signed-out-link.html', expected: stopped('signedOut', original) },
  {
    fixture: 'roster-original.html',
    url: toolUrl,
    expected: onPage(
      [
        person('row 0', 'Alba Solano', 'other', 'active', lms('', 'alba.solano@example.edu')),
        person('row 1', 'Zoë Ångström-Núñez', 'other', 'active', lms('', 'zoe.a@example.edu')),
        person('row 2', 'ליאת בן־דוד', 'other'),
        person('row 3', 'Chidi Okafor, Jr.', 'other', 'active', lms('', 'c.okafor@example.edu')),
      ],
      { complete: false, partial: 'mayHide', addressesPrivate: true },
    ),
  },
  {
    fixture: 'roster-original-search.html',
    url: `${toolUrl}alba`,
    expected: onPage([person('row 0', 'Alba Solano', 'other', 'active', lms('', 'alba.solano@example.edu'))], {
      complete: false,
      partial: 'filtered',
    }),
  },
  {
    fixture: 'group-inventory.html',
    url: `${site}/webapps/bb-group-mgmt-LEARN/execute/groupInventoryList?course_id=_4711_1&toggleType=users&chkAllRoles=on`,
    expected: stopped('forbidden', original),
  },
  {
    fixture: 'display-email.html',
    url: `${site}/webapps/blackboard/execute/displayEmail?navItem=email_select_students&course_id=_4711_1`,
    expected: stopped('forbidden', original),
  },
  { fixture: 'not-blackboard.html', expected: { kind: 'none' } },
]

/** From elsewhere in the course the Users page is asked for. */
const asked = (people: readonly RosterPerson[], rest: Partial<Roster> = {}): RosterState =>
  roster(people, { course: original, source: 'api', ...rest })

const everyUser = { total: 9, addressesPrivate: true, leftOut: usersLeftOut }
const html = { 'content-type': 'text/html' }
const userRows: readonly Row[] = [
  { fixture: 'course-entry.html', recording: asking('users.html'), expected: asked(usersPagePeople(), everyUser) },
  {
    fixture: 'ultra-outline.html',
    url: outlineUrl,
    recording: asking('users.html'),
    expected: asked(usersPagePeople(), everyUser),
  },
  {
    fixture: 'course-entry.html',
    recording: asking('users-showall.html'),
    expected: asked(many(300), { total: 300 }),
  },
  // The site does not give all at once: its own links lead on, and what they lead to adds up, or not.
  {
    fixture: 'course-entry.html',
    recording: asking('users-page1-of-two.html', 'users-page2.html'),
    expected: asked(usersPagePeople().slice(0, 6), { total: 6, addressesPrivate: true }),
  },
  {
    fixture: 'course-entry.html',
    recording: asking('users-page1.html', 'users-page2.html'),
    expected: asked(usersPagePeople().slice(0, 6), {
      complete: false,
      partial: 'countsDiffer',
      total: 11,
      addressesPrivate: true,
    }),
  },
  {
    fixture: 'course-entry.html',
    recording: asking('users-page1-script.html'),
    expected: asked(usersPagePeople().slice(0, 3), { complete: false, partial: 'maybeMore', addressesPrivate: true }),
  },
  // A search in view is none of the whole list.
  {
    fixture: 'users-post-search.html',
    url: usersUrl,
    recording: asking('users.html'),
    expected: asked(usersPagePeople(), everyUser),
  },
  {
    fixture: 'users-post-search.html',
    url: usersUrl,
    recording: asking('users-empty-until-search.html'),
    expected: onPage([alba], { complete: false, partial: 'filtered' }),
  },
  {
    fixture: 'course-entry.html',
    recording: asking('users-not-blank.html'),
    expected: asked([alba], { complete: false, partial: 'filtered' }),
  },
  // Signed in all the same: the page is not for this reader.
  {
    fixture: 'course-entry.html',
    recording: asking('signed-out-script.html'),
    expected: stopped('forbidden', original),
  },
  { fixture: 'course-entry.html', recording: asking('users-error.html'), expected: stopped('forbidden', original) },
  {
    fixture: 'course-entry.html',
    recording: asking({ headers: html, text: '', url: `${site}/webapps/login/?new_loc=x` }),
    expected: stopped('forbidden', original),
  },
  {
    fixture: 'course-entry.html',
    recording: asking({
      headers: html,
      text: saved('blackboard', 'users.html'),
      url: `${site}/ultra/institution-page`,
    }),
    expected: stopped('forbidden', original),
  },
  {
    fixture: 'course-entry.html',
    recording: asking({ status: 404, headers: html, text: '' }),
    expected: stopped('forbidden', original),
  },
  {
    fixture: 'course-entry.html',
    recording: asking({ status: 502, headers: html, text: '' }),
    expected: stopped('broken', original),
  },
  {
    fixture: 'course-entry.html',
    recording: asking('users-page1.html', { status: 429 }, { status: 429 }, { status: 429 }, { status: 429 }),
    expected: stopped('throttled', original),
  },
]

const frame = { fixture: 'users.html', url: usersUrl }
const frameRows: readonly Row[] = [
  {
    fixture: 'ultra-shell.html',
    url: `${site}/ultra/courses/_4711_1/cl/outline`,
    frames: [frame],
    expected: usersPage(),
  },
  {
    fixture: 'admin-shell.html',
    url: `${site}/ultra/admin`,
    frames: [{ fixture: 'users-nocourse.html', url: `${site}/webapps/blackboard/execute/userManager` }],
    expected: { kind: 'none' },
  },
  {
    fixture: 'classic-frameset.html',
    url: `${site}/webapps/portal/frameset.jsp`,
    frames: [{ fixture: 'classic-topframe.html', url: `${site}/webapps/portal/execute/topframe` }, frame],
    expected: usersPage(),
  },
]

const ultraRows: readonly Row[] = [
  { fixture: 'ultra-roster-list.html', expected: onUltra(ultraPagePeople()) },
  {
    fixture: 'ultra-roster-list.html',
    url: `${site}/ultra/courses/_4711_1/outline/peek/roster`,
    expected: onUltra(ultraPagePeople()),
  },
  { fixture: 'ultra-roster-grid.html', expected: onUltra(ultraPagePeople()) },
  { fixture: 'ultra-roster-lazy.html', expected: lazyPage(30) },
  {
    fixture: 'ultra-roster-search.html',
    expected: onUltra(ultraPagePeople().slice(0, 1), { partial: 'filtered' }),
  },
  {
    fixture: 'ultra-roster-family-first.html',
    expected: onUltra(
      [
        person('row 0', 'Alba Solano', 'student', 'active', { roleLabel: 'Studerende' }),
        person('row 1', 'Chidi Okafor', 'student'),
        person('row 2', 'Cher', 'student'),
        person('row 5', 'Ines Marlowe', 'teacher'),
      ],
      { leftOut: { observers: 0, testStudents: 1, guests: 1 } },
    ),
  },
  { fixture: 'ultra-roster-loading.html', expected: stopped('forbidden') },
  {
    fixture: 'ultra-roster-mui.html',
    url: `${site}/ultra/courses/_4711_1/roster`,
    expected: onUltra(ultraPagePeople()),
  },
  { fixture: 'ultra-class-register.html', expected: onUltra(ultraPagePeople({ teacher: undefined })) },
  { fixture: 'ultra-outline.html', url: outlineUrl, expected: stopped('forbidden') },
  { fixture: 'ultra-course-list.html', url: `${site}/ultra/course`, expected: { kind: 'none' } },
  { fixture: 'not-blackboard.html', url: rosterUrl, expected: { kind: 'none' } },
]

const withDefault = (url: string, rows: readonly Row[]): Case[] =>
  rows.map((row) => ({ url, recording: notAllowed, ...row }))

/** The same page, once more: cases are told apart by fixture and address. */
const visit = (url: string, number: number): string => {
  const again = new URL(url)
  again.searchParams.set('visit', String(number))
  return again.href
}

export const pageCases: readonly Case[] = [
  ...withDefault(usersUrl, originalRows),
  ...withDefault(entryUrl, userRows).map((row, index) => ({ ...row, url: visit(row.url, index) })),
  ...withDefault(rosterUrl, ultraRows),
  ...withDefault(usersUrl, frameRows),
]

// ---- recordings of the API

const found = (people: readonly RosterPerson[], rest: Partial<Roster> = {}): RosterState =>
  roster(people, { course: named, source: 'api', ...rest })

const hidden = { addressesPrivate: true }
const mayHide = { complete: false, partial: 'mayHide' } as const
const mentor = lars('Laboratoriementor')
const evening = 'Biology, evening group'
const weekend = 'Biology, weekend group'
const twoGroups = person('_520_1', 'Two Groups', 'student', 'active', lms('tgroups', 'two.groups@example.edu'))
const oneGroup = person('_521_1', 'One Group', 'student', 'active', lms('ogroup', 'one.group@example.edu'))
const odd = (number: number, name: string) =>
  person(`_${530 + number}_1`, name, 'student', 'active', lms(`n${number}`, `n${number}@example.edu`))

/** Read with no roster behind them. */
const apiRows: readonly Omit<Row, 'url' | 'recording'>[] = [
  {
    fixture: 'api-users.json',
    expected: found(
      [
        alba,
        inSection(zoe, evening),
        liat,
        chidi,
        ines,
        tobias,
        greta,
        mentor,
        person('_516_1', 'Kamara', 'student', 'active', lms('kamara', 'kamara@example.edu')),
      ],
      { ...hidden, leftOut: { ...nobody, guests: 1, disabled: 1 } },
    ),
  },
  { fixture: 'api-users-noexpand.json', expected: stopped('unreadable') },
  { fixture: 'api-users-fields-nameless.json', expected: found([alba, ines]) },
  { fixture: 'api-users-fields-no-contact.json', expected: found([alba, ines, tobias]) },
  { fixture: 'api-users-all-hidden.json', expected: found([alba, ines].map(withoutAddress), hidden) },
  { fixture: 'api-users-empty.json', expected: found([], mayHide) },
  { fixture: 'api-users-large.json', expected: found(many(423)) },
  { fixture: 'api-nextpage-noexpand.json', expected: found([alba, ines]) },
  { fixture: 'api-nextpage-foreign.json', expected: stopped('broken') },
  { fixture: 'api-nextpage-slashes.json', expected: stopped('broken') },
  { fixture: 'api-nextpage-other-course.json', expected: stopped('broken') },
  { fixture: 'api-nextpage-circle.json', expected: stopped('broken') },
  { fixture: 'api-course-refused.json', expected: found([alba], { course: ultra }) },
  { fixture: 'api-courses-v3.json', expected: found([alba]) },
  { fixture: 'api-course-roles-refused.json', expected: found([lars('CR_LabMentor')]) },
  {
    fixture: 'api-children.json',
    expected: found([inSection(twoGroups, evening, weekend), inSection(oneGroup, weekend), ines]),
  },
  { fixture: 'api-children-refused.json', expected: found([oneGroup]) },
  { fixture: 'api-cross-list-set.json', expected: found([alba]) },
  { fixture: 'api-users-me-refused.json', expected: found([alba, stranger(ines)]) },
  { fixture: 'api-users-me-elsewhere.json', expected: found([alba, stranger(ines)]) },
  { fixture: 'api-version-old.json', expected: found([alba, ines]) },
  { fixture: 'api-limited.json', expected: found([alba, ines], mayHide) },
  {
    fixture: 'api-names.json',
    expected: found(
      [
        odd(0, 'Okafor, Jr. Chidi'),
        odd(1, 'Cher'),
        odd(2, 'Zo Ångström'),
        odd(3, 'Bill Ash'),
        odd(4, 'ליאת בן־דוד'),
        odd(5, 'evil <img src=x onerror=alert(1)> eman'),
        odd(6, 'Long '.repeat(24).trim()),
        odd(7, 'Space Around'),
        odd(8, ''),
        person('_540_1', 'Bad Address', 'student', 'active', { login: 'badaddress', invalidEmail: 'not an address' }),
        person('_541_1', 'Second Address', 'student', 'active', lms('second', 'second@example.edu')),
        person('_543_1', '', 'student'),
        person('_545_1', 'Odd State', 'student', 'inactive', lms('ostate', 'odd.state@example.edu')),
        person(
          '_546_1',
          'Proto Type',
          'other',
          'active',
          lms('proto', 'proto@example.edu', { roleLabel: 'constructor' }),
        ),
      ],
      { ...hidden, leftOut: { observers: 1, testStudents: 1, placeholders: 1 } },
    ),
  },
  {
    fixture: 'memberships-internal-letters.json',
    expected: found(
      [
        alba,
        withoutAddress(zoe),
        ines,
        person('_511_1', 'Tobias Renner', 'ta', 'active', lms('user511', 'tobias.renner@example.edu')),
      ],
      {
        ...mayHide,
        ...hidden,
        leftOut: { ...nobody, guests: 1 },
      },
    ),
  },
  { fixture: 'memberships-internal-pages.json', expected: found([alba, ines, lars('CR_LabMentor')], mayHide) },
  { fixture: 'memberships-internal-changed.json', expected: stopped('forbidden') },
  { fixture: 'error-401.json', expected: stopped('signedOut') },
  { fixture: 'error-401-string.json', expected: stopped('signedOut') },
  { fixture: 'error-401-signed-in.json', expected: stopped('forbidden') },
  { fixture: 'error-403.json', expected: stopped('forbidden') },
  { fixture: 'error-404.json', expected: stopped('notThere') },
  { fixture: 'error-429.json', expected: stopped('throttled') },
  { fixture: 'error-429-once.json', expected: found([alba]) },
  { fixture: 'error-login-html.json', expected: stopped('signedOut') },
  { fixture: 'error-html-signed-in.json', expected: stopped('notThere') },
  { fixture: 'error-sso.json', expected: stopped('signedOut') },
  { fixture: 'error-network.json', expected: stopped('unreachable') },
  { fixture: 'error-502.json', expected: stopped('broken') },
  { fixture: 'error-half-json.json', expected: stopped('broken') },
  { fixture: 'error-not-a-list.json', expected: stopped('broken') },
  { fixture: 'error-401-halfway.json', expected: stopped('signedOut') },
  { fixture: 'error-403-inner-throttled.json', expected: stopped('throttled') },
  { fixture: 'gradecentre-json.json', expected: stopped('forbidden') },
]

/** A page of the course that shows nobody. */
export const bareUrl = `${site}/ultra/courses/_4711_1/grades?view=all`
export const barePage = (): string => saved('blackboard', 'bare-ultra.html')

export const apiCases: readonly Case[] = apiRows.map((row) => ({ ...row, url: bareUrl, page: barePage() }))

const bare: Case = {
  fixture: 'bare-ultra.html',
  url: bareUrl,
  recording: notAllowed,
  expected: stopped('forbidden'),
}

export const cases: readonly Case[] = [...pageCases, bare, ...apiCases]
