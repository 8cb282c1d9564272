// @vitest-environment node
import { afterEach, describe, expect, it } from 'vitest'
import { plainMix, type StandIn, type StandInOptions, startBlackboard } from './blackboard/standIn.ts'

const running: StandIn[] = []
const start = async (options?: StandInOptions) => {
  const standIn = await startBlackboard(options)
  running.push(standIn)
  return standIn
}
afterEach(async () => {
  for (const standIn of running.splice(0)) await standIn.stop()
})

const tiny = (size: number, more = {}) => ({ courses: [{ id: '_1_1', name: 'Tiny', size, ...more }] })
const users = '/learn/api/public/v1/courses/_1_1/users'

interface Member {
  readonly userId: string
  readonly dataSourceId?: string
  readonly childCourseId?: string
  readonly availability: { readonly available: string }
  readonly courseRoleId: string
  readonly user?: { readonly name: object; readonly contact?: { readonly email: string } }
}

/** Every page of the list, as the next links lead. */
const readAll = async (standIn: StandIn, query: string, cookie: string): Promise<Member[][]> => {
  const pages: Member[][] = []
  let next: string | undefined = `${users}?${query}`
  while (next) {
    const answer: Response = await fetch(standIn.url + next, { headers: { cookie } })
    const body = (await answer.json()) as { results: Member[]; paging?: { nextPage: string } }
    pages.push(body.results)
    next = body.paging?.nextPage
  }
  return pages
}

