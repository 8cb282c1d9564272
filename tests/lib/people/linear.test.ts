// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { extractPeople } from '../../../lib/people/index.ts'
import { peopleFromText } from '../../../lib/people/pasted.ts'

/** Repeated to 100 kB, each of these once took seconds or minutes in some reader of addresses. */
const units = [
  '@',
  'a@',
  'a.',
  'a.@',
  'a@b.',
  '"',
  '"@',
  '"\\"@',
  '\\"',
  '(',
  '(a',
  ')@',
  '<',
  '<a',
  '<a href="mailto:',
  '<td>\n',
  'a (at) b (dot) ',
  'a at b dot ',
  'x y z, ',
  'Name: x\n',
  'Jane Doe ',
  'Name,Email\n"',
  '"\n',
  ' ',
  '\n',
  '\r\n \r\n',
  '\t',
  ',',
  ':',
  '-',
  'http://a@b.co/',
  'mailto:%40',
  '&#64;',
  '=?utf-8?q?',
  '{"a":',
  '[',
  '＠',
  '\u200b',
  '邮箱a@b.cn',
  'jane@example.edu, ',
  'jane@example.edu..',
  'Jane Doe <jane@example.edu>; ',
  'a@b.co(',
  'a@b.co(c) .',
  '<a . (b) @ ',
  '<a|',
  'a|b',
  'a[b]',
  '<script>',
  'a . ',
  'a . b@c.co\n',
  '{\\rtf1{\\pict{',
  '\\par ',
  '@x.edu\\n',
  'First Name\nJane\n',
  '* Name: x\n* Email: a@b.co\n',
  '<script>x</script>',
  'a dot b@c dot ',
  'a=b&',
  'a=%40&',
  'author = {',
  'author = {a@b.co}\n',
  'Jane Doe\n',
  'a@b.co\n',
  'Jane Doe\na@b.co\nb@b.co\n',
  'Nom et prénom;Mail\n',
]

const rick: unknown = expect.objectContaining({ email: 'rick@example.edu' })

describe('100 kB of one thing is read through to the person behind it', () => {
  // Quadratic reading takes minutes and ends with the test's own timeout; how fast it is stands in bench/people.ts.
  it.each(units)('%j', { timeout: 5000 }, (unit) => {
    const text = `${unit.repeat(100_000 / unit.length)}\nRick Roe <rick@example.edu>`
    expect(extractPeople(text)).toContainEqual(rick)
    expect(peopleFromText(text)).toContainEqual(rick)
  })
})

describe('a header of a mail 100 kB long, among lines that are indented', () => {
  it.each(['jane@example.edu, ', 'a:', ' ', '\t', '\n '])('%j', { timeout: 5000 }, (unit) => {
    const text = `Zoë <zoe@example.edu>\n Hall 4\nTo: ${unit.repeat(100_000 / unit.length)}\nRick Roe <rick@example.edu>`
    expect(extractPeople(text)).toContainEqual(rick)
  })
})
