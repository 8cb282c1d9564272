import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import type { Case } from '../../lib/lms/support/case.ts'
import { materialOf, saved } from '../../lib/lms/support/fixtures.ts'
import { bundleReaders } from '../support/readers.ts'

/** A saved page is as it was saved: its own scripts do not lead it away. */
const still = { 'content-security-policy': "script-src 'none'" }

const tables = join(import.meta.dirname, '..', '..', 'lib', 'lms')

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
      script = await bundleReaders()
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
