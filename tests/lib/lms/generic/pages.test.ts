// @vitest-environment-options { "settings": { "handleDisabledFileLoadingAsSuccess": true } }
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adapters } from '../../../../lib/lms/adapters.ts'
import { deps, open, readPage } from '../support/reading.ts'
import { replay } from '../support/recording.ts'
import { ordinaryPage } from './ordinary.ts'
import { rosterPage } from './rosters.ts'

const url = new URL('https://www.example.edu/some/page')

describe('on pages made at random', () => {
  it('every adapter is silent where nobody is listed', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(ordinaryPage, (html) => {
        const doc = open(html)
        expect(adapters.filter((adapter) => adapter.detect(doc, url)).map(({ id }) => id)).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('everybody of a roster is found, with their name, and nobody else', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(rosterPage, async ({ html, people }) => {
        const state = await readPage(open(html), url, deps(replay({ answers: [] }).fetch))
        if (state.kind !== 'ready') throw new Error(`The page is ${state.kind}.`)
        expect(new Map(state.roster.people.map(({ email, name }) => [email, name]))).toEqual(people)
        expect(state.roster.complete).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})
