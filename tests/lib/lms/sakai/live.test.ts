// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRoster } from '../../../../lib/lms/read.ts'
import type { Recognised } from '../../../../lib/lms/recognise.ts'
import { sources } from '../../../../lib/lms/sakai.ts'
import { deps } from '../support/reading.ts'
import { json, smallSite } from '../support/smallSite.ts'

const site = 'https://sakai.example.edu'

const recognised: Recognised = {
  doc: { scripts: [] } as unknown as Document,
  url: new URL(`${site}/lms/portal/site/bio-101`),
  page: { courseId: 'bio-101', root: '/lms', kind: 'course', courseName: 'A course', anchor: null },
  course: { lms: 'sakai', lmsLabel: 'Sakai', site, courseId: 'bio-101', name: 'A course' },
}

const keys = (size: number) => Array.from({ length: size }, (_, index) => `u${index}`)

const everything = ['roster.viewallmembers', 'roster.viewhidden', 'roster.viewemail']

interface Ways {
  readonly size: number
  /** The site has the roster tool; without it the memberships are all there is. */
  readonly roster?: boolean
  readonly signedIn?: () => boolean
  /** What the call whose path holds this meets. */
  readonly misfortune?: { readonly at: string; readonly as: () => Response | null }
}

const sakai = ({ size, roster = true, signedIn = () => true, misfortune }: Ways) =>
  smallSite(({ pathname, search }) => {
    if (misfortune && pathname.includes(misfortune.at)) return misfortune.as()
    if (pathname === '/lms/direct/user/current.json') return json({ id: signedIn() ? 'u0' : null })
    if (!signedIn()) return new Response('You must be logged in to get the memberships', { status: 403 })
    if (pathname === '/lms/direct/site/bio-101/userPerms.json') return json({ data: everything })
    if (pathname === '/lms/direct/roster-membership/bio-101/get-membership.json') {
      if (!roster) return json({}, 404)
      const members = keys(search === '?all=true' ? size : 10).map((userId) => ({
        userId,
        eid: `login-${userId}`,
        displayName: `Person ${userId}`,
        email: `${userId}@example.edu`,
        role: userId === 'u0' ? 'Instructor' : 'Student',
        groups: { g: 'Lab' },
      }))
      return json({ members, membersTotal: size, pageSize: 10 })
    }
    if (pathname !== '/lms/direct/membership/site/bio-101.json') return json({}, 404)
    const entries = keys(size).map((userId) => ({ userId, userDisplayName: `Person ${userId}`, memberRole: 'Student' }))
    return json({ membership_collection: entries })
  })

describe('a whole course of Sakai', () => {
  it('is everybody, once, in order', async () => {
    for (const size of [1, 10, 11, 57, 1000]) {
      const state = await readRoster(recognised, sources, deps(sakai({ size }).fetch))
      if (state.kind !== 'ready') throw new Error(JSON.stringify(state))
      expect(state.roster).toMatchObject({ complete: true, total: size, source: 'api' })
      expect(state.roster.people.map(({ key }) => key)).toEqual(keys(size))
      expect(state.roster.people.filter(({ you }) => you).map(({ key }) => key)).toEqual(['u0'])
    }
  })

  it.each([true, false])('10,000 people are the same few calls as ten (roster tool: %s)', async (roster) => {
    for (const size of [10, 10_000]) {
      const { fetch, visits } = sakai({ size, roster })
      const told: (number | undefined)[] = []
      const state = await readRoster(recognised, sources, {
        ...deps(fetch),
        onProgress: (read, total) => told.push(read, total),
      })
      expect(state).toMatchObject({ kind: 'ready', roster: { complete: roster, people: { length: size } } })
      expect(told).toEqual([size, roster ? size : undefined])
      expect(visits).toHaveLength(roster ? 3 : 4)
    }
  })

  it.each([true, false])('politely, and this course alone (roster tool: %s)', async (roster) => {
    const { fetch, visits } = sakai({ size: 100, roster })
    await readRoster(recognised, sources, deps(fetch))
    expect(Math.max(...visits.map(({ atOnce }) => atOnce))).toBeLessThanOrEqual(3)
    const own =
      /^GET \/lms\/direct\/(roster-membership\/bio-101\/|site\/bio-101\/|membership\/site\/bio-101\.json|user\/current\.json)/
    expect(visits.filter(({ line }) => !own.test(line))).toEqual([])
  })
})

