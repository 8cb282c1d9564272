import { inpageButton, panel, panelOpens, panelsOn, signInAsDemo } from '../support/steps.ts'
import { expect, test } from '../support/world.ts'

/** Pages live longer than one address, and longer than one version of the extension. */

test('the address leaves the roster without a new page, and comes back', async ({ openClass }) => {
  const page = await openClass()
  await expect(inpageButton(page)).toHaveText(/Invite 297 people/)
  await page.evaluate(() => history.pushState({}, '', '/courses/4711'))
  await expect(inpageButton(page)).toHaveCount(0)
  await page.goBack()
  await expect(inpageButton(page)).toHaveText(/Invite 297 people/)
})

test.describe('in a browser that keeps pages', () => {
  test.use({ keepsPages: true })

  test('a roster that comes back as it was left has one button, which tells of who came meanwhile', async ({
    extension,
    lms,
    openClass,
  }) => {
    await signInAsDemo(extension)
    const late = lms.course('4711').people.at(-1)
    lms.set({ courses: { 4711: { absent: [late?.id ?? ''] } } })
    const page = await openClass()
    await expect(inpageButton(page)).toHaveText(/Invite 296 people/)
    await page.evaluate(() =>
      addEventListener('pageshow', ({ persisted }) => document.body.setAttribute('data-kept', `${persisted}`)),
    )
    // A page with a panel open is not kept, one that had a panel is.
    await inpageButton(page).click()
    await panelOpens(page)
    await page.keyboard.press('Escape')
    await expect.poll(() => panelsOn(page)).toEqual([])
    await page.goto(`${lms.url}/courses/4711`)
    lms.set({ courses: { 4711: { absent: [] } } })
    await page.goBack({ waitUntil: 'commit' })
    await expect(page.locator('body')).toHaveAttribute('data-kept', 'true')
    await expect(inpageButton(page)).toHaveText(/Invite 297 people/)
    await expect(inpageButton(page)).toHaveCount(1)
    await inpageButton(page).click()
    await panelOpens(page)
    await expect(panel(page).getByText(/^\d+ people, complete/)).toBeVisible()
  })

  test('a roster that comes back when its site may not be read any more is left as it was, and read by nobody', async ({
    extension,
    lms,
    openClass,
  }) => {
    await signInAsDemo(extension)
    const page = await openClass()
    await expect(inpageButton(page)).toHaveText(/Invite 297 people/)
    await page.evaluate(() =>
      addEventListener('pageshow', ({ persisted }) => document.body.setAttribute('data-kept', `${persisted}`)),
    )
    await page.goto(`${lms.url}/courses/4711`)
    await extension.siteAccess('ON_CLICK')
    const before = lms.log.length
    await page.goBack({ waitUntil: 'commit' })
    await expect(page.locator('body')).toHaveAttribute('data-kept', 'true')
    await expect(inpageButton(page)).toHaveCount(0)
    // A person's click on the icon is a permission for this page: it is read for the popup.
    const asked = () => lms.log.slice(before).filter(({ path }) => path.includes('/users'))
    expect(asked()).toEqual([])
    const popup = await extension.openPopup(page)
    await expect(popup.getByText('304 people, complete')).toBeVisible()
    expect(asked()).not.toEqual([])
  })
})

test('the extension is updated under an open page: one button, and it works', async ({ extension, openClass }) => {
  await signInAsDemo(extension)
  const page = await openClass()
  await expect(inpageButton(page)).toHaveText(/Invite 297 people/)
  const older = await inpageButton(page).elementHandle()
  await extension.update()
  // The new version puts itself into the pages that are open, in place of the older.
  await expect.poll(() => older?.evaluate((button) => button.isConnected)).toBe(false)
  await expect(inpageButton(page)).toHaveText(/Invite 297 people/)
  await inpageButton(page).click()
  await panelOpens(page)
  await expect(panel(page).getByRole('combobox', { name: 'Group' })).toBeVisible()
  await expect(inpageButton(page)).toHaveCount(1)
})

test('permission withdrawn under an open page: the button goes, the popup says so and offers it again', async ({
  extension,
  openClass,
}) => {
  await signInAsDemo(extension)
  const page = await openClass('/courses/4712/users')
  await expect(inpageButton(page)).toHaveText(/Invite 47 people/)
  await extension.siteAccess('ON_CLICK')
  await expect(inpageButton(page)).toHaveCount(0)
  const popup = await extension.openPopup(page)
  await expect(popup.getByText('48 people, complete')).toBeVisible()
  await expect(popup.getByText('Rollcall may no longer look at 127.0.0.1')).toBeVisible()
  await expect(popup.getByRole('button', { name: 'Allow again' })).toBeVisible()
  await popup.close()
  // The browser's own question cannot be answered from here: it is as if the person had answered it.
  await extension.siteAccess('ON_ALL_SITES')
  await expect(inpageButton(page)).toHaveText(/Invite 47 people/)
  const later = await extension.openPopup(page)
  await expect(later.getByText('48 people, complete')).toBeVisible()
  await expect(later.getByText('Rollcall may no longer look at')).toHaveCount(0)
})
