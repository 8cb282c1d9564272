import { describe, expect, it } from 'vitest'
import { extractAddresses } from '../../../lib/people/index.ts'

describe('addresses as they are written', () => {
  it.each([
    'jane@example.edu',
    'JANE.DOE@EXAMPLE.EDU',
    'jane+lab@example.edu',
    "d'angelo@example.it",
    "chloe.o'brien@mail.example.ac.uk",
    '_______@example.com',
    '_grader@example.com',
    '$A100@example.com',
    '1@example.com',
    'x@example-one.co.jp',
    'dept/head=ta@example.edu',
    "'jane'@example.edu",
    '!one!two%three@example.org',
    "!#$%&'*+-/=?^_`{|}~@example.org",
    "#!$%&'*+-/=?^_`{}|~@example.org",
    `${'a'.repeat(64)}@example.org`,
    `a@${'b'.repeat(63)}.org`,
    'jane@xn--bcher-kva.example',
    'jane@example.xn--p1ai',
    'jane@bücher.example',
    'jørgen@example.dk',
    '用户@例子.广告',
    '学生5@学校.公司',
    'юзер@пример.рф',
    'χρήστης@παράδειγμα.ελ',
    'उपयोगकर्ता@उदाहरण.भारत',
    'ผู้ใช้@ตัวอย่าง.ไทย',
    'משתמש@דוגמה.ישראל',
    'مستخدم@مثال.مصر',
    '𠮷田@example.jp',
    '"jane doe"@example.org',
    '""@example.org',
    '"a\\"b"@example.org',
    '"a@b"@example.org',
    'jane."of the".doe@example.org',
    '"one"."two"@example.org',
  ])('%s', (address) => {
    expect(extractAddresses(address)).toEqual([address])
    expect(extractAddresses(`Write to ${address}, please.`)).toEqual([address])
  })
})

describe('what stands round an address is not of it', () => {
  it.each([
    'jane@example.edu.',
    'jane@example.edu...',
    'jane@example.edu!',
    'jane@example.edu?!',
    '(jane@example.edu)',
    '[jane@example.edu]',
    '{jane@example.edu}',
    '<jane@example.edu>',
    '"jane@example.edu"',
    "'jane@example.edu'",
    '“jane@example.edu”',
    '«jane@example.edu»',
    '`jane@example.edu`',
    '**jane@example.edu**',
    '_jane@example.edu_',
    '>>jane@example.edu',
    '|jane@example.edu|',
    '｜jane@example.edu｜',
    "jane@example.edu's",
    'jane@example.edu--the TA',
    'jane@example.edu.Thanks',
    'Email:jane@example.edu',
    'email=jane@example.edu',
    'EMAIL;CN=jane@example.edu;X=0',
    'uid=jane@example.edu,ou=people',
    'login_id=jane@example.edu',
    'mailto:jane@example.edu?subject=Hi%20there',
    'MAILTO:jane@example.edu',
    '👉jane@example.edu',
    '邮箱jane@example.edu谢谢',
    'jane@example.edu。',
    '연락처jane@example.edu입니다',
    'jane (work) @example.edu'.replace(' (work) ', '(work)'),
    'jane@(work)example.edu',
    '(work)jane@example.edu(home)',
    'jane@example(work).edu',
    '< jane @ example(work). edu >',
    '(mail) < jane(work) @ example . (home) edu >',
    'jane @ example.edu',
    'jane@ example.edu',
    'jane  @example.edu',
    ' jane @example.edu ',
    'jane(work)@ (home) example.edu (both)',
    '(one(two))jane@example.edu',
    'jane@example .edu',
    'jane@example.(work)edu',
    'Jane -jane@example.edu',
    'list\n-jane@example.edu',
    '<@relay.example:jane@example.edu>',
    'mailto://jane@example.edu',
    'jane\u00a0@\u00a0example.edu',
    'メールはjane@example.eduまで',
    '"email":"jane\\u0040example.edu"',
    '\\u003cjane@example.edu\\u003e',
    '&lt;jane@example.edu&gt;',
  ])('%s', (text) => {
    expect(extractAddresses(text)).toEqual(['jane@example.edu'])
  })
})

