// @vitest-environment node
import { afterEach, describe, expect, it } from 'vitest'
import { plainMix, type StandIn, type StandInOptions, startMoodle } from './moodle/standIn.ts'

const running: StandIn[] = []
const start = async (options?: StandInOptions) => {
  const standIn = await startMoodle(options)
  running.push(standIn)
  return standIn
}
afterEach(async () => {
  for (const standIn of running.splice(0)) await standIn.stop()
})

const tiny = (size: number, more = {}): StandInOptions => ({
  courses: [{ id: 2, name: 'Tiny', code: 'T-1', size, mix: plainMix, ...more }],
})
const participants = '/user/index.php?id=2'

const pageOf = async (standIn: StandIn, cookie: string, path = participants): Promise<string> =>
  (await fetch(standIn.url + path, { headers: { cookie } })).text()
const keyIn = (page: string): string => /"sesskey":"(\w*)"/.exec(page)?.[1] ?? ''

const args = {
  component: 'core_user',
  handler: 'participants',
  uniqueid: 'test',
  sortdata: [{ sortby: 'lastname', sortorder: 4 }],
  jointype: 2,
  filters: [{ name: 'courseid', jointype: 1, values: [2] }],
  firstinitial: '',
  lastinitial: '',
  pagenumber: 1,
  pagesize: 20,
  hiddencolumns: [],
  resetpreferences: false,
}

interface Answer {
  readonly error: boolean
  readonly data?: { readonly html: string }
  readonly exception?: { readonly errorcode: string }
}

