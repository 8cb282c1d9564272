import { mkdirSync } from 'node:fs'
import webExt from 'web-ext'
import type { Browser } from './browsers.ts'

/**
 * Opens a browser with the extension loaded and a page shown. web-ext loads it over the debugging pipe, the one way that
 * branded Chrome and Edge still allow. Closing the window leaves everything else running.
 */
export const openBrowser = async (
  browser: Browser,
  options: { extension: string; url: string; profile: string },
): Promise<{ stop(): Promise<void> }> => {
  mkdirSync(options.profile, { recursive: true })
  const root = process.getuid?.() === 0
  const common = {
    sourceDir: options.extension,
    startUrl: [options.url],
    noInput: true,
    noReload: true,
    keepProfileChanges: true,
  }
  const runner = await webExt.cmd.run(
    browser.kind === 'chromium'
      ? {
          ...common,
          target: ['chromium'],
          chromiumBinary: browser.path,
          chromiumProfile: options.profile,
          // Chromium refuses to run its sandbox as root.
          args: ['--no-first-run', ...(root ? ['--no-sandbox'] : [])],
        }
      : { ...common, target: ['firefox-desktop'], firefox: browser.path, firefoxProfile: options.profile },
    { shouldExitProgram: false },
  )
  return { stop: () => runner.exit() }
}
