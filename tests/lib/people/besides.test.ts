import { describe, expect, it } from 'vitest'
import { extractPeople } from '../../../lib/people/index.ts'

const read = (text: string) => extractPeople(text).map(({ name, email }) => (name ? `${name} <${email}>` : email))

describe('what stands beside a name', () => {
  it.each([
    ['an office', 'Rick Roe, Curator (rroe@example.edu)', 'Rick Roe <rroe@example.edu>'],
    ['an office of several words', 'Rick Roe, Head Curator <rroe@example.edu>', 'Rick Roe <rroe@example.edu>'],
    ['an office and more', 'Rick Roe, Lab Manager, Plants (x7@example.edu)', 'Rick Roe <x7@example.edu>'],
    ['an office after a suffix', 'Rick Roe, Ph.D., Botanist <rroe@example.edu>', 'Rick Roe, Ph.D. <rroe@example.edu>'],
    ['an office in quotes', '"Rick Roe, Curator" <rroe@example.edu>', 'Rick Roe, Curator <rroe@example.edu>'],
    ['a place', 'Rick Roe, Botany (rroe@example.edu)', 'Rick Roe <rroe@example.edu>'],
    ['two family names', 'García López, Ana <agarcia@example.edu>', 'Ana García López <agarcia@example.edu>'],
    ['a first name that is an office too', 'Doe, Dean <ddoe@example.edu>', 'Dean Doe <ddoe@example.edu>'],
    ['somebody else', 'Rick Roe, Director, Jane Doe <jane@example.edu>', 'Jane Doe <jane@example.edu>'],
    [
      'a group, and the name behind',
      'Plant Friends: rick@example.edu (Rick van Roe), Jane Doe <jane@example.edu>',
      'Rick van Roe <rick@example.edu>',
    ],
    ['nothing but the address', '"Rick Roe <rick@example.edu>" <rick@example.edu>', 'Rick Roe <rick@example.edu>'],
    ['quotes round the address', 'Zoë Reed <"reed@example.edu">', 'Zoë Reed <reed@example.edu>'],
  ])('%s', (_, text, person) => {
    expect(read(text)[0]).toBe(person)
  })

  it('a company of the same name below somebody', () => {
    expect(read('Rick Roe\nSales\nRoe Corp\nrick.roe@example.com')).toEqual(['Rick Roe <rick.roe@example.com>'])
    expect(read('Rick Roe\nRoe Brewing\nrick.roe@example.com')).toEqual(['Rick Roe <rick.roe@example.com>'])
  })

  it('a quoted name before the next address is not of the address before', () => {
    expect(read('rick@example.edu, "Jane 2" j2@example.edu, "Zoë 3" <z3@example.edu>')).toEqual([
      'rick@example.edu',
      'Jane 2 <j2@example.edu>',
      'Zoë 3 <z3@example.edu>',
    ])
  })

  it('a given name alone, which the address begins like', () => {
    expect(read('Jane jdoe@example.edu\nRick rroe@example.edu')).toEqual([
      'Jane <jdoe@example.edu>',
      'Rick <rroe@example.edu>',
    ])
    expect(read('bob@example.edu (Bobby)')).toEqual(['Bobby <bob@example.edu>'])
    expect(read('hroe@example.edu (Home)')).toEqual(['hroe@example.edu'])
    expect(read('Mail us at us@example.edu or write me at me@example.edu.')).toEqual([
      'us@example.edu',
      'me@example.edu',
    ])
  })

  it('a possessive is of a name of two words', () => {
    expect(read('rick@example.edu, My Name <x@example.edu>')).toEqual(['rick@example.edu', 'My Name <x@example.edu>'])
    expect(read('Our teacher Jane Doe <jane@example.edu>')).toEqual(['Jane Doe <jane@example.edu>'])
  })
})

describe('a quotation that begins over two lines', () => {
  it.each([
    'On Mon, Jan 5, 2026 at 9:00 AM Jane Doe\n<jd@example.edu> wrote:\n> Hi',
    '> On 2026-01-05 09:00:00 Jane Doe\n> <jd@example.edu> wrote:\n> > Hi',
    'Le lun. 5 janv. 2026 à 09:00, Jane Doe\n<jd@example.edu> a écrit :\n> Salut',
  ])('%j', (text) => {
    expect(read(text)).toEqual(['Jane Doe <jd@example.edu>'])
  })

  it('a line without a time is of another sentence', () => {
    expect(read('See you in the lab\n<jd@example.edu> wrote:')).toEqual(['jd@example.edu'])
  })
})

