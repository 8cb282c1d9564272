import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGiveProvider } from '../../server/auth/giveProvider.ts'
import { createPages } from '../../server/pages/index.ts'
import { startWorld, type World } from './auth/world.ts'

/** What stands between the service and other sites: headers, origins, hosts, ways out, sizes. */
const secret = 'x'.repeat(32)
let world: World
let open: World
beforeAll(async () => {
  world = await startWorld({ PUBLIC_URL: 'https://groups.example.edu', MAIL_HOOK_SECRET: secret })
  open = await startWorld({ DEMO: '1' })
})
afterAll(async () => {
  await world.stop()
  await open.stop()
})

const routes = [
  '/api/me',
  '/api/nothing',
  '/signin',
  '/',
  '/join/nothing',
  '/no/such/page',
  '/healthz',
  '/docs',
  '/style.css',
]

describe.each(routes)('an answer of %s', (path) => {
  it('stands in no frame, shares no window, is read as what it is, and over https stays there', async () => {
    const { headers } = await fetch(world.here + path, { redirect: 'manual' })
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/)
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    const policy = headers.get('content-security-policy') ?? ''
    for (const part of [/^default-src '(?:none|self)'/, /frame-ancestors 'none'/, /base-uri 'none'/])
      expect(policy).toMatch(part)
    // Nothing from elsewhere, and nothing that stands in a page itself.
    expect(policy).not.toMatch(/\*|http|unsafe|blob:/)
    // A service without https asks no browser to leave http.
    const plain = await fetch(open.here + path, { redirect: 'manual' })
    expect(plain.headers.get('strict-transport-security')).toBeNull()
  })
})

it('an idle connection is kept for longer than a proxy keeps its own', async () => {
  const { headers } = await fetch(`${world.here}/healthz`)
  expect(Number(/timeout=(\d+)/.exec(headers.get('keep-alive') ?? '')?.[1])).toBeGreaterThan(60)
})

describe('another site', () => {
  // The API asks for a token, and how the service is anybody may know.
  it.each(routes.filter((path) => !/^\/(?:api|healthz)/.test(path)))('may not read %s', async (path) => {
    const origin = { origin: 'https://evil.example' }
    const answers = [
      await fetch(world.here + path, { headers: origin, redirect: 'manual' }),
      await fetch(world.here + path, {
        method: 'OPTIONS',
        headers: { ...origin, 'access-control-request-method': 'POST' },
      }),
    ]
    for (const { headers } of answers) {
      expect(headers.get('access-control-allow-origin')).toBeNull()
      expect(headers.get('access-control-allow-credentials')).toBeNull()
    }
  })
})

it('the name that a request calls us by is in no page, redirect or mail', async () => {
  const calling = (path: string, body?: string) =>
    new Promise<string>((resolve, reject) => {
      const asked = request(
        world.here + path,
        {
          method: body === undefined ? 'GET' : 'POST',
          headers: {
            host: 'evil.example',
            'x-forwarded-host': 'evil.example',
            forwarded: 'host=evil.example',
            origin: 'https://groups.example.edu',
            'content-type': 'application/x-www-form-urlencoded',
          },
        },
        (answer) => {
          let text = JSON.stringify(answer.headers)
          answer.on('data', (chunk) => {
            text += chunk
          })
          answer.on('end', () => resolve(text))
        },
      )
      asked.on('error', reject)
      asked.end(body)
    })
  for (const path of routes) expect(await calling(path)).not.toContain('evil.example')
  expect(await calling('/signin', 'address=sam%40example.edu&next=/')).not.toContain('evil.example')
  const mails = await world.db.selectFrom('outbox').selectAll().execute()
  expect([mails.length, JSON.stringify(mails).includes('evil.example')]).toEqual([1, false])
})

it('every form of every page is taken from our own pages alone, but for what mail programs post', async () => {
  const pages = createPages(world.service, createGiveProvider(world.service))
  const forms = new Set(pages.routes.flatMap(({ method, path }) => (method === 'POST' ? [path] : [])))
  // RFC 8058: the token is what allows it.
  expect(forms.delete('/reminders/:token')).toBe(true)
  expect(forms.size).toBeGreaterThan(12)
  for (const form of forms)
    for (const origin of ['https://evil.example', 'null', undefined]) {
      const { status } = await fetch(world.here + form.replaceAll(/:\w+/g, 'x'), {
        ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams({ next: '/' }) },
        headers: origin === undefined ? {} : { origin },
      })
      expect([form, origin, status]).toEqual([form, origin, 403])
    }
})

describe('a way out of the service', () => {
  const elsewhere = [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
  ]

  it.each(elsewhere)('is taken by no form and no page: %j', async (next) => {
    const within = (answer: Response) => {
      const to = answer.headers.get('location')
      if (to !== null) expect(new URL(to, 'https://groups.example.edu').origin).toBe('https://groups.example.edu')
      return to
    }
    const query = `?next=${encodeURIComponent(next)}`
    const own = (page: string) => {
      for (const [, address = ''] of page.matchAll(/(?:href|action|src)="([^"]*)"/g))
        expect(new URL(address, 'https://groups.example.edu').origin).toBe('https://groups.example.edu')
      for (const [, on] of page.matchAll(/name="next" value="([^"]*)"/g)) expect(on).toBe('/')
    }
    const browser = open.browser()
    for (const path of ['/signin', '/signin/code']) {
      const answer = await browser.get(path + query)
      within(answer)
      own(await answer.text())
    }
    const posted: [string, Record<string, string>][] = [
      ['/signin', { address: 'sam@example.edu', next }],
      ['/signin/code', { code: '00000000', next }],
      ['/signin/demo', { next }],
      ['/signout', { next }],
    ]
    for (const [path, fields] of posted) {
      const answer = await browser.post(path, fields)
      within(answer)
      own(await answer.text())
    }
    // Signed in already, a page of signing in leads on at once.
    await browser.post('/signin/demo', { next: '/' })
    expect(within(await browser.get(`/signin${query}`))).toBe('/')
  })
})

it('a report of mails that is larger than any is not read', async () => {
  const report = (body: string, authorization = `Bearer ${secret}`) =>
    fetch(`${world.here}/hooks/mail`, { method: 'POST', body, headers: { authorization } })
  expect((await report('{"events":[]}')).status).toBe(200)
  expect((await report(`{"events":[],"x":"${'y'.repeat(1024 * 1024)}"}`)).status).toBe(413)
  expect((await report('{"events":[]}', 'Bearer x')).status).toBe(401)
})
