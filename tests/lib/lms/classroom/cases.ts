import type { Roster, RosterState } from '../../../../lib/lms/roster.ts'
import type { RosterPerson } from '../../../../lib/people/person.ts'
import type { Case } from '../support/case.ts'
import { partly } from '../support/expected.ts'

const site = 'https://classroom.google.com'
const courseId = 'NTAwMDAwMDAwMTAx'
export const peopleUrl = `${site}/r/${courseId}/sort-last-name`

const course = {
  lms: 'classroom',
  lmsLabel: 'Google Classroom',
  site,
  courseId,
  name: 'Biology 101 / Lab',
}

const person = (key: string, name: string, email = '', rest: Partial<RosterPerson> = {}): RosterPerson => ({
  key,
  name,
  ...(email ? { email: `${email}@example.edu`, emailSource: 'lms' as const } : {}),
  role: 'student',
  sections: [],
  state: 'active',
  ...rest,
})

const found = (people: readonly RosterPerson[], rest: Partial<Roster>): RosterState => ({
  kind: 'ready',
  roster: { course, people, complete: true, source: 'page', leftOut: { observers: 0, testStudents: 0 }, ...rest },
})
const unreadable = (name = course.name): RosterState => ({
  kind: 'problem',
  course: { ...course, name },
  problem: 'unreadable',
})

const avery = person('901', 'Avery Stone')
const noor = person('902', 'Noor Haddad')
const jun = person('903', 'Jun Okafor')
const invited: RosterPerson = { ...jun, state: 'invited' }
const withMail = [person('901', 'Avery Stone', 'avery.stone'), person('902', 'Noor Haddad', 'noor.haddad+bio'), jun]

const rows: readonly (readonly [fixture: string, expected: RosterState, url?: string])[] = [
  ['classroom-people.html', found([avery, noor, invited], partly('maybeMore'))],
  // A menu at the end of the page belongs to somebody, but does not say to whom.
  ['classroom-people-menu.html', found([avery, noor, invited], partly('maybeMore'))],
  ['people-row-menu.html', found([person('901', 'Avery Stone', 'avery.stone'), noor, invited], partly('maybeMore'))],
  // The address is of the next class already: the page of the one before stands there still.
  ['people-of-another-class.html', unreadable()],
  ['people-list.html', found(withMail, { total: 3 })],
  ['people-list.html', found(withMail, { total: 3 }), `${site}/u/1/r/${courseId}/sort-first-name`],
  ['people-list-fr.html', found(withMail, { total: 3, course: { ...course, name: '' } })],
  ['people-two-teachers.html', found(withMail, partly('maybeMore'))],
  // A student is not on the list that they see, but counted.
  ['people-classmates.html', found([avery, noor], partly('countsDiffer', 3))],
  ['people-count-low.html', found(withMail, partly('maybeMore'))],
  ['people-count-unclear.html', found(withMail, partly('maybeMore'))],
  ['people-no-count.html', found(withMail, partly('maybeMore'))],
  [
    'people-addresses.html',
    found(
      [
        avery,
        person('902', 'Noor Haddad', 'noor.haddad'),
        person('903', '', 'jun.okafor', { state: 'invited' }),
        person('904', 'Sam Rivera', 'sam.rivera'),
        person('905', 'Chloé O’Brien'),
        person('907', 'Kim Compose', 'kim.compose'),
        person('908', 'Ana Elsewhere'),
        person('906', 'Lee Same', 'lee.same'),
      ],
      { total: 8 },
    ),
  ],
  ['people-twice.html', found(withMail, { total: 3 })],
  ['people-two-shown.html', found(withMail, { total: 3 })],
  ['people-not-visible.html', found(withMail, { total: 3 })],
  // Which of two is the class of the address is not said, or said of both.
  ['people-two-named.html', unreadable()],
  ['people-two-unnamed.html', unreadable()],
  ['people-hidden-only.html', unreadable()],
  ['people-empty.html', unreadable()],
  ['people-loading.html', unreadable()],
  ['stream.html', unreadable(''), `${site}/c/${courseId}`],
  ['stream.html', unreadable(''), `${site}/u/0/w/${courseId}/t/all`],
  ['home.html', { kind: 'none' }, `${site}/h`],
  ['not-classroom.html', { kind: 'none' }, `https://classroom.example.edu/r/${courseId}/sort-last-name`],
]

export const cases: readonly Case[] = rows.map(([fixture, expected, url = peopleUrl]) => ({ fixture, expected, url }))
