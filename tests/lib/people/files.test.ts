// @vitest-environment node
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { extractPeopleFromBytes } from '../../../lib/people/index.ts'
import { workbook } from './workbook.ts'

const read = async (bytes: Uint8Array) =>
  (await extractPeopleFromBytes(bytes)).map(({ name, email }) => (name ? `${name} <${email}>` : email))
const utf16 = (text: string, little: boolean) =>
  Uint8Array.from(
    [...text].flatMap((char) =>
      little
        ? [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]
        : [char.charCodeAt(0) >> 8, char.charCodeAt(0) & 255],
    ),
  )
const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))
const zoe = 'Zoë Doe <zoe@example.edu>'

describe('text files', () => {
  const csv = 'First name;Last name;Email\r\nZoë;Doe;zoe@example.edu\r\n'
  const wide = csv.replaceAll(';', '\t')

  it.each([
    ['UTF-8', strToU8(csv)],
    ['UTF-8 with a mark', strToU8(`\ufeff${csv}`)],
    ['UTF-16 LE with a mark', utf16(`\ufeff${wide}`, true)],
    ['UTF-16 BE with a mark', utf16(`\ufeff${wide}`, false)],
    ['UTF-16 LE without', utf16(wide, true)],
    ['UTF-16 BE without', utf16(wide, false)],
    ['Windows-1252', latin(csv)],
  ])('%s', async (_, bytes) => {
    expect(await read(bytes)).toEqual([zoe])
  })

  it('chooses the old encoding in which the header makes sense', async () => {
    // "Фамилия;Имя;Почта" and "Иванова;Анна" in Windows-1251.
    const bytes = [
      212, 224, 236, 232, 235, 232, 255, 59, 200, 236, 255, 59, 207, 238, 247, 242, 224, 10, 200, 226, 224, 237, 238,
      226, 224, 59, 192, 237, 237, 224,
    ]
    expect(await read(Uint8Array.from([...bytes, ...latin(';anna@example.ru')]))).toEqual([
      'Анна Иванова <anna@example.ru>',
    ])
  })

  it('reads JSON, vCards and web pages saved under any name', async () => {
    expect(await read(strToU8('[{"name":"Zoë Doe","email":"zoe@example.edu"}]'))).toEqual([zoe])
    expect(
      await read(
        strToU8(
          '<table><tr><th>Name</th><th>Email</th></tr>\n<tr><td>Zoë Doe</td>\n<td>zoe@example.edu</td></tr></table>',
        ),
      ),
    ).toEqual([zoe])
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['a PDF', strToU8('%PDF-1.7 jane@example.edu')],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...latin('jane@example.edu')])],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, ...latin('jane@example.edu')])],
    ['another archive', zipSync({ 'a.txt': strToU8('jane@example.edu') })],
    ['a damaged archive', Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3])],
  ])('has nobody in %s', async (_, bytes) => {
    expect(await read(bytes)).toEqual([])
  })
})

describe('workbooks', () => {
  it('reads every sheet, each by its own header', async () => {
    const bytes = workbook([
      [
        ['Last Name', 'First Name', 'ID', 'Email'],
        ['Doe', 'Zoë', 17, 'zoe@example.edu'],
        ['Roe', 'Rick', 18, 'rick@example.edu'],
      ],
      [
        ['E-Mail', 'Name'],
        ['sue@example.edu', 'Poe, Sue'],
        ['zoe@example.edu', ''],
      ],
    ])
    expect(await read(bytes)).toEqual([zoe, 'Rick Roe <rick@example.edu>', 'Sue Poe <sue@example.edu>'])
  })

  it('reads cells with line breaks and tabs as one', async () => {
    expect(
      await read(
        workbook([
          [
            ['Name', 'Email'],
            ['Zoë\nDoe', 'zoe@example.edu\t'],
          ],
        ]),
      ),
    ).toEqual([zoe])
  })

  it('leaves out what is no sheet', async () => {
    const extra = { 'xl/media/image1.png': strToU8('joe@example.edu') }
    expect(await read(workbook([[['zoe@example.edu']]], extra))).toEqual(['zoe@example.edu'])
  })

  it('reads a class of ten thousand without a worker', async () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => ['Doe', `Zoë ${'abcdefghij'[i % 10]}`, `zoe${i}@example.edu`])
    expect(await read(workbook([[['Last Name', 'First Name', 'Email'], ...rows]]))).toHaveLength(10_000)
  })
})
