import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { build } from 'vite'
import { apiCases, barePage, bareUrl, pageCases, peopleUrl } from '../../lib/lms/canvas/cases.ts'
import { type Recording, refusing } from '../../lib/lms/canvas/replay.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const folder = join(root, 'tests', 'fixtures', 'lms', 'canvas')

const saved = (fixture: string): string => {
  const file = readdirSync(folder).find((name) => name.slice('2026-11-24-'.length) === fixture)
  if (!file) throw new Error(`There is no fixture ${fixture}.`)
  return readFileSync(join(folder, file), 'utf8')
}

/** The readers as one script for a page. */
const bundle = async (): Promise<string> => {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'esnext',
      lib: { entry: join(root, 'tests/lib/lms/canvas/inBrowser.ts'), formats: ['iife'], name: 'readers' },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('The readers were not bundled.')
  return output.output[0].code
}

// happy-dom and Chromium do not agree about every selector: what holds in the one is shown in the other.
test.describe('the saved pages and recordings of Canvas, in Chromium', () => {
  let script = ''
  let page: Page
  test.beforeAll(async ({ browser }) => {
    script = await bundle()
    page = await browser.newPage()
  })
  test.afterAll(() => page.close())

  const rows = [
    ...pageCases.map((row) => ({ url: peopleUrl, ...row, html: () => saved(row.fixture), recording: () => refusing })),
    ...apiCases.map((row) => ({
      ...row,
      url: bareUrl,
      html: () => barePage(),
      recording: () => JSON.parse(saved(row.fixture)) as Recording,
    })),
  ]
  for (const { fixture, url, html, recording, expected } of rows) {
    test(`${fixture} at ${url}`, async () => {
      await page.unrouteAll()
      await page.route('**/*', (route) =>
        route.request().isNavigationRequest()
          ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html() })
          : route.fulfill({ status: 404 }),
      )
      await page.goto(url)
      await page.evaluate(script)
      expect(await page.evaluate((recorded) => globalThis.readThisPage(recorded), recording())).toEqual(expected)
    })
  }
})
