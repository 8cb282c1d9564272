import { describe, expect, it } from 'vitest'
import { sources } from '../../../../lib/lms/gradescope.ts'
import { readRoster } from '../../../../lib/lms/read.ts'
import type { Recognised } from '../../../../lib/lms/recognise.ts'
import type { ReadProblem } from '../../../../lib/lms/roster.ts'
import { deps, open } from '../support/reading.ts'
import { smallSite } from '../support/smallSite.ts'

const site = 'https://www.gradescope.com'

const recognised: Recognised = {
  doc: open('<main></main>'),
  url: new URL(`${site}/courses/7`),
  page: { courseId: '7', root: '', kind: 'course', courseName: 'A course', anchor: null },
  course: { lms: 'gradescope', lmsLabel: 'Gradescope', site, courseId: '7', name: 'A course' },
}

const headers = { 'content-type': 'text/html; charset=utf-8' }

const html = (text: string, status = 200): Response =>
  new Response(`<!doctype html><html>${text}</html>`, { status, headers })

const row = (index: number) =>
  `<tr class="rosterRow"><td><button class="js-rosterName" data-url="/courses/7/gradebook.json?user_id=${index}">P</button>
  <button class="rosterCell--editIcon" data-email="p${index}@example.edu" data-role="${index === 0 ? 1 : 0}"
  data-sections="" data-cm='{"full_name":"Person ${index}"}'></button></td><td>p${index}@example.edu</td></tr>`

const table = (size: number): Response =>
  html(
    `<table class="js-rosterTable"><tbody>${Array.from({ length: size }, (_, index) => row(index)).join('')}</tbody></table>`,
  )

const account = () => html('<h1>Your Courses</h1>')

const gradescope = (memberships: () => Response | null) =>
  smallSite(({ pathname }) => {
    if (pathname === '/account') return account()
    return pathname === '/courses/7/memberships' ? memberships() : html('', 404)
  })

describe('a whole course of Gradescope', () => {
  it.each([1, 2, 57, 2000])('%i people are one page, each once, in order', async (size) => {
    const { fetch, visits } = gradescope(() => table(size))
    const told: number[] = []
    const state = await readRoster(recognised, sources, { ...deps(fetch), onProgress: (read) => told.push(read) })
    if (state.kind !== 'ready') throw new Error(JSON.stringify(state))
    expect(state.roster).toMatchObject({ complete: true, source: 'api' })
    expect(state.roster.people.map(({ key }) => key)).toEqual(Array.from({ length: size }, (_, index) => `${index}`))
    expect(told).toEqual([size])
    expect(visits).toEqual([{ line: 'GET /courses/7/memberships', atOnce: 1 }])
  })
})

const misfortunes: readonly (readonly [name: string, memberships: () => Response | null, problem: ReadProblem])[] = [
  ['unauthorized', () => html('Not authorized', 401), 'forbidden'],
  ['forbidden', () => html('Forbidden', 403), 'forbidden'],
  ['not found', () => html('Not found', 404), 'notThere'],
  ['broken', () => html('Sorry', 500), 'broken'],
  ['a page without people', () => html('<table class="js-rosterTable"></table>'), 'unreadable'],
  ['a sign-in', () => html('<form action="/login"></form>'), 'signedOut'],
  ['throttled', () => html('Slow down', 429), 'throttled'],
  ['no answer', () => null, 'unreachable'],
  ['a page that ends half-way', () => new Response(`<table class="js-rosterTable">${row(0)}`, { headers }), 'broken'],
]

describe('a misfortune', () => {
  it.each(misfortunes)('%s is told as what it is', async (_, memberships, problem) => {
    const { fetch, visits } = gradescope(memberships)
    expect(await readRoster(recognised, sources, deps(fetch))).toMatchObject({ kind: 'problem', problem })
    expect(visits.filter(({ line }) => !/^GET \/(courses\/7\/memberships|account)$/.test(line))).toEqual([])
  })

  it('a page that breaks off is no class', async () => {
    const { fetch } = gradescope(() => {
      const body = new ReadableStream({
        start: (controller) => {
          controller.enqueue(new TextEncoder().encode(`<table class="js-rosterTable">${row(0)}`))
          controller.error(new TypeError('network'))
        },
      })
      return new Response(body, { headers })
    })
    expect(await readRoster(recognised, sources, deps(fetch))).toMatchObject({ problem: 'unreachable' })
  })

  it('haste is waited out', async () => {
    let times = 2
    const { fetch } = gradescope(() => (times-- > 0 ? html('Slow down', 429) : table(3)))
    const told = deps(fetch)
    expect(await readRoster(recognised, sources, told)).toMatchObject({ kind: 'ready', roster: { complete: true } })
    expect(told.waits).toEqual([1000, 2000])
  })

  it('stops with its signal, and asks nothing more', async () => {
    const stop = new AbortController()
    const { fetch, visits } = gradescope((): Response => {
      stop.abort()
      return html('Not authorized', 401)
    })
    const state = await readRoster(recognised, sources, deps(fetch, stop.signal))
    expect(state).toMatchObject({ kind: 'problem', problem: 'stopped' })
    expect(visits).toHaveLength(1)
  })
})
