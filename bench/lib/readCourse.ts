import type { Page } from '@playwright/test'
import type { ExtensionBrowser } from '../../tests/e2e/support/chromium.ts'
import type { AnyLms } from '../../tests/e2e/support/rosters.ts'

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

interface Reading {
  /** Milliseconds of every reading. */
  readonly times: readonly number[]
  /** Requests of one reading. */
  readonly requests: number
  /** Those that asked for a page of people. */
  readonly pages: number
  readonly atOnce: number
  /** Milliseconds of the longest task on the page over 50 ms; 0: there was none. */
  readonly longest: number
  /** Requests that were no reads, `METHOD path`. */
  readonly others: readonly string[]
}

/** Reads the course of a page `runs` times with the built extension. `list`: what the address of a page of people has in it. */
export const readCourse = async (
  extension: ExtensionBrowser,
  lms: AnyLms,
  { path, list, runs }: { path: string; list: RegExp; runs: number },
): Promise<Reading> => {
  const [name = '', value = ''] = (await lms.signIn()).split(/=(.*)/s)
  await extension.context.addCookies([{ name, value, url: lms.url, httpOnly: true, sameSite: 'Lax' }])
  await extension.worker()
  const page = await extension.context.newPage()
  // Long tasks of the page itself are over before the reading starts; a course's home page reads nothing by itself.
  await page.goto(`${lms.url}${path}`)
  await page.evaluate(() => {
    const tasks: number[] = []
    Object.assign(window, { tasks })
    new PerformanceObserver((seen) => tasks.push(...seen.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    })
  })
  const ours = await extension.context.newPage()
  await ours.goto(`chrome-extension://${extension.id}/options.html`)
  const tabUrl = page.url()
  await read(ours, tabUrl)
  lms.log.length = 0
  const times: number[] = []
  for (let run = 0; run < runs; run++) times.push(await read(ours, tabUrl))
  const longest = await page.evaluate(() => Math.max(0, ...(window as unknown as { tasks: number[] }).tasks))
  await Promise.all([page.close(), ours.close()])
  return {
    times,
    requests: lms.log.length / runs,
    pages: lms.log.filter(({ path }) => list.test(path)).length / runs,
    atOnce: Math.max(...lms.log.map(({ inFlight }) => inFlight)),
    longest,
    others: lms.log
      .filter(({ method, path }) => method !== 'GET' && !path.includes('core_table_get_dynamic_table_content'))
      .map(({ method, path }) => `${method} ${path}`),
  }
}
