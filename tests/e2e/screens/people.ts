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
