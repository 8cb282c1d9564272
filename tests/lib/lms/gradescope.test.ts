// @vitest-environment-options { "settings": { "handleDisabledFileLoadingAsSuccess": true } }
import { describe, expect, it } from 'vitest'
import { adapter } from '../../../lib/lms/gradescope.ts'
import { recognise } from '../../../lib/lms/recognise.ts'
import { cases, homeUrl, notThere, rosterUrl, siteCases } from './gradescope/cases.ts'
import { saved } from './support/fixtures.ts'
import { deps, open, readPage } from './support/reading.ts'
import { type Recording, replay } from './support/recording.ts'
import { itReadsItsFixtures } from './support/table.ts'

describe('a saved page or recording of Gradescope', () =>
  itReadsItsFixtures('gradescope', cases, /^GET \/(courses\/753413\/memberships|account)$/))

describe('a saved Gradescope page', () => {
  it('has its button at the table', () => {
    const doc = open(saved('gradescope', 'memberships.html'))
    expect(recognise([adapter], doc, new URL(rosterUrl))?.page.anchor).toBe(doc.querySelector('table'))
  })

  it.each([
    'https://gradescope.example.edu/courses/753413/memberships',
    'https://www.gradescope.com.example.org/courses/753413',
  ])('is none at %s', (address) =>
    expect(adapter.detect(open(saved('gradescope', 'memberships.html')), new URL(address))).toBeNull(),
  )

  it('that is still loading is waited for', async () => {
    const doc = open(saved('gradescope', 'memberships-loading.html'))
    const table = open(saved('gradescope', 'memberships.html')).querySelector('table')
    const state = readPage(doc, new URL(rosterUrl), {
      ...deps(replay(notThere).fetch),
      sleep: () => {
        doc.querySelector('table')?.replaceWith(table ?? '')
        return new Promise(() => undefined)
      },
    })
    expect(await state).toMatchObject({ kind: 'ready', roster: { source: 'page', people: { length: 4 } } })
  })

  it('is read whole from the site, whatever is searched for on it', async () => {
    const { answers } = JSON.parse(saved('gradescope', 'site-memberships.json')) as Recording
    const doc = open(saved('gradescope', 'memberships-search.html'))
    const state = await readPage(doc, new URL(rosterUrl), deps(replay({ answers }).fetch))
    expect(state).toMatchObject({ kind: 'ready', roster: { complete: true, source: 'api', people: { length: 4 } } })
  })
})

describe('a recorded answer of Gradescope', () => {
  const read = async (fixture: string) => {
    const recording = JSON.parse(saved('gradescope', fixture)) as Recording
    const played = replay(recording)
    const told = deps(played.fetch)
    return { state: await readPage(open(recording.page ?? ''), new URL(homeUrl), told), told, asked: played.asked }
  }

  it.each(siteCases)('$fixture asks little', async ({ fixture }) => {
    const { told, asked } = await read(fixture)
    expect(told.waits).toEqual(fixture === 'site-429.json' ? [1000, 2000, 4000] : [])
    if (fixture !== 'site-429.json') expect(asked.length).toBeLessThanOrEqual(2)
  })

  it('keeps student numbers out', async () => {
    const { state } = await read('site-memberships.json')
    expect(state.kind).toBe('ready')
    expect(JSON.stringify(state)).not.toContain('000412345')
  })
})
