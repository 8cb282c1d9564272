import { plainMix, startBlackboard } from '../../stand-in/blackboard/standIn.ts'
import { inpageButton, panel, panelOpens, pickGroup, sendButton, signInAsDemo } from '../support/steps.ts'
import { expect, openClassIn, test } from '../support/world.ts'

/** The LMS will not let the class be read: each reason its own sentence, with what to do. */

const roster = '/courses/4711/users'

test('signed out of the LMS while the page is open', async ({ extension, openClass, lms }) => {
  await signInAsDemo(extension)
  const page = await openClass('/courses/4711')
  lms.endSessions()
  const popup = await extension.openPopup(page)
  await expect(popup.getByText('Canvas has signed you out')).toBeVisible()
  await expect(popup.getByText(/Sign in to Canvas in this tab/)).toBeVisible()
  await expect(popup.getByRole('button', { name: 'Read again' })).toBeVisible()
})

test('not allowed to list the course, and no page to fall back on', async ({ extension, openClass, lms }) => {
  await signInAsDemo(extension)
  lms.set({ courses: { 4711: { readRoster: false } } })
  const page = await openClass('/courses/4711')
  const popup = await extension.openPopup(page)
  await expect(popup.getByText(/does not let your role list this course/)).toBeVisible()
  await expect(popup.getByRole('button', { name: 'Paste people instead' })).toBeVisible()
})

test('the API says no, the page has rows: they are read, and said not to be everyone', async ({
  extension,
  openClass,
  lms,
}) => {
  await signInAsDemo(extension)
  lms.set({ interruption: { as: 'unauthorized', match: '/api/v1/courses' } })
  const page = await openClass(roster)
  const popup = await extension.openPopup(page)
  await expect(popup.getByText(/the people on the page so far/)).toBeVisible()
})

for (const as of ['throttled403', 'throttled429'] as const)
  test(`asked to slow down (${as})`, async ({ extension, openClass, lms }) => {
    await signInAsDemo(extension)
    lms.set({ interruption: { as, match: '/users?', after: 1 } })
    const page = await openClass('/courses/4711')
    const popup = await extension.openPopup(page)
    await expect(popup.getByText('Canvas asks for a pause')).toBeVisible({ timeout: 40_000 })
    // It waits a moment and asks again, three times at most.
    expect(lms.log.filter(({ path }) => path.includes('/users?')).length).toBeLessThanOrEqual(6)
    lms.set({ interruption: null })
    await popup.getByRole('button', { name: 'Read again' }).click()
    await expect(popup.getByText(/complete/)).toBeVisible()
  })

test('the LMS breaks half-way', async ({ extension, openClass, lms }) => {
  await signInAsDemo(extension)
  lms.set({ interruption: { as: 'broken', match: '/users?', after: 2 } })
  const page = await openClass('/courses/4711')
  const popup = await extension.openPopup(page)
  await expect(popup.getByText(/gave an answer that could not be read/)).toBeVisible({ timeout: 30_000 })
})

test('an empty course', async ({ extension, openClass }) => {
  await signInAsDemo(extension)
  const page = await openClass('/courses/4717/users')
  const popup = await extension.openPopup(page)
  await expect(popup.getByText('Nobody is in this course yet')).toBeVisible()
})

test('the page is left half-way through the reading', async ({ extension, openClass, lms }) => {
  await signInAsDemo(extension)
  const page = await openClass('/courses/4714')
  lms.set({ latencyMs: 400 })
  const popup = await extension.openPopup(page)
  await expect(popup.getByText(/so far|of \d,\d{3}/).first()).toBeVisible()
  await page.goto(`${lms.url}/`)
  await expect(
    popup.getByText(/The page was left while it was being read|Open the People page|Paste people/).first(),
  ).toBeVisible()
})

test('addresses are hidden: said, login ids that are addresses unticked until they are used, a link for the others', async ({
  extension,
  openClass,
}) => {
  await signInAsDemo(extension)
  const page = await openClass('/courses/4715/users')
  await expect(inpageButton(page)).toBeVisible()
  await inpageButton(page).click()
  await panelOpens(page)
  await expect(panel(page).getByText('Canvas hides addresses from your role')).toBeVisible()
  await expect(panel(page).getByText('Login id, may get no mail').first()).toBeVisible()
  await panel(page)
    .getByRole('button', { name: /^Use \d+ login ids/ })
    .click()
  await expect(panel(page).getByText('Canvas hides addresses from your role')).toHaveCount(0)
  await page.keyboard.press('Escape')

  const popup = await extension.openPopup(page)
  await popup.getByRole('button', { name: 'Share a link', exact: true }).click()
  await pickGroup(popup)
  await popup.getByRole('radio', { name: /Anyone/ }).check()
  await popup.getByRole('button', { name: /copy link/i }).click()
  await expect(popup.getByRole('button', { name: 'Copied' })).toBeVisible()
})

test.describe('with a mail server', () => {
  test.use({ smtp: true })

  test('addresses kept private and one mistyped: a rule that the known ones bear out, a slip put right, everybody mailed once', async ({
    extension,
    mailbox,
  }) => {
    const mix = { ...plainMix, hidden: 6, mistyped: 1 }
    const drawing = { id: '_4711_1', name: 'Life Drawing', code: 'ART12', size: 24, mix, loginsBeginAddresses: true }
    const lms = await startBlackboard({ courses: [drawing] })
    try {
      await signInAsDemo(extension)
      const page = await openClassIn(extension, lms, '/ultra/courses/_4711_1/outline/roster')
      await inpageButton(page).click()
      await panelOpens(page)
      const screen = panel(page)
      await pickGroup(screen)
      await expect(screen.getByText('People may hide their address in Blackboard')).toBeVisible()
      await expect(sendButton(screen)).toHaveText('Invite 16 students')

      const mistyped = screen.getByRole('listitem').filter({ hasText: '@gmial.com' })
      await expect(mistyped).toContainText('Looks like a typo')
      await expect(mistyped.getByRole('checkbox')).not.toBeChecked()
      await mistyped.getByRole('button', { name: /^Use gmail\.com instead/ }).click()
      await expect(sendButton(screen)).toHaveText('Invite 17 students')

      await expect(screen.getByText(/login@example\.edu: it is right for 17 of 17 people/)).toBeVisible()
      await screen.getByRole('button', { name: 'Use login@example.edu' }).click()
      await expect(screen.getByText('6 addresses are made from login ids')).toBeVisible()
      await expect(sendButton(screen)).toHaveText('Invite 23 students')
      await sendButton(screen).click()
      await expect(screen.getByText('23 people are invited to Biology 101')).toBeVisible()

      const meant = lms
        .course('_4711_1')
        .people.filter(({ role, isPreview }) => role === 'Student' && !isPreview)
        .map(({ email }) => email.replace('@gmial.com', '@gmail.com'))
      expect(meant).toHaveLength(23)
      await expect.poll(() => mailbox.mails.length, { timeout: 30_000 }).toBe(23)
      expect(mailbox.mails.map(({ to }) => to).toSorted()).toEqual(meant.toSorted())
    } finally {
      await lms.stop()
    }
  })
})

test('a site that was not granted gets no script at all', async ({ extension }) => {
  const worker = await extension.worker()
  const scripts = await worker.evaluate(() => chrome.scripting.getRegisteredContentScripts())
  expect(scripts.flatMap(({ matches }) => matches)).toEqual(['http://127.0.0.1/*'])
})
