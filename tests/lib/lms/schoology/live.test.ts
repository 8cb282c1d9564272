import { describe, expect, it } from 'vitest'
import { type ReadDeps, readRoster } from '../../../../lib/lms/read.ts'
import { sources } from '../../../../lib/lms/schoology.ts'
import { deps, open } from '../support/reading.ts'

const site = 'https://app.schoology.com'
const list = '/iapi/enrollment/member_enrollments/course/7921261672'

/** A course of generated members, which writes down what it is asked. `met`: what the list meets instead. */
const courseOf = (size: number, met?: (asked: number) => Response | Error | undefined) => {
  const log: string[] = []
  const member = (uid: number) => ({
    uid: `${uid}`,
    type: uid % 20 === 0 ? '1' : '2',
    status: '1',
    realm_id: '7921261672',
    school_uid: `secret${uid}`,
    name_first_formatted: 'Given',
    name_last: `Family${uid}`,
  })
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const { origin, pathname } = new URL(String(input))
    init?.signal?.throwIfAborted()
    const asked = log.filter((line) => line.endsWith(pathname)).length
    log.push(`${init?.method ?? 'GET'} ${origin}${pathname}`)
    const misfortune = pathname === list ? met?.(asked) : undefined
    if (misfortune instanceof Error) throw misfortune
    if (misfortune) return misfortune
    if (pathname !== list) return new Response('<title>', { headers: { 'content-type': 'text/html' } })
    const all = Array.from({ length: size }, (_, uid) => [`9${uid}`, member(uid)])
    return Response.json({ response_code: 200, body: size === 0 ? [] : Object.fromEntries(all) })
  }
  const read = (more: Partial<ReadDeps> = {}) =>
    readRoster(
      {
        doc: open(`<div id="roster-wrapper"><div class="enrollment-filters"><b class="all-filter active"></b></div>
          <div class="enrollment-view-nav"><b class="total">${size}</b></div></div>`),
        url: new URL('/course/7921261672/members', site),
        page: { courseId: '7921261672', root: '', kind: 'roster', courseName: 'Biology', anchor: null },
        course: { lms: 'schoology', lmsLabel: 'Schoology', site, courseId: '7921261672', name: 'Biology' },
      },
      sources,
      { ...deps(fetch), ...more },
    )
  return { read, log }
}

describe('a whole course of Schoology', () => {
  it.each([0, 1, 30, 5000])('%i members by name, in one request, nobody with an address', async (size) => {
    const { read, log } = courseOf(size)
    const state = await read()
    expect(state).toMatchObject({ roster: { complete: true, total: size, people: { length: size } } })
    expect(JSON.stringify(state)).not.toMatch(/secret|"(?:email|login)"/)
    expect(log).toEqual([`GET ${site}${list}`])
  })

  it('stops with its signal', async () => {
    const stop = new AbortController()
    const { read } = courseOf(30, () => {
      stop.abort()
      return new DOMException('', 'AbortError')
    })
    expect(await read({ signal: stop.signal })).toMatchObject({ problem: 'stopped' })
  })

  it.each([
    [() => new TypeError('Failed to fetch'), 'unreachable'],
    [() => new Response('', { status: 500 }), 'broken'],
    [() => Response.json({ response_code: 200, body: 'none' }), 'broken'],
    [() => Response.json([]), 'broken'],
    [() => new Response('{"body":', { headers: { 'content-type': 'application/json' } }), 'broken'],
    [() => Response.json({ response_code: 403, body: {} }), 'forbidden'],
    [() => Response.json({ response_code: 404, body: {} }), 'notThere'],
    [() => Response.json({}, { status: 429 }), 'throttled'],
  ])('a misfortune is told as what it is (%#)', async (met, problem) => {
    expect(await courseOf(30, met).read()).toMatchObject({ kind: 'problem', problem })
  })

  it('waits when told to', async () => {
    const waits: number[] = []
    const { read } = courseOf(30, (asked) => (asked < 2 ? Response.json({}, { status: 429 }) : undefined))
    expect(await read({ sleep: async (ms) => void waits.push(ms) })).toMatchObject({ roster: { complete: true } })
    expect(waits).toEqual([1000, 2000])
  })
})
