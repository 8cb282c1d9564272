import { readFileSync } from 'node:fs'
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test'
import type { Plugin } from 'vite'
import { chromiumPath } from '../scripts/lib/systemPackages.ts'
import { serveScreens } from '../tests/e2e/screens/page.ts'
import { watchTimes } from './lib/manyRowsPage.ts'
import { heldBy, panelHolds } from './lib/realPanel.ts'
import { type Figure, median, type Section } from './lib/report.ts'

const size = { width: 440, height: 800 }
/** Observers and test students are not listed: somewhat more make ten thousand. */
const COURSE = 10_200
const RUNS = 9

const onePerson = 'li div > input[type=checkbox]'
const allNew = 'li h2 input[type=checkbox] >> nth=-1'
/** The peer takes its time. */
const PATIENCE = 180_000

/** Typed one key at a time, each emptied by Escape, which brings everybody back. */
const searches = ['okafor', 'lea', 'weber12', 'nobody', 'ines f']

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

/** Every row drawn, where the screens draw those in sight. */
const plainRows: Plugin = {
  name: 'plain-rows',
  enforce: 'pre',
  resolveId: (source) =>
    source.endsWith('/RowList.tsx') ? new URL(import.meta.resolve('./lib/plainRows.tsx')).pathname : undefined,
}

const open = async (browser: Browser, url: string, scene: string): Promise<Page> => {
  const page = await browser.newPage({ viewport: size })
  page.setDefaultTimeout(PATIENCE)
  await page.goto(`${url}?${new URLSearchParams({ scene, in: 'panel' })}`)
  // By the tree of elements: a look by role goes through every row that is drawn.
  await page.locator(onePerson).first().waitFor()
  return page
}

interface Series {
  /** From the event until the picture that shows what it did, each time. */
  readonly painted: readonly number[]
  /** What one time costs the page's thread in the processor's own time. */
  readonly work: number
}

/** What the page's thread has worked until now, in milliseconds. */
const worked = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}

/** Acts one after the other, each waited for until it is painted. */
const series = async (page: Page, event: string, acts: readonly (() => Promise<unknown>)[]): Promise<Series> => {
  await page.evaluate(watchTimes, event)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const began = await worked(session)
  for (const [index, act] of acts.entries()) {
    await act()
    await page.waitForFunction((index) => globalThis.times.painted.length > index, index)
  }
  const work = ((await worked(session)) - began) / acts.length
  const painted = await page.evaluate(() => globalThis.times.painted)
  await page.close()
  return { painted, work }
}

const typing = async (browser: Browser, url: string, words: readonly string[]): Promise<Series> => {
  const page = await open(browser, url, 'many')
  await page.locator('input[type=search]').focus()
  const keys = words.flatMap((word) => [...word, 'Escape'])
  return series(
    page,
    'keydown',
    keys.map((key) => () => page.keyboard.press(key)),
  )
}

const clicking = async (browser: Browser, url: string, runs: number, box: string): Promise<Series> => {
  const page = await open(browser, url, 'many')
  const click = () => page.locator(box).first().click()
  return series(page, 'click', Array<typeof click>(runs).fill(click))
}

const filtering = async (browser: Browser, url: string): Promise<Series> => {
  const page = await open(browser, url, 'many')
  return series(
    page,
    'change',
    Array.from(
      { length: RUNS },
      (_, run) => () =>
        page
          .locator('select')
          .first()
          .selectOption({ index: (run % 4) + 1 }),
    ),
  )
}

const scrolling = async (browser: Browser, url: string, tab?: string): Promise<number[]> => {
  const page = await open(browser, url, 'many')
  await page.evaluate(watchTimes, 'click')
  if (tab) {
    await page.getByRole('tab', { name: tab }).click()
    await page.locator('li button').first().waitFor()
  }
  // Faster than a hand at a wheel: half a screen in every picture.
  const gaps = await page.evaluate(() => globalThis.times.scroll(400, 300))
  await page.close()
  return gaps
}

interface Memory {
  /** What JavaScript holds. */
  readonly heap: number
  /** What the page's process has to itself. */
  readonly own: number
}

/** In megabytes, in a browser of its own, after some of the list was seen. */
const memory = async (url: string, scene: string): Promise<Memory> => {
  const browser = await launch()
  try {
    const page = await open(browser, url, scene)
    await page.evaluate(watchTimes, 'click')
    await page.evaluate(() => globalThis.times.scroll(400, 30))
    const heap = await heldBy(await page.context().newCDPSession(page))
    const whole = await browser.newBrowserCDPSession()
    const { processInfo } = await whole.send('SystemInfo.getProcessInfo')
    const own = Math.max(...processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => ownBytes(id)))
    return { heap, own: own / 1e6 }
  } finally {
    await browser.close()
  }
}

