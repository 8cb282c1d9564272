import type { ReadProblem, Roster, RosterState } from '../../../../lib/lms/roster.ts'
import type { EnrolmentState, LmsRole, RosterPerson } from '../../../../lib/people/person.ts'
import type { Case } from '../support/case.ts'
import { nobodyLeftOut } from '../support/expected.ts'
import type { Recording } from '../support/recording.ts'

export const peopleUrl = 'https://canvas.example.edu/courses/4711/users'

type Rest = Partial<Omit<RosterPerson, 'key' | 'name' | 'role' | 'state' | 'sections'>>

const person = (
  key: string,
  name: string,
  role: LmsRole,
  state: EnrolmentState,
  sections: readonly string[],
  rest: Rest = {},
): RosterPerson => ({ key, name, role, state, sections, ...rest })

const course = { lms: 'canvas', lmsLabel: 'Canvas', site: 'https://canvas.example.edu', courseId: '4711' }
const A = ['BIO 101-A']
const B = ['BIO 101-B']

// ---- pages

/** The thirteen of the full pages; the observer is left out. `labels`: how the page words the roles. */
const everybody = (
  labels = { student: 'Student', teacher: 'Teacher', ta: 'Lab assistant', designer: 'Designer' },
): RosterPerson[] => {
  const student = { roleLabel: labels.student }
  return [
    person('501', 'Alba Solano', 'student', 'active', A, student),
    person('502', 'Zoë Ångström-Núñez', 'student', 'active', A, student),
    person('503', 'Chidi Okafor', 'student', 'active', ['BIO 101-A', 'BIO 101-B'], student),
    person('504', 'Pending Person', 'student', 'invited', A, student),
    person('505', 'Ines Former', 'student', 'inactive', B, student),
    person('506', 'Okafor, Jr., Chidi', 'student', 'active', A, student),
    person('507', 'ליאת בן־דוד', 'student', 'active', A, student),
    person('508', 'Rami Haddad', 'student', 'active', A, {
      ...student,
      email: 'r.haddad@example.edu',
      emailSource: 'login',
    }),
    person('509', 'Guest User', 'student', 'active', A, student),
    person('510', 'Ines Marlowe', 'teacher', 'active', A, { roleLabel: labels.teacher, you: true }),
    person('511', 'Tobias Renner', 'ta', 'active', B, { roleLabel: labels.ta }),
    person('513', 'Dee Signer', 'designer', 'active', A, { roleLabel: labels.designer }),
  ]
}

const french = { student: 'Étudiant', teacher: 'Enseignant', ta: 'Lab assistant', designer: 'Concepteur' }

const icelandic = { student: 'Nemandi', teacher: 'Kennari', ta: 'Lab assistant', designer: 'Hönnuður' }

const spanish = { student: 'Estudiante', teacher: 'Profesor', ta: 'Lab assistant', designer: 'Diseñador' }

/** People of several roles. One more, who watches nobody, is left out. */
const hats = (ofTwo: 'teacher' | 'student' = 'teacher'): RosterPerson[] => [
  person('521', 'Watches And Helps', 'ta', 'active', ['BIO 101-A', 'BIO 101-B'], { roleLabel: 'Lab assistant' }),
  person('522', 'Teaches And Learns', ofTwo, 'active', ['BIO 101-A', 'BIO 101-B'], {
    roleLabel: ofTwo === 'teacher' ? 'Teacher' : 'Student',
  }),
  person('523', 'Fills In', 'teacher', 'active', A, { roleLabel: 'Temporary: Teacher' }),
]

const withoutLogin = ({ email: _, emailSource: __, ...rest }: RosterPerson): RosterPerson => rest

const page = (people: readonly RosterPerson[], rest: Partial<Roster> = {}): RosterState => ({
  kind: 'ready',
  roster: {
    course: { ...course, name: 'BIO 101' },
    people,
    complete: true,
    source: 'page',
    apiRefused: 'forbidden',
    leftOut: { observers: 1, testStudents: 0 },
    ...rest,
  },
})

/** Nothing on the page proves that these are all. */
const unproved = { complete: false, partial: 'maybeMore' } as const

const lazy = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const number = String(index).padStart(3, '0')
    return person(`${1000 + index}`, `Person ${number}`, 'student', 'active', A, {
      roleLabel: 'Student',
      email: `person${number}@example.edu`,
      emailSource: 'login',
    })
  })

export const lazyPage = (count: number): RosterState =>
  page(lazy(count), { complete: false, partial: 'rowsOnPage', leftOut: nobodyLeftOut })

