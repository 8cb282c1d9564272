// @vitest-environment-options { "settings": { "handleDisabledFileLoadingAsSuccess": true } }
import { describe, expect, it } from 'vitest'
import { apiCases, barePage, bareUrl, cases, lazyPage, notAllowed, peopleUrl } from './canvas/cases.ts'
import { saved } from './support/fixtures.ts'
import { deps, open, readPage } from './support/reading.ts'
import { type Recording, replay } from './support/recording.ts'
import { itReadsItsFixtures } from './support/table.ts'

const pagesIn = ({ answers }: Recording): number =>
  answers.find(({ ask }) => ask.includes('/users('))?.answer.length ?? 0

describe('a saved page or recording of Canvas', () => itReadsItsFixtures('canvas', cases, /^GET \/api\/v1\//))

describe('a saved Canvas page', () => {
  it('is read again as rows come', async () => {
    const doc = open(saved('canvas', 'people-a-lazy.html'))
    const read = () => readPage(doc, new URL(peopleUrl), deps(replay(notAllowed).fetch))
    for (const [number, count] of [
      [2, 100],
      [3, 123],
    ] as const) {
      const rows = doc.querySelector(`script[data-page="${number}"]`)?.textContent
      doc.querySelector('table.roster tbody')?.append(...open(`<table>${rows}</table>`).querySelectorAll('tr'))
      expect(await read()).toEqual(lazyPage(count))
    }
  })

  it('is whole once as many rows have come as its script counts', async () => {
    const counted = saved('canvas', 'people-a-lazy.html')
      .replace('"label":"Student"', '"label":"Student","count":123')
      .replace(',{"id":"82","name":"BIO 101-B"}', '')
    const doc = open(counted)
    const read = () => readPage(doc, new URL(peopleUrl), deps(replay(notAllowed).fetch))
    const come = (number: number) => {
      const rows = doc.querySelector(`script[data-page="${number}"]`)?.textContent
      doc.querySelector('table.roster tbody')?.append(...open(`<table>${rows}</table>`).querySelectorAll('tr'))
    }
    come(2)
    expect(await read()).toMatchObject({ roster: { complete: false, partial: 'rowsOnPage', people: { length: 100 } } })
    come(3)
    expect(await read()).toMatchObject({ roster: { complete: true, people: { length: 123 } } })
  })

  it('that is still loading is waited for', async () => {
    const doc = open(saved('canvas', 'people-a-loading.html'))
    const full = open(saved('canvas', 'people-a-full.html')).querySelector('[data-view="users"]')
    const state = readPage(doc, new URL(peopleUrl), {
      ...deps(replay(notAllowed).fetch),
      sleep: () => {
        doc.querySelector('[data-view="users"]')?.replaceWith(full ?? '')
        return new Promise(() => undefined)
      },
    })
    expect(await state).toMatchObject({ kind: 'ready', roster: { source: 'page' } })
  })

  it('whose table is replaced while it is read gives what was there', async () => {
    const doc = open(saved('canvas', 'people-a-full.html'))
    const state = readPage(doc, new URL(peopleUrl), {
      ...deps(replay(notAllowed).fetch),
      onProgress: () => doc.querySelector('table.roster')?.remove(),
    })
    expect(await state).toMatchObject({ kind: 'ready', roster: { people: { length: 12 } } })
  })
})

describe('a recorded answer of Canvas', () => {
  const bare = () => open(barePage())
  const url = new URL(bareUrl)

  it.each(apiCases)('$fixture', async ({ fixture, expected }) => {
    const recording = JSON.parse(saved('canvas', fixture)) as Recording
    const played = replay(recording)
    const told = deps(played.fetch)
    expect(await readPage(bare(), url, told)).toEqual(expected)
    expect(told.waits.filter((ms) => ms !== 10_000)).toEqual(waits[fixture] ?? [])
    expect(played.asked.length).toBeLessThanOrEqual(pagesIn(recording) + 4)
  })

  const waits: Record<string, number[]> = {
    'api-403-throttled.json': [1000, 2000],
    'api-429-throttled.json': [1000, 2000, 4000],
  }

  it('asks who is reading where the page does not say', async () => {
    const recording = JSON.parse(saved('canvas', 'api-users.json')) as Recording
    const doc = open(barePage(''))
    const state = await readPage(doc, url, deps(replay(recording).fetch))
    expect(state.kind === 'ready' && state.roster.people.find(({ you }) => you)?.key).toBe('510')
  })

  it('stops with its signal', async () => {
    const recording = JSON.parse(saved('canvas', 'api-users.json')) as Recording
    const stop = new AbortController()
    const { fetch } = replay(recording)
    const halfway: typeof globalThis.fetch = async (input, init) => {
      if (String(input).includes('page=2')) {
        stop.abort()
        throw new DOMException('Aborted', 'AbortError')
      }
      return fetch(input, init)
    }
    expect(await readPage(bare(), url, deps(halfway, stop.signal))).toMatchObject({
      kind: 'problem',
      problem: 'stopped',
    })
  })
})
