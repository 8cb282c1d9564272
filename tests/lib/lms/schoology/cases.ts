import type { ReadProblem, Roster, RosterState } from '../../../../lib/lms/roster.ts'
import type { RosterPerson } from '../../../../lib/people/person.ts'
import type { Case } from '../support/case.ts'
import { partly } from '../support/expected.ts'
import { saved } from '../support/fixtures.ts'

const site = 'https://app.schoology.com'
const school = 'https://schoology.example.edu'
export const membersUrl = `${site}/course/7921261672/members`
const materialsUrl = `${site}/course/7921261672/materials`

const course = { lms: 'schoology', lmsLabel: 'Schoology', site, courseId: '7921261672', name: 'Biology: Section 2' }

const person = (key: string, name: string, rest: Partial<RosterPerson> = {}): RosterPerson => ({
  key,
  name,
  role: 'student',
  sections: [],
  state: 'active',
  ...rest,
})
const avery = person('130780673', 'Avery Stone')
const noor = person('130780674', 'Noor Haddad')
const terry = person('130780600', 'Terry Teacher', { role: 'teacher' })
/** On the page a badge says no more than that somebody is more than a member. */
const badged: RosterPerson = { ...terry, role: 'other' }

const ready = (people: readonly RosterPerson[], rest: Partial<Roster>): RosterState => ({
  kind: 'ready',
  roster: {
    course,
    people,
    complete: true,
    source: 'api',
    ...(people.length > 0 ? { addressesHidden: true } : {}),
    leftOut: { observers: 0, testStudents: 0 },
    ...rest,
  },
})
const stopped = (problem: ReadProblem): RosterState => ({ kind: 'problem', course, problem })

// ---- pages, where the call is refused

const refused = {
  about: 'The call is refused, and the course opens.',
  answers: [
    { ask: '/iapi/', answer: [{ body: { response_code: 403, body: {} } }] },
    { ask: '/course/', answer: [{ headers: { 'content-type': 'text/html' }, text: '<title>Biology</title>' }] },
  ],
}

const onPage = (people: readonly RosterPerson[], rest: Partial<Roster>): RosterState =>
  ready(people, { source: 'page', apiRefused: 'forbidden', ...rest })

const pages = (
  [
    ['schoology-members.html', onPage([avery, noor, badged], { total: 3 })],
    ['members-counts-differ.html', onPage([avery, noor, badged], partly('countsDiffer', 5))],
    ['members-paged.html', onPage([avery, noor, badged], partly('maybeMore', 57))],
    // A total that turns out to be the page's own.
    ['members-total-of-page.html', onPage([avery, noor, badged], partly('maybeMore', 3))],
    ['members-no-total.html', onPage([avery, noor, badged], partly('maybeMore'))],
    ['members-no-filters.html', onPage([avery, noor, badged], partly('maybeMore'))],
    ['members-pending.html', onPage([avery], partly('filtered'))],
    ['members-search.html', onPage([avery], partly('filtered'))],
    ['members-no-links.html', onPage([person('row 0', 'Avery Stone'), person('row 1', 'Noor Haddad')], { total: 2 })],
    ['members-loading.html', stopped('forbidden')],
    ['course-materials.html', stopped('forbidden'), materialsUrl],
    ['group-members.html', { kind: 'none' }, `${site}/group/5277638093/members`],
    ['not-schoology.html', { kind: 'none' }],
    [
      'schoology-members.html',
      onPage([avery, noor, badged], { total: 3, course: { ...course, site: school } }),
      `${school}/course/7921261672/members?filter=all`,
    ],
    ['schoology-members.html', { kind: 'none' }, `${site}/courses`],
  ] satisfies [string, RosterState, string?][]
).map(([fixture, expected, url = membersUrl]): Case => ({ fixture, expected, url, recording: refused }))

// ---- recordings

const recorded = (
  fixture: string,
  expected: RosterState,
  url = materialsUrl,
  page = 'course-materials.html',
): Case => ({
  fixture,
  url,
  page: saved('schoology', page),
  expected,
})
const found = (people: readonly RosterPerson[], rest: Partial<Roster> = partly('maybeMore')) => ready(people, rest)

const recordings: readonly Case[] = [
  // The answer does not say how many there are; the page of members does.
  recorded('member_enrollments.json', found([avery, noor, terry])),
  recorded('member_enrollments.json', found([avery, noor, terry], { total: 3 }), membersUrl, 'schoology-members.html'),
  recorded(
    'member_enrollments.json',
    found([avery, noor, terry], partly('countsDiffer', 5)),
    `${membersUrl}?page=0`,
    'members-counts-differ.html',
  ),
  // What a page counts of its search is nothing to hold an answer against.
  recorded('member_enrollments.json', found([avery, noor, terry]), `${membersUrl}?page=1`, 'members-search.html'),
  recorded('member_enrollments.json', found([avery, noor, terry]), `${membersUrl}?page=2`, 'members-pending.html'),
  // More teachers than students: the numbers are not believed, and nobody is made a teacher.
  recorded(
    'roles-swapped.json',
    found([
      { ...avery, role: 'other' },
      { ...noor, role: 'other' },
      { ...terry, role: 'student' },
    ]),
  ),
  recorded(
    'states.json',
    found([
      person('11', 'Exp Ired', { state: 'concluded' }),
      person('12', 'Inv Ited', { state: 'invited' }),
      person('13', 'Ask Ing', { state: 'invited' }),
      person('14', 'Arch Ived', { state: 'inactive' }),
      person('15', 'Gone Away', { state: 'inactive' }),
      // Object keys that are small numbers come in their order.
      noor,
      person('16', 'Third Kind', { role: 'other' }),
      avery,
    ]),
  ),
  recorded(
    'names.json',
    found([person('11', 'Bob Stone'), person('12', 'Noor H.'), person('13', 'Jun Okafor'), person('14', '')]),
  ),
  recorded('empty.json', found([])),
  recorded('strange-entry.json', found([avery]), membersUrl, 'schoology-members.html'),
  recorded('strange.json', stopped('broken')),
  recorded('no-body.json', stopped('broken')),
  recorded('other-course.json', stopped('broken')),
  recorded('forbidden.json', stopped('forbidden')),
  recorded('forbidden-status.json', stopped('forbidden')),
  recorded('forbidden-signed-out.json', stopped('signedOut')),
  recorded('unauthorized.json', stopped('signedOut')),
  recorded('course-forbidden.json', stopped('forbidden')),
  recorded('login-page.json', stopped('signedOut')),
  recorded('html.json', stopped('notThere')),
  recorded('not-found.json', stopped('notThere')),
  recorded('code-500.json', stopped('broken')),
  recorded('broken.json', stopped('broken')),
  recorded('throttled.json', stopped('throttled')),
  recorded('unreachable.json', stopped('unreachable')),
]

export const cases: readonly Case[] = [...pages, ...recordings]
