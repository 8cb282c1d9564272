import { describe, expect, it } from 'vitest'
import { sources } from '../../../../lib/lms/openedx.ts'
import { type ReadDeps, readRoster } from '../../../../lib/lms/read.ts'
import { deps, open } from '../support/reading.ts'
import { dashboard } from './cases.ts'

const site = 'https://openedx.example.edu'
const courseId = 'course-v1:ExampleU+BIO101+2026'
const api = `/courses/${courseId}/instructor/api/get_students_features`

interface Site {
  readonly size: number
  /** What is asked meets this instead of an answer, by path. */
  readonly misfortune?: (path: string, times: number) => Response | Error | undefined
}

/** A small Open edX of one course and invented learners, which writes down what it is asked. */
const siteOf = ({ size, misfortune }: Site) => {
  const log: { readonly line: string; readonly body: unknown; readonly headers: Headers }[] = []
  let out = 0
  let most = 0
  const learner = (id: number) => ({
    id,
    username: `learner${id}`,
    name: `Learner ${id}`,
    email: `learner${id}@example.edu`,
    mailing_address: 'Invented Lane',
  })
  const answers: Record<string, () => unknown> = {
    '/api/user/v1/me': () => ({ username: 'learner1', email: 'learner1@example.edu' }),
    [api]: () => ({
      course_id: courseId,
      students: Array.from({ length: size }, (_, id) => learner(id)),
      students_count: size,
    }),
  }
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const { origin, pathname } = new URL(String(input))
    out += 1
    most = Math.max(most, out)
    await Promise.resolve()
    out -= 1
    init?.signal?.throwIfAborted()
    const times = log.filter(({ line }) => line.endsWith(pathname)).length
    log.push({
      line: `${init?.method ?? 'GET'} ${origin}${pathname}`,
      body: init?.body,
      headers: new Headers(init?.headers),
    })
    const met = misfortune?.(pathname, times)
    if (met instanceof Error) throw met
    return met ?? Response.json(answers[pathname]?.() ?? {}, { status: pathname in answers ? 200 : 404 })
  }
  const read = (more: Partial<ReadDeps> = {}) => {
    const url = new URL(`/courses/${courseId}/instructor`, site)
    const doc = open(dashboard)
    Object.defineProperty(doc, 'cookie', { value: 'a=b; prod-csrftoken=t0ken; c=d' })
    return readRoster(
      {
        doc,
        url,
        page: { courseId, root: '', kind: 'course', courseName: '', anchor: null },
        course: { lms: 'openedx', lmsLabel: 'Open edX', site, courseId, name: '' },
      },
      sources,
      { ...deps(fetch), ...more },
    )
  }
  return { read, log, most: () => most }
}

const on = (path: string, response: () => Response | Error) => (asked: string) =>
  asked === path ? response() : undefined

describe('a whole course of Open edX', () => {
  it.each([0, 1, 200, 5000])('%i learners, and the proof that it is all of them', async (size) => {
    const state = await siteOf({ size }).read()
    if (state.kind !== 'ready') throw new Error(JSON.stringify(state))
    expect(state.roster).toMatchObject({ complete: true, total: size, people: { length: size } })
    expect(JSON.stringify(state)).not.toContain('Invented Lane')
  })

  it('is asked for in two requests, reads of this course and of who is asking, with the token of the cookie', async () => {
    const { read, log, most } = siteOf({ size: 30 })
    const state = await read()
    expect(state.kind === 'ready' && state.roster.people.filter(({ you }) => you).map(({ key }) => key)).toEqual(['1'])
    expect(log.map(({ line }) => line).toSorted()).toEqual([`GET ${site}/api/user/v1/me`, `POST ${site}${api}`])
    const list = log.find(({ line }) => line.startsWith('POST'))
    expect(list?.body).toBe('{}')
    expect(list?.headers.get('x-csrftoken')).toBe('t0ken')
    expect(most()).toBeLessThanOrEqual(3)
  })

  it('stops with its signal', async () => {
    const stop = new AbortController()
    const left = () => {
      stop.abort()
      return new DOMException('', 'AbortError')
    }
    const { read } = siteOf({ size: 30, misfortune: on(api, left) })
    expect(await read({ signal: stop.signal })).toMatchObject({ kind: 'problem', problem: 'stopped' })
  })

  it.each([
    [on(api, () => new TypeError('Failed to fetch')), 'unreachable'],
    [on(api, () => new Response('', { status: 503 })), 'broken'],
    [on(api, () => new Response('{"students":[', { headers: { 'content-type': 'application/json' } })), 'broken'],
    [on(api, () => new Response('<p>', { headers: { 'content-type': 'text/html' } })), 'forbidden'],
    [
      (path: string) => (path === api ? new Response('', { status: 403 }) : Response.json({}, { status: 401 })),
      'signedOut',
    ],
    [
      (path: string) => (path === api ? new Response('', { status: 403 }) : new TypeError('Failed to fetch')),
      'unreachable',
    ],
  ])('a misfortune is told as what it is (%#)', async (misfortune, problem) => {
    expect(await siteOf({ size: 30, misfortune }).read()).toMatchObject({ kind: 'problem', problem })
  })

  it('is read all the same when it does not say who is asking', async () => {
    const misfortune = on('/api/user/v1/me', () => new Response('', { status: 500 }))
    expect(await siteOf({ size: 30, misfortune }).read()).toMatchObject({ kind: 'ready', roster: { complete: true } })
  })

  it('waits when told to', async () => {
    const misfortune = (path: string, times: number) =>
      path === api && times < 2 ? new Response('', { status: 429 }) : undefined
    const waits: number[] = []
    const state = await siteOf({ size: 30, misfortune }).read({ sleep: async (ms) => void waits.push(ms) })
    expect(state).toMatchObject({ kind: 'ready', roster: { complete: true } })
    expect(waits).toEqual([1000, 2000])
  })
})
