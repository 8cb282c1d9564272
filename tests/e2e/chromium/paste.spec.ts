import { groupId, jobIs, pendingIn, pickGroup, sendButton, signInAsDemo } from '../support/steps.ts'
import { expect, test } from '../support/world.ts'

test('a page that is no roster gets the paste box: any text in, people out', async ({ extension, service }) => {
  const ours = await signInAsDemo(extension)
  const page = await extension.context.newPage()
  await page.goto(`${service.url}/signin`)
  const popup = await extension.openPopup(page)
  await popup
    .getByLabel('Paste people')
    .fill(
      [
        '"Doe, Jane" <jane.doe@example.edu>; Noor Haddad <noor.haddad@example.edu>',
        'Avery Stone\tavery.stone@example.edu\tSection 2',
        'JANE.DOE@example.edu again, and a broken one: someone@',
      ].join('\n'),
    )
  await expect(popup.getByText('Jane Doe')).toBeVisible()
  await expect(popup.getByText('avery.stone@example.edu', { exact: true })).toBeVisible()
  await pickGroup(popup)
  await expect(sendButton(popup)).toHaveText(/3/)
  await sendButton(popup).click()
  await expect(popup.getByText(/3 people are invited to Biology 101/)).toBeVisible()
  await jobIs(ours, 'done')
  expect(await pendingIn(ours, await groupId(ours))).toBe(3)
})

test('a file is read on a page of its own, beside what was typed in the popup', async ({ extension, service }) => {
  const ours = await signInAsDemo(extension)
  const page = await extension.context.newPage()
  await page.goto(`${service.url}/signin`)
  const popup = await extension.openPopup(page)
  await popup.getByLabel('Paste people').fill('"Doe, Jane" <jane.doe@example.edu>')
  const opening = extension.context.waitForEvent('page')
  await popup.getByRole('button', { name: 'Use a file' }).click()
  const people = await opening
  await expect(people.getByText('Jane Doe')).toBeVisible()
  await people
    .getByLabel('Choose a file')
    .last()
    .setInputFiles({
      name: 'class.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Name;E-Mail\nHaddad, Noor;noor.haddad@example.edu\nDoe, Jane;JANE.DOE@example.edu\n'),
    })
  await expect(people.getByText('Noor Haddad')).toBeVisible()
  await pickGroup(people)
  await expect(sendButton(people)).toHaveText(/2/)
  await sendButton(people).click()
  await expect(people.getByText(/2 people are invited to Biology 101/)).toBeVisible()
  expect(await pendingIn(ours, await groupId(ours))).toBe(2)
  // What was typed is on no disk and in no store any more.
  expect(await ours.evaluate(() => chrome.storage.session.get('typed'))).toEqual({})
})
