import type { RosterPerson } from '../../../lib/people/person.ts'
import { person } from '../../helpers/fakeServices.ts'

const first = [
  'Amara',
  'Ben',
  'Chiara',
  'Daniel',
  'Elif',
  'Farid',
  'Grace',
  'Hugo',
  'Inés',
  'Jonas',
  'Kofi',
  'Léa',
  'Mei',
  'Noah',
  'Olga',
]
const last = [
  'Okafor',
  'Lindqvist',
  'Rossi',
  'Weber',
  'Yılmaz',
  'Haddad',
  'Nakamura',
  'Fernández',
  'Novak',
  'Kowalski',
  'Mensah',
  'Dubois',
]

const ascii = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase()

/** An invented class: the same every time, so that pictures can be compared. */
export const classOf = (size: number): RosterPerson[] =>
  Array.from({ length: size }, (_, index) => {
    const given = first[index % first.length] ?? ''
    const family = last[(index * 7) % last.length] ?? ''
    return person(String(index), {
      name: `${given} ${family}`,
      email: `${ascii(given)}.${ascii(family)}${index}@example.edu`,
    })
  })

/** A very large course: six sections, and somebody of the staff among every two thousand. */
export const manyPeople = (size: number): RosterPerson[] =>
  classOf(size).map((one, index) => ({
    ...one,
    role: index % 2_000 === 7 ? ('ta' as const) : one.role,
    sections: [`Section ${(index % 6) + 1}`],
  }))

/** A course in two labs, with staff, a custom role, one mailbox in both labs, and people in every state. */
export const labs: RosterPerson[] = [
  person('prof', { name: 'Ingrid Solheim', email: 'ingrid.solheim@example.edu', role: 'teacher', sections: [] }),
  ...[1, 2, 3].map((index) =>
    person(`ta${index}`, {
      name: ['', 'Lucia Marino', 'Viktor Blom', 'Aiko Tanaka'][index] ?? '',
      email: `ta${index}@example.edu`,
      role: 'ta',
      sections: [index === 1 ? 'Lab A' : 'Lab B'],
    }),
  ),
  person('head', {
    name: 'Oskar Lund',
    email: 'oskar.lund@example.edu',
    role: 'ta',
    roleLabel: 'Head TA',
    sections: ['Lab A', 'Lab B'],
  }),
  person('lib', { name: 'Rosa Ferri', email: 'rosa.ferri@example.edu', role: 'other', roleLabel: 'Librarian' }),
  ...classOf(60).map((one, index) => ({
    ...one,
    sections: index === 3 ? ['Lab A', 'Lab B'] : [index % 2 === 0 ? 'Lab A' : 'Lab B'],
    state: index === 1 ? ('invited' as const) : ('active' as const),
  })),
]

/** Slips of the pen and strangers among many of one school. */
export const odd: RosterPerson[] = [
  person('slip', { name: 'Jane Whitfield', email: 'jane.whitfield@gmial.com' }),
  person('slip2', { name: 'Mateo Silva', email: 'mateo.silva@exmaple.edu' }),
  person('away', { name: 'Priya Raman', email: 'priya@ramanconsulting.com' }),
  person('gone', { name: 'Wanda Fuchs', email: 'wanda.fuchs@example.edu', state: 'concluded' }),
  ...classOf(40),
]

/** A roster that shows so many addresses, and login ids of all; `others`: people whose address is not their login id. */
export const withLogins = (shown: number, all: number, others = 0): RosterPerson[] =>
  classOf(all).map(({ email = '', emailSource, ...one }, index) => {
    const login = email.split('@')[0] ?? ''
    const told = index < others ? email.replace('@', '.private@') : email
    return { ...one, login, ...(index < shown ? { email: told, emailSource: 'lms' as const } : {}) }
  })

const withoutAddress = (key: string, name: string): RosterPerson => {
  const { email, emailSource, ...rest } = person(key, { name })
  return rest
}

/** One of each kind that needs a look, and names that try to break out. */
export const exceptions: RosterPerson[] = [
  { ...withoutAddress('odd', 'Petra Holm'), invalidEmail: 'petra.holm at example edu' },
  withoutAddress('none', 'Samuel Osei'),
  person('owner', { name: 'Ruth Abrams', email: 'ruth.abrams@example.edu' }),
  person('login', { name: 'Tomás Vidal', email: 'tvidal@example.edu', emailSource: 'login' }),
  person('gone', { name: 'Wanda Fuchs', email: 'wanda.fuchs@example.edu', state: 'inactive' }),
  person('me', { name: 'Ada Instructor', email: 'ada.instructor@example.edu', role: 'teacher', you: true }),
  person('ta1', { name: 'Lucia Marino', email: 'lucia.marino@example.edu', role: 'ta' }),
  person('ta2', { name: 'Viktor Blom', email: 'viktor.blom@example.edu', role: 'ta' }),
  person('twin', { name: 'Nia Adeyemi', email: 'adeyemi.family@example.edu' }),
  person('twin2', { name: 'Zuri Adeyemi', email: 'adeyemi.family@example.edu' }),
  person('hostile', { name: '<img src=x onerror=alert(1)>', email: 'hostile@example.edu' }),
  person('long', {
    name: `Maximiliana ${'von und zu '.repeat(9)}Hohenstein`,
    email: `${'long'.repeat(14)}@example.edu`,
  }),
  person('formula', { name: '=HYPERLINK("http://x","y")', email: 'formula@example.edu' }),
  person('arabic', { name: 'ليلى حدّاد', email: 'layla.haddad@example.edu' }),
  person('chinese', { name: '李雷', email: 'li.lei@example.edu' }),
]
