import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextLink } from '../../../../lib/lms/reading/nextLink.ts'

const address = fc.webUrl({ withQueryParameters: true, withFragments: false }).map((url) => url.replace(/[<>]/g, ''))
const rel = fc.constantFrom('current', 'prev', 'first', 'last', 'self', 'nextish', 'alternate')

describe('nextLink', () => {
  it.each([
    [null, null],
    ['', null],
    ['<https://x.example.edu/a?page=2>; rel="next"', 'https://x.example.edu/a?page=2'],
    [
      '<https://x.example.edu/a?page=1>; rel="current",<https://x.example.edu/a?page=2>; rel="next"',
      'https://x.example.edu/a?page=2',
    ],
    ['<https://x.example.edu/a,b;c?d=1,2>; rel="next"', 'https://x.example.edu/a,b;c?d=1,2'],
    ['</a?page=2>; title="x, y"; REL=Next', '/a?page=2'],
    ['</a?page=2>; rel="prev next"', '/a?page=2'],
    ['</a?page=2>; title="rel=next"; rel="prev"', null],
    ['</a>; rel="prev", </b>', null],
    ['<>; rel="next"', null],
    ['no link at all; rel="next"', null],
  ])('%j', (header, expected) => expect(nextLink(header)).toBe(expected))

  it('finds the one next among others, in any order and spacing', () => {
    fc.assert(
      fc.property(
        address,
        fc.array(fc.tuple(address, rel)),
        fc.nat(),
        fc.constantFrom(',', ', ', ' ,\t'),
        (next, others, at, comma) => {
          const parts = others.map(([url, name]) => `<${url}>; rel="${name}"`)
          parts.splice(at % (parts.length + 1), 0, `<${next}>; rel="next"`)
          expect(nextLink(parts.join(comma))).toBe(next)
        },
      ),
    )
  })

  it('finds none where there is none, in any text', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(address, rel)), (others) => {
        expect(nextLink(others.map(([url, name]) => `<${url}>; rel="${name}"`).join(','))).toBeNull()
      }),
    )
    fc.assert(fc.property(fc.string(), (text) => void expect(nextLink(text.replace(/next/gi, ''))).toBeNull()))
  })
})
