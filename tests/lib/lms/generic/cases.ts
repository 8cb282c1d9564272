import type { Roster, RosterState } from '../../../../lib/lms/roster.ts'
import type { RosterPerson } from '../../../../lib/people/person.ts'
import type { Case } from '../support/case.ts'

const url = 'https://www.example.edu/biology/101/people?term=2026'

type Rest = Partial<Omit<RosterPerson, 'key' | 'name' | 'email'>>

const person = (name: string, email: string, rest: Rest = {}): RosterPerson => ({
  key: email,
  name,
  email,
  emailSource: 'page',
  role: 'student',
  sections: [],
  state: 'active',
  ...rest,
})

/** Somebody without an address that can be taken as it is; `key`: their position. */
const nobodyYet = (name: string, key: string, rest: Rest = {}): RosterPerson => ({
  key,
  name,
  role: 'student',
  sections: [],
  state: 'active',
  ...rest,
})

const roster = (name: string, people: readonly RosterPerson[], rest: Partial<Roster> = {}): RosterState => ({
  kind: 'ready',
  roster: {
    course: {
      lms: 'generic',
      lmsLabel: 'www.example.edu',
      site: 'https://www.example.edu',
      courseId: '/biology/101/people',
      name,
    },
    people,
    complete: false,
    partial: 'maybeMore',
    source: 'page',
    leftOut: { observers: 0, testStudents: 0 },
    ...rest,
  },
})

const avery = person('Avery Stone', 'avery.stone@example.edu')
const noor = person('Noor Haddad', 'noor.haddad@example.edu')
const wei = person('Wei Zhang', 'wei.zhang@example.edu')
const chloe = person("Chloe O'Brien", "o'brien.chloe@example.edu")
const inA = { sections: ['101-A'] }
const inB = { sections: ['101-B'] }

const icons = [avery, noor, wei, person("O'Brien, Chloe", 'chloe@example.edu')]

const read: readonly (readonly [fixture: string, expected: RosterState])[] = [
  [
    'table.html',
    roster('BIO 101 Genetics', [
      { ...avery, ...inA },
      { ...noor, ...inB },
      nobodyYet("Chloé O'Brien", '3', inA),
      { ...wei, ...inB },
      person('Ines Marlowe', 'ines.marlowe@example.edu', { ...inA, you: true }),
    ]),
  ],
  [
    'table-noheader.html',
    roster('Génétique', [
      avery,
      noor,
      person('Jean-Marc de la Tour', 'jm.delatour@example.edu', { state: 'inactive' }),
    ]),
  ],
  ['table-nowords.html', roster('Gruppe 4', [avery, noor, chloe])],
  ['mailto-icons.html', roster('BIO 101', icons)],
  ['email-class-link.html', roster('BIO 101', icons)],
  [
    'obfuscated.html',
    roster('Lab group', [
      avery,
      noor,
      wei,
      person('Alba Solano', 'alba.solano@example.edu'),
      person('Chidi Okafor', 'chidi.okafor@example.edu'),
      person('Liat Bendavid', 'liat.bendavid@example.edu'),
      person('Rami Haddad', 'rami.haddad@example.edu'),
      person('Zoë Ångström', 'zoe.angstrom@example.edu'),
      person('Tobias Renner', 'tobias.renner@example.edu'),
      person('Dee Signer', 'dee.signer@example.edu'),
      person('Mina Sato', 'mina.sato@example.edu'),
      nobodyYet('Ines Former', '12', { invalidEmail: 'ines at example dot edu' }),
      nobodyYet('Bogdan Ilic', '13', { invalidEmail: 'bogdan.ilic@example.edu' }),
      nobodyYet('Greta Lind', '14', { invalidEmail: 'greta.lindREMOVETHIS@example.edu' }),
    ]),
  ],
  ['cloudflare.html', roster('BIO 101', [avery, noor, nobodyYet('Wei Zhang', '3')])],
  [
    'grid-roles.html',
    roster(
      'BIO 101',
      [
        { ...avery, sections: ['A'] },
        { ...noor, sections: ['B'] },
        { ...wei, sections: ['A'] },
        { ...chloe, sections: ['B'] },
      ],
      { total: 5, partial: 'rowsOnPage' },
    ),
  ],
  ['textarea.html', roster('Addresses of BIO 101', [avery, noor])],
  ['guardians.html', roster('Homeroom 7b', [avery, nobodyYet('Noor Haddad', '2'), wei])],
  ['email-words.html', roster('Lab group', [avery, noor, wei])],
  ['cards.html', roster('Graduate students', [avery, noor, wei])],
  ['lines.html', roster('Seminar list', [avery, noor, wei])],
  ['sections.html', roster('BIO 101', [avery, { ...noor, role: 'ta' }, wei, chloe])],
  [
    'family-first.html',
    roster('BIO 101', [
      person('Avery B. Stone', 'avery.stone@example.edu'),
      { ...noor, state: 'inactive' },
      person('Chidi Okafor Jr.', 'chidi.okafor@example.edu'),
      { ...wei, state: 'invited' },
    ]),
  ],
]

export const cases: readonly Case[] = [
  ...read.map(([fixture, expected]): Case => ({ fixture, url, expected })),
  ...['none.html', 'contact.html'].map((fixture): Case => ({ fixture, url, expected: { kind: 'none' } })),
]
