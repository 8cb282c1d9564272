import { groupId, jobIs, signInAsDemo, startJob } from '../support/steps.ts'
import { expect, test } from '../support/world.ts'

test('an Owner sees who is pending, makes a Group and its link, and signs out', async ({
  extension,
  service,
  browser,
}) => {
  const ours = await signInAsDemo(extension)
  await startJob(ours, await groupId(ours), 250)
  await jobIs(ours, 'done')

  const context = await browser.newContext()
  const page = await context.newPage()
  // A breach of the page's own policy is only told on the console.
  const breaches: string[] = []
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) breaches.push(message.text())
  })
  await page.goto(`${service.url}/`)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: /continue as ada/i }).click()
  await page.getByRole('link', { name: 'Biology 101', exact: true }).click()
  await page.getByRole('tab', { name: 'Pending 250' }).click()
  const list = page.getByRole('list', { name: 'Pending' })
  // Pages come as the list is scrolled: in the end all are in it, below the line that counts them.
  await expect(async () => {
    await list.locator('..').evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight))
    await expect(list.locator('[aria-posinset="251"][aria-setsize="251"]')).toBeVisible({ timeout: 500 })
  }).toPass()
  await page.getByRole('searchbox', { name: 'Find a person' }).fill('student249')
  await expect(list.getByText('student249@example.edu')).toBeVisible()
  // Its line, and the one above the list that counts.
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await expect(page.getByText('Kept in the outbox')).toBeVisible()

  await page.getByRole('button', { name: 'Create' }).click()
  await page.getByLabel('Name of the new Group').fill('Physics 1')
  await page.getByRole('button', { name: 'Create Group' }).click()
  await expect(page.getByRole('heading', { name: 'Physics 1' })).toBeVisible()
  await page.getByRole('tab', { name: 'Share link' }).click()
  await page.getByRole('button', { name: 'Create and copy link' }).click()
  await expect(page.getByLabel('Link', { exact: true })).toHaveValue(/\/join\//)

  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in to see your Groups' })).toBeVisible()
  expect(breaches).toEqual([])
  await context.close()
})

test('two browsers on one list see each other’s changes, and invite by the same paste box', async ({
  service,
  browser,
}) => {
  const open = async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${service.url}/`)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: /continue as ada/i }).click()
    await page.getByRole('link', { name: 'Biology 101', exact: true }).click()
    await expect(page.getByRole('tab', { name: 'Pending 0' })).toBeVisible()
    return page
  }
  const [here, there] = [await open(), await open()]
  await there.getByRole('button', { name: 'Invite members' }).click()
  await there.getByRole('textbox', { name: 'Paste people' }).fill('Late Comer <late.comer@example.edu>')
  await there.getByRole('button', { name: 'Invite 1 person' }).click()
  await expect(there.getByRole('heading', { name: '1 person is invited to Biology 101' })).toBeVisible()
  // Nothing was pressed or loaded again here.
  await here.getByRole('tab', { name: 'Pending 1' }).click()
  await here.getByRole('button', { name: 'Late Comer' }).click()
  await here.getByRole('button', { name: 'Take back' }).click()
  await here.getByRole('button', { name: 'Take back' }).last().click()
  await there.getByRole('tab', { name: 'Members' }).click()
  await expect(there.getByRole('tab', { name: 'Pending 0' })).toBeVisible()
  for (const page of [here, there]) await page.context().close()
})