describe('the stand-in Blackboard', () => {
  it('signs in with a cookie that scripts cannot read', async () => {
    const standIn = await start()
    const answer = await fetch(`${standIn.url}/webapps/login/`, {
      method: 'POST',
      body: new URLSearchParams({ user_id: 'instructor', password: 'x' }),
      redirect: 'manual',
    })
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax$/)
  })

  it('answers somebody who is not signed in as Blackboard does, each kind of page in its own way', async () => {
    const standIn = await start()
    const api = await fetch(standIn.url + users)
    expect([api.status, await api.json()]).toEqual([401, { status: 401, message: 'API request is not authenticated.' }])
    const page = await fetch(`${standIn.url}/webapps/blackboard/execute/userManager?course_id=_4712_1`)
    expect(page.status).toBe(200)
    expect(await page.text()).toMatch(/document\.location\.replace\('[^']*\/webapps\/login\/\?new_loc=/)
    const ultra = await fetch(`${standIn.url}/ultra/courses/_4711_1/outline`)
    expect(new URL(ultra.url).pathname).toBe('/webapps/login/')
  })

  it('says on each of its pages that it is a stand-in', async () => {
    const standIn = await start()
    const cookie = await standIn.signIn()
    for (const path of [
      '/webapps/login/',
      '/ultra/course',
      '/ultra/courses/_4711_1/outline',
      '/ultra/courses/_4711_1/outline/roster',
      '/ultra/courses/_4712_1/cl/outline',
      '/webapps/blackboard/execute/courseMain?course_id=_4712_1',
      '/webapps/blackboard/execute/userManager?course_id=_4712_1',
      '/webapps/blackboard/execute/searchRoster?course_id=_4712_1',
    ]) {
      const answer = await fetch(standIn.url + path, { headers: { cookie } })
      expect(await answer.text(), path).toContain('stand-in for Blackboard')
    }
  })

  it('pages by its own links, without paging on the last page, and names only the fields that are asked for', async () => {
    const standIn = await start(tiny(7, { mix: plainMix }))
    const fields = 'userId,availability.available,user.name,user.contact.email'
    const pages = await readAll(standIn, `expand=user&limit=3&fields=${fields}`, await standIn.signIn())
    expect(pages.map((page) => page.length)).toEqual([3, 3, 2])
    const [first] = pages.flat()
    expect(Object.keys(first ?? {}).toSorted()).toEqual(['availability', 'user', 'userId'])
    expect(Object.keys(first?.user ?? {}).toSorted()).toEqual(['contact', 'name'])
    expect(first?.user?.contact).toEqual({ email: 'ines.marlowe@example.edu' })
    const bare = await readAll(standIn, 'limit=200', await standIn.signIn())
    expect(bare.flat().some(({ user }) => user)).toBe(false)
  })

  it('tells a student of nobody who is unavailable or keeps off the roster, and not what the system keeps', async () => {
    const mix = { ...plainMix, unavailable: 2, disabled: 1, offRoster: 3, hidden: 4 }
    const standIn = await start(tiny(20, { mix }))
    const seen = async (username: string) =>
      (await readAll(standIn, 'expand=user', await standIn.signIn(username))).flat()
    const [all, some] = [await seen('instructor'), await seen('student')]
    expect(all).toHaveLength(21)
    expect(all.every(({ dataSourceId }) => dataSourceId)).toBe(true)
    // Four students, and the preview student.
    expect(all.filter(({ user }) => !user?.contact)).toHaveLength(5)
    expect(some).toHaveLength(14)
    expect(some.some(({ dataSourceId, availability }) => dataSourceId || availability.available !== 'Yes')).toBe(false)
  })

  it('spreads a merged course over its groups, and names them', async () => {
    const standIn = await start(tiny(30, { merged: 2 }))
    const cookie = await standIn.signIn()
    const members = (await readAll(standIn, 'expand=user', cookie)).flat()
    const answer = await fetch(`${standIn.url}/learn/api/public/v1/courses/_1_1/children?expand=childCourse`, {
      headers: { cookie },
    })
    const { results } = (await answer.json()) as { results: { id: string; childCourse: { name: string } }[] }
    expect(results.map(({ childCourse }) => childCourse.name)).toEqual(['Tiny, group 1', 'Tiny, group 2'])
    const groups = new Set(members.flatMap(({ childCourseId }) => childCourseId ?? []))
    expect([...groups].toSorted()).toEqual(results.map(({ id }) => id))
  })

  it('shows the Users page 25 rows at a time, all at once, or what is searched for', async () => {
    const standIn = await start(tiny(60, { mix: plainMix, usersPage: true }))
    const cookie = await standIn.signIn()
    const rowsOf = async (query: string, init: RequestInit = {}) => {
      const path = `/webapps/blackboard/execute/userManager?course_id=_1_1${query}`
      const page = await (await fetch(standIn.url + path, { ...init, headers: { cookie } })).text()
      return [page.match(/name="ckbox"/g)?.length ?? 0, page.includes('listContainer_nextpage_top')]
    }
    expect(await rowsOf('')).toEqual([25, true])
    expect(await rowsOf('&startIndex=50')).toEqual([11, false])
    expect(await rowsOf('&showAll=true')).toEqual([61, false])
    const search = { method: 'POST', body: new URLSearchParams({ userInfoSearchText: 'inesmarlowe_preview' }) }
    expect(await rowsOf('', search)).toEqual([1, false])
    standIn.set({ courses: { _1_1: { showAll: false } } })
    expect(await rowsOf('&showAll=true')).toEqual([25, true])
    standIn.set({ courses: { _1_1: { usersPage: false } } })
    expect(await rowsOf('')).toEqual([0, false])
  })

  it('makes the same class from the same seed, every address once', async () => {
    const [one, other] = [await start(tiny(10_000)), await start(tiny(10_000))]
    const addresses = (standIn: StandIn) =>
      standIn
        .course('_1_1')
        .people.filter(({ isPreview }) => !isPreview)
        .map(({ email }) => email)
    expect(addresses(one)).toEqual(addresses(other))
    expect(new Set(addresses(one)).size).toBe(10_000)
    expect(addresses(one).every((address) => /^[a-z0-9.-]+@example\.edu$/.test(address))).toBe(true)
  })

  it('meets misfortunes half-way and for a while, and keeps a log', async () => {
    const standIn = await start(tiny(3))
    const cookie = await standIn.signIn()
    const ask = () => fetch(standIn.url + users, { headers: { cookie } })
    standIn.set({ interruption: { as: 'throttled429', match: '/users', after: 1, times: 1 }, retryAfter: 5 })
    const answers = [await ask(), await ask(), await ask()]
    expect(answers.map(({ status }) => status)).toEqual([200, 429, 200])
    expect(answers[1]?.headers.get('retry-after')).toBe('5')
    expect(standIn.log.filter(({ path }) => path.includes('/api/')).map(({ status }) => status)).toEqual([
      200, 429, 200,
    ])
    standIn.set({ interruption: { as: 'hangUp' } })
    await expect(ask()).rejects.toThrow()
    standIn.set({ interruption: null })
    standIn.endSessions()
    expect((await ask()).status).toBe(401)
  })
})
