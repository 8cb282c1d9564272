import { launchChromium } from '../support/chromium.ts'
import {
  call,
  groupId,
  inpageButton,
  jobIs,
  jobs,
  panel,
  panelOpens,
  pendingIn,
  pickGroup,
  sendButton,
  signInAsDemo,
  tellServiceAddress,
} from '../support/steps.ts'
import { expect, openClassIn, test } from '../support/world.ts'

/** What changes between the popup and Send, hostile input, and two senders at once. */

test.describe('between the popup and Send', () => {
  test.use({ postgres: true })

  test('the Group is deleted: refused with its reason, the list kept', async ({ extension, openClass, sql }) => {
    await signInAsDemo(extension)
    const page = await openClass('/courses/4712/users')
    await inpageButton(page).click()
    await panelOpens(page)
    await pickGroup(panel(page))
    await expect(sendButton(panel(page))).toBeEnabled()
    await sql(`update groups set deleted_at = now() where name = 'Biology 101'`)
    await sendButton(panel(page)).click()
    await expect(panel(page).getByText('Biology 101 is not there any more')).toBeVisible()
    await expect(panel(page).getByRole('button', { name: 'Copy list' })).toBeVisible()
    await panel(page).getByRole('button', { name: 'Back to the list' }).click()
    await expect(panel(page).getByRole('combobox', { name: 'Group' })).toBeVisible()
  })

  test('the role is lost: refused with its reason, the list kept', async ({ extension, openClass, sql }) => {
    const ours = await signInAsDemo(extension)
    const group = await groupId(ours)
    const page = await openClass('/courses/4712/users')
    await inpageButton(page).click()
    await panelOpens(page)
    await pickGroup(panel(page))
    await expect(sendButton(panel(page))).toBeEnabled()
    await sql(`update members set role = 'facilitator' where group_id = $1`, [group])
    await sql(`update workspace_members set role = 'member'`)
    await sendButton(panel(page)).click()
    await expect(panel(page).getByText('You may not invite people to Biology 101 any more')).toBeVisible()
    expect((await jobs(ours)).at(-1)).toMatchObject({ state: 'refused', refused: 'notAllowed', sent: 0 })
  })
})

test('hostile names are shown as text, cut, and never run', async ({ extension, openClass, service }) => {
  const ours = await signInAsDemo(extension)
  const page = await openClass('/courses/4716/users')
  await inpageButton(page).click()
  await panelOpens(page)
  await pickGroup(panel(page))
  await expect(panel(page).getByText('<img', { exact: false }).first()).toBeVisible()
  await expect(panel(page).locator('img[src="x"], img[onerror]')).toHaveCount(0)
  await sendButton(panel(page)).click()
  await expect(panel(page).getByText(/are invited to Biology 101/)).toBeVisible()
  const { rows } = await call<{ rows: { name: string }[] }>(ours, 'members.list', {
    groupId: await groupId(ours),
    state: 'pending',
    limit: 200,
  })
  expect(Math.max(...rows.map(({ name }) => name.length))).toBeLessThanOrEqual(120)
  for (const { name } of rows) expect(name).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
  // The web app and the outbox draw them as text too.
  const web = await extension.context.newPage()
  let dialogs = 0
  web.on('dialog', (dialog) => {
    dialogs++
    return dialog.dismiss()
  })
  await web.goto(`${service.url}/groups/${await groupId(ours)}`)
  await web.getByRole('tab', { name: /Pending/ }).click()
  await expect(web.getByText('<img', { exact: false }).first()).toBeVisible()
  await web.goto(`${service.url}/outbox`)
  await expect(web.locator('img[onerror]')).toHaveCount(0)
  expect(dialogs).toBe(0)
})

test.describe('two popups send the same class at once', () => {
  test.use({ smtp: true })

  test('one invitation and one mail each', async ({ extension, openClass, lms, service, mailbox }) => {
    const other = await launchChromium()
    await tellServiceAddress(other, service.url)
    const ours = await signInAsDemo(extension)
    const theirs = await signInAsDemo(other)
    const pages = [await openClass(), await openClassIn(other, lms)]
    for (const page of pages) {
      await inpageButton(page).click()
      await panelOpens(page)
      await pickGroup(panel(page))
      await expect(sendButton(panel(page))).toBeEnabled()
    }
    await Promise.all(pages.map((page) => sendButton(panel(page)).click()))
    const ended = [await jobIs(ours, 'done'), await jobIs(theirs, 'done')]
    const sum = (outcome: string) => ended.reduce((total, { counts }) => total + (counts[outcome] ?? 0), 0)
    expect(sum('invited')).toBe(297)
    expect(sum('pending')).toBe(297)
    expect(await pendingIn(ours, await groupId(ours))).toBe(297)
    await expect.poll(() => mailbox.mails.length, { timeout: 30_000 }).toBe(297)
    expect(new Set(mailbox.mails.map(({ to }) => to)).size).toBe(297)
    await other.stop()
  })
})

test.describe('Undo', () => {
  test.use({ smtp: true, serviceEnv: { HOLD_SECONDS: '60' } })

  test('takes a send back while its mails are held', async ({ extension, openClass, mailbox }) => {
    const ours = await signInAsDemo(extension)
    const page = await openClass('/courses/4712/users')
    await inpageButton(page).click()
    await panelOpens(page)
    await pickGroup(panel(page))
    await sendButton(panel(page)).click()
    await panel(page).getByRole('button', { name: /Undo/ }).click()
    await expect(panel(page).getByText(/invitations taken back/)).toBeVisible()
    expect(await pendingIn(ours, await groupId(ours))).toBe(0)
    expect(mailbox.mails).toEqual([])
  })
})