const vanity = (state: RosterState): RosterState =>
  state.kind === 'ready'
    ? {
        ...state,
        roster: { ...state.roster, course: { ...state.roster.course, site: 'https://learning.example.edu' } },
      }
    : state

const testCopy = (state: RosterState): RosterState =>
  state.kind === 'ready'
    ? {
        ...state,
        roster: {
          ...state.roster,
          testSite: true,
          course: { ...state.roster.course, site: 'https://example.beta.instructure.com' },
        },
      }
    : state

/** Signed in, but not allowed to list people: what leads to the page. */
export const notAllowed: Recording = {
  about: 'Only the page is left to read.',
  answers: [
    { ask: '/users/self', answer: [{ body: { id: '510' } }] },
    { ask: '.', answer: [{ status: 403, body: { status: 'unauthorized', errors: [] } }] },
  ],
}

interface Row {
  readonly fixture: string
  readonly url?: string
  readonly expected: RosterState
}

const pageRows: readonly Row[] = [
  { fixture: 'people-a-full.html', expected: page(everybody()) },
  { fixture: 'people-a-full.html', url: `${peopleUrl}/?sort=name`, expected: page(everybody()) },
  {
    fixture: 'people-a-full.html',
    url: 'https://learning.example.edu/courses/4711/users',
    expected: vanity(page(everybody())),
  },
  {
    fixture: 'people-a-full.html',
    url: 'https://example.beta.instructure.com/courses/4711/users',
    expected: testCopy(page(everybody())),
  },
  { fixture: 'people-a-nologin.html', expected: page(everybody().map(withoutLogin)) },
  {
    fixture: 'people-a-sisonly.html',
    expected: page(everybody().slice(0, 3), { leftOut: nobodyLeftOut }),
  },
  {
    fixture: 'people-a-nosections.html',
    // There are two sections, and the reader may be kept to one.
    expected: page(
      everybody().map((one) => ({ ...one, sections: [] })),
      unproved,
    ),
  },
  { fixture: 'people-a-tags.html', expected: page(everybody()) },
  {
    fixture: 'people-a-tag-chosen.html',
    expected: page([everybody()[0]!, everybody()[2]!], { ...unproved, leftOut: nobodyLeftOut }),
  },
  { fixture: 'people-a-old.html', expected: page(everybody(), unproved) },
  {
    fixture: 'people-a-hats.html',
    // One was an assistant; another was removed on the page a moment ago.
    expected: page([everybody()[0]!, { ...everybody()[9]!, roleLabel: 'Teacher' }], {
      ...unproved,
      leftOut: nobodyLeftOut,
    }),
  },
  { fixture: 'people-a-fr.html', expected: page(everybody(french)) },
  {
    fixture: 'people-a-filtered.html',
    expected: page([everybody()[2]!, everybody()[5]!], {
      complete: false,
      partial: 'filtered',
      leftOut: nobodyLeftOut,
    }),
  },
  { fixture: 'people-a-lazy.html', expected: lazyPage(50) },
  { fixture: 'people-a-empty.html', expected: page([], { leftOut: nobodyLeftOut }) },
  {
    fixture: 'people-a-loading.html',
    expected: { kind: 'problem', course: { ...course, name: 'BIO 101' }, problem: 'forbidden' },
  },
  { fixture: 'people-b-full.html', expected: page(everybody()) },
  { fixture: 'people-c-full.html', expected: page(everybody()) },
  { fixture: 'people-c-stacked.html', expected: page(everybody()) },
  {
    fixture: 'people-c-fr.html',
    expected: page(everybody(french)),
  },
  {
    fixture: 'people-b-es.html',
    // The script names no roles: they are told by their words.
    expected: page(everybody(spanish), unproved),
  },
  {
    fixture: 'people-c-is.html',
    // A pill in a language we do not read counts as inactive, and a role as no role in particular.
    expected: page(
      everybody(icelandic).map((one) =>
        one.key === '504' ? { ...one, state: 'inactive' } : one.key === '513' ? { ...one, role: 'other' } : one,
      ),
      unproved,
    ),
  },
  {
    fixture: 'people-b-hats.html',
    // This page does not call an assistant as its script does, shows the test student, and does not tell which of two roles is over.
    expected: page(
      [...hats('student'), person('525', 'Helps Out', 'ta', 'active', A, { roleLabel: 'Teaching Assistant' })],
      {
        ...unproved,
        leftOut: { observers: 1, testStudents: 1 },
      },
    ),
  },
  { fixture: 'people-c-hats.html', expected: page(hats(), unproved) },
  {
    fixture: 'people-c-role-chosen.html',
    expected: page(everybody().slice(9, 11), { complete: false, partial: 'filtered', leftOut: nobodyLeftOut }),
  },
  {
    fixture: 'people-masquerade.html',
    expected: page(everybody().slice(0, 1), { ...unproved, asSomebodyElse: true, leftOut: nobodyLeftOut }),
  },
  {
    fixture: 'course-home.html',
    url: 'https://canvas.example.edu/courses/4711',
    expected: { kind: 'problem', course: { ...course, name: 'BIO 101' }, problem: 'forbidden' },
  },
  { fixture: 'not-canvas.html', expected: { kind: 'none' } },
  { fixture: 'account-users.html', url: 'https://canvas.example.edu/accounts/1/users', expected: { kind: 'none' } },
  { fixture: 'people-a-full.html', url: 'https://canvas.example.edu/groups/4711/users', expected: { kind: 'none' } },
]

