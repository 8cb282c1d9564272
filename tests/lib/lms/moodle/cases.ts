import type { ReadProblem, Roster, RosterState } from '../../../../lib/lms/roster.ts'
import type { LmsRole, RosterPerson } from '../../../../lib/people/person.ts'
import type { Case } from '../support/case.ts'
import { saved } from '../support/fixtures.ts'
import { type Recording, refusing } from '../support/recording.ts'

const site = 'https://moodle.example.edu'
export const rosterUrl = `${site}/user/index.php?id=2`
export const homeUrl = `${site}/course/view.php?id=2`

type Rest = Partial<Omit<RosterPerson, 'key' | 'name' | 'role'>>

const person = (key: number, name: string, role: LmsRole, rest: Rest = {}): RosterPerson => ({
  key: String(key),
  name,
  role,
  sections: [],
  state: 'active',
  ...rest,
})

const lms = (email: string, rest: Rest = {}): Rest => ({ email, emailSource: 'lms', ...rest })

const name = 'BIO 101: Introductory Biology'
const course = { lms: 'moodle', lmsLabel: 'Moodle', site, courseId: '2', name }
const leftOut = { observers: 0, testStudents: 0 }

const problem = (problem: ReadProblem, more: Partial<Roster['course']> = {}): RosterState => ({
  kind: 'problem',
  course: { ...course, ...more },
  problem,
})

const ready = (people: readonly RosterPerson[], rest: Partial<Roster> = {}): RosterState => ({
  kind: 'ready',
  roster: { course, people, complete: false, source: 'api', leftOut, ...rest },
})

// ---- people

const avery = person(110, 'Avery Stone', 'student', lms('avery.stone@example.edu', { sections: ['Lab A'] }))
const noor = person(111, 'Noor Haddad', 'student', lms('noor.haddad@example.edu', { state: 'inactive' }))
const jun = person(112, 'Jun Okafor', 'student', lms('jun.okafor@example.edu', { state: 'inactive' }))
const chloe = person(113, "Chloé O'Brien", 'ta', {
  ...lms("o'brien.chloe@example.edu"),
  roleLabel: 'Non-editing teacher',
})
const robert = person(114, 'Robert & "Bob"', 'student', lms('robert.tables@example.edu'))
const terry = person(115, 'Terry Teacher', 'teacher', lms('terry.teacher@example.edu', { you: true }))
const sam = person(116, 'Sam Duarte', 'student', lms('sam.duarte@example.edu'))
const seven = [avery, noor, jun, chloe, robert, terry, sam]

const fifteen = Array.from({ length: 15 }, (_, index) => {
  const number = String(index + 1).padStart(2, '0')
  const sections = index % 2 === 0 ? ['Lab B'] : ['Lab A', 'Lab B']
  return person(
    201 + index,
    `Given${number} Family${number}`,
    'student',
    lms(`person${number}@example.edu`, { sections }),
  )
})
const all = [...seven, ...fifteen]

/** The person without the address, which this list does not show. */
const bare = ({ email: _, emailSource: __, ...rest }: RosterPerson): RosterPerson => rest

const { you: _, ...otherTerry } = terry
const seenByStudents = [
  bare({ ...avery, you: true }),
  bare(chloe),
  bare(otherTerry),
  bare(sam),
  person(117, 'Kim Rolle', 'other', { roleLabel: 'No roles', sections: ['Lab A', 'Lab B'] }),
]

const lena: RosterPerson = {
  ...person(118, 'Lena Frost', 'ta', lms('lena.frost@example.edu', { sections: ['Lab A'], you: true })),
  roleLabel: 'Non-editing teacher',
}
const labA = [
  avery,
  lena,
  person(202, 'Given02 Family02', 'student', lms('person02@example.edu', { sections: ['Lab A'] })),
]

// ---- pages

/** Signed in, but nothing is answered: what leads to the page in view. */
export const notAllowed: Recording = refusing(403)

const page = (people: readonly RosterPerson[], rest: Partial<Roster> = {}): RosterState =>
  ready(people, { source: 'page', apiRefused: 'forbidden', ...rest })

