import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { chromiumPath } from '../../scripts/lib/systemPackages.ts'

const root = join(import.meta.dirname, '..', '..')

/** Real browsers, the built extension, a real service process, a stand-in LMS. `npm test` builds first. */
export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: join(root, 'test-results', 'browser'),
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // A plain browser for the people who are invited: the system's Chromium, without the extension.
  use: { launchOptions: { executablePath: chromiumPath() ?? 'chromium', args: ['--no-sandbox'] } },
  reporter: [['list'], ['json']],
  projects: [
    { name: 'chromium', testMatch: 'chromium/**/*.spec.ts' },
    { name: 'firefox', testMatch: 'firefox/**/*.spec.ts', workers: 1 },
  ],
})
