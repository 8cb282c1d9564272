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
