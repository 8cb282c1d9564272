import { linkIn } from '../support/mails.ts'
import { groupId, inpageButton, panel, panelOpens, pickGroup, sendButton, signInAsDemo } from '../support/steps.ts'
import { expect, test } from '../support/world.ts'

test.use({ smtp: true })

test('the mail says who invites to what, one click accepts, and the lists say Accepted', async ({
  extension,
  openClass,
  mailbox,
  service,
  browser,
}) => {
  const ours = await signInAsDemo(extension)
  const page = await openClass('/courses/4712/users')
  await inpageButton(page).click()
  await panelOpens(page)
  await pickGroup(panel(page))
  await sendButton(panel(page)).click()
  await expect(panel(page).getByText(/are invited to Biology 101/)).toBeVisible()
  await expect.poll(() => mailbox.mails.length).toBeGreaterThan(0)
  const [mail] = mailbox.mails
  if (!mail) throw new Error('No mail came.')

  // The student, in a browser of their own.
  const student = await browser.newContext()
  const theirs = await student.newPage()
  await theirs.goto(linkIn(mail))
  await expect(theirs.getByRole('heading')).toContainText('Biology 101')
  await expect(theirs.locator('main')).toContainText('Ada Instructor')
  await expect(theirs.locator('main')).toContainText('Member')
  // Looking changes nothing.
  await theirs.reload()
  await theirs.getByRole('button', { name: /accept/i }).click()
  await expect(theirs).toHaveURL(new RegExp(`/groups/${await groupId(ours)}`))
  await expect(theirs.getByText('Biology 101').first()).toBeVisible()
  // The link is used up, and says so.
  await theirs.goto(linkIn(mail))
  await expect(theirs.locator('main')).toContainText(/already|accepted/i)
  await student.close()

  // The popup.
  const popup = await extension.openPopup(page)
  await popup.getByRole('tab', { name: 'Members' }).click()
  await expect(popup.getByText(/Accepted/).first()).toBeVisible()
  await expect(popup.getByText(mail.to)).toBeVisible()

  // The web page, in the instructor's browser.
  const web = await extension.context.newPage()
  await web.goto(`${service.url}/groups/${await groupId(ours)}`)
  await expect(web.getByRole('tab', { name: /Accepted/ })).toBeVisible()
  await expect(web.getByText(mail.to)).toBeVisible()
  await web.getByRole('tab', { name: /Pending/ }).click()
  await expect(web.getByText(mail.to)).toHaveCount(0)
})
