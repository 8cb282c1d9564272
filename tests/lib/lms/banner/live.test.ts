import { describe, expect, it } from 'vitest'
import { sources } from '../../../../lib/lms/banner.ts'
import { type ReadDeps, readRoster } from '../../../../lib/lms/read.ts'
import { deps, open } from '../support/reading.ts'
import { appPage, newerUrl } from './cases.ts'

const { origin: site } = new URL(newerUrl)
const root = '/FacultySelfService/ssb'

interface ListOptions {
  readonly size: number
  /** Entries a page holds at most, whatever is asked for. */
  readonly most?: number
  readonly narrow?: boolean
  /** What a call meets instead of an answer; `calls`: how many lists were asked for before it. */
  readonly misfortune?: (calls: number) => Response | Error | undefined
}

/** A class list application over generated students, which writes down what it is asked. */
const listOf = ({ size, most = 500, narrow = true, misfortune }: ListOptions) => {
  const log: string[] = []
  let out = 0
  let peak = 0
  const student = (pidm: number) => ({
    studentPidm: pidm,
    bannerId: `@${pidm}`,
    studentName: `Family${pidm}, Given`,
    emailAddress: `s${pidm}@example.edu`,
    gradeFinal: 'secret',
    confidentialIndicator: false,
  })
  const answer = (url: URL): Response => {
    if (url.pathname === `${root}/classListApp/classListPage`)
      return new Response('<title>Class List</title>', { headers: { 'content-type': 'text/html' } })
    const [offset, max] = ['offset', 'max'].map((name) => Number(url.searchParams.get(name)))
    const held = Math.min(most, max ?? 0)
    const entries = Array.from({ length: size }, (_, pidm) => student(pidm)).slice(offset, (offset ?? 0) + held)
    if (url.pathname.endsWith('/classListDetail')) return Response.json({ success: true, classlistSummary: entries })
    return narrow
      ? Response.json({ success: true, length: size, result: entries, offset, max: held })
      : Response.json({}, { status: 404 })
  }
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(String(input))
    out += 1
    peak = Math.max(peak, out)
    await Promise.resolve()
    out -= 1
    init?.signal?.throwIfAborted()
    const calls = log.filter((line) => line.includes('/classList/')).length
    log.push(`${init?.method ?? 'GET'} ${url.href}`)
    const met = url.pathname.includes('/classList/') ? misfortune?.(calls) : undefined
    if (met instanceof Error) throw met
    return met ?? answer(url)
  }
  const read = (more: Partial<ReadDeps> = {}) =>
    readRoster(
      {
        doc: open(appPage),
        url: new URL(newerUrl),
        page: { courseId: '202601.62576', root, kind: 'roster', courseName: 'BIO 101', anchor: null },
        course: { lms: 'banner', lmsLabel: 'Banner', site, courseId: '202601.62576', name: 'BIO 101' },
      },
      sources,
      { ...deps(fetch), ...more },
    )
  return { read, log, peak: () => peak }
}

describe('a whole class of Banner 9', () => {
  it.each([1, 499, 500, 501, 1230])('%i students, and the proof that it is all of them', async (size) => {
    const { read, log } = listOf({ size })
    const state = await read()
    expect(state).toMatchObject({ roster: { complete: true, total: size, people: { length: size }, source: 'api' } })
    expect(JSON.stringify(state)).not.toContain('secret')
    expect(log.length).toBeLessThanOrEqual(Math.ceil(size / 500) + 1)
  })

  it('pages of any size are followed to the end, one at a time, of this class alone', async () => {
    const { read, log, peak } = listOf({ size: 230, most: 50 })
    expect(await read()).toMatchObject({ roster: { complete: true, total: 230 } })
    expect(log).toHaveLength(5)
    expect(peak()).toBe(1)
    expect(log.every((line) => line.startsWith(`GET ${site}${root}/classList/`))).toBe(true)
    expect(log.every((line) => line.includes('term=202601&crn=62576&'))).toBe(true)
  })

  it('without the narrow call everybody is read, and nothing is proven', async () => {
    expect(await listOf({ size: 730, narrow: false }).read()).toMatchObject({
      roster: { complete: false, partial: 'maybeMore', people: { length: 730 } },
    })
  })

  it('20,000 students cost requests in proportion', async () => {
    const { read, log } = listOf({ size: 20_000 })
    expect(await read()).toMatchObject({ roster: { complete: true } })
    expect(log.length).toBe(41)
  })

  it('stops with its signal, half-way', async () => {
    const stop = new AbortController()
    const { read, log } = listOf({ size: 1230 })
    const state = await read({ signal: stop.signal, onProgress: () => stop.abort() })
    expect(state).toMatchObject({ kind: 'problem', problem: 'stopped' })
    expect(log).toHaveLength(1)
  })

  it.each([
    [() => new TypeError('Failed to fetch'), 'unreachable'],
    [() => new Response('', { status: 502 }), 'broken'],
    [() => Response.json({ success: false }), 'broken'],
    [() => Response.json({}, { status: 403 }), 'forbidden'],
    [() => Response.json({}, { status: 401 }), 'forbidden'],
    [() => Response.json({}, { status: 429 }), 'throttled'],
    [() => new Response('{"result":[', { headers: { 'content-type': 'application/json' } }), 'broken'],
    [() => new Response('<p>', { headers: { 'content-type': 'text/html' } }), 'notThere'],
  ])('a misfortune on the second page is told as what it is (%#)', async (met, problem) => {
    const { read } = listOf({ size: 1230, misfortune: (calls) => (calls >= 1 ? met() : undefined) })
    expect(await read()).toMatchObject({ kind: 'problem', problem })
  })

  it('waits when told to', async () => {
    const waits: number[] = []
    const misfortune = (calls: number) =>
      calls === 1 || calls === 2 ? Response.json({}, { status: 429, headers: { 'retry-after': '3' } }) : undefined
    const { read } = listOf({ size: 1230, misfortune })
    expect(await read({ sleep: async (ms) => void waits.push(ms) })).toMatchObject({ roster: { complete: true } })
    expect(waits).toEqual([3000, 3000])
  })
})
