import type { Page } from '@playwright/test'
import type { ExtensionBrowser } from '../support/chromium.ts'
import { signInByCode } from '../support/mails.ts'
import { call, groupId, jobIs, pickGroup, signInAsDemo, startJob } from '../support/steps.ts'
import { expect, test } from '../support/world.ts'

/** Share links copied from the toolbar, read back from the clipboard, and used. */

test.use({ smtp: true })

const copyLink = async (extension: ExtensionBrowser, page: Page, access: RegExp): Promise<string> => {
  const popup = await extension.openPopup(page)
  await popup.getByRole('tab', { name: 'Share link' }).click()
  await pickGroup(popup)
  await popup.getByRole('radio', { name: access }).check()
  await popup.getByRole('button', { name: /copy link/i }).click()
  await expect(popup.getByRole('button', { name: 'Copied' })).toBeVisible()
  await popup.close()
  await page.bringToFront()
  await extension.context.grantPermissions(['clipboard-read'])
  return page.evaluate(() => navigator.clipboard.readText())
}

test('anyone with the link signs in and is a Member', async ({ extension, openClass, mailbox, browser }) => {
  const ours = await signInAsDemo(extension)
  const page = await openClass('/courses/4712/users')
  const link = await copyLink(extension, page, /Anyone/)
  expect(link).toMatch(/\/join\/[\w-]+$/)

  const stranger = await browser.newContext()
  const theirs = await stranger.newPage()
  await theirs.goto(link)
  await expect(theirs.locator('main')).toContainText('Biology 101')
  const join = theirs.getByRole('button', { name: /join/i })
  const signIn = theirs.getByRole('link', { name: /sign in/i })
  if (await signIn.isVisible()) await signIn.click()
  await signInByCode(theirs, 'newcomer@example.edu', mailbox.mails)
  await join.click()
  await expect(theirs).toHaveURL(/\/groups\//)
  await stranger.close()

  const { rows } = await call<{ rows: { email: string; role: string; origin: string }[] }>(ours, 'members.list', {
    groupId: await groupId(ours),
    state: 'accepted',
  })
  expect(rows).toContainEqual(
    expect.objectContaining({ email: 'newcomer@example.edu', role: 'member', origin: 'link' }),
  )
})

test('a restricted link lets in who was invited, and nobody else', async ({
  extension,
  openClass,
  mailbox,
  browser,
}) => {
  const ours = await signInAsDemo(extension)
  const group = await groupId(ours)
  await call(ours, 'invitations.send', {
    groupId: group,
    key: crypto.randomUUID(),
    batch: crypto.randomUUID(),
    origin: 'manual',
    people: [{ email: 'invited@example.edu', role: 'member' }],
  })
  const page = await openClass('/courses/4712/users')
  const link = await copyLink(extension, page, /Restricted/)

  for (const [address, getsIn] of [
    ['stranger@example.edu', false],
    ['invited@example.edu', true],
  ] as const) {
    const context = await browser.newContext()
    const theirs = await context.newPage()
    await theirs.goto(link)
    const signIn = theirs.getByRole('link', { name: /sign in/i })
    if (await signIn.isVisible()) await signIn.click()
    await signInByCode(theirs, address, mailbox.mails)
    const join = theirs.getByRole('button', { name: /join/i })
    if (getsIn) {
      await join.click()
      await expect(theirs).toHaveURL(/\/groups\//)
    } else {
      if (await join.isVisible()) await join.click()
      await expect(theirs.locator('main')).toContainText(/invited/i)
      await expect(theirs).not.toHaveURL(/\/groups\//)
    }
    await context.close()
  }
  const { rows } = await call<{ rows: { email: string }[] }>(ours, 'members.list', {
    groupId: group,
    state: 'accepted',
  })
  expect(rows.map(({ email }) => email)).toContain('invited@example.edu')
  expect(rows.map(({ email }) => email)).not.toContain('stranger@example.edu')
})

test('the icon’s menu copies the link of a Group of the last sends', async ({ extension, openClass }) => {
  const ours = await signInAsDemo(extension)
  const group = await groupId(ours)
  await startJob(ours, group, 2)
  await jobIs(ours, 'done')
  const page = await openClass('/courses/4712/users')
  await page.bringToFront()
  await extension.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  // The menu is the browser's own and cannot be clicked from here: what it tells is told to the real worker.
  const worker = await extension.worker()
  await worker.evaluate(
    async ([menuItemId, url]) => {
      const [tab] = await chrome.tabs.query({ url })
      chrome.contextMenus.onClicked.dispatch({ menuItemId }, tab)
    },
    [group, page.url()] as const,
  )
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(copied).toMatch(/\/join\/[\w-]+$/)
  const { links } = await call<{ links: { url: string; access: string; role: string }[] }>(ours, 'links.list', {
    groupId: group,
  })
  expect(links).toMatchObject([{ url: await copied(), access: 'restricted', role: 'member' }])
})
