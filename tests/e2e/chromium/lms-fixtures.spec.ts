import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import { build } from 'vite'
import type { Case } from '../../lib/lms/support/case.ts'
import { materialOf, saved } from '../../lib/lms/support/fixtures.ts'

/** A saved page is as it was saved: its own scripts do not lead it away. */
const still = { 'content-security-policy': "script-src 'none'" }

const root = join(import.meta.dirname, '..', '..', '..')
const tables = join(root, 'tests', 'lib', 'lms')

/** The readers as one script for a page. */
const bundle = async (): Promise<string> => {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'esnext',
      lib: { entry: join(tables, 'support/inBrowser.ts'), formats: ['iife'], name: 'readers' },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('The readers were not bundled.')
  return output.output[0].code
}

const ids = readdirSync(tables, { recursive: true, encoding: 'utf8' })
  .map((name) => /^([a-z]+)\/cases\.ts$/.exec(name)?.[1])
  .filter((id) => id !== undefined)

// happy-dom and Chromium do not agree about every selector: what holds in the one is shown in the other.
for (const id of ids) {
  const { cases } = (await import(pathToFileURL(join(tables, id, 'cases.ts')).href)) as { cases: readonly Case[] }
  test.describe(`the saved pages and recordings of ${id}, in Chromium`, () => {
    let script = ''
    let page: Page
    test.beforeAll(async ({ browser }) => {
      script = await bundle()
      page = await browser.newPage()
    })
    test.afterAll(() => page.close())

    for (const row of cases) {
      test(`${row.fixture} at ${row.url}`, async () => {
        const { html, recording } = materialOf(id, row)
        const frames = row.frames ?? []
        await page.unrouteAll()
        await page.route('**/*', (route) => {
          const request = route.request()
          const inFrame = request.frame() !== page.mainFrame()
          const frame = frames.find(({ url }) => url === request.url())
          const body = inFrame ? frame && saved(id, frame.fixture) : html
          return request.isNavigationRequest() && body !== undefined
            ? route.fulfill({ contentType: 'text/html; charset=utf-8', headers: still, body })
            : route.fulfill({ status: 404 })
        })
        // From elsewhere: two addresses that differ in nothing but their fragment are one document to a browser.
        await page.goto('about:blank')
        await page.goto(row.url)
        await page.evaluate(script)
        expect(await page.evaluate((recorded) => globalThis.readThisPage(recorded), recording)).toEqual(row.expected)
      })
    }
  })
}