describe('a misfortune', () => {
  const misfortunes = {
    forbidden: { as: () => json({}, 403), problem: 'forbidden' },
    badRequest: { as: () => new Response('Invalid site ID', { status: 400 }), problem: 'notThere' },
    notFound: { as: () => json({}, 404), problem: 'notThere' },
    broken: { as: () => json({}, 500), problem: 'broken' },
    halfJson: {
      as: () => new Response('{"members":[', { headers: { 'content-type': 'application/json' } }),
      problem: 'broken',
    },
    otherShape: { as: () => json({ members: {} }), problem: 'unreadable' },
    end: { as: () => json({ status: 'END' }), problem: 'unreadable' },
    throttled: { as: () => json({}, 429), problem: 'throttled' },
    hangUp: { as: () => null, problem: 'unreachable' },
  } as const

  it.each(Object.entries(misfortunes))('%s of both lists is told as what it is', async (_, { as, problem }) => {
    const { fetch } = sakai({ size: 100, misfortune: { at: 'membership', as } })
    expect(await readRoster(recognised, sources, deps(fetch))).toMatchObject({ kind: 'problem', problem })
  })

  it('wherever it is, nobody is told to be everybody who is not', async () => {
    const kinds = fc.constantFrom(...Object.values(misfortunes))
    const places = fc.constantFrom('roster-membership', 'membership/site', 'userPerms', 'user/current')
    await fc.assert(
      fc.asyncProperty(kinds, places, fc.boolean(), async ({ as }, at, roster) => {
        const { fetch } = sakai({ size: 100, roster, misfortune: { at, as } })
        const state = await readRoster(recognised, sources, deps(fetch))
        if (state.kind !== 'ready') return
        expect(state.roster.people).toHaveLength(100)
        // Without the roster's own count, or without a word about rights, it is not known to be all.
        if (at === 'roster-membership' || at === 'userPerms' || !roster) expect(state.roster.complete).toBe(false)
      }),
    )
  })

  it('a session that is over is told as signed out', async () => {
    const { fetch } = sakai({ size: 100, signedIn: () => false })
    expect(await readRoster(recognised, sources, deps(fetch))).toMatchObject({ problem: 'signedOut' })
  })

  it('a session that ends between two calls is told as signed out', async () => {
    let ended = false
    const site = sakai({ size: 100, roster: false, signedIn: () => !ended })
    const told = deps(async (input, init) => {
      const response = await site.fetch(input, init)
      if (String(input).includes('get-membership')) ended = true
      return response
    })
    expect(await readRoster(recognised, sources, told)).toMatchObject({ problem: 'signedOut' })
  })

  it('so is one that ends after the roster was refused to somebody signed in', async () => {
    let known = 0
    const site = sakai({
      size: 100,
      signedIn: () => known++ === 0,
      misfortune: { at: 'membership', as: () => json({}, 403) },
    })
    expect(await readRoster(recognised, sources, deps(site.fetch))).toMatchObject({ problem: 'signedOut' })
  })

  it('haste is waited out', async () => {
    let times = 2
    const site = sakai({ size: 100 })
    const told = deps(async (input, init) => {
      if (String(input).includes('get-membership') && times-- > 0) return json({}, 429)
      return site.fetch(input, init)
    })
    expect(await readRoster(recognised, sources, told)).toMatchObject({ kind: 'ready', roster: { complete: true } })
    expect(told.waits).toEqual([1000, 2000])
  })

  it('stops with its signal, and asks nothing more', async () => {
    const stop = new AbortController()
    const site = sakai({ size: 100, roster: false })
    const told = deps(async (input, init) => {
      if (String(input).includes('get-membership')) stop.abort()
      return site.fetch(input, init)
    }, stop.signal)
    expect(await readRoster(recognised, sources, told)).toMatchObject({ kind: 'problem', problem: 'stopped' })
    expect(site.visits.map(({ line }) => line)).toEqual(['GET /lms/direct/site/bio-101/userPerms.json'])
  })
})
