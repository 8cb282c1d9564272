import { expect } from '@playwright/test'
import { openExtensionPage, press, pressShortcut, shown } from '../support/firefox.ts'
import { buttonSays, openPanel, openRoster, pickGroup, pressFrom, signIn, test } from '../support/firefoxWorld.ts'
import { rosterPages } from '../support/rosters.ts'

/** The one-click invite and the share link in Firefox, with the built extension. */

test('a class is invited from its page, and the shortcut copies its Group’s link', async ({
  firefox,
  lms,
  mailbox,
}) => {
  const page = await openRoster(firefox, lms, '/courses/4711/users')
  await buttonSays(page, 'Invite 297 people')
  const panel = await openPanel(page)
  await signIn(firefox, panel)
  await pickGroup(panel, 'Biology 101')
  await pressFrom(panel, 'Invite 2')
  await shown(panel, '297 people are invited to Biology 101')
  await expect.poll(() => mailbox.mails.length, { timeout: 30_000 }).toBe(297)

  await page.bringToFront()
  await pressShortcut(firefox, 'L')
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(copied, { timeout: 15_000 }).toMatch(/\/join\/[\w-]+$/)
  const theirs = await (await firefox.createBrowserContext()).newPage()
  await theirs.goto(await copied())
  expect(await theirs.evaluate(() => document.body.textContent)).toContain('Biology 101')
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

test('a page out of the back and forward cache has its button and its class, read afresh', async ({ firefox, lms }) => {
  const page = await openRoster(firefox, lms, '/courses/4711/users')
  const seen = () => /Invite 297 people/.test(document.querySelector('rollcall-inpage')?.shadowRoot?.textContent ?? '')
  await page.waitForFunction(seen, { timeout: 30_000 })
  await page.evaluate(() => void Object.assign(window, { kept: true }))
  await page.goto(`${lms.url}/courses/4711`)
  const asked = () => lms.log.filter(({ path }) => path.includes('/users?')).length
  const before = asked()
  // A page out of the cache loads nothing, so nothing tells of a load.
  await page.evaluate(() => history.back()).catch(() => undefined)
  await expect.poll(() => page.evaluate(() => 'kept' in window).catch(() => false)).toBe(true)
  await expect.poll(asked, { timeout: 15_000 }).toBeGreaterThan(before)
  await page.waitForFunction(seen, { timeout: 30_000 })
})

test('a share link is copied, and lets somebody join', async ({ firefox, mailbox }) => {
  const popup = await openExtensionPage(firefox, 'popup.html')
  await signIn(firefox, popup)
  await press(popup, 'tab', 'Share link')
  await pickGroup(popup, 'Biology 101')
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
