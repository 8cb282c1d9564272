import { type Browser, chromium, type Page } from '@playwright/test'
import { chromiumPath } from '../scripts/lib/systemPackages.ts'
import { bundleReaders } from '../tests/e2e/support/readers.ts'
import { type DomPage, domPages } from './lib/domPages.ts'
import type {} from './lib/inPage.ts'
import { type Figure, median, type Section } from './lib/report.ts'

/** Rows, the mark in milliseconds, and runs of the reading and of the bare loop beside it: drawing many rows takes far longer than either. */
const SIZES = [
  { rows: 100, mark: 1, runs: 5, bareRuns: 3 },
  { rows: 1000, mark: 4, runs: 5, bareRuns: 3 },
  { rows: 10_000, mark: 40, runs: 3, bareRuns: 3 },
  { rows: 50_000, mark: 150, runs: 3, bareRuns: 1 },
] as const
const WATCHES = 3
const BATCH = 50
const WATCHED = 10_000

/** A page of its own with that many rows, drawn, and the readers on it, which have run nowhere before. */
const opened = async (browser: Browser, script: string, kind: DomPage, rows: number): Promise<Page> => {
  const page = await browser.newPage()
  const body = kind.page('')
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body })
      : route.fulfill({ status: 404 }),
  )
  await page.goto(kind.url)
  await page.evaluate(script)
  await page.evaluate(([name, rows]) => globalThis.drawDom(name, 0, rows), [kind.name, rows] as const)
  await page.evaluate(() => new Promise((settled) => requestIdleCallback(() => requestAnimationFrame(settled))))
  // What drawing so many rows has left behind is not collected while they are read.
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  await session.detach()
  // From here on: drawing and collecting are long tasks as well, and not those of a reading.
  await page.evaluate(() => {
    const from = performance.now()
    const tasks: number[] = []
    Object.assign(window, { tasks })
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) if (startTime >= from) tasks.push(duration)
    }).observe({ type: 'longtask' })
  })
  return page
}

/** Once nothing is left to do: an observer hears of a task after it. */
const longest = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    await new Promise((idle) => requestIdleCallback(() => requestIdleCallback(idle)))
    return Math.max(0, ...(window as unknown as { tasks: number[] }).tasks)
  })

/** What the browser takes to show a script as many cells, in the same kind of page: no reading of it can be faster. */
const bare = async (browser: Browser, script: string, kind: DomPage, rows: number): Promise<number> => {
  const page = await opened(browser, script, kind, rows)
  const { characters, took } = await page.evaluate((name) => globalThis.walkDom(name), kind.name)
  if (characters < rows) throw new Error('The cells were not gone to.')
  await page.close()
  return took
}

const cold = async (browser: Browser, script: string, kind: DomPage): Promise<Figure[]> => {
  const figures: Figure[] = []
  const tasks: number[] = []
  for (const { rows, mark, runs, bareRuns } of SIZES) {
    const times: number[] = []
    const before: number[] = []
    for (let run = 0; run < runs; run++) {
      const page = await opened(browser, script, kind, rows)
      const { people, recognised, took } = await page.evaluate(() => globalThis.readDom())
      if (people !== rows) throw new Error(`${people} of ${rows} people were read.`)
      times.push(took)
      before.push(recognised)
      tasks.push(await longest(page))
      await page.close()
    }
    const walks: number[] = []
    for (let run = 0; run < bareRuns; run++) walks.push(await bare(browser, script, kind, rows))
    const size = `${kind.name}: ${rows.toLocaleString('en')} rows`
    figures.push(
      { what: `${size} read`, measured: median(times), unit: 'ms', mark: { at: 'most', value: mark }, runs },
      { what: `${size}, a bare loop over their cells`, measured: median(walks), unit: 'ms', runs: bareRuns },
      { what: `${size}, the page recognised before`, measured: median(before), unit: 'ms', runs },
    )
  }
  return [
    ...figures,
    {
      what: `${kind.name}: longest task over 50 ms`,
      measured: Math.max(...tasks),
      unit: 'ms',
      mark: { at: 'most', value: 0 },
      runs: tasks.length,
    },
  ]
}

const watched = async (browser: Browser, script: string, kind: DomPage): Promise<Figure[]> => {
  const all: { callbacks: number; reading: number; scans: number }[] = []
  for (let run = 0; run < WATCHES; run++) {
    const page = await opened(browser, script, kind, BATCH)
    const people = WATCHED + BATCH
    const result = await page.evaluate(([name, from, to, batch]) => globalThis.watchDom(name, from, to, batch), [
      kind.name,
      BATCH,
      people,
      BATCH,
    ] as const)
    if (result.people !== people) throw new Error(`${result.people} of ${people} people were seen to come.`)
    all.push(result)
    await page.close()
  }
  return [
    {
      what: `${kind.name}: in the observer’s callbacks, in all`,
      measured: median(all.map(({ callbacks }) => callbacks)),
      unit: 'ms',
      mark: { at: 'most', value: 25 },
      runs: WATCHES,
    },
    {
      what: `${kind.name}: reading the rows that came, in all`,
      measured: median(all.map(({ reading }) => reading)),
      unit: 'ms',
      runs: WATCHES,
    },
    {
      what: `${kind.name}: readings of the whole page`,
      measured: Math.max(...all.map(({ scans }) => scans)),
      unit: 'count',
      mark: { at: 'most', value: 1 },
      runs: WATCHES,
    },
  ]
}

export const measure = async (): Promise<Section[]> => {
  const executablePath = chromiumPath()
  if (!executablePath) throw new Error('Chromium is not installed.')
  const script = await bundleReaders('bench/lib/inPage.ts')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const each = async (one: (browser: Browser, script: string, kind: DomPage) => Promise<Figure[]>) => {
    const figures: Figure[] = []
    for (const kind of domPages) figures.push(...(await one(browser, script, kind)))
    return figures
  }
  try {
    return [
      {
        title: 'Reading a page',
        how: 'Rows of a list in headless Chromium, each time in a new page whose script has run nowhere before, from the page alone. Read: from the call to the whole roster, by code that has never run, compiling included. Recognised: what comes before it, when the page is shown and its button drawn, the first time as well; what the read uses of it is compiled by then. The longest task is that of either. Beside it, in pages of their own, a bare loop: the first five cells of each row gone to and their texts taken, with nothing made of them, which is the browser’s share.',
        figures: await each(cold),
      },
      {
        title: 'Watching a page',
        how: `The in-page script on a list of ${BATCH} rows, to which ${WATCHED.toLocaleString('en')} more come, ${BATCH} in every picture that is drawn.`,
        figures: await each(watched),
      },
    ]
  } finally {
    await browser.close()
  }
}
