import type { ReadProblem, Roster, RosterState } from '../../../../lib/lms/roster.ts'
import type { RosterPerson } from '../../../../lib/people/person.ts'
import type { Case } from '../support/case.ts'
import { nobodyLeftOut, person, type Rest } from '../support/expected.ts'
import type { Recording } from '../support/recording.ts'

const site = 'https://sakai.example.edu'
export const siteId = '5c1f7a52-1b1e-4f0a-9d2a-0b1c2d3e4f50'
export const rosterUrl = `${site}/portal/site/${siteId}/tool/77`
export const homeUrl = `${site}/portal/site/${siteId}`
const me = '9a8b7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d'

const lms = (email: string, login: string): Rest => ({ email, emailSource: 'lms', login })

const course = { lms: 'sakai', lmsLabel: 'Sakai', site, courseId: siteId, name: 'BIO 101 Été' }

const avery = person('b3f0c1d2-0a4e-4a0e-9a0b-1f2e3d4c5b6a', 'Avery Stone', 'student', {
  ...lms('avery.stone@example.edu', 'astone1'),
  sections: ['Lab A'],
})
const noor = person('c4a1d2e3-1b5f-4b1f-8b1c-2a3f4e5d6c7b', 'Noor Haddad', 'student', { login: 'nhaddad' })
const noorInTwo: RosterPerson = { ...noor, sections: ['Lab A', 'Lab B'] }
const terry = person(me, 'Terry Teacher', 'teacher', { ...lms('terry.teacher@example.edu', 'tteacher'), you: true })

const bare = ({ email: _, emailSource: __, ...rest }: RosterPerson): RosterPerson => rest

// ---- pages

const page = (people: readonly RosterPerson[], rest: Partial<Roster> = {}): RosterState => ({
  kind: 'ready',
  roster: {
    course,
    people,
    complete: false,
    partial: 'maybeMore',
    total: people.length,
    source: 'page',
    apiRefused: 'forbidden',
    leftOut: nobodyLeftOut,
    ...rest,
  },
})

const problem = (problem: ReadProblem, of = course): RosterState => ({ kind: 'problem', course: of, problem })

/** Signed in, but not allowed to list people: what leads to the page. */
export const notAllowed: Recording = {
  about: 'Only the page is left to read.',
  answers: [
    { ask: '/user/current.json$', answer: [{ body: { id: me } }] },
    { ask: '.', answer: [{ status: 403, headers: { 'content-type': 'text/html' }, text: '<h1>Forbidden</h1>' }] },
  ],
}

interface Row {
  readonly fixture: string
  readonly url?: string
  readonly frames?: Case['frames']
  readonly expected: RosterState
}

const below = (state: RosterState): RosterState =>
  state.kind === 'ready'
    ? { ...state, roster: { ...state.roster, course: { ...course, site: 'https://school.example.edu' } } }
    : state

const pageRows: readonly Row[] = [
  { fixture: 'roster-spreadsheet.html', expected: page([avery, noorInTwo, terry]) },
  {
    fixture: 'roster-spreadsheet.html',
    url: `https://school.example.edu/lms/portal/site/${siteId}/page/5`,
    expected: below(page([avery, noorInTwo, terry])),
  },
  { fixture: 'roster-cards.html', expected: page([avery, noorInTwo, terry]) },
  {
    // Names alone, and no word of addresses being kept from the reader: this layout has none.
    fixture: 'roster-photos.html',
    expected: page([avery, noor, terry].map((one) => person(one.key, one.name, 'other', one.you ? { you: true } : {}))),
  },
  {
    fixture: 'roster-no-email.html',
    expected: page([bare(avery), noorInTwo, bare(terry)], { addressesHidden: true }),
  },
  {
    fixture: 'roster-more.html',
    expected: page([avery, noorInTwo, terry], { partial: 'rowsOnPage', total: 1057 }),
  },
  { fixture: 'roster-role.html', expected: page([avery, noorInTwo], { partial: 'filtered' }) },
  { fixture: 'roster-search.html', expected: page([avery], { partial: 'filtered' }) },
  {
    fixture: 'roster-enrolments.html',
    expected: page(
      [
        avery,
        { ...noorInTwo, state: 'invited' },
        person('d5', 'Alba Solano', 'student', { ...lms('alba.solano@example.edu', 'asolano'), state: 'inactive' }),
      ],
      { partial: 'filtered' },
    ),
  },
  { fixture: 'roster-empty.html', expected: problem('forbidden') },
  {
    fixture: 'roster-in-frame.html',
    frames: [{ fixture: 'roster-frame.html', url: `${site}/portal/tool/77?panel=Main` }],
    expected: page([avery, noorInTwo, terry], { course: { ...course, name: '' } }),
  },
  {
    fixture: 'roster-frame.html',
    url: `${site}/portal/tool/77?panel=Main`,
    expected: page([avery, noorInTwo, terry], { course: { ...course, name: '' } }),
  },
  { fixture: 'site-home.html', url: homeUrl, expected: problem('forbidden') },
  {
    fixture: 'site-newer.html',
    url: `${site}/portal/site/bio-101.2026`,
    expected: problem('forbidden', { ...course, courseId: 'bio-101.2026', name: '' }),
  },
  { fixture: 'my-workspace.html', url: `${site}/portal/site/~${me}`, expected: { kind: 'none' } },
  { fixture: 'site-newer.html', url: `${site}/portal/site/!gateway`, expected: { kind: 'none' } },
  { fixture: 'site-newer.html', url: `${site}/portal/site/a%2Fb`, expected: { kind: 'none' } },
  { fixture: 'site-newer.html', url: `${site}/portal`, expected: { kind: 'none' } },
  { fixture: 'other-portal.html', url: `${site}/portal/site/${siteId}`, expected: { kind: 'none' } },
]

