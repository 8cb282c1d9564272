import type { ReadProblem, Roster, RosterState } from '../../../../lib/lms/roster.ts'
import type { RosterPerson } from '../../../../lib/people/person.ts'
import type { Case } from '../support/case.ts'
import { nobodyLeftOut, person, type Rest } from '../support/expected.ts'
import type { Recording } from '../support/recording.ts'

const site = 'https://learn.example.edu'
export const classlistUrl = `${site}/d2l/lms/classlist/classlist.d2l?ou=123456`
const printUrl = `${site}/d2l/lms/classlist/print_email.d2l?pageOption=email&ou=123456`

const lms = (email: string, login?: string): Rest => ({
  email,
  emailSource: 'lms',
  ...(login ? { login } : {}),
})

const name = 'BIO 101 - Introductory Biology (4521)'
const course = { lms: 'brightspace', lmsLabel: 'Brightspace', site, courseId: '123456', name }

// ---- pages

const page = (people: readonly RosterPerson[], rest: Partial<Roster> = {}): RosterState => ({
  kind: 'ready',
  roster: {
    course,
    people,
    complete: false,
    partial: 'maybeMore',
    source: 'page',
    apiRefused: 'forbidden',
    leftOut: nobodyLeftOut,
    ...rest,
  },
})

const problem = (problem: ReadProblem, named = name): RosterState => ({
  kind: 'problem',
  course: { ...course, name: named },
  problem,
})

const avery = person('astone1', 'Avery Stone', 'student', lms('avery.stone@example.edu', 'astone1'))
const noor = person('nhaddad', 'Noor Haddad', 'student', lms('noor.haddad@example.edu', 'nhaddad'))
const jun = person('jokafor', 'Jun Okafor', 'student', lms('jun.okafor@example.edu', 'jokafor'))
const terry = person('tteacher', 'Terry Teacher', 'teacher', lms('terry.teacher@example.edu', 'tteacher'))
const chloe = person('cobrien', "Chloé O'Brien", 'ta', lms("o'brien.chloe@example.edu", 'cobrien'))

const twenty = Array.from({ length: 20 }, (_, index) => {
  const number = String(index + 1).padStart(2, '0')
  return person(
    `login${number}`,
    `Given${number} Family${number}`,
    'student',
    lms(`person${number}@example.edu`, `login${number}`),
  )
})

/** Signed in, but not allowed to list people: what leads to the page. */
export const notAllowed: Recording = {
  about: 'Only the page is left to read.',
  answers: [
    {
      ask: '/versions/$',
      answer: [
        {
          body: [
            { ProductCode: 'le', LatestVersion: '1.96' },
            { ProductCode: 'lp', LatestVersion: '1.62' },
          ],
        },
      ],
    },
    { ask: '/whoami$', answer: [{ body: { Identifier: '9001' } }] },
    {
      ask: '.',
      answer: [
        { status: 403, headers: { 'content-type': 'text/html' }, text: '{ Errors: [ {Message: "Forbidden"} ] }' },
      ],
    },
  ],
}

interface Row {
  readonly fixture: string
  readonly frames?: Case['frames']
  readonly url?: string
  readonly expected: RosterState
}