describe('a malformed token is refused whole', () => {
  it.each([
    'jane@',
    '@example.edu',
    'jane@@example.edu',
    'jane@example',
    'jane@localhost',
    'jane..doe@example.edu',
    '.jane@example.edu',
    'jane.@example.edu',
    'jane@.example.edu',
    'jane@example..edu',
    'jane@-example.edu',
    'jane@example-.edu',
    'jane@example.edu-',
    'jane@exa_mple.edu',
    'jane@example.edu_x',
    'jane@mail.example,com',
    'jane@example.e',
    'jane@example.4du',
    'jane@192.0.2.1',
    'jane@[192.0.2.1]',
    'jane@111.222.333.44444',
    'a@b@example.edu',
    'jane@example.edu@example.org',
    'jane\\@example.edu',
    'jane\\ doe@example.edu',
    'not"right@example.edu',
    'just"not"right@example.edu',
    '"""@example.edu',
    '"\\"@example.edu',
    '"one"two@example.edu',
    'one(two)three@example.edu',
    'ja[n]e@example.edu',
    'jane@⒈example.edu',
    '<jane..doe|x@example.edu>',
    'jane@example(work.edu',
    'a"b(c)d,e:f;g<h>i[j\\k]l@example.edu',
    'jane£doe@example.edu',
    'jane\u2024doe@example.edu',
    'jane\u0007doe@example.edu',
    '{jane,joe}@example.edu',
    // The word of a template, not somebody's login.
    '{{login}}@example.edu',
    `\${login}@example.edu`,
    '<login>@example.edu',
    '%@example.edu',
    '?@example.edu',
    `${'a'.repeat(65)}@example.edu`,
    `a@${'b'.repeat(64)}.edu`,
    `a@${'b.'.repeat(130)}edu`,
  ])('%s', (text) => {
    expect(extractAddresses(text)).toEqual([])
  })
})

describe('what only looks like an address', () => {
  it.each([
    'see @jane and @joe.doe',
    '@jane@example.social',
    'pkg@1.2.3',
    '@scope/pkg@1.2.3-rc.1',
    'logo@2x.png',
    'photo@3x.webp',
    'https://jane@example.edu/x',
    'http://jane:secret@example.edu:8080',
    'ftp://jane:secret@example.edu',
    'https://example.edu/?email=jane@example.edu&cc=joe@example.edu',
    'https://www.example.com/maps/@59.9,30.3,15z',
    'https://example.com/@jane',
    'www.example.edu/~jane@example.edu',
    '/home/jane@example.edu',
    'git@example.org:owner/repo.git',
    'ssh://git@example.org/repo.git',
    'sip:jane@example.edu',
    'mid:1234@example.edu',
    'DKIM-Signature: v=1; i=@example.edu; d=example.edu',
    'xmpp:jane@example.edu',
    'javascript:jane(1)@example.edu',
    'Hello @jane.doe',
    'Thanks @example.edu',
    'jane@example.edu:8080',
    'dinner @ 8',
  ])('%s', (text) => {
    expect(extractAddresses(text)).toEqual([])
  })
})

describe('several addresses', () => {
  it.each([
    ['a@x.edu,b@x.edu;c@x.edu|d@x.edu', 4],
    ['a@x.edu b@x.edu\tc@x.edu\nd@x.edu\r\ne@x.edu', 5],
    ['a@x.edu/b@x.edu', 2],
    ['a@x.edu&b@x.edu', 2],
    ['a@x.edu→b@x.edu', 2],
    ['a@x.edu!b@x.edu', 2],
    ['a@x.edu->b@x.edu', 2],
    ['a@x.edu\\nb@x.edu\\r\\nc@x.edu', 3],
    ['mailto:a@x.edu,b@x.edu?cc=c@x.edu&bcc=d@x.edu&subject=e@x.edu', 4],
    ['mailto:?to=a@x.edu,b@x.edu', 2],
    ['<a@x.edu><b@x.edu>', 2],
    ['https://example.edu/~a,b@x.edu', 1],
  ])('%s', (text, count) => {
    expect(extractAddresses(text)).toHaveLength(count)
  })

  it('folds letter case alone', () => {
    expect(extractAddresses('Jane@x.edu, JANE@X.EDU, ja.ne@x.edu, jane+1@x.edu, jane@x.edu')).toEqual([
      'Jane@x.edu',
      'ja.ne@x.edu',
      'jane+1@x.edu',
    ])
    expect(extractAddresses('ÉVA@x.edu éva@x.edu')).toEqual(['ÉVA@x.edu'])
    expect(extractAddresses('jane @ x.edu; jane@x.edu')).toEqual(['jane@x.edu'])
  })

  it('keeps a few thousand apart and folds them again', () => {
    const all = Array.from({ length: 5000 }, (_, i) => `student${i}@example.edu`)
    expect(extractAddresses([...all, ...all.map((address) => address.toUpperCase())].join('\n'))).toEqual(all)
  })
})

it('begins the next address behind the mark that ends the one before', () => {
  expect(extractAddresses('a@x.edu!b@x.edu')).toEqual(['a@x.edu', 'b@x.edu'])
})

