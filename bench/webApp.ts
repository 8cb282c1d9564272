import { type Browser, chromium } from '@playwright/test'
import { sql } from 'kysely'
import { createClient } from '../lib/client.ts'
import { chromiumPath } from '../scripts/lib/systemPackages.ts'
import { acceptUrl } from '../server/urls.ts'
import { newSend } from '../tests/helpers/newSend.ts'
import type { TestService } from '../tests/helpers/service.ts'
import { type Figure, median, medianOf, type Section } from './lib/report.ts'
import { type Served, serve } from './lib/serve.ts'
import { firstPaint, loadedBy, scrollThrough, startBarePage } from './lib/webPages.ts'

const MEMBERS = 50_000
const RUNS = 9

/** A Group of fifty thousand, and a small one with somebody invited. */
const fill = async (service: TestService) => {
  const ada = await service.person('ada.instructor@example.edu', 'Ada Instructor')
  const school = await service.workspace(ada)
  const [small, large] = [await service.group(school, ada), await service.group(school, ada, { name: 'Everybody' })]
  await sql`
    with made as (
      insert into people (email, name)
      select 'student' || i || '@example.edu', 'Student ' || md5(i::text) from generate_series(1, ${MEMBERS - 1}::integer) i
      returning id
    ), inside as (
      insert into workspace_members (workspace_id, person_id, role, origin)
      select ${school.id}::uuid, id, 'member', 'roster' from made
    )
    insert into members (group_id, person_id, role, origin)
    select ${large.id}::uuid, id, 'member', 'roster' from made`.execute(service.db)
  await sql`vacuum analyze`.execute(service.db)
  await ada.call('invitations.send', newSend(small, [{ email: 'sam@example.edu', role: 'member' }], 'manual'))
  const { id } = await service.db.selectFrom('invitations').select('id').executeTakeFirstOrThrow()
  return {
    accept: acceptUrl(service.service, { id, generation: 1 }),
    small: small.id,
    large: large.id,
    token: ada.token,
    session: await service.session(ada),
  }
}
type Filled = Served<Awaited<ReturnType<typeof fill>>>

/** A browser of its own that is signed in. */
const signedIn = async (browser: Browser, { url, filled }: Filled) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const cookie = { name: 'rollcall_session', value: filled.session, url, httpOnly: true, sameSite: 'Lax' as const }
  await context.addCookies([cookie])
  return await context.newPage()
}

const measureAccept = async (browser: Browser, { filled }: Filled): Promise<Figure[]> => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const loaded = await loadedBy(page, () => page.goto(filled.accept, { waitUntil: 'networkidle' }))
  await context.close()
  const ours = await medianOf(RUNS, () => firstPaint(browser, filled.accept))
  const bare = await startBarePage(loaded.bytes)
  const peer = await medianOf(RUNS, () => firstPaint(browser, bare.url))
  await bare.stop()
  const most = (value: number) => ({ at: 'most' as const, value })
  return [
    { what: 'accept page, first picture', measured: ours, unit: 'ms', mark: most(200), runs: RUNS },
    { what: 'peer: a bare Hono page of as many bytes', measured: peer, unit: 'ms', runs: RUNS },
    { what: 'accept page, all of it as sent', measured: loaded.wire / 1000, unit: 'kB', mark: most(30), runs: 1 },
    { what: 'accept page, scripts', measured: loaded.scripts, unit: 'count', mark: most(0), runs: 1 },
  ]
}

const measureLoad = async (browser: Browser, served: Filled): Promise<Figure[]> => {
  const page = await signedIn(browser, served)
  const loaded = await loadedBy(page, async () => {
    await page.goto(`${served.url}/groups/${served.filled.small}`, { waitUntil: 'networkidle' })
    await page.getByRole('list', { name: 'Accepted' }).waitFor()
  })
  await page.context().close()
  return [
    {
      what: 'app, first load of a Group, gzip',
      measured: loaded.gzip / 1000,
      unit: 'kB',
      mark: { at: 'most', value: 150 },
      runs: 1,
    },
    {
      what: 'app, first load of a Group, as the service sends it',
      measured: loaded.wire / 1000,
      unit: 'kB',
      mark: { at: 'most', value: 150 },
      runs: 1,
    },
    { what: 'app, files of that', measured: loaded.files, unit: 'count', runs: 1 },
  ]
}

