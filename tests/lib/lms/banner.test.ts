// @vitest-environment-options { "settings": { "handleDisabledFileLoadingAsSuccess": true } }
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWithdrawn } from '../../../lib/lms/banner/student.ts'
import { adapter } from '../../../lib/lms/banner.ts'
import { cases, newerUrl, olderUrl } from './banner/cases.ts'
import { saved } from './support/fixtures.ts'
import { deps, open, readPage } from './support/reading.ts'
import { replay } from './support/recording.ts'
import { itReadsItsFixtures } from './support/table.ts'

const reads = /^GET \/FacultySelfService\/ssb\/(?:classList\/classList(?:Summary|Detail)|classListApp\/classListPage)$/

describe('a saved page or recording of Banner', () => itReadsItsFixtures('banner', cases, reads))

describe('a page of Banner', () => {
  it('puts its button before the list of students, not before the course or its counts', () => {
    const page = adapter.detect(open(saved('banner', 'banner8-summary.html')), new URL(olderUrl))
    expect(page).toMatchObject({ root: '/SSBPROD', kind: 'roster' })
    expect(page?.anchor?.querySelector('caption')?.textContent).toBe('Summary Class List')
  })

  it('puts its button beside the course’s title in the application', () => {
    const page = adapter.detect(open(saved('banner', 'banner9-class-list.html')), new URL(newerUrl))
    expect(page?.anchor?.tagName).toBe('H2')
  })

  it('of self-service 8 asks for nothing', async () => {
    const played = replay({ answers: [] })
    await readPage(open(saved('banner', 'banner8-summary.html')), new URL(olderUrl), deps(played.fetch))
    expect(played.asked).toEqual([])
  })

  it('takes no address from below the list', async () => {
    const doc = open(saved('banner', 'banner8-summary.html'))
    for (const link of doc.querySelectorAll('.datadisplaytable a[href^="mailto:"]')) link.remove()
    const state = await readPage(doc, new URL(olderUrl), deps(replay({ answers: [] }).fetch))
    expect(state.kind === 'ready' && state.roster.people.map(({ email }) => email)).toEqual(Array(4).fill(undefined))
  })

  it('never says that a paged list is all, whatever its counts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(60), async (actual) => {
        const html = saved('banner', 'banner8-paged.html').replace(
          '<TD CLASS="dddefault">40</TD><TD CLASS="dddefault">40</TD><TD CLASS="dddefault">0</TD>',
          `<TD>60</TD><TD>${actual}</TD><TD>${60 - actual}</TD>`,
        )
        const state = await readPage(open(html), new URL(olderUrl), deps(replay({ answers: [] }).fetch))
        expect(state).toMatchObject({ roster: { complete: false } })
      }),
      { numRuns: 15 },
    )
  })
})

describe('a registration status', () => {
  it.each(['**Withdrawn** WD', '**Web Withdrawn**', 'DD **Drop/Delete**', 'Cancelled'])('%s has left', (status) =>
    expect(isWithdrawn(status)).toBe(true),
  )
  it.each(['**Registered**', '**Web Registered** RW', 'RE', 'Audit', ''])('%s is there', (status) =>
    expect(isWithdrawn(status)).toBe(false),
  )
})