const whole = (people: readonly RosterPerson[], rest: Partial<Roster> = {}): RosterState =>
  page(people, { complete: true, total: people.length, ...rest })

const some = (people: readonly RosterPerson[], rest: Partial<Roster> = {}): RosterState =>
  page(people, { partial: 'rowsOnPage', total: 22, ...rest })

interface Row {
  readonly fixture: string
  readonly url?: string
  readonly expected: RosterState
}

const pageRows: readonly Row[] = [
  { fixture: 'participants-teacher-4x.html', expected: some(seven) },
  { fixture: 'participants-5x.html', expected: some(seven) },
  { fixture: 'participants-idnumber-first.html', expected: some(seven) },
  { fixture: 'participants-email-collapsed.html', expected: some(seven.map(bare), { addressesFolded: true }) },
  {
    fixture: 'participants-student.html',
    expected: page(seenByStudents, { partial: 'mayHide', total: 5, addressesHidden: true }),
  },
  { fixture: 'participants-one-page.html', expected: whole(all) },
  // The id of the course is not in this address.
  {
    fixture: 'participants-one-page.html',
    url: `${site}/user/index.php?contextid=11&perpage=5000`,
    expected: whole(all),
  },
  {
    // A filter was taken away a moment ago: the table tells of none any more, and its rows are still those under it.
    fixture: 'participants-changing.html',
    expected: page(all.slice(0, 2), { partial: 'rowsOnPage', total: 2 }),
  },
  { fixture: 'participants-no-checkbox.html', expected: whole([avery, noor]) },
  {
    fixture: 'participants-initials.html',
    expected: page(
      [
        person(130, 'Ola Madsen', 'student', lms('ola.madsen@example.edu')),
        person(131, 'Uma Mensah', 'student', lms('uma.mensah@example.edu')),
        person(132, 'Ivo Molnár', 'student', lms('ivo.molnar@example.edu')),
        person(133, 'Rosa Moreau', 'student', lms('rosa.moreau@example.edu')),
      ],
      { partial: 'filtered' },
    ),
  },
  { fixture: 'participants-role-chosen.html', expected: page([terry], { partial: 'filtered' }) },
  { fixture: 'participants-group-chosen.html', expected: page([avery], { partial: 'filtered' }) },
  { fixture: 'participants-own-group.html', expected: page(labA, { partial: 'ownSectionsOnly' }) },
  {
    fixture: 'participants-fr.html',
    expected: whole([
      person(110, 'STONE Avery', 'student', lms('avery.stone@example.edu')),
      person(111, 'HADDAD Noor', 'student', lms('noor.haddad@example.edu', { state: 'inactive' })),
      { ...person(113, "O'BRIEN Chloé", 'ta', lms("o'brien.chloe@example.edu")), roleLabel: 'Enseignant non éditeur' },
      person(115, 'TEACHER Terry', 'teacher', lms('terry.teacher@example.edu', { you: true })),
    ]),
  },
  {
    fixture: 'participants-ar.html',
    expected: whole([
      person(140, 'ليلى الحسن', 'student', lms('layla.alhasan@example.edu')),
      person(141, 'سامي حداد', 'teacher', lms('sami.haddad@example.edu', { state: 'inactive' })),
    ]),
  },
  {
    fixture: 'participants-odd.html',
    expected: whole(
      [
        person(150, 'Zero Mail', 'student', { login: 'user150' }),
        person(151, 'Placeholder Mail', 'student', { login: 'user151', invalidEmail: 'user@localhost' }),
        person(152, 'Twin One', 'student', lms('twin@example.edu', { login: 'user152' })),
        person(153, 'Twin Two', 'student', lms('twin@example.edu', { login: 'user153' })),
        person(154, 'Nobody Inparticular', 'other', lms('nobody@example.edu', { login: 'user154' })),
        {
          ...person(157, 'Cora Coach', 'teacher', lms('cora.coach@example.edu', { login: 'user157' })),
          roleLabel: 'Coach (Teacher)',
        },
        {
          ...person(158, 'Instructor Only', 'teacher', lms('inst@example.edu', { login: 'user158' })),
          roleLabel: 'Instructor',
        },
        person(
          159,
          'Ann, Lab, Group',
          'student',
          lms('ann@example.edu', { login: 'user159', sections: ['Mon, Wed, Fri', 'Lab B'] }),
        ),
        person(160, '<img src=x onerror=alert(1)>', 'student', lms('hostile@example.edu', { login: 'user160' })),
      ],
      { leftOut: { observers: 1, testStudents: 0, guests: 1 } },
    ),
  },
  {
    fixture: 'participants-subfolder.html',
    url: 'https://school.example.edu/moodle/user/index.php?id=2',
    expected: whole([avery, noor], { course: { ...course, site: 'https://school.example.edu' } }),
  },
  {
    fixture: 'participants-switched-role.html',
    expected: page([bare(avery), bare({ ...noor, state: 'active' })], {
      partial: 'mayHide',
      total: 2,
      addressesHidden: true,
      asSomebodyElse: true,
    }),
  },
  { fixture: 'participants-38.html', expected: page(seven, { partial: 'rowsOnPage' }) },
  {
    fixture: 'participants-38-email-folded.html',
    expected: page(seven.map(bare), { partial: 'rowsOnPage', addressesFolded: true }),
  },
  { fixture: 'participants-38-all.html', expected: page(seven, { complete: true }) },
  { fixture: 'participants-38-initials.html', expected: page([avery], { partial: 'filtered' }) },
  { fixture: 'participants-38-filtered.html', expected: page([terry], { partial: 'filtered' }) },
  // Before 3.4 another page has the list; and a list whose names are folded away is nobody's.
  { fixture: 'participants-33.html', expected: problem('forbidden') },
  { fixture: 'participants-name-collapsed.html', expected: problem('forbidden') },
  { fixture: 'not-in-group.html', expected: problem('forbidden') },
  { fixture: 'course-home.html', url: homeUrl, expected: problem('forbidden') },
  {
    fixture: 'forum.html',
    url: `${site}/mod/forum/view.php?id=9`,
    expected: problem('forbidden', { name: 'BIO101-F26' }),
  },
  { fixture: 'enrol-index.html', url: `${site}/enrol/index.php?id=2`, expected: problem('forbidden', { name: '' }) },
  { fixture: 'login.html', url: `${site}/login/index.php`, expected: { kind: 'none' } },
  { fixture: 'site-participants.html', url: `${site}/user/index.php?id=1`, expected: { kind: 'none' } },
  { fixture: 'not-moodle.html', expected: { kind: 'none' } },
]

