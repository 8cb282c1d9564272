// @vitest-environment-options { "settings": { "handleDisabledFileLoadingAsSuccess": true } }
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { adapters } from '../../../lib/lms/adapters.ts'
import { type ReadDeps, readRoster } from '../../../lib/lms/read.ts'
import { recognise } from '../../../lib/lms/recognise.ts'
import type { RosterState } from '../../../lib/lms/roster.ts'
import { sourcesOf } from '../../../lib/lms/sources.ts'
import { apiCases, barePage, bareUrl, lazyPage, pageCases, peopleUrl } from './canvas/cases.ts'
import { type Recording, refusing, replay } from './canvas/replay.ts'

const folder = join(import.meta.dirname, '../../fixtures/lms/canvas')
const files = readdirSync(folder)

const saved = (fixture: string): string => {
  const file = files.filter((name) => name.slice('2026-11-24-'.length) === fixture).at(-1)
  if (!file) throw new Error(`There is no fixture ${fixture}.`)
  return readFileSync(join(folder, file), 'utf8')
}

const open = (html: string): Document => new DOMParser().parseFromString(html, 'text/html')

/** As the content script does it: recognised first, then read. */
const readPage = async (doc: Document, url: URL, deps: ReadDeps): Promise<RosterState> => {
  const page = recognise(adapters, doc, url)
  return page ? readRoster(page, sourcesOf(page.course.lms), doc, url, deps) : { kind: 'none' }
}

interface Told extends ReadDeps {
  readonly waits: number[]
}

const deps = (fetch: typeof globalThis.fetch, signal = new AbortController().signal): Told => {
  const waits: number[] = []
  return {
    fetch,
    signal,
    waits,
    onProgress: () => undefined,
    sleep: async (ms) => {
      waits.push(ms)
    },
  }
}

describe('a saved Canvas page', () => {
  it.each(pageCases)('$fixture at $url is read whole', async ({ fixture, url = peopleUrl, expected }) => {
    const state = await readPage(open(saved(fixture)), new URL(url), deps(replay(refusing).fetch))
    expect(state).toEqual(expected)
  })

  it('is read again as rows come', async () => {
    const doc = open(saved('people-a-lazy.html'))
    const read = () => readPage(doc, new URL(peopleUrl), deps(replay(refusing).fetch))
    for (const [number, count] of [
      [2, 100],
      [3, 123],
    ] as const) {
      const rows = doc.querySelector(`script[data-page="${number}"]`)?.textContent
      doc.querySelector('table.roster tbody')?.append(...open(`<table>${rows}</table>`).querySelectorAll('tr'))
      expect(await read()).toEqual(lazyPage(count))
    }
  })

  it('that is still loading is waited for', async () => {
    const doc = open(saved('people-a-loading.html'))
    const full = open(saved('people-a-full.html')).querySelector('[data-view="users"]')
    const state = readPage(doc, new URL(peopleUrl), {
      ...deps(replay(refusing).fetch),
      sleep: () => {
        doc.querySelector('[data-view="users"]')?.replaceWith(full ?? '')
        return new Promise(() => undefined)
      },
    })
    expect(await state).toMatchObject({ kind: 'ready', roster: { source: 'page' } })
  })

  it('whose table is replaced while it is read gives what was there', async () => {
    const doc = open(saved('people-a-full.html'))
    const state = readPage(doc, new URL(peopleUrl), {
      ...deps(replay(refusing).fetch),
      onProgress: () => doc.querySelector('table.roster')?.remove(),
    })
    expect(await state).toMatchObject({ kind: 'ready', roster: { people: { length: 12 } } })
  })
})

describe('a recorded answer of Canvas', () => {
  const bare = () => open(barePage())
  const url = new URL(bareUrl)

  it.each(apiCases)('$fixture', async ({ fixture, expected }) => {
    const recording = JSON.parse(saved(fixture)) as Recording
    const played = replay(recording)
    const told = deps(played.fetch)
    expect(await readPage(bare(), url, told)).toEqual(expected)
    expect(told.waits.filter((ms) => ms !== 10_000)).toEqual(waits[fixture] ?? [])
    expect(played.asked.length).toBeLessThanOrEqual(recording.users.length + 4)
    expect(played.asked.every((address) => new URL(address).origin === url.origin)).toBe(true)
  })

  const waits: Record<string, number[]> = {
    'api-403-throttled.json': [1000, 2000],
    'api-429-throttled.json': [1000, 2000, 4000],
  }

  it('asks who is reading where the page does not say', async () => {
    const recording = JSON.parse(saved('api-users.json')) as Recording
    const doc = open(barePage(''))
    const state = await readPage(doc, url, deps(replay(recording).fetch))
    expect(state.kind === 'ready' && state.roster.people.find(({ you }) => you)?.key).toBe('510')
  })

  it('stops with its signal', async () => {
    const recording = JSON.parse(saved('api-users.json')) as Recording
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

  it('covers every fixture there is', () => {
    const covered = new Set([...pageCases, ...apiCases].map(({ fixture }) => fixture))
    expect(files.filter((name) => !covered.has(name.slice('2026-11-24-'.length)))).toEqual([])
  })
})