describe('encoded words', () => {
  it('keep every word, also in a list', () => {
    expect(read('rick@example.edu, =?utf-8?q?Write_to_Zo=C3=AB?= <z@example.edu>')).toEqual([
      'rick@example.edu',
      'Write to Zoë <z@example.edu>',
    ])
  })

  it('are read with a padding too long', () => {
    expect(read('=?utf-8?B?Wm/DqyBSZWVk=?= <z@example.edu>')).toEqual(['Zoë Reed <z@example.edu>'])
  })
})

describe('the page of a course', () => {
  it('says who helps, record after record', () => {
    expect(
      read(
        'Instructor: Jane Doe\nOffice: Hall 6.4\nE-mail: jane@example.edu\n\nTA: Rick Roe\nOffice hours: TBA\nE-mail: x7@example.edu',
      ),
    ).toEqual(['Jane Doe <jane@example.edu>', 'Rick Roe <x7@example.edu>'])
    expect(
      read(
        '## Instructor: Jane Doe\n- **Email**: jd@example.edu\n- **Office**: 409\n\n## Teaching Assistant: Rick Roe\n- **Email**: x7@example.edu\n',
      ),
    ).toEqual(['Jane Doe <jd@example.edu>', 'Rick Roe <x7@example.edu>'])
  })

  it.each([
    ['[**Jane Doe**][jane]\n<jdoe@example.edu>\nHall 4', 'Jane Doe <jdoe@example.edu>'],
    [
      '*\tInstructor:\n    [Jane Doe](https://example.edu/~jd)\n    Hall 4\n    <jdoe@example.edu>',
      'Jane Doe <jdoe@example.edu>',
    ],
    [
      'Dr. Jane Doe (call me “Jane”, or “Dr. Doe”)\nEmail: <jane.doe@example.edu>',
      'Dr. Jane Doe <jane.doe@example.edu>',
    ],
    ['Jane **Doe** @ `x7@example.edu`', 'Jane Doe <x7@example.edu>'],
    ['**Jane Doe**\n\nBotany, jane.doe@example.edu', 'Jane Doe <jane.doe@example.edu>'],
  ])('%j', (text, person) => {
    expect(read(text)).toEqual([person])
  })

  it('has names before brackets that hold more than the address', () => {
    expect(read('- Jane Doe (Botany, x7@example.edu)\n- Zoë Le Roux (Université/CNRS, zoe@example.edu)')).toEqual([
      'Jane Doe <x7@example.edu>',
      'Zoë Le Roux <zoe@example.edu>',
    ])
    expect(read('The Lab (Jane Doe, jane@example.edu)')).toEqual(['Jane Doe <jane@example.edu>'])
  })
})

describe('a post', () => {
  it.each([
    [
      '<div>President</div>\n<div>Jane Doe</div>\n<div><a href="mailto:president@example.org">president@example.org</a></div>',
      'Jane Doe <president@example.org>',
    ],
    ['| [Vice President](mailto:vp@example.org) | Jane Doe |', 'Jane Doe <vp@example.org>'],
    ['| [Publicity Co-Chair](mailto:x7@example.org) | Jane Doe | Hall 4 |', 'Jane Doe <x7@example.org>'],
    ['<a href="mailto:x7@example.org">PTA Treasurer</a> Jane Doe', 'Jane Doe <x7@example.org>'],
    ['JANE FELLOW\njfellow@example.org', 'JANE FELLOW <jfellow@example.org>'],
    ['Vice President <vp@example.org>', 'Vice President <vp@example.org>'],
  ])('is nobody: %j', (text, person) => {
    expect(read(text)).toEqual([person])
  })
})

describe('no name', () => {
  it.each(["This account jdoe@example.edu is Joe's", '주식회사 카드\n+82 10-1234-5678\ngil@example.edu'])(
    '%j',
    (text) => {
      expect(extractPeople(text)[0]?.name).toBeUndefined()
    },
  )

  it('is lost where a link repeats the address', () => {
    expect(read('"Jane Doe" <jd@example.edu<mailto:jd@example.edu>>')).toEqual(['Jane Doe <jd@example.edu>'])
  })
})