const measureChanges = async (browser: Browser, served: Filled): Promise<Figure[]> => {
  const { url, filled } = served
  const call = createClient({ baseUrl: url, fetch, token: async () => filled.token })
  const page = await signedIn(browser, served)
  const told = page.waitForResponse((answer) => answer.url().endsWith('/api/events'))
  await page.goto(`${url}/groups/${filled.small}`)
  await page.locator('[data-tab=pending]').filter({ hasText: '1' }).waitFor()
  await told
  const times: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const seen = page.waitForFunction(
      (count) => document.querySelector('[data-tab=pending]')?.textContent?.endsWith(` ${count}`) && Date.now(),
      run + 2,
    )
    const begun = Date.now()
    await call(
      'invitations.send',
      newSend({ id: filled.small }, [{ email: `late${run}@example.edu`, role: 'member' }], 'manual'),
    )
    times.push(Number(await (await seen).jsonValue()) - begun)
  }
  await page.context().close()
  const [middle, longest] = [median(times) / 1000, Math.max(...times) / 1000]
  return [
    { what: 'a change, until it is seen elsewhere', measured: middle, unit: 's', runs: RUNS },
    {
      what: 'the same, longest',
      measured: longest,
      unit: 's',
      mark: { at: 'most', value: 2 },
      runs: RUNS,
    },
  ]
}

const measureScroll = async (browser: Browser, served: Filled): Promise<Figure[]> => {
  const page = await signedIn(browser, served)
  await page.goto(`${served.url}/groups/${served.filled.large}`)
  await page.getByRole('list', { name: 'Accepted' }).getByRole('listitem').nth(5).waitFor()
  // With the line that counts them.
  const { frames, reached, seconds } = await scrollThrough(page, 'Accepted', MEMBERS + 1)
  const drawn = await page.getByRole('list', { name: 'Accepted' }).getByRole('listitem').count()
  await page.context().close()
  const sorted = frames.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
  const slow = frames.filter((time) => time > 50).length
  return [
    {
      what: 'members scrolled through',
      measured: reached - 1,
      unit: 'count',
      mark: { at: 'least', value: MEMBERS },
      runs: 1,
    },
    { what: 'until the end was reached', measured: seconds, unit: 's', runs: 1 },
    { what: 'rows drawn at once', measured: drawn, unit: 'count', mark: { at: 'most', value: 100 }, runs: 1 },
    { what: 'time of a picture, median', measured: at(0.5), unit: 'ms', runs: frames.length },
    {
      what: 'time of a picture, 95 of 100 below',
      measured: at(0.95),
      unit: 'ms',
      mark: { at: 'most', value: 50 },
      runs: frames.length,
    },
    {
      what: 'pictures over 50 ms, of 100',
      measured: (slow / frames.length) * 100,
      unit: 'count',
      mark: { at: 'most', value: 1 },
      runs: frames.length,
    },
    { what: 'longest picture', measured: sorted.at(-1) ?? 0, unit: 'ms', runs: frames.length },
  ]
}

export const measure = async (): Promise<Section[]> => {
  const served = await serve({ name: 'embedded', server: undefined }, {}, fill)
  const browser = await chromium.launch({ executablePath: chromiumPath() ?? 'chromium', args: ['--no-sandbox'] })
  try {
    return [
      {
        title: 'Web app',
        how: `The built app and the service’s own pages, from a service process on the embedded store, in headless Chromium on the same machine, each in a browser that has nothing kept. First picture: First Contentful Paint. A change: from one client’s request to invite somebody until an open page of another browser counts them. Scrolling: ${MEMBERS.toLocaleString('en')} members from the first to the last, thirty rows in every picture, five hundred fetched at a time.`,
        figures: [
          ...(await measureAccept(browser, served)),
          ...(await measureLoad(browser, served)),
          ...(await measureChanges(browser, served)),
          ...(await measureScroll(browser, served)),
        ],
      },
    ]
  } finally {
    await browser.close()
    await served.stop()
  }
}
