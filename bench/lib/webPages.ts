import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { serve } from '@hono/node-server'
import type { Browser, Page } from '@playwright/test'
import { Hono } from 'hono'

/** Milliseconds from asking for an address to the first picture with something in it, in a browser that has nothing of it yet. */
export const firstPaint = async (browser: Browser, url: string): Promise<number> => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(url)
  const painted = await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime)
  const time = Number(await painted.jsonValue())
  await context.close()
  return time
}

export interface Loaded {
  /** Bytes of every body. */
  readonly bytes: number
  /** The same, as they would come compressed. */
  readonly gzip: number
  /** What came over the wire, heads and all. */
  readonly wire: number
  readonly scripts: number
  readonly files: number
}

/** Everything that a page has asked for, from `act` until `ready`; calls and events of the service apart. */
export const loadedBy = async (page: Page, act: () => Promise<unknown>): Promise<Loaded> => {
  const answers: Promise<Loaded>[] = []
  page.on('requestfinished', (request) => {
    if (new URL(request.url()).pathname.startsWith('/api/')) return
    answers.push(
      (async () => {
        const answer = await request.response()
        const body = (await answer?.body()) ?? Buffer.alloc(0)
        const { responseBodySize, responseHeadersSize } = await request.sizes()
        return {
          bytes: body.length,
          gzip: gzipSync(body, { level: 9 }).length,
          wire: responseBodySize + responseHeadersSize,
          scripts: request.resourceType() === 'script' ? 1 : 0,
          files: 1,
        }
      })(),
    )
  })
  await act()
  const none: Loaded = { bytes: 0, gzip: 0, wire: 0, scripts: 0, files: 0 }
  return (await Promise.all(answers)).reduce(
    (sum, one) => ({
      bytes: sum.bytes + one.bytes,
      gzip: sum.gzip + one.gzip,
      wire: sum.wire + one.wire,
      scripts: sum.scripts + one.scripts,
      files: sum.files + one.files,
    }),
    none,
  )
}

/** A page of that many bytes from a bare Hono app on the same machine: what the browser and the framework take by themselves. */
export const startBarePage = async (bytes: number): Promise<{ url: string; stop: () => Promise<unknown> }> => {
  const words = '<!doctype html><meta charset="utf-8"><title>Bare</title><h1>Bare</h1>'
  const page = words + '<!-- -->'.repeat(Math.max(0, Math.floor((bytes - words.length) / 8)))
  const app = new Hono().get('/', (c) => c.html(page))
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => resolve(started))
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, stop: () => new Promise((resolve) => server.close(resolve)) }
}

/** Milliseconds between pictures while a list is scrolled to its end, and how far that was. */
export const scrollThrough = async (
  page: Page,
  list: string,
  rows: number,
): Promise<{ frames: number[]; reached: number; seconds: number }> =>
  await page.evaluate(
    async ([list, rows]) => {
      const scroller = document.querySelector(`ul[aria-label="${list}"]`)?.parentElement
      if (!scroller) throw new Error('The list is not there.')
      const frames: number[] = []
      const begun = performance.now()
      let before = begun
      const last = () => Number(scroller.querySelector('li:last-child')?.getAttribute('aria-posinset'))
      while (last() < rows && performance.now() - begun < 240_000) {
        const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
        frames.push(now - before)
        before = now
        // As fast as a wheel that is spun: thirty rows in every picture.
        scroller.scrollTop += 1680
      }
      return { frames: frames.slice(1), reached: last(), seconds: (performance.now() - begun) / 1000 }
    },
    [list, rows] as const,
  )
