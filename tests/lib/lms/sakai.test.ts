// @vitest-environment-options { "settings": { "handleDisabledFileLoadingAsSuccess": true } }
import { describe, expect, it } from 'vitest'
import { recognise } from '../../../lib/lms/recognise.ts'
import { adapter } from '../../../lib/lms/sakai.ts'
import { apiCases, barePage, cases, homeUrl, notAllowed, rosterUrl } from './sakai/cases.ts'
import { saved } from './support/fixtures.ts'
import { deps, open, readPage } from './support/reading.ts'
import { type Recording, replay } from './support/recording.ts'
import { itReadsItsFixtures } from './support/table.ts'

const reads =
  /^GET (\/lms)?\/direct\/(roster-membership\/[\w.-]+\/get-membership\.json|site\/[\w.-]+\/userPerms\.json|membership\/site\/[\w.-]+\.json|user\/current\.json)$/

describe('a saved page or recording of Sakai', () => itReadsItsFixtures('sakai', cases, reads))

describe('a saved Sakai roster', () => {
  it('has its button at its own bar', () => {
    const doc = open(saved('sakai', 'roster-cards.html'))
    const anchor = recognise([adapter], doc, new URL(rosterUrl))?.page.anchor
    expect(anchor).toBe(doc.querySelector('#roster_navbar'))
  })

  it('is read again as rows come', async () => {
    const doc = open(saved('sakai', 'roster-more.html'))
    const read = () => readPage(doc, new URL(rosterUrl), deps(replay(notAllowed).fetch))
    const row = doc.querySelector('tr.roster-entry')
    for (const [more, count] of [
      [47, 50],
      [1007, 1057],
    ] as const) {
      for (let index = 0; index < more; index++) {
        const next = row?.cloneNode(true) as Element
        for (const link of next.querySelectorAll('a.profile')) link.setAttribute('data-user-id', `${count}-${index}`)
        row?.parentElement?.append(next)
      }
      expect(await read()).toMatchObject({
        kind: 'ready',
        roster: {
          people: { length: count },
          total: 1057,
          complete: false,
          partial: count === 1057 ? 'maybeMore' : 'rowsOnPage',
        },
      })
    }
  })

  it('that is still loading is waited for', async () => {
    const doc = open(saved('sakai', 'roster-empty.html'))
    const cards = open(saved('sakai', 'roster-cards.html')).querySelector('#roster-members')
    const state = readPage(doc, new URL(rosterUrl), {
      ...deps(replay(notAllowed).fetch),
      sleep: () => {
        doc.querySelector('#roster-members')?.replaceWith(cards ?? '')
        return new Promise(() => undefined)
      },
    })
    expect(await state).toMatchObject({ kind: 'ready', roster: { source: 'page', people: { length: 3 } } })
  })
})

describe('a recorded answer of Sakai', () => {
  const url = new URL(homeUrl)
  const played = (fixture: string) => replay(JSON.parse(saved('sakai', fixture)) as Recording)

  it.each(apiCases)('$fixture asks little', async ({ fixture }) => {
    const recording = played(fixture)
    const told = deps(recording.fetch)
    await readPage(open(barePage()), url, told)
    expect(told.waits).toEqual(fixture === 'api-429.json' ? [1000, 2000, 4000] : [])
    if (fixture !== 'api-429.json') expect(recording.asked.length).toBeLessThanOrEqual(1 + 4)
  })

  it('asks who is reading where the page does not say', async () => {
    const { answers } = JSON.parse(saved('sakai', 'get-membership.json')) as Recording
    const who = { ask: '/user/current', answer: [{ body: { id: 'c4a1d2e3-1b5f-4b1f-8b1c-2a3f4e5d6c7b' } }] }
    const state = await readPage(open(barePage('')), url, deps(replay({ answers: [who, ...answers] }).fetch))
    expect(state.kind === 'ready' && state.roster.people.filter(({ you }) => you).map(({ login }) => login)).toEqual([
      'nhaddad',
    ])
  })

  it('asks that once', async () => {
    const { answers } = JSON.parse(saved('sakai', 'api-membership.json')) as Recording
    const refused = { ask: 'get-membership', answer: [{ status: 403, body: {} }] }
    const who = { ask: '/user/current', answer: [{ body: { id: 'g8' } }] }
    const played = replay({ answers: [refused, who, ...answers] })
    const state = await readPage(open(barePage('')), url, deps(played.fetch))
    expect(state.kind === 'ready' && state.roster.people.filter(({ you }) => you).map(({ key }) => key)).toEqual(['g8'])
    expect(played.asked.filter((line) => line.includes('/user/current'))).toHaveLength(1)
  })

  it('keeps what is told in confidence out', async () => {
    const state = await readPage(open(barePage()), url, deps(played('get-membership.json').fetch))
    expect(state.kind).toBe('ready')
    expect(JSON.stringify(state)).not.toMatch(/extra time|a note|555 0100|000412345/)
  })
})
