import type { Browser, Page } from '@playwright/test'
import { type Mailbox, startMailbox } from '../../helpers/mailbox.ts'
import { type Caller, startService, type TestService } from '../../helpers/service.ts'
import { violationsOn } from '../support/axe.ts'
import { linkIn, signInByCode } from '../support/mails.ts'
import { groupBeside, openWeb } from '../support/webApp.ts'
import { expect, test } from '../support/world.ts'

/** What an instructor does in the web app from the first Group on, click by click, and what those meet whom it is for. */

let mailbox: Mailbox
let service: TestService
let head: Caller
let editor: Caller
let school: { id: string }
test.beforeAll(async () => {
  mailbox = await startMailbox()
  service = await startService({ env: { SMTP_URL: mailbox.url, MAILS_PER_SECOND: '1000' } })
  head = await service.person('head@example.edu', 'Head of School')
  school = await service.workspace(head, 'Northgate School')
  editor = await service.person('ada.instructor@example.edu', 'Ada Instructor')
  await service.joinWorkspace(school, editor, 'editor')
})
test.afterAll(async () => {
  await service.stop()
  await mailbox.stop()
})

const mailsTo = (address: string) => mailbox.mails.filter(({ to }) => to === address)
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true })
const list = (page: Page, name: string) => page.getByRole('list', { name, exact: true })

