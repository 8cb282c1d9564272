/** Text to measure the reader of people on. The same every time. */

const firstNames = 'Jane Noor Ren Chidi Avery Omar Zoë Liat José Anna Jürgen Mei Priya Sean Björk Amélie'.split(' ')
const lastNames =
  'Doe Haddad Okafor Stone Adams Shaw Ångström Cohen García Nowak Müller Chen Patel Murphy Roe Dubois'.split(' ')

interface Student {
  readonly first: string
  readonly last: string
  readonly email: string
}

const bare = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase()

const student = (index: number): Student => {
  const first = firstNames[(index * 7) % firstNames.length] ?? ''
  const last = lastNames[(index * 11 + (index >> 4)) % lastNames.length] ?? ''
  return { first, last, email: `${bare(first)}.${bare(last)}${index}@example.edu` }
}

/** The ways a roster is pasted or saved, each a header and a line. */
export const forms: Readonly<
  Record<string, { readonly head: string; readonly line: (person: Student, index: number) => string }>
> = {
  'mail header': { head: 'To: ', line: ({ first, last, email }) => `"${last}, ${first}" <${email}>, ` },
  'name and address': { head: '', line: ({ first, last, email }) => `${first} ${last} <${email}>\n` },
  'pasted table': {
    head: '',
    line: ({ first, last, email }, index) => `${first} ${last}\t${email}\tStudent\tBIO 101-0${index % 4}\n`,
  },
  'CSV with a header': {
    head: 'Last Name,First Name,ID,Email,Section\n',
    line: ({ first, last, email }, index) => `${last},${first},${100_000 + index},${email},BIO 101-0${index % 4}\n`,
  },
}

/** About `bytes` characters of one form; nobody in it twice, nor in two forms. */
export const roster = (form: string, bytes: number): string => {
  const offset = Object.keys(forms).indexOf(form) * 1_000_000
  const { head, line } = forms[form] ?? { head: '', line: () => '\n' }
  const lines = [head]
  for (let size = head.length, index = 0; size < bytes; index++) {
    const next = line(student(offset + index), index)
    lines.push(next)
    size += next.length
  }
  return lines.join('')
}

/** A quarter of each form, one after the other. */
export const mixedRoster = (bytes: number): string =>
  Object.keys(forms)
    .map((form) => roster(form, bytes / 4))
    .join('\n\n')

const words =
  'the committee met on tuesday and decided that laboratory sections (three of them) would move to a new building; see page 12 of it, or ask at noon in room 4 about dates'.split(
    ' ',
  )

/** Sentences without any address. */
export const prose = (bytes: number): string => {
  const parts: string[] = []
  for (let size = 0, index = 0; size < bytes; index++) {
    const word = words[(index * 31 + (index >> 3)) % words.length] ?? ''
    parts.push(word)
    size += word.length + 1
  }
  return parts.join(' ')
}

/** Text made to cost as much as it can, by what it repeats. */
export const pathological: Readonly<Record<string, string>> = {
  'at signs': '@',
  'local parts without domains': 'a@',
  'one long local part': 'a.',
  'chained addresses': 'a@b.co@',
  'dots after addresses': 'jane@example.edu..',
  'opening quotes': '"',
  'escaped quotes before at signs': '"\\"@',
  'open comments': '(a@b.co',
  'obfuscation without end': 'a (at) b (dot) ',
  'bare words': 'a at b dot ',
  'links with user names': 'http://a@b.co/',
  entities: '&#64;',
  'tags without end': '<a href="mailto:',
  'unclosed cells': 'Name,Email\n"',
  'addresses on one line': 'jane@example.edu, ',
  'full-width at signs': '＠',
}
