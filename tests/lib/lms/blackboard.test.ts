// @vitest-environment-options { "settings": { "handleDisabledFileLoadingAsSuccess": true } }
import { describe, expect, it } from 'vitest'
import { apiCases, barePage, bareUrl, cases, lazyPage, pageCases, rosterUrl } from './blackboard/cases.ts'
import { saved } from './support/fixtures.ts'
import { deps, open, readPage } from './support/reading.ts'
import { type Recording, replay } from './support/recording.ts'
import { itReadsItsFixtures } from './support/table.ts'

const reads =
  /^GET \/(?:learn\/api\/public\/v1\/(?:users\/me|courseRoles|courses\/_4711_1(?:\/users|\/children)?)|learn\/api\/v1\/courses\/_4711_1\/memberships|webapps\/blackboard\/execute\/userManager)$/

describe('a saved page or recording of Blackboard', () => itReadsItsFixtures('blackboard', cases, reads))

const recordingOf = (fixture: string) => JSON.parse(saved('blackboard', fixture)) as Recording
const isList = (line: string) => /\/users\?|\/memberships\?|\/userManager\?/.test(line)

describe('a recorded answer of Blackboard', () => {
  it.each(apiCases)('$fixture', async ({ fixture, expected }) => {
    const played = replay(recordingOf(fixture))
    const told = deps(played.fetch)
    expect(await readPage(open(barePage()), new URL(bareUrl), told)).toEqual(expected)
    expect(told.waits.filter((ms) => ms !== 10_000)).toEqual(waits[fixture] ?? [])
    expect(played.asked.filter((line) => !isList(line)).length).toBeLessThanOrEqual(4)
  })

  const waits: Record<string, number[]> = {
    'error-429.json': [5000, 5000, 5000],
    'error-429-once.json': [5000],
    'error-403-inner-throttled.json': [1000, 2000, 4000],
  }

  it('asks for no more of a person than is shown, and for the whole only where that does not do', async () => {
    const askedIn = async (fixture: string) => {
      const played = replay(recordingOf(fixture))
      await readPage(open(barePage()), new URL(bareUrl), deps(played.fetch))
      return played.asked.filter((line) => /\/users\?/.test(line)).map((line) => /[?&]fields=/.test(line))
    }
    expect(await askedIn('api-users.json')).toEqual([true, true])
    expect(await askedIn('api-users-fields-nameless.json')).toEqual([true, false])
    expect(await askedIn('api-users-fields-no-contact.json')).toEqual([true, false, false])
    expect(await askedIn('api-users-all-hidden.json')).toEqual([true, false, true])
    expect(await askedIn('api-version-old.json')).toEqual([true, false])
  })

  it('asks the inner API only after the public one said no', async () => {
    const askedIn = async (fixture: string) => {
      const played = replay(recordingOf(fixture))
      await readPage(open(barePage()), new URL(bareUrl), deps(played.fetch))
      return played.asked.some((line) => line.includes('/memberships'))
    }
    expect(await askedIn('error-403.json')).toBe(true)
    expect(await askedIn('error-404.json')).toBe(true)
    for (const fixture of [
      'api-users.json',
      'error-401.json',
      'error-429.json',
      'error-502.json',
      'error-network.json',
    ])
      expect(await askedIn(fixture)).toBe(false)
    expect(await askedIn('api-users-noexpand.json')).toBe(false)
  })

  it('stops with its signal', async () => {
    const stop = new AbortController()
    const { fetch } = replay(recordingOf('api-users-large.json'))
    const halfway: typeof globalThis.fetch = async (input, init) => {
      if (String(input).includes('offset=200')) {
        stop.abort()
        throw new DOMException('Aborted', 'AbortError')
      }
      return fetch(input, init)
    }
    expect(await readPage(open(barePage()), new URL(bareUrl), deps(halfway, stop.signal))).toMatchObject({
      kind: 'problem',
      problem: 'stopped',
    })
  })
})

describe('a saved Blackboard page', () => {
  const refused = pageCases.find(({ fixture }) => fixture === 'ultra-roster-lazy.html')?.recording ?? { answers: [] }

  it('is read again as rows come', async () => {
    const doc = open(saved('blackboard', 'ultra-roster-lazy.html'))
    const read = () => readPage(doc, new URL(rosterUrl), deps(replay(refused).fetch))
    expect(await read()).toEqual(lazyPage(30))
    const rows = doc.querySelector('script[data-page="2"]')?.textContent
    doc.querySelector('#rosterView-list ul')?.append(...open(`<ul>${rows}</ul>`).querySelectorAll('li'))
    expect(await read()).toEqual(lazyPage(60))
  })

  it('that is still drawing is waited for', async () => {
    const doc = open(saved('blackboard', 'ultra-roster-loading.html'))
    const full = open(saved('blackboard', 'ultra-roster-list.html')).querySelector('#rosterView-list')
    const state = readPage(doc, new URL(rosterUrl), {
      ...deps(replay(refused).fetch),
      sleep: () => {
        doc.querySelector('#rosterView-list')?.replaceWith(full ?? '')
        return new Promise(() => undefined)
      },
    })
    expect(await state).toMatchObject({ kind: 'ready', roster: { source: 'page', people: { length: 10 } } })
  })

  it('is not asked anything for rows that come later', async () => {
    const doc = open(saved('blackboard', 'ultra-roster-lazy.html'))
    const played = replay(refused)
    await readPage(doc, new URL(rosterUrl), { ...deps(played.fetch), pageOnly: true })
    expect(played.asked).toEqual([])
  })
})
