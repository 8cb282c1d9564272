import { readFileSync } from 'node:fs'
import type { Locator } from '@playwright/test'
import { countOutbox } from '../support/mails.ts'
import {
  groupId,
  inpageButton,
  numberOn,
  panel,
  panelOpens,
  panelsOn,
  pendingIn,
  pickGroup,
  sendButton,
  signIn,
  signInAsDemo,
} from '../support/steps.ts'
import { expect, test } from '../support/world.ts'

/** Two clicks on the page: the button beside the heading, and the one in the panel. */

test('a class of 300 is invited from its page; the mails are on the outbox page', async ({
  extension,
  openClass,
  service,
}) => {
  const page = await openClass()
  await expect(inpageButton(page)).toHaveText(/Invite 297 people/)
  await inpageButton(page).click()
  await panelOpens(page)
  await signIn(extension, panel(page))
  await pickGroup(panel(page))
  await expect(sendButton(panel(page))).toBeVisible()
  expect(await numberOn(sendButton(panel(page)))).toBe(297)
  await sendButton(panel(page)).click()
  await expect(panel(page).getByText(/297 people are invited to Biology 101/)).toBeVisible()

  const saving = page.waitForEvent('download')
  await panel(page).getByRole('button', { name: 'Save as CSV' }).click()
  const lines = readFileSync(await (await saving).path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(lines).toHaveLength(298)

  expect(await countOutbox(await extension.context.newPage(), service.url)).toBe(297)
})

test.describe('with a mail server', () => {
  test.use({ smtp: true })

  test('the second visit knows the Group, and everybody in it', async ({ extension, openClass, mailbox }) => {
    const ours = await signInAsDemo(extension)
    const first = await openClass()
    await inpageButton(first).click()
    await panelOpens(first)
    await pickGroup(panel(first))
    await sendButton(panel(first)).click()
    await expect(panel(first).getByText(/297 people are invited to Biology 101/)).toBeVisible()
    expect(await pendingIn(ours, await groupId(ours))).toBe(297)
    await expect.poll(() => mailbox.mails.length, { timeout: 30_000 }).toBe(297)
    expect(new Set(mailbox.mails.map(({ to }) => to)).size).toBe(297)

    const again = await openClass()
    await inpageButton(again).click()
    await panelOpens(again)
    await expect(panel(again).getByRole('combobox', { name: 'Group' })).toHaveValue('Biology 101')
    await expect(panel(again).getByRole('button', { name: 'Everyone is invited' })).toBeVisible()
  })
})

test('the whole way by keyboard alone', async ({ extension, openClass }) => {
  await signInAsDemo(extension)
  const page = await openClass('/courses/4712/users')
  await expect(inpageButton(page)).toBeVisible()
  await inpageButton(page).focus()
  await page.keyboard.press('Enter')
  await panelOpens(page)
  const picker = panel(page).getByRole('combobox', { name: 'Group' })
  await expect(picker).toBeVisible()
  await picker.focus()
  await page.keyboard.type('Biology')
  await page.keyboard.press('Enter')
  await expect(picker).toHaveValue(/Biology/)
  await expect(sendButton(panel(page))).toBeEnabled()
  for (let presses = 0; presses < 60; presses++) {
    if (await sendButton(panel(page)).evaluate((button) => button === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(sendButton(panel(page))).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(panel(page).getByText(/are invited to Biology/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect.poll(() => panelsOn(page)).toHaveLength(0)
  await expect(inpageButton(page)).toBeFocused()
})

test('the whole way by keyboard alone, in the popup', async ({ extension, openClass }) => {
  await signInAsDemo(extension)
  const page = await openClass('/courses/4712/users')
  const popup = await extension.openPopup(page)
  const tabTo = async (there: Locator) => {
    await expect(there).toBeVisible()
    for (let presses = 0; presses < 60; presses++) {
      if (await there.evaluate((element) => element === document.activeElement)) return
      await popup.keyboard.press('Tab')
    }
    await expect(there).toBeFocused()
  }
  const picker = popup.getByRole('combobox', { name: 'Group' })
  await tabTo(picker)
  await popup.keyboard.type('Chemistry')
  await popup.keyboard.press('Enter')
  await expect(picker).toHaveValue(/Chemistry/)
  await expect(sendButton(popup)).toHaveText('Invite 45 students, 1 TA, and 1 teacher')
  // The screen is low here, and leaves the popup less than it asks for.
  await expect(sendButton(popup)).toBeInViewport({ ratio: 1 })
  // Under the system's own colours lines say what colours say elsewhere.
  await popup.emulateMedia({ forcedColors: 'active' })
  await expect(popup.getByRole('tab', { name: 'Invite' })).toHaveCSS('border-bottom-width', '2px')
  await expect(popup.getByRole('tab', { name: 'Members' })).toHaveCSS('border-bottom-width', '0px')
  await expect(sendButton(popup)).toHaveCSS('border-top-width', '1px')
  await tabTo(sendButton(popup))
  await popup.keyboard.press('Enter')
  await expect(popup.getByText(/47 people are invited to Chemistry/)).toBeVisible()
  const saving = popup.waitForEvent('download')
  await tabTo(popup.getByRole('button', { name: 'Save as CSV' }))
  await popup.keyboard.press('Enter')
  expect((await saving).suggestedFilename()).toBe('Chemistry-210.csv')
  await tabTo(popup.getByRole('button', { name: 'Done' }))
  await popup.keyboard.press('Enter')
  await expect(popup.getByRole('button', { name: 'Everyone is invited' })).toBeVisible()
})
