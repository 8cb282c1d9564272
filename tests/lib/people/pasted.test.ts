import { describe, expect, it } from 'vitest'
import { peopleFromText } from '../../../lib/people/pasted.ts'
import { peopleFromBytes } from '../../../lib/people/pastedFile.ts'
import { together } from '../../../lib/people/together.ts'

describe('pasted text as a roster', () => {
  it('makes active students with lower-case addresses', () => {
    expect(peopleFromText('"Doe, Jane" <Jane@Example.edu>')).toEqual([
      {
        key: 'jane@example.edu',
        name: 'Jane Doe',
        email: 'jane@example.edu',
        emailSource: 'pasted',
        role: 'student',
        sections: [],
        state: 'active',
      },
    ])
  })

  it('shows what was meant as an address and is none, after the others', () => {
    const people = peopleFromText(
      'bob@example, joe@exa_mple.edu; a@b@c.com; sue..x@example.edu, Jane <jane@example.edu>',
    )
    expect(people.map(({ email, invalidEmail }) => email ?? `! ${invalidEmail}`)).toEqual([
      'jane@example.edu',
      '! bob@example',
      '! joe@exa_mple.edu',
      '! a@b@c.com',
      '! sue..x@example.edu',
    ])
    expect(new Set(people.map((person) => person.key)).size).toBe(5)
  })

  it('shows an address that the service cannot invite', () => {
    expect(peopleFromText('"jane doe"@example.edu')).toEqual([
      expect.objectContaining({ invalidEmail: '"jane doe"@example.edu' }),
    ])
  })

  it.each([
    '@jane and @joe',
    'react@18.2.0',
    'logo@2x.png',
    'https://u:p@example.edu',
    'dinner @ 8',
    '@joe@example.social',
    '',
  ])('shows nothing of %s', (text) => {
    expect(peopleFromText(text)).toEqual([])
  })

  it('gives a few hundred unreadable tokens at most', () => {
    const text = Array.from({ length: 2000 }, (_, i) => `x${i}@nowhere`).join(' ')
    expect(peopleFromText(text)).toHaveLength(500)
  })
})

describe('several lists', () => {
  const bytes = (text: string) => peopleFromBytes(new TextEncoder().encode(text))

  it('hold everybody once, with the first name that is told', async () => {
    const text = peopleFromText('ana@example.edu, ben@example.edu, broken@example')
    const file = await bytes('name,mail\nAna Díaz,ANA@example.edu\n,carol@example.edu\n')
    const other = [...(await bytes('A. Other <ana@example.edu>')), ...peopleFromText('broken@example')]
    expect(together([text, file, other]).map(({ key, name }) => [key, name])).toEqual([
      ['ana@example.edu', 'Ana Díaz'],
      ['ben@example.edu', ''],
      ['broken@example', ''],
      ['carol@example.edu', ''],
    ])
    expect(together([])).toEqual([])
  })
})
