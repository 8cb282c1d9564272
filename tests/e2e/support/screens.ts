import { join } from 'node:path'
import { type Browser, test as base, expect } from '@playwright/test'
import type { Look } from '../screens/look.ts'
import { serveScreens } from '../screens/page.ts'
import { violationsOn } from './axe.ts'

const pictures = join(import.meta.dirname, '..', '..', '..', 'test-results', 'screens')
const popup = { width: 400, height: 600 }

/** Opens a scene, takes its picture in both schemes, and holds it against WCAG 2.2 AA in both. */
const lookAt = async (
  browser: Browser,
  url: string,
  { scene, name = scene, viewport = popup, query = {}, again, steps }: Look,
): Promise<void> => {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
  try {
    const page = await context.newPage()
    const problems: string[] = []
    page.on('pageerror', (problem) => problems.push(problem.message))
    await page.goto(`${url}?${new URLSearchParams({ scene, ...query })}`)
    await expect(page.locator('main').first()).toBeAttached()
    await steps?.(page)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: join(pictures, `${name}-${colorScheme}.png`) })
      if (again && colorScheme === 'dark') continue
      expect.soft(await violationsOn(page), colorScheme).toEqual([])
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
    expect(wide, 'nothing is cut off at the side').toBe(false)
    expect(problems).toEqual([])
  } finally {
    await context.close()
  }
}

/** Tests that look at screens over fake services: a page of its own for each, and pictures of its own. */
export const test = base.extend<{ look: (at: Look) => Promise<void> }, { screensUrl: string }>({
  screensUrl: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from this pattern
    async ({}, use) => {
      const screens = await serveScreens()
      await use(screens.url)
      await screens.stop()
    },
    { scope: 'worker' },
  ],
  look: async ({ browser, screensUrl }, use) => {
    await use((at) => lookAt(browser, screensUrl, at))
  },
})
