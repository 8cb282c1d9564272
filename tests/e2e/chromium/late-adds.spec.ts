import type { Page } from '@playwright/test'
import { plainMix } from '../../stand-in/canvas/standIn.ts'
import type { ExtensionBrowser } from '../support/chromium.ts'
import { launchChromium } from '../support/chromium.ts'
import { linkIn } from '../support/mails.ts'
import {
  call,
  groupId,
  inpageButton,
  panel,
  panelOpens,
  pickGroup,
  sendButton,
  signInAsDemo,
  tellServiceAddress,
} from '../support/steps.ts'
import { expect, openClassIn, test } from '../support/world.ts'

/** A course that is linked with a Group: who comes late, who becomes somebody else, who is gone. */

test.use({
  classes: {
    courses: [
      { id: '4711', name: 'Introduction to Biology', code: 'BIO 101', size: 16, mix: { ...plainMix, tas: 1 } },
      { id: '4712', name: 'Organic Chemistry', code: 'CHEM 210', size: 9, mix: plainMix },
    ],
  },
})

/** What the toolbar shows over a page. */
const badgeOver = async (extension: ExtensionBrowser, page: Page): Promise<string> =>
  (await extension.worker()).evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url })
    return chrome.action.getBadgeText(tab ? { tabId: tab.id } : {})
  }, page.url())

/** Invites everybody of a course into a Group from its page, and shuts the panel. */
const inviteAll = async (page: Page, group = 'Biology 101') => {
  await inpageButton(page).click()
  await panelOpens(page)
  await pickGroup(panel(page), group)
  await sendButton(panel(page)).click()
  await expect(panel(page).getByText(/are invited to/)).toBeVisible()
  await panel(page).getByRole('button', { name: 'Done' }).click()
  await expect(panel(page).getByText(`Linked to ${group}`)).toBeVisible()
  await page.keyboard.press('Escape')
}

test('three students added late', async ({ extension, lms, openClass }) => {
  await signInAsDemo(extension)
  const late = lms
    .course('4711')
    .people.slice(-3)
    .map(({ id }) => id)
  lms.set({ courses: { 4711: { absent: late } } })
  const page = await openClass()
  await inviteAll(page)
  await expect(inpageButton(page)).toHaveText('Everyone is invited')
  expect(await badgeOver(extension, page)).toBe('')

  lms.set({ courses: { 4711: { absent: [] } } })
  await page.reload()
  await expect(inpageButton(page)).toHaveText('3 new people')
  await expect.poll(() => badgeOver(extension, page)).toBe('3')
  await inpageButton(page).click()
  await panelOpens(page)
  await expect(panel(page).getByText('Linked to Biology 101')).toBeVisible()
  await panel(page).getByRole('button', { name: 'Invite 3 students' }).click()
  await expect(panel(page).getByText('3 people are invited to Biology 101')).toBeVisible()
  await expect(inpageButton(page)).toHaveText('Everyone is invited')
  await expect.poll(() => badgeOver(extension, page)).toBe('')
})

test('TA becomes Facilitator', async ({ extension, lms, openClass }) => {
  const ours = await signInAsDemo(extension)
  const group = await groupId(ours)
  const ta = lms.course('4711').people.find(({ enrolments: [first] }) => first?.type === 'TaEnrollment')
  if (!ta?.email) throw new Error('The course has a TA.')
  await call(ours, 'invitations.send', {
    groupId: group,
    key: crypto.randomUUID(),
    batch: crypto.randomUUID(),
    origin: 'manual',
    people: [{ email: ta.email, name: ta.name, role: 'member' }],
  })
  const page = await openClass()
  await inpageButton(page).click()
  await panelOpens(page)
  await pickGroup(panel(page))
  await expect(panel(page).getByRole('button', { name: 'Invite 14 students' })).toBeVisible()
  const tick = panel(page).getByRole('checkbox', { name: `Make ${ta.name} Facilitator` })
  await expect(tick).not.toBeChecked()
  await tick.check()
  await panel(page).getByRole('button', { name: 'Change 1 role' }).click()
  await expect(panel(page).getByText('1 role was changed')).toBeVisible()
  const pending = () =>
    call<{ rows: { email: string; role: string }[] }>(ours, 'members.list', { groupId: group, state: 'pending' })
  expect((await pending()).rows).toMatchObject([{ email: ta.email, role: 'facilitator' }])
  await panel(page).getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await pending()).rows[0]?.role).toBe('member')
})

test('two tabs, two rosters', async ({ extension, lms, openClass }) => {
  await signInAsDemo(extension)
  const [one, two] = ['4711', '4712'].map((id) => lms.course(id).people.map((person) => person.id))
  lms.set({ courses: { 4711: { absent: one?.slice(-3) }, 4712: { absent: two?.slice(-2) } } })
  const biology = await openClass()
  await inviteAll(biology)
  const chemistry = await openClass('/courses/4712/users')
  await inviteAll(chemistry, 'Chemistry 210')
  lms.set({ courses: { 4711: { absent: [] }, 4712: { absent: [] } } })
  await biology.reload()
  await chemistry.reload()
  await expect(inpageButton(biology)).toHaveText('3 new people')
  await expect(inpageButton(chemistry)).toHaveText('2 new people')
  await expect.poll(() => badgeOver(extension, biology)).toBe('3')
  await expect.poll(() => badgeOver(extension, chemistry)).toBe('2')

  await chemistry.goto(`${lms.url}/`)
  await expect.poll(() => badgeOver(extension, chemistry)).toBe('')
  expect(await badgeOver(extension, biology)).toBe('3')

  const options = await extension.context.newPage()
  await options.goto(`chrome-extension://${extension.id}/options.html`)
  await options.getByRole('button', { name: 'Sign out' }).click()
  await expect.poll(() => badgeOver(extension, biology)).toBe('')
  await expect(inpageButton(biology)).toHaveText('Invite 15 people')
})

