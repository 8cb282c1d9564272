import { rosterPages } from '../support/rosters.ts'
import {
  groupId,
  inpageButton,
  numberOn,
  panel,
  panelOpens,
  pendingIn,
  pickGroup,
  sendButton,
  signInAsDemo,
} from '../support/steps.ts'
import { expect, openClassIn, test } from '../support/world.ts'

/** The built extension on a page of every stand-in LMS: the class is read, counted, and invited with two clicks. */

const isRead = ({ method, path }: { method: string; path: string }) =>
  method === 'GET' || (method === 'POST' && path.includes('core_table_get_dynamic_table_content'))

for (const { name, start, path, frame, inFrame } of rosterPages)
  test(`${name}: a class is invited from its page`, async ({ extension }) => {
    await signInAsDemo(extension)
    const lms = await start()
    try {
      const page = await openClassIn(extension, lms, path)
      lms.log.length = 0
      if (frame && inFrame) {
        const inner = await (await page.waitForSelector(frame)).contentFrame()
        await inner?.goto(`${lms.url}${inFrame}`)
      }
      const button = frame
        ? page.frameLocator(frame).locator('rollcall-inpage').getByRole('button')
        : inpageButton(page)
      await expect(button).toHaveText(/Invite 599 people/)
      await button.click()
      await panelOpens(page)
      await pickGroup(panel(page))
      await expect(sendButton(panel(page))).toBeVisible()
      expect(await numberOn(sendButton(panel(page)))).toBe(599)
      await sendButton(panel(page)).click()
      await expect(panel(page).getByText(/599 people are invited to Biology 101/)).toBeVisible()

      expect(lms.log.filter((entry) => !isRead(entry))).toEqual([])
      expect(
        Math.max(...lms.log.filter(({ by }) => by === 'other').map(({ inFlight }) => inFlight)),
      ).toBeLessThanOrEqual(3)
    } finally {
      await lms.stop()
    }
  })

/** The pages that are read by an API of their own; what goes wrong with Canvas has its own stories. */
const others = rosterPages.filter(({ label, frame }) => label !== 'Canvas' && !frame)

for (const { name, label, start, path, asks } of others) {
  test(`${name}: the session ends half-way`, async ({ extension }) => {
    await signInAsDemo(extension)
    const lms = await start()
    try {
      lms.set({ interruption: { as: 'unauthenticated', match: asks, after: 1 } })
      const page = await openClassIn(extension, lms, path)
      await expect(inpageButton(page)).toBeVisible()
      lms.endSessions()
      const popup = await extension.openPopup(page)
      await popup.getByRole('button', { name: 'Read again' }).click()
      await expect(popup.getByText(`${label} has signed you out`)).toBeVisible()
      await expect(popup.getByRole('button', { name: /^Invite \d/ })).toHaveCount(0)
    } finally {
      await lms.stop()
    }
  })

  test(`${name}: asked to slow down half-way, and read again`, async ({ extension }) => {
    await signInAsDemo(extension)
    const lms = await start()
    try {
      lms.set({ interruption: { as: 'throttled429', match: asks, after: 1 } })
      const page = await openClassIn(extension, lms, path)
      const popup = await extension.openPopup(page)
      await expect(popup.getByText(`${label} asks for a pause`)).toBeVisible({ timeout: 40_000 })
      lms.set({ interruption: null })
      await popup.getByRole('button', { name: 'Read again' }).click()
      await expect(popup.getByText('600 people, complete')).toBeVisible()
    } finally {
      await lms.stop()
    }
  })

  test(`${name}: the tab is closed half-way`, async ({ extension }) => {
    const ours = await signInAsDemo(extension)
    const lms = await start()
    try {
      lms.set({ latencyMs: 1000 })
      const page = await openClassIn(extension, lms, path)
      await expect(inpageButton(page)).toContainText('Reading')
      await page.close()
      const asked = lms.log.length
      await expect.poll(() => lms.log.every(({ status }) => status !== 0)).toBe(true)
      await fetch(lms.url)
      expect(lms.log.slice(asked).filter(({ path }) => path.includes(asks))).toEqual([])
      expect(await pendingIn(ours, await groupId(ours))).toBe(0)
    } finally {
      await lms.stop()
    }
  })
}
