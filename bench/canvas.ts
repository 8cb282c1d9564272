import type { Page } from '@playwright/test'
import { launchChromium } from '../tests/e2e/support/chromium.ts'
import { startStandIn } from '../tests/stand-in/canvas/standIn.ts'
import { medianOf, type Section } from './lib/report.ts'

const LATENCY = 50
const PEOPLE = 5000
const PER_PAGE = 100

/** Asks the tab's content script to read, and waits until it is ready. Milliseconds. */
const read = (ours: Page, tabUrl: string): Promise<number> =>
  ours.evaluate(async (tabUrl) => {
    const [tab] = await chrome.tabs.query({ url: tabUrl })
    const ask = async (read: boolean) => {
      const answer = await chrome.tabs.sendMessage(tab?.id, { rollcall: 'roster.get', input: { read } })
      if (!answer.ok) throw new Error(answer.code)
      return answer.value
    }
    const started = performance.now()
    let state = await ask(true)
    while (state.kind !== 'ready') {
      if (state.kind === 'problem') throw new Error(state.problem)
      await new Promise((soon) => setTimeout(soon, 10))
      state = await ask(false)
    }
    if (!state.roster.complete) throw new Error(`Not complete: ${state.roster.partial}.`)
    return performance.now() - started
  }, tabUrl)

export const measure = async (): Promise<Section[]> => {
  const lms = await startStandIn({ latencyMs: LATENCY, courses: [{ id: '1', name: 'Large', size: PEOPLE }] })
  const extension = await launchChromium()
  try {
    const [name = '', value = ''] = (await lms.signIn()).split(/=(.*)/s)
    await extension.context.addCookies([{ name, value, url: lms.url, httpOnly: true, sameSite: 'Lax' }])
    await extension.worker()
    const page = await extension.context.newPage()
    // Long tasks of the page itself are over before the reading starts; the course's home page reads nothing by itself.
    await page.goto(`${lms.url}/courses/1`)
    await page.evaluate(() => {
      const tasks: number[] = []
      Object.assign(window, { tasks })
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
        type: 'longtask',
      })
    })
    const ours = await extension.context.newPage()
    await ours.goto(`chrome-extension://${extension.id}/options.html`)
    const tabUrl = page.url()
    lms.log.length = 0
    const took = await medianOf(5, () => read(ours, tabUrl))
    const users = lms.log.filter(({ path }) => /\/users\b/.test(path) && !/\/users\/self/.test(path))
    const pages = users.length / 6
    const atOnce = Math.max(...lms.log.map(({ inFlight }) => inFlight))
    const longest = await page.evaluate(() => Math.max(0, ...(window as unknown as { tasks: number[] }).tasks))
    const ideal = pages * LATENCY
    return [
      {
        title: 'Reading a Canvas course',
        how: `${PEOPLE} people through the stand-in's API with ${LATENCY} ms latency, ${PER_PAGE} a page, in headless Chromium. Canvas pages are followed link by link, one at a time, so the ideal is pages × latency.`,
        figures: [
          { what: 'pages read', measured: pages, unit: 'count', runs: 5 },
          { what: 'time', measured: took, unit: 'ms', runs: 5 },
          {
            what: 'time ÷ (pages × latency ÷ parallel requests)',
            measured: took / ideal,
            unit: 'x',
            mark: { at: 'most', value: 1.3 },
            runs: 5,
          },
          {
            what: 'requests at once, highest',
            measured: atOnce,
            unit: 'count',
            mark: { at: 'most', value: 3 },
            runs: 5,
          },
          {
            what: 'longest task on the page over 50 ms',
            measured: longest,
            unit: 'ms',
            mark: { at: 'most', value: 0 },
            runs: 5,
          },
        ],
      },
    ]
  } finally {
    await extension.stop()
    await lms.stop()
  }
}