test.describe('with a mail server', () => {
  test.use({ smtp: true })

  test('a student dropped and restored', async ({ extension, lms, openClass, mailbox, browser }) => {
    const ours = await signInAsDemo(extension)
    const group = await groupId(ours)
    const page = await openClass()
    await inviteAll(page)
    const dropped = lms.course('4711').people.at(-1)
    if (!dropped?.email) throw new Error('The course has students.')
    const mailTo = () => mailbox.mails.find(({ to }) => to === dropped.email)
    await expect.poll(mailTo).toBeDefined()
    const student = await browser.newPage()
    await student.goto(linkIn(mailTo()!))
    await student.getByRole('button', { name: /accept/i }).click()
    await expect(student).toHaveURL(new RegExp(`/groups/${group}`))
    await student.close()

    lms.set({ courses: { 4711: { absent: [dropped.id] } } })
    await page.reload()
    await expect(inpageButton(page)).toHaveText('Everyone is invited')
    await inpageButton(page).click()
    await panelOpens(page)
    await expect(panel(page).getByText('1 person is gone from the roster')).toBeVisible()
    await panel(page).getByRole('button', { name: 'Show them' }).click()
    const tick = panel(page).getByRole('checkbox', { name: `Remove ${dropped.name}` })
    await expect(tick).not.toBeChecked()
    await tick.check()
    await panel(page).getByRole('button', { name: 'Remove 1 person' }).click()
    await expect(panel(page).getByText('1 person was removed from the Group')).toBeVisible()
    const members = async (state: string) =>
      (
        await call<{ rows: { email: string; origin: string; role: string }[] }>(ours, 'members.list', {
          groupId: group,
          state,
        })
      ).rows
    expect((await members('removed')).map(({ email }) => email)).toEqual([dropped.email])
    await panel(page).getByRole('button', { name: 'Undo' }).click()
    await expect(panel(page).getByText('Everything is as it was')).toBeVisible()
    expect(await members('accepted')).toContainEqual(
      expect.objectContaining({ email: dropped.email, origin: 'roster', role: 'member' }),
    )
  })

  test('two instructors, one course', async ({ extension, lms, openClass, mailbox, service }) => {
    const ours = await signInAsDemo(extension)
    await inviteAll(await openClass())
    const ben = 'ben.instructor@example.edu'
    await call(ours, 'invitations.send', {
      groupId: await groupId(ours, 'Chemistry 210'),
      key: crypto.randomUUID(),
      batch: crypto.randomUUID(),
      origin: 'manual',
      people: [{ email: ben, name: 'Ben Instructor', role: 'owner' }],
    })
    const mailsTo = () => mailbox.mails.filter(({ to }) => to === ben)
    await expect.poll(() => mailsTo().length).toBe(1)

    const second = await launchChromium()
    try {
      await tellServiceAddress(second, service.url)
      const accepting = await second.context.newPage()
      await accepting.goto(linkIn(mailsTo()[0]!))
      await accepting.getByRole('button', { name: /accept/i }).click()
      await expect(accepting).toHaveURL(/\/groups\//)
      const options = await second.context.newPage()
      await options.goto(`chrome-extension://${second.id}/options.html`)
      const opening = second.context.waitForEvent('page')
      await options.getByRole('button', { name: /^sign in/i }).click()
      await (await opening).getByRole('button', { name: /^connect/i }).click()
      await expect(options.getByText(ben)).toBeVisible()

      // The Group is not his to see: nor is the link.
      const page = await openClassIn(second, lms)
      await expect(inpageButton(page)).toHaveText('Invite 15 people')
      await inpageButton(page).click()
      await panelOpens(page)
      await expect(panel(page).getByRole('combobox', { name: 'Group' })).toHaveValue('Chemistry 210')
      await expect(panel(page).getByText(/Linked to/)).toHaveCount(0)

      await call(ours, 'invitations.send', {
        groupId: await groupId(ours),
        key: crypto.randomUUID(),
        batch: crypto.randomUUID(),
        origin: 'manual',
        people: [{ email: ben, role: 'owner' }],
      })
      // What the panel has just asked for it does not ask for again at once.
      await expect(async () => {
        await page.reload()
        await expect(inpageButton(page)).toHaveText('Everyone is invited')
        await inpageButton(page).click()
        await panelOpens(page)
        await expect(panel(page).getByText('Linked to Biology 101')).toBeVisible({ timeout: 3000 })
      }).toPass()
      await expect(panel(page).getByRole('combobox', { name: 'Group' })).toHaveValue('Biology 101')
    } finally {
      await second.stop()
    }
  })
})