// ---- recordings of the API

const found = (people: readonly RosterPerson[], rest: Partial<Roster> = {}): RosterState => ({
  kind: 'ready',
  roster: {
    course: { ...course, name: 'Introduction to Biology', code: 'BIO 101' },
    people,
    complete: true,
    total: people.length,
    source: 'api',
    leftOut: nobodyLeftOut,
    ...rest,
  },
})

const lms = (email: string): Rest => ({ email, emailSource: 'lms' })
const login = (email: string): Rest => ({ email, emailSource: 'login' })

const alba = person('501', 'Alba Solano', 'student', 'active', A, lms('alba.solano@example.edu'))
const chidi = person(
  '503',
  'Chidi Okafor',
  'student',
  'active',
  ['BIO 101-A', 'BIO 101-B'],
  lms('c.okafor@example.edu'),
)
const pending = person('504', 'Pending Person', 'student', 'invited', A)
const nour = person('506', 'Nour Haddad', 'student', 'active', A, lms('nour.haddad@example.edu'))
const ines = person('510', 'Ines Marlowe', 'teacher', 'active', A, { ...lms('ines.marlowe@example.edu'), you: true })
const bare = ({ email: _, emailSource: __, ...rest }: RosterPerson): RosterPerson => rest

const nameless = (names: readonly string[]) =>
  names.map((name, index) => person(`${520 + index}`, name, 'student', 'active', A, lms(`n${index}@example.edu`)))

const stopped = (problem: ReadProblem): RosterState => ({ kind: 'problem', course: { ...course, name: '' }, problem })

/** A page of the course that shows nobody; `env` is what its inline script says of the reader. */
export const bareUrl = 'https://canvas.example.edu/courses/4711/gradebook?view=all'
export const barePage = (env = '{"current_user_id":"510"}') => `<!doctype html><html><head>
<meta name="apple-itunes-app" content="app-id=480883488">
${env && `<script>\nINST = {};\nENV = ${env};\n</script>`}
</head><body><div id="application" class="ic-app"></div></body></html>`