const pageRows: readonly Row[] = [
  {
    fixture: 'classlist-with-email.html',
    expected: page([avery, noor, jun, chloe, terry], { leftOut: { observers: 0, testStudents: 1 } }),
  },
  {
    fixture: 'classlist-no-email.html',
    expected: page(
      [
        person('row 1', 'Avery Stone', 'student'),
        person('row 2', 'Noor Haddad', 'student', { roleLabel: 'Student (Incomplete)' }),
        person('row 4', 'Terry Teacher', 'teacher'),
      ],
      { addressesHidden: true, leftOut: { observers: 1, testStudents: 0 } },
    ),
  },
  { fixture: 'classlist-email-as-link.html', expected: page([avery, noor, jun]) },
  {
    fixture: 'print-email.html',
    url: printUrl,
    expected: page(
      [
        person('kim.rolle@example.edu', 'Kim Rolle', 'other', lms('kim.rolle@example.edu')),
        person('avery.stone@example.edu', 'Avery Stone', 'other', lms('avery.stone@example.edu')),
        person('row 3', 'Noor Haddad', 'other'),
        person('jun.okafor@example.edu', 'Jun Okafor', 'other', lms('jun.okafor@example.edu')),
        person('row 5', 'Ada Okafor', 'other', lms('jun.okafor@example.edu')),
      ],
      { course: { ...course, name: '' } },
    ),
  },
  { fixture: 'classlist-paged.html', expected: page(twenty) },
  {
    fixture: 'in-frame.html',
    url: `${site}/d2l/le/lti/123456/toolLaunch/0?ou=123456`,
    frames: [{ fixture: 'classlist-email-as-link.html', url: `${classlistUrl}&d2l_body_type=2` }],
    expected: page([avery, noor, jun]),
  },
  { fixture: 'classlist-searched.html', expected: page([avery], { partial: 'filtered' }) },
  {
    fixture: 'classlist-fr.html',
    expected: page([
      { ...avery, roleLabel: 'Étudiant' },
      { ...terry, roleLabel: 'Enseignant' },
      { ...noor, roleLabel: 'Étudiante auditrice' },
    ]),
  },
  {
    fixture: 'classlist-es.html',
    expected: page([{ ...avery, roleLabel: 'Estudiante' }, terry, { ...noor, roleLabel: 'Estudiante oyente' }]),
  },
  {
    fixture: 'classlist-ar.html',
    expected: page([
      { ...avery, roleLabel: 'طالب' },
      { ...terry, roleLabel: 'المدرّس' },
      { ...noor, roleLabel: 'طالبة مستمعة' },
    ]),
  },
  {
    // Its headings say nothing to us: the addresses are found all the same, logins and roles are not.
    fixture: 'classlist-other-language.html',
    expected: page(
      [avery, noor, terry].map(({ login: _, ...rest }) => ({ ...rest, key: rest.email ?? '', role: 'other' })),
    ),
  },
  {
    // Logins that are addresses too: the heading says which of the two columns is for mail.
    fixture: 'classlist-ko.html',
    expected: page(
      [avery, terry].map(({ login: _, ...rest }) => ({
        ...rest,
        key: rest.email ?? '',
        roleLabel: rest.role === 'student' ? '학생' : '교수',
      })),
    ),
  },
  {
    fixture: 'classlist-internal-mail.html',
    expected: page([
      person('astone1', 'Avery Stone', 'student', {
        email: 'astone1@learn.example.edu',
        emailSource: 'login',
        login: 'astone1',
      }),
      person('nhaddad', 'Noor Haddad', 'student', { invalidEmail: 'nhaddad', login: 'nhaddad' }),
    ]),
  },
  { fixture: 'classlist-nested.html', expected: page([avery, noor, jun]) },
  {
    fixture: 'classlist-login-addresses.html',
    expected: page(
      [avery, noor].map((one) => ({ ...one, key: one.email ?? '', login: one.email ?? '', emailSource: 'login' })),
      { addressesHidden: true },
    ),
  },
  { fixture: 'not-authorized.html', expected: problem('forbidden') },
  {
    fixture: 'add-participants.html',
    url: `${site}/d2l/lms/classlist/admin/participants/participants_add_existing.d2l?ou=123456`,
    expected: problem('forbidden'),
  },
  { fixture: 'course-home.html', url: `${site}/d2l/home/123456`, expected: problem('forbidden') },
  { fixture: 'course-home.html', url: `${site}/d2l/le/content/123456/Home`, expected: problem('forbidden') },
  { fixture: 'school-home-bare.html', url: `${site}/d2l/home`, expected: { kind: 'none' } },
  { fixture: 'school-home.html', url: `${site}/d2l/home`, expected: { kind: 'none' } },
  { fixture: 'school-home.html', url: `${site}/d2l/home/6606`, expected: { kind: 'none' } },
  {
    fixture: 'school-people.html',
    url: `${site}/d2l/lms/classlist/classlist.d2l?ou=6606`,
    expected: { kind: 'none' },
  },
  { fixture: 'not-brightspace.html', url: `${site}/d2l/le/content/123456`, expected: { kind: 'none' } },
  { fixture: 'not-brightspace.html', url: `${site}/classlist.d2l?ou=123456`, expected: { kind: 'none' } },
]

// ---- recordings of the API

const found = (people: readonly RosterPerson[], rest: Partial<Roster> = {}): RosterState => ({
  kind: 'ready',
  roster: { course, people, complete: true, source: 'api', leftOut: nobodyLeftOut, ...rest },
})

const byId = (key: string, of: RosterPerson): RosterPerson => ({ ...of, key })
const averyById = byId('20417', avery)
const me: RosterPerson = { ...byId('9001', terry), you: true }
const unnamed = person('20418', 'Haddad, Noor', 'other')

export const homeUrl = `${site}/d2l/home/123456`
export const barePage = (global = '{"orgId":"6606","userId":"9001"}') => `<!doctype html>
<html data-global-context='${global}' data-he-context='{"orgUnitId":123456}'><body class="d2l-body">
<a class="d2l-navigation-s-link" href="/d2l/home/123456">${name}</a></body></html>`

