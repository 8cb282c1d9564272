import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeNext } from '../../../server/auth/next.ts'

const here = 'https://groups.example.edu'
/** What a redirect to it does in a browser: the URL standard, with our page as the base. */
const leadsTo = (next: string) => new URL(next, `${here}/signin/code`)

/** Pieces that addresses which lead elsewhere are made of, whole and broken. */
const piece = fc.constantFrom(
  ...['/', '//', '\\', '\t', '\n', '\r', '\0', '.', '..', './', '@', ':', '?', '#', '%2f', '%5c', '%09', ' ', ';'],
  ...['evil.example', 'https:', 'javascript:alert(1)', 'groups', 'data:', 'é', '\u202e', '。', '／', '\ud800'],
)
const crafted = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))

describe('where one goes after signing in', () => {
  it('is always on this service, by whatever address', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          crafted,
          fc.string(),
          fc.webUrl(),
          crafted.map((text) => `/${text}`),
        ),
        (next) => {
          const safe = safeNext(next)
          expect(safe).toMatch(/^\/(?![/\\])/)
          expect(safe).not.toMatch(/[\p{Cc}\\]/u)
          expect(leadsTo(safe).origin).toBe(here)
          expect(safeNext(safe)).toBe(safe)
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('is any path of ours, unchanged', () => {
    const word = fc.stringMatching(/^[\w-]{1,12}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.option(word), (words, query) => {
        const path = `/${words.join('/')}${query === null ? '' : `?search=${query}`}`
        expect(safeNext(path)).toBe(path)
      }),
    )
  })

  it.each([
    undefined,
    '',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    'groups',
    'javascript:alert(1)',
  ])('is the front page instead of %j', (next) => {
    expect(safeNext(next)).toBe('/')
  })
})
