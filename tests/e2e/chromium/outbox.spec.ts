import { newSend } from '../../helpers/newSend.ts'
import type { Caller } from '../../helpers/service.ts'
import { startWorld, type World } from '../../server/auth/world.ts'
import { watchPolicy } from '../support/policy.ts'
import { openWeb } from '../support/webApp.ts'
import { expect, test } from '../support/world.ts'

/** The mails that stay here while no mail server is set up: as they would look, and for whom. */

let world: World
let ada: Caller
let school: { id: string }
test.beforeAll(async () => {
  world = await startWorld()
  ada = await world.person('ada.instructor@example.edu', 'Ada Instructor')
  school = await world.workspace(ada)
  const group = await world.group(school, ada, { name: 'Biology 101' })
  await ada.call('invitations.send', newSend(group, [{ email: 'sam@example.edu', role: 'member' }], 'manual'))
})
test.afterAll(() => world.stop())

test('on this computer a mail looks as it would in a mailbox, and its link leads on', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: world.url })
  const breaches = await watchPolicy(context)
  const page = await context.newPage()
  await page.goto('/outbox')
  await page.getByRole('link', { name: 'Ada Instructor invites you to Biology 101' }).click()
  const mail = page.frameLocator('iframe')
  const button = mail.getByRole('link', { name: 'Look at the invitation' })
  // Its own styles, all of them: colour, type, width, and the room around.
  await expect(button).toHaveCSS('background-color', 'rgb(0, 101, 106)')
  await expect(button).toHaveCSS('font-family', /^system-ui/)
  await expect(mail.locator('.card')).toHaveCSS('max-width', '560px')
  await expect(mail.locator('.around')).toHaveCSS('padding-top', '24px')
  // What an inbox shows beside the subject is not said twice in the mail itself.
  await expect(mail.locator('.preview')).toHaveText(/^Ada Instructor .* invites you to the Group Biology 101/)
  await expect(mail.locator('.preview')).toBeHidden()
  await expect(mail.getByText('sam@example.edu').first()).toBeVisible()
  const opening = context.waitForEvent('page')
  await button.click()
  await expect((await opening).getByRole('button', { name: 'Accept the invitation' })).toBeVisible()
  expect(breaches).toEqual([])
  await context.close()
})

test('from elsewhere it is for the Owner of the only Workspace, and for nobody else', async ({ browser }) => {
  const member = await world.person()
  await world.joinWorkspace(school, member, 'editor')
  /** A browser on another computer: a proxy says so. */
  const sees = async (person: Caller | undefined) => {
    const { context, page } = await openWeb(browser, world, person)
    await context.setExtraHTTPHeaders({ 'x-forwarded-for': '192.0.2.9' })
    const answer = await page.goto('/outbox')
    const heading = await page.getByRole('heading', { level: 1 }).textContent()
    await context.close()
    return [answer?.status(), heading]
  }
  const nothing = [404, 'There is nothing here']
  expect(await sees(undefined)).toEqual(nothing)
  expect(await sees(member)).toEqual(nothing)
  expect(await sees(ada)).toEqual([200, 'Outbox'])
  // With another Workspace beside it, there are mails in it that are not hers.
  await world.workspace(await world.person(), 'Southgate School')
  expect(await sees(ada)).toEqual(nothing)
})

test('with a mail server there is no such page, on this computer neither', async ({ browser }) => {
  const mailed = await startWorld({ SMTP_URL: 'smtp://127.0.0.1:1' })
  const owner = await mailed.person()
  await mailed.workspace(owner)
  for (const person of [undefined, owner]) {
    const { context, page } = await openWeb(browser, mailed, person)
    expect((await page.goto('/outbox'))?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing here')
    await context.close()
  }
  await mailed.stop()
})