// ---- recordings of the API

const found = (people: readonly RosterPerson[], rest: Partial<Roster> = {}): RosterState => ({
  kind: 'ready',
  roster: { course, people, complete: true, total: people.length, source: 'api', leftOut: nobodyLeftOut, ...rest },
})

const partly = (people: readonly RosterPerson[], rest: Partial<Roster>): RosterState =>
  found(people, { complete: false, ...rest })

const guest = person('g9', 'Guest One', 'other', {
  email: 'guest.one@example.org',
  emailSource: 'login',
  login: 'guest.one@example.org',
  roleLabel: 'Guest',
})

const withoutTotal = (state: RosterState): RosterState => {
  if (state.kind !== 'ready') return state
  const { total: _, ...roster } = state.roster
  return { kind: 'ready', roster }
}

export const barePage = (user = `"user": {"id": "${me}", "eid": "tteacher"},`) => `<!doctype html>
<html class="Mrphs-html"><head><script>
var portal = { "loggedIn": true, "siteId": "${siteId}", "siteTitle": "BIO 101 \\u00c9t\\u00e9", ${user} };
</script></head><body class="Mrphs-portalBody"></body></html>`

const apiRows: readonly Row[] = [
  { fixture: 'get-membership.json', expected: found([avery, noor, terry]) },
  { fixture: 'api-end.json', expected: problem('unreadable') },
  {
    fixture: 'api-membership.json',
    expected: withoutTotal(
      partly(
        [
          { ...avery, sections: [] },
          noor,
          guest,
          person('g8', 'Ines Former', 'student', { ...lms('ines.former@example.edu', 'gone'), state: 'inactive' }),
        ],
        { partial: 'maybeMore' },
      ),
    ),
  },
  { fixture: 'api-membership-empty.json', expected: problem('notThere') },
  { fixture: 'api-no-email.json', expected: found([bare(avery), noor, guest], { addressesHidden: true }) },
  { fixture: 'api-own-groups.json', expected: partly([avery, terry], { partial: 'ownSectionsOnly' }) },
  { fixture: 'api-hidden.json', expected: partly([avery, terry], { partial: 'maybeMore' }) },
  { fixture: 'api-rights-unknown.json', expected: partly([avery, terry], { partial: 'maybeMore' }) },
  { fixture: 'api-counts-differ.json', expected: partly([avery, terry], { partial: 'countsDiffer', total: 5 }) },
  { fixture: 'api-no-total.json', expected: problem('unreadable') },
  {
    fixture: 'api-states.json',
    expected: found(
      [
        person('u1', 'Wai Ting', 'student', { ...lms('w1@example.edu', 'w1'), state: 'invited' }),
        person('u2', 'Dro Pped', 'student', { ...lms('d2@example.edu', 'd2'), state: 'inactive' }),
        person('u4', 'Main Tain', 'other', { ...lms('m4@example.edu', 'm4'), roleLabel: 'maintain' }),
        person('u5', 'Cess, Ac', 'other', { invalidEmail: 'not an address', login: 'u5', roleLabel: 'access' }),
      ],
      { leftOut: { observers: 1, testStudents: 0, placeholders: 1 } },
    ),
  },
  { fixture: 'api-forbidden.json', expected: problem('forbidden') },
  { fixture: 'api-forbidden-json.json', expected: problem('forbidden') },
  { fixture: 'api-signed-out-400.json', expected: problem('signedOut') },
  { fixture: 'api-signed-out-403.json', expected: problem('signedOut') },
  { fixture: 'api-signed-out-500.json', expected: problem('signedOut') },
  { fixture: 'api-sso-html.json', expected: problem('signedOut') },
  { fixture: 'api-400.json', expected: problem('notThere') },
  { fixture: 'api-404.json', expected: problem('notThere') },
  { fixture: 'api-500.json', expected: problem('broken') },
  { fixture: 'api-429.json', expected: problem('throttled') },
  { fixture: 'api-half-json.json', expected: problem('broken') },
  { fixture: 'api-network.json', expected: problem('unreachable') },
]

export const pageCases: readonly Case[] = pageRows.map((row) => ({ url: rosterUrl, ...row, recording: notAllowed }))
export const apiCases: readonly Case[] = apiRows.map((row) => ({ ...row, url: homeUrl, page: barePage() }))
export const cases: readonly Case[] = [...pageCases, ...apiCases]
