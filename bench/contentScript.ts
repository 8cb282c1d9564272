import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import { extensionFolder } from '../scripts/lib/builds.ts'
import { launchChromium } from '../tests/e2e/support/chromium.ts'
import { medianOf, type Section } from './lib/report.ts'
import { gzipped } from './lib/size.ts'

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly dur?: number
  readonly args?: { readonly data?: { readonly url?: string; readonly scriptName?: string } }
}

/** Milliseconds of main thread spent in the content script while a page loads and settles, from Chromium's own trace. */
const mainThread = async (session: CDPSession, page: Page, url: string): Promise<number> => {
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as TraceEvent[])))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8'] },
  })
  await page.goto(url)
  // The script runs at document idle; two frames later its observers have had their say.
  await page.evaluate(
    () => new Promise((done) => requestIdleCallback(() => requestAnimationFrame(() => requestAnimationFrame(done)))),
  )
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done))
  await session.send('Tracing.end')
  await complete
  const ours = events.filter(({ ph, name, args }) => {
    const source = args?.data?.url ?? args?.data?.scriptName ?? ''
    return (
      ph === 'X' && source.includes('content-scripts/roster.js') && ['EvaluateScript', 'FunctionCall'].includes(name)
    )
  })
  return ours.reduce((total, { dur = 0 }) => total + dur / 1000, 0)
}

/** A page of ordinary size that is no roster: 2,000 paragraphs, a form, a table. */
const ordinaryPage = `<!doctype html><html lang="en"><title>A page</title><main><h1>Notes</h1>${Array.from(
  { length: 2000 },
  (_, index) => `<p class="note">Paragraph ${index} about <a href="/n/${index}">something</a>.</p>`,
).join('')}<table>${'<tr><td>one</td><td>two</td></tr>'.repeat(200)}</table></main></html>`

export const measure = async (): Promise<Section[]> => {
  const server = createServer((_, answer) => answer.writeHead(200, { 'content-type': 'text/html' }).end(ordinaryPage))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const onSite = async (local: boolean) => {
    const extension = await launchChromium({ local })
    try {
      await extension.worker()
      const page = await extension.context.newPage()
      const session = await extension.context.newCDPSession(page)
      return await medianOf(9, () => mainThread(session, page, url))
    } finally {
      await extension.stop()
    }
  }
  try {
    const script = join(extensionFolder('chrome', false), 'content-scripts', 'roster.js')
    return [
      {
        title: 'Content script',
        how: 'Size of the built file; main thread from a trace of headless Chromium (script evaluation and calls into it) on a page of 2,000 paragraphs that is no roster.',
        figures: [
          {
            what: 'content script, gzip',
            measured: gzipped([script]) / 1000,
            unit: 'kB',
            mark: { at: 'most', value: 8 },
            runs: 1,
          },
          {
            what: 'main thread on a page that is no roster, site granted',
            measured: await onSite(true),
            unit: 'ms',
            mark: { at: 'most', value: 10 },
            runs: 9,
          },
          {
            what: 'main thread on a site that is not granted',
            measured: await onSite(false),
            unit: 'ms',
            mark: { at: 'most', value: 0 },
            runs: 9,
          },
        ],
      },
    ]
  } finally {
    server.close()
  }
}
