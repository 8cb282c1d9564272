// @vitest-environment-options { "settings": { "handleDisabledFileLoadingAsSuccess": true } }
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { versionFor } from '../../../lib/lms/brightspace/versions.ts'
import { adapter } from '../../../lib/lms/brightspace.ts'
import { recognise } from '../../../lib/lms/recognise.ts'
import { apiCases, barePage, cases, classlistUrl, homeUrl, notAllowed } from './brightspace/cases.ts'
import { saved } from './support/fixtures.ts'
import { deps, open, readPage } from './support/reading.ts'
import { type Recording, replay } from './support/recording.ts'
import { itReadsItsFixtures } from './support/table.ts'

const reads =
  /^GET \/d2l\/api\/(versions\/|le\/\d+\.\d+\/123456\/classlist\/(paged\/)?|lp\/\d+\.\d+\/(users\/whoami|enrollments\/orgUnits\/123456\/users\/))$/

describe('a saved page or recording of Brightspace', () => itReadsItsFixtures('brightspace', cases, reads))

describe('a saved Brightspace page', () => {
  it.each([
    ['classlist-with-email.html', '.d2l-action-buttons'],
    ['print-email.html', 'table'],
  ])('%s has its button at %s', (fixture, anchor) => {
    const doc = open(saved('brightspace', fixture))
    expect(recognise([adapter], doc, new URL(classlistUrl))?.page.anchor).toBe(doc.querySelector(anchor))
  })

  it('whose grid is loaded anew is waited for', async () => {
    const doc = open(saved('brightspace', 'classlist-with-email.html'))
    const grid = doc.querySelector('.d2l-grid-container')
    const place = doc.createElement('div')
    grid?.replaceWith(place)
    const state = readPage(doc, new URL(classlistUrl), {
      ...deps(replay(notAllowed).fetch),
      sleep: () => {
        place.replaceWith(grid ?? '')
        return new Promise(() => undefined)
      },
    })
    expect(await state).toMatchObject({ kind: 'ready', roster: { source: 'page', people: { length: 5 } } })
  })
})

describe('a recorded answer of Brightspace', () => {
  const url = new URL(homeUrl)
  const played = (fixture: string) => replay(JSON.parse(saved('brightspace', fixture)) as Recording)

  it.each(apiCases)('$fixture asks little', async ({ fixture }) => {
    const recording = played(fixture)
    const told = deps(recording.fetch)
    await readPage(open(barePage()), url, told)
    const throttled: Record<string, number[]> = { 'api-429.json': [1000, 2000, 4000], 'api-429-then.json': [3000] }
    expect(told.waits).toEqual(throttled[fixture] ?? [])
    expect(recording.asked.length).toBeLessThanOrEqual(2 + 4)
  })

  it('asks who is reading where the page does not say', async () => {
    const recording = played('api-enrolments.json')
    const state = await readPage(open(barePage('{"orgId":"6606"}')), url, deps(recording.fetch))
    expect(state.kind === 'ready' && state.roster.people.filter(({ you }) => you).map(({ key }) => key)).toEqual([
      '9001',
    ])
    expect(recording.asked.filter((line) => line.endsWith('/whoami'))).toHaveLength(1)
  })

  it('keeps student numbers out', async () => {
    const state = await readPage(open(barePage()), url, deps(played('api-paged.json').fetch))
    expect(JSON.stringify(state)).not.toMatch(/000412345|LastAccessed|2026-11-20/)
  })
})

describe('the version of a call', () => {
  const announce = (versions: readonly string[], latest = versions.at(-1)) => [
    { ProductCode: 'lp', LatestVersion: '9.9', SupportedVersions: ['9.9'] },
    { ProductCode: 'le', LatestVersion: latest, SupportedVersions: versions },
  ]

  it.each([
    [['1.9', '1.10', '1.100', '1.72', '1.80'], '1.72'],
    [['1.100', '1.80', '2.0'], '1.80'],
    [['1.9', '1.10', '1.8'], '1.10'],
    [['2.1', '1.71'], '2.1'],
  ])('of %j is %s', (versions, chosen) => expect(versionFor(announce(versions), 'le', [1, 72])).toBe(chosen))

  it.each([[null], [{}], [[]], ['le'], [[{ ProductCode: 'le' }]], [announce(['1', '1.2/..', ' 1.3', '1.2.3'])]])(
    'of %j is none',
    (announced) => expect(versionFor(announced, 'le', [1, 72])).toBeNull(),
  )

  it('is one that the site announces, whatever their order', () => {
    const version = fc.tuple(fc.nat(3), fc.nat(120)).map((pair) => pair.join('.'))
    fc.assert(
      fc.property(fc.array(version, { minLength: 1 }), fc.nat(), (versions, seed) => {
        const chosen = versionFor(announce(versions), 'le', [1, 72])
        const turned = [...versions.slice(seed % versions.length), ...versions.slice(0, seed % versions.length)]
        expect(versions).toContain(chosen)
        expect(versionFor(announce(turned), 'le', [1, 72])).toBe(chosen)
      }),
    )
  })
})
