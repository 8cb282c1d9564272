import { expect, it } from 'vitest'
import type { Case } from './case.ts'
import { filesOf, materialOf, undated } from './fixtures.ts'
import { deps, open, readPage } from './reading.ts'
import { replay } from './recording.ts'

/** What every adapter's table must show: each fixture read whole, none forgotten, reads only and on its own site. */
export const itReadsItsFixtures = (lms: string, cases: readonly Case[], reads: RegExp): void => {
  it.each(cases.filter(({ frames }) => !frames))('$fixture at $url', async (row) => {
    const { html, recording } = materialOf(lms, row)
    const played = replay(recording)
    const url = new URL(row.url)
    expect(await readPage(open(html), url, deps(played.fetch))).toEqual(row.expected)
    const strange = played.asked.filter((line) => {
      const [method = '', address = ''] = line.split(' ')
      return new URL(address).origin !== url.origin || !reads.test(`${method} ${new URL(address).pathname}`)
    })
    expect(strange).toEqual([])
  })

  it('covers every fixture there is', () => {
    const covered = new Set(
      cases.flatMap(({ fixture, frames = [] }) => [fixture, ...frames.map((frame) => frame.fixture)]),
    )
    expect(filesOf(lms).filter((name) => !covered.has(undated(name)))).toEqual([])
  })
}