/** Memory that a process shares with no other. */
const ownBytes = (pid: number): number => {
  const lines = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').matchAll(/^Private_\w+:\s+(\d+) kB$/gm)
  return [...lines].reduce((sum, [, kB]) => sum + Number(kB) * 1024, 0)
}

/** Pictures are drawn as fast as they can be: to wait for the display is no work. */
const launch = () => {
  const executablePath = chromiumPath()
  if (!executablePath) throw new Error('Chromium is not installed.')
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-frame-rate-limit', '--disable-gpu-vsync'],
  })
}

const spread = (what: string, times: readonly number[], most?: number): Figure[] => [
  {
    what: `${what}, median`,
    measured: median(times),
    unit: 'ms',
    runs: times.length,
    ...(most === undefined ? {} : { mark: { at: 'most', value: most } }),
  },
  { what: `${what}, 95 of 100`, measured: percentile(times, 0.95), unit: 'ms', runs: times.length },
]

const figures = (what: string, { painted, work }: Series, most?: number): Figure[] => [
  ...spread(`${what} until it is painted`, painted, most),
  { what: `${what}: work of the page`, measured: work, unit: 'ms', runs: painted.length },
]

const pictures = (what: string, gaps: readonly number[]): Figure[] => [
  ...spread(`${what}: a picture`, gaps, 16),
  { what: `${what}: pictures over 16 ms`, measured: gaps.filter((gap) => gap > 16).length, unit: 'count', runs: 1 },
  {
    what: `${what}: pictures over 50 ms`,
    measured: gaps.filter((gap) => gap > 50).length,
    unit: 'count',
    mark: { at: 'most', value: 0 },
    runs: 1,
  },
]

const held = (what: string, measured: number, most?: number): Figure => ({
  what,
  measured,
  unit: 'MB',
  runs: 1,
  ...(most === undefined ? {} : { mark: { at: 'most', value: most } }),
})

const ours = async (browser: Browser): Promise<Figure[]> => {
  const screens = await serveScreens()
  const { url } = screens
  try {
    const [many, few] = [await memory(url, 'many'), await memory(url, 'many-few')]
    return [
      ...figures('a key in the search', await typing(browser, url, searches), 16),
      ...figures('a tick', await clicking(browser, url, RUNS, onePerson)),
      ...figures('a tick for everybody who is new', await clicking(browser, url, RUNS, allNew)),
      ...figures('another filter', await filtering(browser, url)),
      ...pictures('scrolling the class', await scrolling(browser, url)),
      ...pictures('scrolling the members', await scrolling(browser, url, 'Members')),
      held('the panel beside a Canvas roster: JavaScript holds', await panelHolds(COURSE), 60),
      held('the panel beside one of 30 people', await panelHolds(30)),
      held('its screens alone: JavaScript holds', many.heap, 60),
      held('with 30 people', few.heap),
      held('its screens alone: the process has to itself', many.own, 60),
      held('with 30 people, the process', few.own),
    ]
  } finally {
    await screens.stop()
  }
}

const peer = async (browser: Browser): Promise<Figure[]> => {
  const screens = await serveScreens(plainRows)
  const { url } = screens
  const named = (all: readonly Figure[]) => all.map((one) => ({ ...one, what: `peer, every row drawn: ${one.what}` }))
  try {
    const many = await memory(url, 'many')
    return named([
      ...figures('a key in the search', await typing(browser, url, ['ok'])),
      ...figures('a tick', await clicking(browser, url, 3, onePerson)),
      held('JavaScript holds', many.heap),
      held('the process has to itself', many.own),
    ])
  } finally {
    await screens.stop()
  }
}

export const measure = async (): Promise<Section[]> => {
  const browser = await launch()
  try {
    return [
      {
        title: 'Many rows',
        how: 'The built screens over answers that are there at once, as large as the panel (440 × 800), with a class of 10,000 people in six sections of whom the Group knows 2,000, in headless Chromium. Painted: from the input event to the end of the picture that shows what it did. The browser draws pictures as fast as it can, for waiting for the display is no work. Work: what the page’s main thread took of the processor for it, all told, with what it is asked by the measurement. Keys: five searches typed and emptied. Scrolling: half a screen in every picture, 300 pictures; members come by pages of 100. Memory: after a full collection, and what the page’s process shares with no other; the panel itself stands beside the Canvas stand-in. The peer is the same screens with every row drawn.',
        figures: [...(await ours(browser)), ...(await peer(browser))],
      },
    ]
  } finally {
    await browser.close()
  }
}
