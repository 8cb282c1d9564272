import { expect } from '@playwright/test'
import type { Browser, Frame, Page } from 'puppeteer-core'
import { plainMix } from '../../stand-in/canvas/standIn.ts'
import { launchFirefox, press, shown } from '../support/firefox.ts'
import { buttonSays, openPanel, openRoster, pickGroup, pressFrom, signIn, test } from '../support/firefoxWorld.ts'
import { linkIn } from '../support/mails.ts'

/** What is met once, or seldom, in Firefox: the first run, and somebody who drops the course. */

test.use({
  classes: { courses: [{ id: '4711', name: 'Introduction to Biology', code: 'BIO 101', size: 16, mix: plainMix }] },
})

const text = (screen: Page | Frame) => screen.evaluate(() => document.body.textContent ?? '')

/** The page with an address, which Firefox tells of a page of the extension only to the page itself. */
const pageAt = async (firefox: Browser, end: string): Promise<Page | undefined> => {
  for (const page of await firefox.pages())
    if ((await page.evaluate(() => location.href).catch(() => '')).endsWith(end)) return page
  return undefined
}

test('the first run, with the build for the store: a page of three steps', async ({ service }) => {
  const firefox = await launchFirefox({ local: false })
  try {
    await expect.poll(() => pageAt(firefox, '/options.html')).toBeDefined()
    const first = await pageAt(firefox, '/options.html')
    if (!first) throw new Error('Nothing was opened.')
    const address = await first.waitForSelector('::-p-aria([role="textbox"])')
    await address?.click({ count: 3 })
    await address?.type(service.url)
    await press(first, 'button', 'Save')
    await shown(first, 'Saved')
    await signIn(firefox, first)
    await shown(first, 'Signed in as ada.instructor@example.edu')
    await press(first, 'button', 'Allow *.instructure.com')
    await shown(first, 'Rollcall is ready')
  } finally {
    await firefox.close()
  }
})

test('a student dropped and restored', async ({ firefox, lms, mailbox }) => {
  const page = await openRoster(firefox, lms, '/courses/4711/users')
  const panel = await openPanel(page)
  await signIn(firefox, panel)
  await pickGroup(panel, 'Biology 101')
  await pressFrom(panel, 'Invite 15 students')
  await shown(panel, '15 people are invited to Biology 101')
  await press(panel, 'button', 'Done')
  await shown(panel, 'Linked to Biology 101')

  const dropped = lms.course('4711').people.at(-1)
  if (!dropped?.email) throw new Error('The course has students.')
  const mail = () => mailbox.mails.find(({ to }) => to === dropped.email)
  await expect.poll(mail, { timeout: 30_000 }).toBeDefined()
  const theirs = await (await firefox.createBrowserContext()).newPage()
  await theirs.goto(linkIn(mail() as NonNullable<ReturnType<typeof mail>>))
  await pressFrom(theirs, 'Accept')
  await expect.poll(() => theirs.url()).toContain('/groups/')
  await theirs.close()

  lms.set({ courses: { 4711: { absent: [dropped.id] } } })
  await page.reload()
  await buttonSays(page, 'Everyone is invited')
  const later = await openPanel(page)
  await shown(later, '1 person is gone from the roster')
  await press(later, 'button', 'Show them')
  await (await later.waitForSelector(`input[type="checkbox"][aria-label="Remove ${dropped.name}"]`))?.click()
  await pressFrom(later, 'Remove 1 person')
  await shown(later, '1 person was removed from the Group')
  await press(later, 'button', 'Undo')
  await shown(later, 'Everything is as it was')
  await expect.poll(() => text(later)).not.toContain('gone from the roster')

  // A dialog in the panel takes presses too.
  await press(later, 'button', 'Change')
  await later.waitForSelector('html[data-in-sight] dialog[open]')
  await press(later, 'button', 'Unlink')
  await expect.poll(() => text(later)).not.toContain('Linked to Biology 101')
})