/** Read with no page behind them. */
const apiRows: readonly Row[] = [
  { fixture: 'api-users.json', expected: found([alba, chidi, pending, nour, ines]) },
  { fixture: 'api-many-sections.json', expected: found([alba, chidi, pending, nour, ines]) },
  {
    fixture: 'api-noemail-permission.json',
    expected: found([bare(alba), bare(chidi), pending, bare(ines)], { addressesHidden: true }),
  },
  {
    fixture: 'api-null-email.json',
    expected: found([
      bare(alba),
      person('508', 'Rami Haddad', 'student', 'active', A, login('r.haddad@example.edu')),
      person('509', 'Guest User', 'student', 'active', A),
    ]),
  },
  {
    fixture: 'api-inactive.json',
    expected: found([
      person('505', 'Ines Former', 'student', 'inactive', A, lms('ines.former@example.edu')),
      person('506', 'Carl Done', 'student', 'concluded', A, lms('carl.done@example.edu')),
      person('507', 'Dee Clined', 'other', 'inactive', [], lms('dee.clined@example.edu')),
      person('508', 'Back Again', 'student', 'active', ['BIO 101-A', 'BIO 101-B'], lms('back.again@example.edu')),
    ]),
  },
  {
    fixture: 'api-concluded.json',
    expected: found([
      { ...alba, state: 'concluded' },
      { ...chidi, state: 'concluded' },
      { ...ines, state: 'concluded' },
    ]),
  },
  {
    fixture: 'api-nobody-yet.json',
    expected: found([ines], { leftOut: { observers: 0, testStudents: 1 } }),
  },
  {
    fixture: 'api-sis-addresses.json',
    expected: found([alba, person('508', 'Rami Haddad', 'student', 'active', A)]),
  },
  { fixture: 'api-teststudent.json', expected: found([alba], { leftOut: { observers: 0, testStudents: 1 } }) },
  {
    fixture: 'api-observer.json',
    expected: found([alba, person('513', 'Both Ways', 'student', 'active', A, lms('both.ways@example.edu'))], {
      leftOut: { observers: 1, testStudents: 0 },
    }),
  },
  {
    fixture: 'api-names.json',
    expected: found(
      nameless([
        'Okafor, Jr., Chidi',
        'ليلى الحسن',
        '李 小龍',
        'Cher',
        'Space Around',
        "O'Brien & Sons <x>",
        'evil <img src=x onerror=alert(1)>',
        'Null Bell Line',
        'Long '.repeat(24).trim(),
        '',
      ]),
    ),
  },
  { fixture: 'api-sections-hidden.json', expected: found([{ ...alba, sections: [] }]) },
  { fixture: 'api-numeric-ids.json', expected: found([alba]) },
  {
    fixture: 'api-bigint.json',
    expected: found([person('191320000000090334', 'Far Away', 'student', 'active', A, lms('far.away@example.edu'))]),
  },
  { fixture: 'api-while1.json', expected: found([alba]) },
  {
    fixture: 'api-duplicate-email.json',
    expected: found([
      alba,
      person('502', 'Alba Solano Ruiz', 'student', 'active', A, lms('alba.solano@example.edu')),
      person('503', 'Bad Address', 'student', 'active', A, { invalidEmail: 'not an address' }),
    ]),
  },
  {
    fixture: 'api-own-sections.json',
    expected: found([alba, { ...ines, role: 'ta' }], { complete: false, partial: 'ownSectionsOnly', total: 58 }),
  },
  {
    fixture: 'api-counts-differ.json',
    expected: found([alba, ines], { complete: false, partial: 'countsDiffer', total: 4 }),
  },
  {
    fixture: 'api-roles.json',
    expected: found([
      person('511', 'Tobias Renner', 'ta', 'active', A, {
        ...lms('tobias.renner@example.edu'),
        roleLabel: 'Lab assistant',
      }),
      person('513', 'Dee Signer', 'designer', 'active', A, lms('dee.signer@example.edu')),
      person('514', 'Two Hats', 'teacher', 'active', ['BIO 101-A', 'BIO 101-B'], lms('two.hats@example.edu')),
      person('515', 'Was Helping', 'student', 'active', A, lms('was.helping@example.edu')),
      person('516', 'New Kind', 'other', 'active', A, lms('new.kind@example.edu')),
    ]),
  },
  { fixture: 'api-repeated-person.json', expected: found([alba, chidi, pending]) },
  { fixture: 'api-bookmark.json', expected: found([alba, chidi, pending]) },
  { fixture: 'api-400-states.json', expected: found([alba]) },
  { fixture: 'api-403-throttled.json', expected: found([alba]) },
  {
    fixture: 'api-course-refused.json',
    expected: {
      kind: 'ready',
      roster: {
        course: { ...course, name: '' },
        people: [alba],
        complete: true,
        source: 'api',
        leftOut: nobodyLeftOut,
      },
    },
  },
  { fixture: 'api-401-unauthenticated.json', expected: stopped('signedOut') },
  { fixture: 'api-401-unauthenticated-fr.json', expected: stopped('signedOut') },
  { fixture: 'api-401-unauthorized.json', expected: stopped('forbidden') },
  { fixture: 'api-401-unauthorized-fr.json', expected: stopped('forbidden') },
  { fixture: 'api-403-json.json', expected: stopped('forbidden') },
  { fixture: 'api-403-html.json', expected: stopped('notThere') },
  { fixture: 'api-404.json', expected: stopped('notThere') },
  { fixture: 'api-429-throttled.json', expected: stopped('throttled') },
  { fixture: 'api-200-login-html.json', expected: stopped('signedOut') },
  { fixture: 'api-500.json', expected: stopped('broken') },
  { fixture: 'api-half-json.json', expected: stopped('broken') },
  { fixture: 'api-not-a-list.json', expected: stopped('broken') },
  { fixture: 'api-network.json', expected: stopped('unreachable') },
  { fixture: 'api-redirected-away.json', expected: stopped('signedOut') },
  { fixture: 'api-next-elsewhere.json', expected: stopped('broken') },
  { fixture: 'api-next-circle.json', expected: stopped('broken') },
  { fixture: 'api-signed-out-halfway.json', expected: stopped('signedOut') },
]

export const pageCases: readonly Case[] = pageRows.map((row) => ({ url: peopleUrl, ...row, recording: notAllowed }))
export const apiCases: readonly Case[] = apiRows.map((row) => ({ ...row, url: bareUrl, page: barePage() }))
export const cases: readonly Case[] = [...pageCases, ...apiCases]