it('takes a bar in angle brackets for a part of the address, and elsewhere for the end of a cell', () => {
  expect(extractAddresses("Jane <jane|x@example.edu>, <a|'b@example.edu>")).toEqual([
    'jane|x@example.edu',
    "a|'b@example.edu",
  ])
  expect(extractAddresses('Jane|jane@example.edu')).toEqual(['jane@example.edu'])
  expect(extractAddresses('<mailto:jane@example.edu|jane@example.edu>')).toEqual(['jane@example.edu'])
})

it('takes all that stands in angle brackets for the address', () => {
  expect(extractAddresses('<王jane@example.cn>')).toEqual(['王jane@example.cn'])
  expect(extractAddresses("jane!#$%'=~|`{}?^@example.edu")).toEqual(["jane!#$%'=~|`{}?^@example.edu"])
})

it('reads what older systems made of a person', () => {
  expect(extractAddresses('/G=Jane/S=Doe/O=Example/C=GB/@example.ac.uk')).toEqual([
    '/G=Jane/S=Doe/O=Example/C=GB/@example.ac.uk',
  ])
  expect(extractAddresses('/home/jane/doe@example.edu')).toEqual([])
})

it('joins a local part with spaces round its dots, where nothing stands before it', () => {
  expect(extractAddresses('jane . doe@example.edu')).toEqual(['jane.doe@example.edu'])
  expect(extractAddresses('list\njane . q . doe@example.edu')).toEqual(['jane.q.doe@example.edu'])
  expect(extractAddresses('we met there . jane@example.edu')).toEqual(['jane@example.edu'])
})

it('joins a local part round a comment behind its dot', () => {
  expect(extractAddresses('jane.(work)doe@example.edu')).toEqual(['jane.doe@example.edu'])
  expect(extractAddresses('Jane.(chair) Doe @(the)example.edu')).toEqual(['Jane.Doe@example.edu'])
  expect(extractAddresses('question 1.(a) jane@example.edu')).toEqual(['jane@example.edu'])
})

it('begins behind words of a script without spaces, but not behind one such letter inside', () => {
  expect(extractAddresses('jane.m端ller@example.edu')).toEqual(['jane.m端ller@example.edu'])
  expect(extractAddresses('Jane邮箱jane@example.edu')).toEqual(['jane@example.edu'])
})

it('takes an address in quotes for a part of what follows', () => {
  expect(extractAddresses('"joe@example.org" <jane@example.edu>')).toEqual(['jane@example.edu'])
  expect(extractAddresses('"joe@example.org x"@example.edu')).toEqual(['"joe@example.org x"@example.edu'])
  expect(extractAddresses('"joe@example.org","jane@example.edu"')).toEqual(['joe@example.org', 'jane@example.edu'])
})

describe('marks and quotes round addresses', () => {
  const read = (text: string) => extractAddresses(text)

  it('a footnote’s number is not of the address', () => {
    expect(read('Jane Doe¹, Rick Roe²: ¹jane@example.edu, ②rick@example.edu, zoe@example.edu³')).toEqual([
      'jane@example.edu',
      'rick@example.edu',
      'zoe@example.edu',
    ])
  })

  it('addresses in a quoted name are of the name', () => {
    expect(read('"jane@example.edu, Lab" <lab@example.edu>')).toEqual(['lab@example.edu'])
    expect(read('"a@example.edu, b@example.edu, c@example.edu" <list@example.edu>')).toEqual(['list@example.edu'])
    expect(read('"Rick\\" <other@example.org>, \\"x" <rick@example.edu>')).toEqual(['rick@example.edu'])
    expect(read('"jane@example.edu", "Rick" <rick@example.edu>')).toEqual(['jane@example.edu', 'rick@example.edu'])
  })

  it('a bracket inside it makes an address malformed', () => {
    expect(read('Jane Doe <j[doe@example.edu>')).toEqual([])
    expect(read('Jane Doe[jane@example.edu]')).toEqual(['jane@example.edu'])
  })

  it('words for the sign, where what stands before them says so', () => {
    expect(read('My email is jane at example.edu.')).toEqual(['jane@example.edu'])
    expect(read('Jane Doe / Rick Roe (jd26 at example.edu / rr7 at example.edu)')).toEqual([
      'jd26@example.edu',
      'rr7@example.edu',
    ])
    expect(read('She is (still) at example.edu, in room (lab at example.edu).')).toEqual([])
  })

  it('an encoded scheme is undone, but not in the query of a link', () => {
    expect(read('mailto%3Ajane%2Blab%40example.edu')).toEqual(['jane+lab@example.edu'])
    expect(read('https://example.org/share?to=mailto%3Ajane%40example.edu')).toEqual([])
  })
})