/** Create, a name, Create Group: then its page is open. */
const createGroup = async (page: Page, name: string) => {
  await page.goto('/')
  await button(page, 'Create').click()
  await page.getByRole('textbox', { name: 'Name of the new Group' }).fill(name)
  await page.getByRole('dialog').getByRole('button', { name: 'Create Group' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Inviting by paste, up to the deed. */
const paste = async (page: Page, text: string, role?: string) => {
  await page.getByRole('textbox', { name: 'Paste people' }).fill(text)
  if (!role) return
  await button(page, /^They join as/).click()
  await page.getByRole('radio', { name: new RegExp(`^${role}`) }).click()
  await expect(button(page, `They join as ${role}`)).toBeVisible()
}

test('a Group is created, people are pasted with a role, and each is Pending until they accept; Undo takes a send back', async ({
  browser,
}) => {
  const { context, page, breaches } = await openWeb(browser, service, undefined)
  await page.goto('/')
  await button(page, 'Sign in').click()
  await signInByCode(page, editor.email, mailbox.mails)
  await createGroup(page, 'Physics 1')
  await expect(page.getByText('Private', { exact: true })).toBeVisible()
  const group = new URL(page.url()).pathname

  await button(page, 'Invite members').click()
  await paste(page, 'Sam Student <sam@example.edu>, Tara Tutor <tara@example.edu>; sam@example.edu', 'Facilitator')
  expect(await violationsOn(page)).toEqual([])
  await button(page, 'Invite 2 people').click()
  await expect(page.getByRole('heading', { name: '2 people are invited to Physics 1' })).toBeVisible()
  await button(page, 'Done').click()
  await tab(page, 'Members').click()
  // It became Shared with the first who was invited.
  await expect(page.getByText('Shared', { exact: true })).toBeVisible()
  await expect(tab(page, 'Accepted 1')).toBeVisible()
  await tab(page, 'Pending 2').click()
  for (const name of ['Sam Student', 'Tara Tutor'])
    await expect(list(page, 'Pending').getByRole('listitem').filter({ hasText: name })).toContainText('Facilitator')

  // Sam, who has never been here: looking lets nobody in, accepting does.
  await expect.poll(() => mailsTo('sam@example.edu').length).toBe(1)
  const [mail] = mailsTo('sam@example.edu')
  if (!mail) throw new Error('No mail came.')
  const sam = await openWeb(browser, service, undefined)
  await sam.page.goto(linkIn(mail))
  await expect(sam.page.getByRole('heading', { level: 1 })).toHaveText('Ada Instructor invites you to Physics 1')
  await sam.page.goto(group)
  await expect(sam.page.getByRole('heading', { name: 'Sign in to see your Groups' })).toBeVisible()
  await expect(tab(page, 'Pending 2')).toBeVisible()
  await sam.page.goto(linkIn(mail))
  await button(sam.page, 'Accept the invitation').click()
  await expect(sam.page.getByRole('heading', { level: 1, name: 'Physics 1' })).toBeVisible()
  await expect(sam.page.getByText('You are Facilitator')).toBeVisible()
  await expect(list(sam.page, 'Accepted')).toContainText('Ada Instructor')
  // The instructor's page has it without having been touched.
  await tab(page, 'Pending 1').click()
  await expect(list(page, 'Pending')).not.toContainText('Sam Student')
  await tab(page, 'Accepted 2').click()
  await expect(list(page, 'Accepted')).toContainText('Sam Student')

  // A send that is taken back while its mails are held.
  await head.call('workspaces.change', { workspaceId: school.id, holdSeconds: 60 })
  await button(page, 'Invite members').click()
  await paste(page, 'umar@example.edu\numa@example.edu')
  await button(page, 'Invite 2 people').click()
  await button(page, 'Undo').click()
  await expect(page.getByRole('heading', { name: '2 invitations taken back' })).toBeVisible()
  await expect(page.getByText('No mail went out.')).toBeVisible()
  await button(page, 'Back to the list').click()
  await tab(page, 'Members').click()
  await expect(tab(page, 'Pending 1')).toBeVisible()
  await head.call('workspaces.change', { workspaceId: school.id, holdSeconds: 0 })
  expect([...mailsTo('umar@example.edu'), ...mailsTo('uma@example.edu')]).toEqual([])

  expect([...breaches, ...sam.breaches]).toEqual([])
  await sam.context.close()
  await context.close()
})

/** Picks who gets in, makes the link, and reads it off the page. */
const makeLink = async (page: Page, access: RegExp): Promise<string> => {
  await page.getByRole('radio', { name: access }).check()
  await button(page, 'Create and copy link').click()
  const link = page.getByRole('textbox', { name: 'Link', exact: true })
  await expect(link).toHaveValue(/\/join\//)
  return await link.inputValue()
}

const follow = async (browser: Browser, link: string) => {
  const theirs = await openWeb(browser, service, undefined)
  await theirs.page.goto(link)
  return theirs
}

test('links: Anyone lets in who signs in, Restricted who was invited; nobody is listed before they signed in', async ({
  browser,
}) => {
  const { context, page, breaches } = await openWeb(browser, service, editor)
  await createGroup(page, 'Chemistry 210')
  await button(page, 'Invite members').click()
  await paste(page, 'Ida Invited <ida@example.edu>')
  await button(page, 'Invite 1 person').click()
  await button(page, 'Done').click()
  await tab(page, 'Share link').click()
  const restricted = await makeLink(page, /^Restricted/)
  await expect(page.getByText('Whoever gets hold of this link can join')).toHaveCount(0)
  await page.getByRole('radio', { name: /^Anyone/ }).check()
  await expect(page.getByText('Whoever gets hold of this link can join')).toBeVisible()
  const anyone = await makeLink(page, /^Anyone/)
  expect(anyone).not.toBe(restricted)
  await tab(page, 'Members').click()

  // Anyone: whoever looks at it is nobody yet; the list has them once they have signed in and joined.
  const nia = await follow(browser, anyone)
  await expect(nia.page.getByRole('heading', { level: 1 })).toHaveText('Join Chemistry 210')
  await expect(tab(page, 'Accepted 1')).toBeVisible()
  await signInByCode(nia.page, 'nia@example.edu', mailbox.mails)
  await button(nia.page, /^Join/).click()
  await expect(nia.page.getByRole('heading', { name: 'You are a Member here' })).toBeVisible()
  await expect(tab(page, 'Accepted 2')).toBeVisible()
  await list(page, 'Accepted').getByRole('button', { name: 'nia@example.edu' }).click()
  await expect(page.getByRole('dialog')).toContainText('A share link')
  await page.keyboard.press('Escape')

  // Restricted: not for a stranger, with or without an account here; for Ida, whose invitation it accepts.
  const stranger = await follow(browser, restricted)
  await signInByCode(stranger.page, 'stranger@example.edu', mailbox.mails)
  const join = stranger.page.getByRole('button', { name: /^Join/ })
  const refused = stranger.page.getByRole('heading', { name: 'stranger@example.edu was not invited' })
  await expect(join.or(refused)).toBeVisible()
  if (await join.isVisible()) await join.click()
  await expect(refused).toBeVisible()
  await expect(tab(page, 'Accepted 2')).toBeVisible()

  const ida = await follow(browser, restricted)
  await signInByCode(ida.page, 'ida@example.edu', mailbox.mails)
  await button(ida.page, /^Join/).click()
  await expect(ida.page.getByRole('heading', { name: 'You are a Member here' })).toBeVisible()
  await expect(tab(page, 'Accepted 3')).toBeVisible()
  await expect(tab(page, 'Pending 0')).toBeVisible()
  await expect(list(page, 'Accepted')).not.toContainText('stranger@example.edu')

  for (const one of [nia, stranger, ida]) {
    expect(one.breaches).toEqual([])
    await one.context.close()
  }
  expect(breaches).toEqual([])
  await context.close()
})

test('who is signed in sees what waits for them, accepts one and declines another; whoever invited sees it', async ({
  browser,
}) => {
  const [physics, music] = [
    await service.group(school, editor, { name: 'Physics seminar' }),
    await service.group(school, editor, { name: 'Music theory' }),
  ]
  const nina = await service.person('nina.nilsson@example.edu', 'Nina Nilsson')
  const theirs = await openWeb(browser, service, nina)
  await theirs.page.goto('/')
  await expect(theirs.page.getByRole('heading', { name: 'You own no Groups yet' })).toBeVisible()

  const here = await openWeb(browser, service, editor)
  for (const group of [physics, music]) {
    await here.page.goto(`/groups/${group.id}/invite`)
    await paste(here.page, 'Nina Nilsson <nina.nilsson@example.edu>', 'Facilitator')
    await button(here.page, 'Invite 1 person').click()
    await button(here.page, 'Done').click()
    await tab(here.page, 'Members').click()
    await expect(tab(here.page, 'Pending 1')).toBeVisible()
  }

  // Nobody has touched her page.
  await expect(theirs.page.getByRole('heading', { name: '2 invitations wait for you' })).toBeVisible()
  await theirs.page.getByRole('link', { name: 'Open my invitations' }).click()
  const part = theirs.page.getByRole('region', { name: 'Invitations' })
  const line = (name: string) => part.getByRole('listitem').filter({ hasText: name })
  await expect(line('Physics seminar')).toContainText('Ada Instructor invites you as Facilitator')
  expect(await violationsOn(theirs.page)).toEqual([])
  await line('Physics seminar').getByRole('button', { name: 'Accept' }).click()
  await expect(part.getByText('You are in Physics seminar')).toBeVisible()
  await expect(groupBeside(theirs.page, physics.id)).toBeVisible()
  await expect(theirs.page.getByRole('link', { name: '1 invitation waits for you' })).toBeVisible()

  await line('Music theory').getByRole('button', { name: 'Decline' }).click()
  await theirs.page.getByRole('dialog').getByRole('button', { name: 'Decline' }).click()
  await expect(part.locator(':focus')).toHaveText('You declined the invitation to Music theory')
  await expect(theirs.page.getByRole('link', { name: /for you$/ })).toHaveCount(0)
  await expect(groupBeside(theirs.page, music.id)).toHaveCount(0)
  // The page of the Group that they declined, as it stood open.
  await expect(tab(here.page, 'Pending 0')).toBeVisible()
  await here.page.getByRole('combobox', { name: 'Show' }).selectOption('declined')
  await expect(list(here.page, 'Declined')).toContainText('Nina Nilsson')

  await groupBeside(theirs.page, physics.id).click()
  await expect(theirs.page.getByText('You are Facilitator')).toBeVisible()
  for (const { context, breaches } of [theirs, here]) {
    expect(breaches).toEqual([])
    await context.close()
  }
})

test('a change is there in another browser because the service says so: not by asking again and again', async ({
  browser,
}) => {
  const group = await service.group(school, editor, { name: 'Geography' })
  const open = async (person: Caller) => {
    const one = await openWeb(browser, service, person)
    const asked: string[] = []
    one.page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (pathname.startsWith('/api/') && pathname !== '/api/events') asked.push(pathname)
    })
    return { ...one, asked }
  }
  const look = async ({ page }: { page: Page }) => {
    await page.goto(`/groups/${group.id}`)
    await expect(tab(page, 'Pending 0')).toBeVisible()
  }
  const [here, there, deaf] = [await open(editor), await open(head), await open(head)]
  // A browser like the others that is told nothing.
  await deaf.page.route('**/api/events', (route) => route.abort())
  for (const one of [here, there, deaf]) await look(one)
  await there.page.evaluate(() => {
    document.body.dataset.sameDocument = 'yes'
  })
  const before = deaf.asked.length

  await button(here.page, 'Invite members').click()
  await paste(here.page, 'Late Comer <late.comer@example.edu>')
  await button(here.page, 'Invite 1 person').click()
  await tab(there.page, 'Pending 1').click()
  await expect(list(there.page, 'Pending')).toContainText('Late Comer')
  await expect(there.page.locator('body')).toHaveAttribute('data-same-document', 'yes')
  // What the service does not tell is not asked for.
  await expect(tab(deaf.page, 'Pending 0')).toBeVisible()
  expect(deaf.asked.length).toBe(before)

  // And the other way: what is taken back there is gone here.
  await button(here.page, 'Done').click()
  await tab(here.page, 'Members').click()
  await expect(tab(here.page, 'Pending 1')).toBeVisible()
  await list(there.page, 'Pending').getByRole('button', { name: 'Late Comer' }).click()
  await button(there.page, 'Take back').click()
  await button(there.page, 'Take back').last().click()
  await expect(tab(here.page, 'Pending 0')).toBeVisible()
  for (const { context, breaches } of [here, there, deaf]) {
    expect(breaches).toEqual([])
    await context.close()
  }
})

test('by keyboard alone a Group is made inside another and moved; the Owner’s settings are kept, and an address is mailed again', async ({
  browser,
}) => {
  const dean = await service.person('dean@example.edu', 'Dean of Studies')
  const college = await service.workspace(dean, 'Eastgate College')
  await dean.call('workspaces.change', { workspaceId: college.id, holdSeconds: 600 })
  const zoology = await service.group(college, dean, { name: 'Zoology 1' })
  for (const name of ['Algebra', 'Botany', 'Calculus', 'Drawing']) await service.group(college, dean, { name })
  const { context, page, breaches } = await openWeb(browser, service, dean)
  await page.goto('/')
  await button(page, 'Create').press('Enter')
  await expect(page.getByRole('textbox', { name: 'Name of the new Group' })).toBeFocused()
  await page.keyboard.type('Field trip')
  await page.keyboard.press('Tab')
  await page.keyboard.type('zoo')
  await expect(page.getByRole('option', { selected: true })).toHaveText('Zoology 1')
  expect(await violationsOn(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Field trip' })).toBeVisible()
  const beside = (name: string) => page.getByRole('treeitem', { name, exact: true })
  await beside('Field trip, in Zoology 1').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await button(page, 'Move…').press('Enter')
  await page.keyboard.type('eastgate')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Field trip is now at the top of Eastgate College.')).toBeVisible()
  await expect(beside('Field trip')).toBeVisible()

  const lost = 'lost@example.edu'
  await dean.call('invitations.send', {
    ...{ groupId: zoology.id, key: crypto.randomUUID(), batch: crypto.randomUUID(), origin: 'manual' },
    people: [{ email: lost, role: 'member' }],
  })
  const came = { failed_at: new Date(), failure: '550 5.1.1' }
  await service.db.updateTable('outbox').set(came).where('email', '=', lost).execute()
  await service.db.insertInto('suppressions').values({ email: lost, reason: 'bounced' }).execute()
  await page.goto(`/workspaces/${college.id}/settings`)
  const part = (name: string) => page.getByRole('region', { name, exact: true })
  await part('Mail').getByRole('spinbutton', { name: 'Mails are held for (seconds)' }).fill('30')
  await page.keyboard.press('Enter')
  await expect(part('Mail').getByText('Saved')).toBeVisible()
  expect(await dean.call('workspaces.settings', { workspaceId: college.id })).toMatchObject({ holdSeconds: 30 })
  await part('Not mailed').getByRole('button', { name: 'Mail this address again' }).press('Enter')
  await expect(part('Not mailed').locator(':focus')).toHaveText(`${lost} is mailed again from now on.`)
  await expect(part('Not mailed').getByText('Every address gets mail.')).toBeVisible()
  expect(breaches).toEqual([])
  await context.close()
})