const call = async (standIn: StandIn, cookie: string, key: string, more: object = {}): Promise<Answer> => {
  const method = 'core_table_get_dynamic_table_content'
  const answer = await fetch(`${standIn.url}/lib/ajax/service.php?sesskey=${key}&info=${method}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify([{ index: 0, methodname: method, args: { ...args, ...more } }]),
  })
  expect(answer.status).toBe(200)
  const [first] = (await answer.json()) as [Answer]
  return first
}
const rowsIn = (html = ''): number => html.match(/class="usercheckbox/g)?.length ?? 0
const emptyIn = (html = ''): number => html.match(/class="emptyrow"/g)?.length ?? 0

describe('the stand-in Moodle', () => {
  it('signs in with a cookie that scripts cannot read', async () => {
    const standIn = await start()
    const answer = await fetch(`${standIn.url}/login/index.php`, {
      method: 'POST',
      body: new URLSearchParams({ username: 'instructor', password: 'x' }),
      redirect: 'manual',
    })
    expect(answer.headers.get('set-cookie')).toMatch(/^MoodleSession=.*HttpOnly/)
  })

  it('leads whoever is not signed in to the sign-in, and refuses their calls with 200', async () => {
    const standIn = await start(tiny(3))
    const page = await fetch(standIn.url + participants)
    expect(new URL(page.url).pathname).toBe('/login/index.php')
    expect(await page.text()).toMatch(/<body id="page-login-index" class="[^"]*notloggedin/)
    expect((await call(standIn, '', 'x')).exception?.errorcode).toBe('servicerequireslogin')
  })

  it('says on each of its pages that it is a stand-in', async () => {
    const standIn = await start(tiny(3))
    const cookie = await standIn.signIn()
    for (const path of [
      '/login/index.php',
      '/my/courses.php',
      '/course/view.php?id=2',
      participants,
      '/user/index.php?id=9',
    ])
      expect(await pageOf(standIn, cookie, path), path).toContain('stand-in for Moodle')
  })

  it('shows the participants page 20 rows at a time, filled up, or in longer pages', async () => {
    const standIn = await start(tiny(45))
    const cookie = await standIn.signIn()
    const seen = async (more: string) => {
      const page = await pageOf(standIn, cookie, participants + more)
      return [rowsIn(page), emptyIn(page), /data-table-total-rows="(\d+)"/.exec(page)?.[1]]
    }
    expect(await seen('')).toEqual([20, 0, '45'])
    expect(await seen('&page=2')).toEqual([5, 15, '45'])
    expect(await seen('&perpage=250')).toEqual([45, 205, '45'])
    standIn.set({ longestPage: 30 })
    expect(await seen('&perpage=250')).toEqual([30, 0, '45'])
  })

  it('keeps a letter and a folded column chosen, under the table’s own name', async () => {
    const standIn = await start(tiny(60))
    const cookie = await standIn.signIn()
    await pageOf(standIn, cookie, `${participants}&tilast=M&thide=email`)
    const page = await pageOf(standIn, cookie)
    expect(page).toMatch(/data-table-last-initial="M"/)
    expect(page).not.toContain('@example.edu')
    const answer = await call(standIn, cookie, keyIn(page))
    expect(answer.data?.html).toContain('data-table-total-rows="60"')
    expect(answer.data?.html).toContain('@example.edu')
    await pageOf(standIn, cookie, `${participants}&tilast=&tshow=email`)
    expect(await pageOf(standIn, cookie)).toMatch(/data-table-last-initial=""/)
  })

  it('answers the table’s service as the page does, filtered and paged as it is asked', async () => {
    const standIn = await start(tiny(45, { mix: { ...plainMix, teachers: 3 } }))
    const cookie = await standIn.signIn()
    const key = keyIn(await pageOf(standIn, cookie))
    const last = await call(standIn, cookie, key, { pagenumber: 3 })
    expect([rowsIn(last.data?.html), emptyIn(last.data?.html)]).toEqual([5, 15])
    const teachers = await call(standIn, cookie, key, {
      filters: [...args.filters, { name: 'roles', jointype: 1, values: [3] }],
    })
    expect(rowsIn(teachers.data?.html)).toBe(3)
    expect(standIn.calls).toHaveLength(2)
  })

  it('refuses what Moodle refuses, each in its own words', async () => {
    const standIn = await start(tiny(5))
    const cookie = await standIn.signIn()
    const key = keyIn(await pageOf(standIn, cookie))
    const code = async (more: object, with_ = key) => (await call(standIn, cookie, with_, more)).exception?.errorcode
    expect(await code({}, 'stale00000')).toBe('invalidsesskey')
    expect(await code({ hiddencolumns: undefined })).toBe('invalidparameter')
    expect(await code({ filters: [{ name: 'courseid', jointype: 1, values: ['2'] }] })).toBe('generalexceptionmessage')
    expect(await code({ filters: [{ name: 'courseid', jointype: 1, values: [99] }] })).toBe('invalidrecord')
    standIn.set({ courses: { 2: { service: 'closed' } } })
    expect(await code({})).toBe('servicenotavailable')
    standIn.set({ courses: { 2: { service: 'answers', participants: 'refuses' } } })
    expect(await code({})).toBe('nopermissions')
    expect((await fetch(standIn.url + participants, { headers: { cookie } })).status).toBe(404)
    standIn.changeKeys()
    expect(await code({})).toBe('invalidsesskey')
  })

  it('shows assistants no suspended people and no state, students no addresses either', async () => {
    const standIn = await start(tiny(20, { mix: { ...plainMix, assistants: 1, suspended: 2, notCurrent: 1 } }))
    const seen = async (username: string) => {
      const page = await pageOf(standIn, await standIn.signIn(username))
      return [rowsIn(page), page.includes('data-column="email"'), page.includes('data-column="status"')]
    }
    expect(await seen('instructor')).toEqual([20, true, true])
    expect(await seen('assistant')).toEqual([17, true, false])
    expect(await seen('student')).toEqual([17, false, false])
  })

  it('shows assistants their own group first, or alone', async () => {
    const standIn = await start(tiny(40, { groups: 2, groupMode: 'visible', mix: { ...plainMix, assistants: 1 } }))
    const cookie = await standIn.signIn('assistant')
    const page = await pageOf(standIn, cookie)
    const own = /data-table-total-rows="(\d+)"/.exec(page)?.[1]
    expect(page).toContain('&quot;groups&quot;')
    expect(Number(own)).toBeLessThan(40)
    const total = async () =>
      /data-table-total-rows="(\d+)"/.exec((await call(standIn, cookie, keyIn(page))).data?.html ?? '')?.[1]
    expect(await total()).toBe('40')
    standIn.set({ courses: { 2: { groupMode: 'separate' } } })
    expect(await total()).toBe(own)
  })

  it('makes the same class from the same seed, every address once', async () => {
    const [one, other] = [await start(tiny(10_000)), await start(tiny(10_000))]
    const addresses = (standIn: StandIn) => standIn.course(2).people.map(({ email }) => email)
    expect(addresses(one)).toEqual(addresses(other))
    expect(new Set(addresses(one)).size).toBe(10_000)
    expect(addresses(one).every((address) => /^[a-z0-9.-]+@example\.edu$/.test(address))).toBe(true)
  })

  it('stands below a path where it is told to', async () => {
    const standIn = await start({ ...tiny(3), root: '/moodle' })
    const page = await pageOf(standIn, await standIn.signIn())
    expect(page).toContain('\\/moodle","homeurl"')
    expect(rowsIn(page)).toBe(3)
  })

  it('meets misfortunes half-way and for a while, spares visits, and keeps a log', async () => {
    const standIn = await start(tiny(3))
    const cookie = await standIn.signIn()
    const ask = (mode = 'cors') => fetch(standIn.url + participants, { headers: { cookie, 'sec-fetch-mode': mode } })
    standIn.set({ interruption: { as: 'throttled429', match: 'user/index', after: 1, times: 1 }, retryAfter: 5 })
    const answers = [await ask(), await ask(), await ask()]
    expect(answers.map(({ status }) => status)).toEqual([200, 429, 200])
    expect(answers[1]?.headers.get('retry-after')).toBe('5')
    standIn.set({ interruption: { as: 'hangUp' } })
    await expect(ask()).rejects.toThrow()
    standIn.set({ interruption: null })
    expect(standIn.log.filter(({ path }) => path.includes('user/index')).map(({ status }) => status)).toEqual([
      200,
      429,
      200,
      expect.any(Number),
    ])
    standIn.endSessions()
    expect(new URL((await ask()).url).pathname).toBe('/login/index.php')
  })
})
