import { expect } from '@playwright/test'
import type { Frame } from 'puppeteer-core'
import { plainMix } from '../../stand-in/canvas/standIn.ts'
import { press, shown } from '../support/firefox.ts'
import { buttonSays, openPanel, openRoster, pickGroup, pressFrom, signIn, test } from '../support/firefoxWorld.ts'

/** A course that is linked with a Group, in Firefox. */

test.use({
  classes: {
    courses: [
      { id: '4711', name: 'Introduction to Biology', code: 'BIO 101', size: 16, mix: { ...plainMix, tas: 1 } },
      { id: '4712', name: 'Organic Chemistry', code: 'CHEM 210', size: 20, mix: plainMix },
    ],
  },
})

const tickThe = async (panel: Frame, name: string) => {
  await (await panel.waitForSelector(`input[type="checkbox"][aria-label="${name}"]`))?.click()
}

test('three students added late, TA becomes Facilitator', async ({ firefox, lms, mailbox }) => {
  const { people } = lms.course('4711')
  const late = people.slice(-3).map(({ id }) => id)
  const ta = people.find(({ enrolments: [first] }) => first?.type === 'TaEnrollment')
  if (!ta?.email) throw new Error('The course has a TA.')
  lms.set({ courses: { 4711: { absent: late } } })
  const page = await openRoster(firefox, lms, '/courses/4711/users')
  await buttonSays(page, 'Invite 12 people')
  const panel = await openPanel(page)
  await signIn(firefox, panel)
  await pickGroup(panel, 'Biology 101')
  // At first the TA comes in as a Member.
  await panel.select(`select[aria-label*="${ta.name}"]`, 'member')
  await pressFrom(panel, 'Invite 1')
  await shown(panel, '12 people are invited to Biology 101')
  await press(panel, 'button', 'Done')
  await shown(panel, 'Linked to Biology 101')
  await buttonSays(page, 'Everyone is invited')

  lms.set({ courses: { 4711: { absent: [] } } })
  await page.reload()
  await buttonSays(page, '3 new people')
  const later = await openPanel(page)
  await tickThe(later, `Make ${ta.name} Facilitator`)
  await pressFrom(later, 'Change 1 role')
  await shown(later, '1 role was changed')
  await pressFrom(later, 'Invite 3 students')
  await shown(later, '3 people are invited to Biology 101')
  await buttonSays(page, 'Everyone is invited')
  await expect.poll(() => mailbox.mails.length, { timeout: 30_000 }).toBe(15)
})

test('sections are one send', async ({ firefox, lms, mailbox }) => {
  const page = await openRoster(firefox, lms, '/courses/4712/users')
  const panel = await openPanel(page)
  await signIn(firefox, panel)
  await pickGroup(panel, 'Chemistry 210')
  await press(panel, 'button', 'Invite by section')
  await pressFrom(panel, 'Invite 19 people by section')
  await shown(panel, '19 people are invited to')
  await press(panel, 'button', 'Done')
  await shown(panel, '2 of 2 sections have a Group')
  await expect.poll(() => new Set(mailbox.mails.map(({ to }) => to)).size, { timeout: 30_000 }).toBe(19)
})
