import { test as base, expect } from '@playwright/test'
import type { Browser, Frame, Page } from 'puppeteer-core'
import { type Mailbox, startMailbox } from '../../helpers/mailbox.ts'
import { type StandIn, startStandIn } from '../../stand-in/canvas/standIn.ts'
import { launchFirefox, openExtensionPage, press, shown, windowOpenedBy } from '../support/firefox.ts'
import { type AnyLms, rosterPages } from '../support/rosters.ts'
import { type ServiceProcess, startServiceProcess } from '../support/serviceProcess.ts'

/** The one-click invite and the share link in Firefox, with the built extension. */

interface World {
  firefox: Browser
  mailbox: Mailbox
  service: ServiceProcess
  lms: StandIn
}

const test = base.extend<World>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from this pattern
  mailbox: async ({}, use) => {
    const mailbox = await startMailbox()
    await use(mailbox)
    await mailbox.stop()
  },
  service: async ({ mailbox }, use) => {
    const service = await startServiceProcess({ SMTP_URL: mailbox.url })
    await use(service)
    await service.stop()
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  lms: async ({}, use) => {
    const lms = await startStandIn()
    await use(lms)
    await lms.stop()
  },
  firefox: async ({ service }, use) => {
    const firefox = await launchFirefox()
    const options = await openExtensionPage(firefox, 'options.html')
    const address = await options.waitForSelector('::-p-aria([role="textbox"])')
    await address?.click({ count: 3 })
    await address?.type(service.url)
    await press(options, 'button', 'Save')
    await shown(options, 'Saved')
    await use(firefox)
    await firefox.close()
  },
})

const openRoster = async (firefox: Browser, lms: AnyLms, path: string): Promise<Page> => {
  const [name = '', value = ''] = (await lms.signIn()).split(/=(.*)/s)
  await firefox.setCookie({ name, value, domain: '127.0.0.1', path: '/', httpOnly: true, sameSite: 'Lax' })
  const page = await firefox.newPage()
  await page.goto(`${lms.url}${path}`)
  return page
}

/**
 * The panel, once it takes presses. It stands in a closed root, and Firefox does not tell the address of a frame of the
 * extension: the frame itself is asked.
 */
const panelOn = async (page: Page): Promise<Frame> => {
  let found: Frame | undefined
  const isReady = () => location.pathname === '/panel.html' && document.documentElement.hasAttribute('data-in-sight')
  await expect
    .poll(
      async () => {
        for (const frame of page.frames()) if (await frame.evaluate(isReady).catch(() => false)) found = frame
        return found !== undefined
      },
      { timeout: 30_000 },
    )
    .toBe(true)
  if (!found) throw new Error('No panel is open on this page.')
  return found
}

const signIn = async (firefox: Browser, screen: Page | Frame): Promise<void> => {
  const window = await windowOpenedBy(firefox, () => press(screen, 'button', 'Sign in'))
  await (
    await window.waitForSelector('::-p-xpath(//button[starts-with(normalize-space(.), "Continue as Ada")])')
  )?.click()
  await (await window.waitForSelector('::-p-xpath(//button[normalize-space(.) = "Connect"])'))?.click()
}

test('a class is invited from its page', async ({ firefox, lms, mailbox }) => {
  const page = await openRoster(firefox, lms, '/courses/4711/users')
  const button = await page.waitForSelector('rollcall-inpage >>> button', { timeout: 30_000 })
  await page.waitForFunction(
    () => /Invite 297 people/.test(document.querySelector('rollcall-inpage')?.shadowRoot?.textContent ?? ''),
    { timeout: 30_000 },
  )
  await button?.click()
  const panel = await panelOn(page)
  await signIn(firefox, panel)
  await (await panel.waitForSelector('[role="combobox"]'))?.click()
  await (await panel.waitForSelector('[role="option"] ::-p-text(Biology 101)'))?.click()
  const send = await panel.waitForSelector('::-p-xpath(//button[starts-with(normalize-space(.), "Invite 2")])')
  await send?.click()
  await shown(panel, '297 people are invited to Biology 101')
  await expect.poll(() => mailbox.mails.length, { timeout: 30_000 }).toBe(297)
})

for (const { name, start, path, frame, inFrame } of rosterPages)
  test(`${name}: the class is read and counted`, async ({ firefox }) => {
    const lms = await start()
    try {
      const page = await openRoster(firefox, lms, path)
      const inner = frame ? await (await page.waitForSelector(frame))?.contentFrame() : page.mainFrame()
      if (inFrame) await inner?.goto(`${lms.url}${inFrame}`)
      await inner?.waitForFunction(
        () => /Invite 599 people/.test(document.querySelector('rollcall-inpage')?.shadowRoot?.textContent ?? ''),
        { timeout: 30_000 },
      )
    } finally {
      await lms.stop()
    }
  })

test('a page out of the back and forward cache has its button and its class', async ({ firefox, lms }) => {
  const page = await openRoster(firefox, lms, '/courses/4711/users')
  const seen = () => /Invite 297 people/.test(document.querySelector('rollcall-inpage')?.shadowRoot?.textContent ?? '')
  await page.waitForFunction(seen, { timeout: 30_000 })
  await page.evaluate(() => void Object.assign(window, { kept: true }))
  await page.goto(`${lms.url}/courses/4711`)
  // A page out of the cache loads nothing, so nothing tells of a load.
  await page.evaluate(() => history.back()).catch(() => undefined)
  await expect.poll(() => page.evaluate(() => 'kept' in window).catch(() => false)).toBe(true)
  await page.waitForFunction(seen, { timeout: 30_000 })
})

test('a share link is copied, and lets somebody join', async ({ firefox, mailbox }) => {
  const popup = await openExtensionPage(firefox, 'popup.html')
  await signIn(firefox, popup)
  await press(popup, 'tab', 'Share link')
  await (await popup.waitForSelector('[role="combobox"]'))?.click()
  await (await popup.waitForSelector('[role="option"] ::-p-text(Biology 101)'))?.click()
  await (await popup.waitForSelector('input[type="radio"][value="anyone"]'))?.click()
  await (
    await popup.waitForSelector('::-p-xpath(//button[contains(., "copy link") or contains(., "Copy link")])')
  )?.click()
  await shown(popup, 'Copied')
  const link = await popup.evaluate(() => navigator.clipboard.readText())
  expect(link).toMatch(/\/join\/[\w-]+$/)

  const context = await firefox.createBrowserContext()
  const theirs = await context.newPage()
  await theirs.goto(link)
  expect(await theirs.evaluate(() => document.body.textContent)).toContain('Biology 101')
  expect(mailbox.mails).toEqual([])
})
