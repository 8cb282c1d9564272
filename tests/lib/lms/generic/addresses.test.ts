import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addressesIn, plainAddress } from '../../../../lib/lms/generic/addresses.ts'

const cellOf = (html: string): Element => {
  document.body.innerHTML = `<table><tbody><tr><td>${html}</td></tr></tbody></table>`
  const cell = document.querySelector('td')
  if (!cell) throw new Error('There is no cell.')
  return cell
}

it.each([
  ['avery.stone@example.edu', 'avery.stone@example.edu'],
  [' Avery.Stone@Example.edu ', 'avery.stone@example.edu'],
  ['<a href="mailto:avery@example.edu">avery@example.edu</a>', 'avery@example.edu'],
  ['<a href="mailto:Avery@Example.edu">E-mail</a>', 'avery@example.edu'],
  ['<a href="/users/1">avery@example.edu</a>', 'avery@example.edu'],
  ['<a href="MAILTO:blake@example.edu">avery@example.edu</a>', ''],
  ['<a href="mailto:avery%2Bmath@example.edu">Avery</a>', ''],
  ['<a href="mailto:avery@example.edu?cc=blake@example.edu">Avery</a>', ''],
  ['<a href="mailto:avery@example.edu">Avery</a> <a href="mailto:blake@example.edu">Blake</a>', ''],
  ['<span>avery@example.edu</span>', ''],
  ['helpdesk@example.edu', ''],
  ['class-list@example.edu', ''],
  ['ude.elpmaxe@enots.yreva', ''],
  ['avery-nospam@example.edu', ''],
  ['removethis.avery@example.edu', ''],
  ['Avery Stone', ''],
])('%s plainly holds %j', (html, email) => {
  expect(plainAddress(cellOf(html))).toBe(email)
})

it('says what a longer look would say, or leaves it to that', () => {
  const part = fc.constantFrom(
    ...'avery blake info no-reply list nospam remove-me ude moc com org edu _ . - + % %2B'.split(' '),
  )
  const address = fc
    .tuple(fc.array(part, { minLength: 1, maxLength: 3 }), fc.array(part, { minLength: 1, maxLength: 3 }))
    .map(([local, domain]) => `${local.join('')}@${domain.join('')}.edu`)
  const said = fc.oneof(address, fc.constantFrom('', ' ', 'Avery Stone', 'E-mail'))
  const begin = fc.constantFrom('', 'mailto:', 'MAILTO:', ' mailto:', '/users?id=')
  const end = fc.constantFrom('', ' ', '?subject=Hello', ',blake@example.edu')
  const link = fc
    .tuple(begin, said, end, said)
    .map(([before, to, after, text]) => `<a href="${before}${to}${after}">${text}</a>`)
  fc.assert(
    fc.property(
      fc.oneof(
        said,
        link,
        fc.tuple(said, link).map(([before, after]) => before + after),
      ),
      (html) => {
        const cell = cellOf(html)
        const plain = plainAddress(cell)
        if (plain) expect([plain]).toEqual(addressesIn(cell).sure)
      },
    ),
    { numRuns: 2000 },
  )
})