export const pageCases: readonly Case[] = pageRows.map((row) => ({ url: rosterUrl, recording: notAllowed, ...row }))

// ---- recordings

const everybody = (people: readonly RosterPerson[] = all): RosterState =>
  ready(people, { complete: true, total: people.length })

interface Answered extends Row {
  /** The page that it is read from; F1 where left out. */
  readonly from?: string
}

const fromHome = { from: 'course-home.html', url: homeUrl } as const

const answered: readonly Answered[] = [
  { fixture: 'dynamic-table-page.json', expected: everybody() },
  { fixture: 'table-from-course.json', ...fromHome, expected: everybody(seven) },
  { fixture: 'table-pages.json', expected: everybody() },
  { fixture: 'table-counts-differ.json', expected: ready(all, { partial: 'countsDiffer', total: 24 }) },
  {
    fixture: 'table-twice.json',
    expected: ready([...all.slice(0, 15), ...all.slice(16)], { partial: 'countsDiffer', total: 22 }),
  },
  {
    fixture: 'table-wavering.json',
    expected: ready([...all.slice(0, 15), ...all.slice(16)], { partial: 'countsDiffer', total: 21 }),
  },
  { fixture: 'table-circle.json', expected: problem('broken') },
  { fixture: 'table-empty.json', ...fromHome, expected: everybody([]) },
  { fixture: 'table-nobody.json', expected: everybody(seven) },
  {
    fixture: 'table-other-course.json',
    expected: some(seven, { apiRefused: 'unreadable' }),
  },
  { fixture: 'table-letter.json', expected: ready([avery], { partial: 'filtered' }) },
  {
    fixture: 'table-student.json',
    from: 'participants-student.html',
    expected: ready(seenByStudents, { partial: 'mayHide', total: 5, addressesHidden: true }),
  },
  { fixture: 'table-email-collapsed.json', from: 'participants-email-collapsed.html', expected: everybody(seven) },
  { fixture: 'table-filtered-page.json', expected: everybody(seven) },
  {
    fixture: 'table-own-group.json',
    from: 'participants-own-group.html',
    expected: ready(labA, { partial: 'ownSectionsOnly' }),
  },
  {
    fixture: 'table-visible-groups.json',
    expected: ready([avery, { ...noor, state: 'active' }, otherTerry], { partial: 'mayHide', total: 3 }),
  },
  { fixture: 'table-group-chosen.json', from: 'participants-group-chosen.html', expected: everybody(seven) },
  {
    fixture: 'table-subfolder.json',
    from: 'participants-subfolder.html',
    url: 'https://school.example.edu/moodle/user/index.php?id=2',
    expected: ready([avery, noor], {
      complete: true,
      total: 2,
      course: { ...course, site: 'https://school.example.edu' },
    }),
  },
  { fixture: 'pages-38.json', from: 'participants-38.html', expected: ready(all, { complete: true }) },
  { fixture: 'pages-38-letter.json', ...fromHome, expected: ready([avery], { partial: 'filtered' }) },
  { fixture: 'pages-38-own-group.json', ...fromHome, expected: ready([avery], { partial: 'ownSectionsOnly' }) },
  { fixture: 'pages-nobody.json', expected: some(seven, { apiRefused: 'notThere' }) },
  {
    fixture: 'pages-wavering.json',
    expected: ready([...all.slice(0, 15), ...all.slice(16)], { partial: 'countsDiffer', total: 21 }),
  },
  { fixture: 'pages-signed-out.json', ...fromHome, expected: problem('signedOut') },
  { fixture: 'pages-cut-short.json', ...fromHome, expected: problem('broken') },
  { fixture: 'error-servicenotavailable.json', expected: everybody() },
  { fixture: 'error-generalexceptionmessage.json', expected: some(seven, { apiRefused: 'unreadable' }) },
  { fixture: 'error-servicerequireslogin.json', expected: problem('signedOut') },
  { fixture: 'error-signed-out-halfway.json', expected: problem('signedOut') },
  { fixture: 'error-invalidsesskey.json', expected: everybody(seven) },
  { fixture: 'error-invalidsesskey-again.json', expected: everybody(seven) },
  { fixture: 'error-nopermissions.json', expected: some(seven) },
  { fixture: 'error-requireloginerror.json', expected: some(seven) },
  { fixture: 'error-invalidrecord.json', ...fromHome, expected: problem('forbidden') },
  { fixture: 'error-database.json', expected: problem('broken') },
  { fixture: 'error-not-in-group.json', from: 'not-in-group.html', expected: problem('forbidden') },
  { fixture: 'error-429.json', expected: problem('throttled') },
  { fixture: 'error-429-once.json', expected: everybody(seven) },
  { fixture: 'error-502.json', expected: problem('broken') },
  { fixture: 'error-network.json', expected: problem('unreachable') },
  { fixture: 'error-half-json.json', expected: problem('broken') },
  { fixture: 'error-login-html.json', expected: problem('signedOut') },
  { fixture: 'error-html-signed-in.json', expected: everybody(seven) },
  { fixture: 'error-sso.json', expected: problem('signedOut') },
  { fixture: 'error-strange-page.json', expected: problem('broken') },
  { fixture: 'error-not-a-table.json', expected: everybody(seven) },
  { fixture: 'search-users.json', expected: some(seven, { apiRefused: 'notThere' }) },
  { fixture: 'export.json', expected: some(seven, { apiRefused: 'notThere' }) },
]

export const apiCases: readonly Case[] = answered.map(({ from = 'participants-teacher-4x.html', ...row }) => ({
  url: rosterUrl,
  page: saved('moodle', from),
  ...row,
}))

export const cases: readonly Case[] = [...pageCases, ...apiCases]
