// @vitest-environment-options { "settings": { "handleDisabledFileLoadingAsSuccess": true } }
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { RosterState } from '../../../lib/lms/roster.ts'
import { sourcesOf } from '../../../lib/lms/sources.ts'
import type { Case } from './support/case.ts'
import { materialOf } from './support/fixtures.ts'
import { deps, open, readPage } from './support/reading.ts'
import { type Answer, replay, respond } from './support/recording.ts'
import { type Way, ways } from './support/ways.ts'

const tables = import.meta.glob<readonly Case[]>('./*/cases.ts', { eager: true, import: 'cases' })

const rowOf = ({ lms, fixture }: Way): Case => {
  const row = tables[`./${lms}/cases.ts`]?.find(
    (one) => one.fixture === fixture && one.expected.kind === 'ready' && one.expected.roster.source === 'api',
  )
  if (!row) throw new Error(`${lms} has no course that is read over an API as ${fixture} is.`)
  return row
}

/** What meets the request of that number, from 1; undefined: what the recording has. */
type Meet = (number: number, line: string) => Answer | undefined

interface Run {
  readonly state: RosterState
  /** `METHOD /path?query`, decoded, in order. */
  readonly lines: readonly string[]
  /** The same, with what was posted. */
  readonly asked: readonly string[]
  readonly origins: ReadonlySet<string>
  readonly atOnce: number
  readonly waits: readonly number[]
}

/** Reads the course of a row; `stopAt`: with that request the tab goes away. */
const run = async (row: Case, meet: Meet = () => undefined, stopAt?: number): Promise<Run> => {
  const { html, recording } = materialOf(lmsOf(row), row)
  const played = replay(recording)
  const stop = new AbortController()
  const lines: string[] = []
  const asked: string[] = []
  const origins = new Set<string>()
  let out = 0
  let atOnce = 0
  const told = deps(async (input, init) => {
    init?.signal?.throwIfAborted()
    const url = new URL(String(input))
    const line = decodeURIComponent(`${init?.method ?? 'GET'} ${url.pathname}${url.search}`)
    origins.add(url.origin)
    asked.push(`${line} ${init?.body ?? ''}`)
    const number = lines.push(line)
    atOnce = Math.max(atOnce, ++out)
    try {
      await turn()
      if (number === stopAt) stop.abort()
      init?.signal?.throwIfAborted()
      const met = meet(number, line)
      return met ? respond(met) : await played.fetch(input, init)
    } finally {
      out--
    }
  }, stop.signal)
  const state = await readPage(open(html), new URL(row.url), told)
  // What waits for a page to be drawn is no answer to haste.
  return { state, lines, asked, origins, atOnce, waits: told.waits.filter((ms) => ms !== 10_000) }
}

const lmsOf = ({ expected }: Case): string => (expected.kind === 'ready' ? expected.roster.course.lms : '')

const everyNumber = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

const peopleIn = (state: RosterState) =>
  state.kind === 'ready' ? state.roster.people.map(({ key, name, email }) => ({ key, name, email })) : []

/** Told as what it is; or everybody all the same, where the request could be done without. Never part of a class. */
const expectToldOrWhole = (state: RosterState, problem: string, row: Case) => {
  if (state.kind === 'problem') expect(state.problem).toBe(problem)
  else expect(peopleIn(state)).toEqual(peopleIn(row.expected))
}

const tooFast = (retryAfter?: string): Answer => ({
  status: 429,
  headers: { 'content-type': 'application/json', ...(retryAfter ? { 'retry-after': retryAfter } : {}) },
  body: {},
})

describe.each(ways.map((way) => ({ ...way, row: rowOf(way) })))('$lms, $fixture', ({ row, ...way }) => {
  it('asks for documented reads of this course alone, and no more than three at once', async () => {
    const { state, lines, origins, atOnce } = await run(row)
    expect(state).toEqual(row.expected)
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.filter((line) => !way.documented.test(line))).toEqual([])
    expect([...origins]).toEqual([new URL(row.url).origin])
    expect(atOnce).toBeLessThanOrEqual(3)
  })

  it('waits as long as it is told to, at whichever request, and then has everybody', async () => {
    const { lines } = await run(row)
    for (const at of everyNumber(lines.length)) {
      const { state, waits } = await run(row, (number) => (number === at ? tooFast('7') : undefined))
      expect(state).toEqual(row.expected)
      expect(waits).toEqual([7000])
    }
  })

  it('gives up after three times of being too fast, and says so', async () => {
    const { lines } = await run(row)
    for (const at of everyNumber(lines.length)) {
      const said = way.tooFast ?? tooFast()
      const { state, asked } = await run(row, (number) => (number >= at ? said : undefined))
      expectToldOrWhole(state, 'throttled', row)
      expect(asked.filter((line) => line === asked[at - 1]).length).toBeLessThanOrEqual(4)
    }
    expect((await run(row, () => tooFast())).state).toMatchObject({ kind: 'problem', problem: 'throttled' })
  })

  it('tells of a session that ends, at whichever request', async () => {
    const { lines } = await run(row)
    for (const at of everyNumber(lines.length)) {
      const { state, lines: asked } = await run(row, (number, line) => (number >= at ? way.signedOut(line) : undefined))
      expectToldOrWhole(state, 'signedOut', row)
      expect(asked.filter((line) => !way.documented.test(line))).toEqual([])
    }
    expect((await run(row, (_, line) => way.signedOut(line))).state).toMatchObject({ problem: 'signedOut' })
  })

  it('tells of a network that goes, at whichever request', async () => {
    const { lines } = await run(row)
    for (const at of everyNumber(lines.length)) {
      const { state } = await run(row, (number) => (number >= at ? { fails: true } : undefined))
      expectToldOrWhole(state, 'unreachable', row)
    }
  })

  it('stops with its tab, at whichever request, and asks nothing more', async () => {
    const { lines } = await run(row)
    for (const at of everyNumber(lines.length)) {
      const { state, lines: asked } = await run(row, undefined, at)
      expectToldOrWhole(state, 'stopped', row)
      // Those that were on their way together.
      expect(asked.length).toBeLessThan(at + 3)
    }
  })
})

it('every LMS that has an API is among them', () => {
  const withApi = Object.keys(tables)
    .map((path) => path.split('/')[1] ?? '')
    .filter((lms) => sourcesOf(lms).some(({ id }) => id === 'api'))
  expect([...new Set(ways.map(({ lms }) => lms))].toSorted()).toEqual(withApi.toSorted())
})
