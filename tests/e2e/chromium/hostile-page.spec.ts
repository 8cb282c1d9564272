import type { Locator, Page } from '@playwright/test'
import { inpageButton, panel, panelOpens, panelsOn, pickGroup, sendButton, signInAsDemo } from '../support/steps.ts'
import { expect, test } from '../support/world.ts'

test.use({ smtp: true })

/** Lays a picture over the panel that lets presses through. */
const lay = (page: Page) =>
  page.evaluate(() => {
    const cover = document.createElement('div')
    cover.id = 'cover'
    cover.popover = 'manual'
    cover.style.cssText =
      'position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:#fffffffe;pointer-events:none'
    document.body.append(cover)
    cover.showPopover()
  })

const uncover = (page: Page) => page.evaluate(() => document.querySelector('#cover')?.remove())

/** A press where something lies, once it is known to be covered. */
const pressUnder = async (page: Page, what: Locator) => {
  await expect(panel(page).locator('html[data-in-sight]')).toHaveCount(0)
  const box = await what.boundingBox()
  if (!box) throw new Error('The button is not drawn.')
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
}

/** A page of a granted site that wants to press for its reader, or read what is shown to them. */
test('a hostile page can neither press Invite nor read the panel', async ({ extension, openClass, mailbox }) => {
  await signInAsDemo(extension)
  const page = await openClass()
  await expect(inpageButton(page)).toHaveText(/Invite 297 people/)

  // A script's press opens nothing; one panel is there after the person's.
  await page.evaluate(() => {
    const button = document.querySelector('rollcall-inpage')?.shadowRoot?.querySelector('button')
    button?.click()
    button?.dispatchEvent(new PointerEvent('click', { bubbles: true, composed: true }))
  })
  await inpageButton(page).click()
  await panelOpens(page)

  // No way in for a script: no root, no frame, no address with a proof in it.
  const found = await page.evaluate(() => ({
    frames: window.length,
    inside: [...document.querySelectorAll('rollcall-inpage')].map(
      ({ shadowRoot }) => shadowRoot?.querySelectorAll('iframe').length ?? 0,
    ),
    addresses: performance.getEntries().filter(({ name }) => /panel\.html./.test(name)).length,
  }))
  expect(found).toEqual({ frames: 0, inside: [0, 0], addresses: 0 })

  await pickGroup(panel(page))
  await expect(sendButton(panel(page))).toBeEnabled()

  await lay(page)
  await pressUnder(page, sendButton(panel(page)))
  await expect(panel(page).getByRole('alert')).toHaveText(/That press was ignored/)
  expect(mailbox.mails).toEqual([])

  // Uncovered it takes presses again, in a dialog of its own at once unless that is covered; shifted under the hand it goes.
  await uncover(page)
  await panel(page).locator('html[data-in-sight]').waitFor()
  await panel(page).getByRole('tab', { name: 'Share link' }).click()
  await panel(page).getByRole('button', { name: 'Create and copy link' }).click()
  const dialog = panel(page).getByRole('dialog')
  const close = dialog.getByRole('button', { name: 'Close' })
  const openDialog = () => panel(page).getByRole('button', { name: 'QR code' }).click()
  await openDialog()
  await close.click()
  await expect(dialog).toHaveCount(0)
  await openDialog()
  await panel(page).locator('html[data-in-sight]').waitFor()
  await lay(page)
  await pressUnder(page, close)
  await expect(dialog.getByRole('alert')).toHaveText(/That press was ignored/)
  await uncover(page)
  await panel(page).locator('html[data-in-sight]').waitFor()
  await close.click()
  await expect(dialog).toHaveCount(0)
  await page.evaluate(() => {
    for (const host of document.querySelectorAll<HTMLElement>('rollcall-inpage'))
      host.style.setProperty('transform', 'translate(-300px, 40px)', 'important')
  })
  await expect.poll(() => panelsOn(page)).toHaveLength(0)

  // Framed by the page itself it draws nothing, whatever it is told.
  await page.evaluate((id) => {
    const frame = document.createElement('iframe')
    frame.src = `chrome-extension://${id}/panel.html`
    frame.addEventListener('load', () => frame.contentWindow?.postMessage({ rollcallTicket: 'made up' }, '*'))
    document.body.append(frame)
  }, extension.id)
  await expect.poll(() => panelsOn(page)).toHaveLength(1)
  await panel(page).waitForLoadState('load')
  expect(await panel(page).locator('#root').innerHTML()).toBe('')
})