const rolesTold = [
  ['300', 'Manual One', 'student', 'Manual Student'],
  ['301', 'Half Done', 'student', 'Student (Incomplete)'],
  ['302', 'Stu Teach', 'student', 'Student Teacher'],
  ['303', 'Gra Der', 'ta', 'Grader'],
  ['304', 'Ass Ist', 'ta', 'Instructor Assistant'],
  ['305', 'Fac Ulty', 'teacher', 'Faculty'],
  ['306', 'De Sign', 'designer', 'Course Designer'],
  ['307', 'Aud It', 'other', 'Auditor'],
  ['311', 'Ét Udiant', 'student', 'Étudiant'],
] as const

const apiRows: readonly Row[] = [
  {
    fixture: 'api-paged.json',
    expected: found([averyById, unnamed, me], { leftOut: { observers: 0, testStudents: 1 } }),
  },
  { fixture: 'api-bare.json', expected: found([averyById, unnamed]) },
  {
    // Whom somebody may not search for by role is not on this list, and nothing says so.
    fixture: 'api-enrolments.json',
    expected: found([averyById, me], {
      complete: false,
      partial: 'mayHide',
      leftOut: { observers: 1, testStudents: 0 },
    }),
  },
  { fixture: 'api-enrolments-empty.json', expected: problem('forbidden') },
  { fixture: 'api-enrolments-broken.json', expected: problem('broken') },
  { fixture: 'api-enrolments-no-paging.json', expected: problem('forbidden') },
  { fixture: 'api-who-nobody.json', expected: problem('signedOut') },
  { fixture: 'api-forbidden.json', expected: problem('forbidden') },
  { fixture: 'api-signed-out.json', expected: problem('signedOut') },
  { fixture: 'api-signed-out-halfway.json', expected: problem('signedOut') },
  { fixture: 'api-who-unknown.json', expected: problem('forbidden') },
  { fixture: 'api-not-found.json', expected: problem('notThere') },
  { fixture: 'api-no-versions.json', expected: problem('notThere') },
  { fixture: 'api-versions-strange.json', expected: problem('notThere') },
  {
    fixture: 'api-no-emails.json',
    expected: found(
      [person('20417', 'Avery Stone', 'student', { login: 'astone1' }), person('20418', 'Haddad, Noor', 'student')],
      { addressesHidden: true },
    ),
  },
  {
    fixture: 'api-login-is-address.json',
    expected: found([
      person('20417', 'Avery Stone', 'student', {
        email: 'avery.stone@example.edu',
        emailSource: 'login',
        login: 'avery.stone@example.edu',
      }),
      person('20418', 'Haddad, Noor', 'other', { invalidEmail: 'nhaddad', login: 'nhaddad' }),
    ]),
  },
  {
    fixture: 'api-internal-mail.json',
    expected: found([{ ...averyById, email: 'astone1@learn.example.edu', emailSource: 'login' }, me]),
  },
  {
    fixture: 'api-roles.json',
    expected: found(
      rolesTold.map(([key, shown, role, roleLabel]) =>
        person(key, shown, role, { ...lms(`r${Number(key) - 300}@example.edu`), roleLabel }),
      ),
      { leftOut: { observers: 1, testStudents: 2 } },
    ),
  },
  {
    fixture: 'api-family-first.json',
    expected: found([
      person('401', 'Avery Stone', 'student', lms('avery.stone@example.edu')),
      person('402', 'Noor Haddad', 'student', lms('noor.haddad@example.edu')),
      person('403', 'Okafor, Jr.', 'student', lms('okafor.jr@example.edu')),
    ]),
  },
  {
    fixture: 'api-repeated-person.json',
    expected: found([averyById], { leftOut: { ...nobodyLeftOut, placeholders: 1 } }),
  },
  {
    fixture: 'api-test-logins.json',
    expected: found([averyById, person('503', 'Zoltan Zzabo', 'student', { login: 'zzabo' })], {
      leftOut: { observers: 0, testStudents: 2 },
    }),
  },
  { fixture: 'api-next-missing.json', expected: problem('unreadable') },
  { fixture: 'api-next-bookmark.json', expected: problem('unreadable') },
  { fixture: 'api-next-elsewhere.json', expected: problem('broken') },
  { fixture: 'api-next-other-course.json', expected: problem('unreadable') },
  { fixture: 'api-next-circle.json', expected: problem('broken') },
  { fixture: 'api-429.json', expected: problem('throttled') },
  { fixture: 'api-429-then.json', expected: found([averyById]) },
  { fixture: 'api-500.json', expected: problem('broken') },
  { fixture: 'api-half-json.json', expected: problem('broken') },
  { fixture: 'api-network.json', expected: problem('unreachable') },
  { fixture: 'api-login-html.json', expected: problem('signedOut') },
]

export const pageCases: readonly Case[] = pageRows.map((row) => ({ url: classlistUrl, ...row, recording: notAllowed }))
export const apiCases: readonly Case[] = apiRows.map((row) => ({ ...row, url: homeUrl, page: barePage() }))
export const cases: readonly Case[] = [...pageCases, ...apiCases]
