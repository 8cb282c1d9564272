import puppeteer, { type Browser, type ElementHandle, type Frame, type Page } from 'puppeteer-core'
import { firefoxId } from '../../../lib/identity.ts'
import { extensionFolder } from '../../../scripts/lib/builds.ts'
import { firefoxPath } from '../../../scripts/lib/systemPackages.ts'

/** The extension's own address in this profile; Firefox makes one up for each profile unless it is told. */
const uuid = '11111111-2222-4333-8444-555555555555'
const extensionUrl = `moz-extension://${uuid}`

/** Firefox with the built extension, over WebDriver BiDi: the build for this machine, or the one for the store. */
export const launchFirefox = async ({ local = true } = {}): Promise<Browser> => {
  const executablePath = firefoxPath()
  if (!executablePath) throw new Error('Firefox is not installed.')
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    // Pages of an extension may be visited.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [firefoxId]: uuid }),
      'extensions.webextOptionalPermissionPrompts': false,
      'dom.events.testing.asyncClipboard': true,
    },
  })
  await browser.installExtension(extensionFolder('firefox', local))
  return browser
}

/** Opens a page of the extension. Its load event is never told over BiDi, so the caller waits for what it wants to see. */
export const openExtensionPage = async (browser: Browser, path: string): Promise<Page> => {
  const page = await browser.newPage()
  await page.goto(`${extensionUrl}/${path}`, { timeout: 1500 }).catch((problem: Error) => {
    if (problem.name !== 'TimeoutError') throw problem
  })
  return page
}

/** Waits for an element by its ARIA role and name, and clicks it. */
export const press = async (screen: Page | Frame, role: string, name: string): Promise<void> => {
  const element = await screen.waitForSelector(`::-p-aria([role="${role}"][name="${name}"])`, { visible: true })
  await element?.click()
}

export const shown = (screen: Page | Frame, text: string): Promise<ElementHandle | null> =>
  screen.waitForSelector(`::-p-text(${text})`, { timeout: 30_000 })

/** Not in the published types: what is sent over WebDriver BiDi, and Firefox's own windows among its contexts. */
interface OverBidi {
  readonly connection: {
    send(method: string, params: object): Promise<{ readonly result: unknown }>
  }
}
interface Windows {
  readonly contexts: readonly { readonly context: string; readonly url: string }[]
}

/** Alt+Shift and a letter, pressed in Firefox's own window: what is pressed in a page goes to the page alone. */
export const pressShortcut = async (browser: Browser, letter: string): Promise<void> => {
  const { connection } = browser as Browser & OverBidi
  const { contexts } = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as Windows
  const window = contexts.find(({ url }) => url.endsWith('/browser.xhtml'))
  if (!window) throw new Error('Firefox has no window.')
  const press = `(() => {
    const keys = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor)
    keys.beginInputTransactionForTests(window)
    const held = [['Alt', 'AltLeft', 18], ['Shift', 'ShiftLeft', 16], ['${letter}', 'Key${letter}', ${letter.charCodeAt(0)}]]
      .map(([key, code, keyCode]) => new KeyboardEvent('', { key, code, keyCode }))
    for (const one of held) keys.keydown(one)
    for (const one of held.toReversed()) keys.keyup(one)
  })()`
  await connection.send('script.evaluate', {
    expression: press,
    target: { context: window.context },
    awaitPromise: false,
  })
}

/** The sign-in window that an action opens. */
export const windowOpenedBy = async (browser: Browser, act: () => Promise<void>): Promise<Page> => {
  const before = new Set(await browser.pages())
  await act()
  for (;;) {
    const opened = (await browser.pages()).find((page) => !before.has(page) && page.url().startsWith('http'))
    if (opened) return opened
    await new Promise((soon) => setTimeout(soon, 50))
  }
}
