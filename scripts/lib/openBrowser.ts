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
  const ours = process.listeners('SIGINT')
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
  // The launcher ends this whole process on Ctrl-C, before our other parts are ended: ending is ours to do in order.
  for (const listener of process.listeners('SIGINT')) if (!ours.includes(listener)) process.off('SIGINT', listener)
  return { stop: () => runner.exit() }
}
