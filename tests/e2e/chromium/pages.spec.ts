import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { redirectUriOf } from '../../../server/auth/clients.ts'
import { insertBeginLink } from '../../../server/store/beginLinks.ts'
import { acceptUrl, remindersUrl, welcomeUrl } from '../../../server/urls.ts'
import { newSend } from '../../helpers/newSend.ts'
import type { Caller } from '../../helpers/service.ts'
import { newRequest, redirectUri, startWorld, type World } from '../../server/auth/world.ts'
import { violationsOn } from '../support/axe.ts'

/** Every page that the service draws itself, in every state: pictures in light, dark and on a phone, and axe on each. */

const pictures = join(import.meta.dirname, '..', '..', '..', 'test-results', 'screens', 'pages')

let world: World
let demo: World
let ada: Caller
let school: { id: string }
let group: { id: string; name: string }

test.beforeAll(async () => {
  world = await startWorld({ EXTENSIONS: 'own-build@example.edu' })
  demo = await startWorld({ DEMO: '1' })
  ada = await world.person('ada.instructor@example.edu', 'Ada Instructor')
  school = await world.workspace(ada, 'Northgate School')
})
test.beforeEach(async () => {
  group = await world.group(school, ada, { name: 'Biology 101' })
})
test.afterAll(async () => {
  await Promise.all([world.stop(), demo.stop()])
})

const somebody = () => `sam.${randomUUID().slice(0, 4)}@example.edu`
const invite = async (email = somebody(), into = group, by = ada) => {
  await by.call('invitations.send', newSend(into, [{ email, role: 'facilitator', name: 'Sam Student' }]))
  const { id } = await world.db
    .selectFrom('invitations')
    .select('id')
    .where('email', '=', email)
    .where('group_id', '=', into.id)
    .executeTakeFirstOrThrow()
  return { id, email, url: acceptUrl(world.service, { id, generation: 1 }) }
}
const end = (id: string, values: { state: 'revoked' | 'expired'; ended_at?: Date }) =>
  world.db.updateTable('invitations').set(values).where('id', '=', id).execute()
const makeLink = async (access: 'anyone' | 'restricted' = 'anyone') =>
  await ada.call('links.create', { groupId: group.id, access, role: 'member' })
const deleteGroup = () =>
  world.db.updateTable('groups').set({ deleted_at: new Date() }).where('id', '=', group.id).execute()
const enter = async (page: Page, person: { id: string }) => {
  const value = await world.session(person)
  await page
    .context()
    .addCookies([{ name: 'rollcall_session', value, url: world.url, httpOnly: true, sameSite: 'Lax' }])
}
const press = (page: Page, name: string) => page.getByRole('button', { name }).click()
const askForCode = async (page: Page, email: string) => {
  await page.goto(`${world.url}/signin`)
  await page.getByLabel('Email address').fill(email)
  await press(page, 'Send me a code')
  await page.waitForURL(/signin\/code/)
}
const firstMail = async (email: string) => {
  const row = world.db.selectFrom('outbox').select('id').where('email', '=', email)
  return `${world.url}/outbox/${(await row.executeTakeFirstOrThrow()).id}`
}

interface Look {
  readonly name: string
  /** The page's heading, or its beginning. */
  readonly says: string
  readonly open: (page: Page) => Promise<unknown>
}

const looks: readonly Look[] = [
  { name: 'signin', says: 'Sign in', open: (page) => page.goto(`${world.url}/signin`) },
  { name: 'signin-demo', says: 'Sign in', open: (page) => page.goto(`${demo.url}/signin`) },
  {
    name: 'signin-not-an-address',
    says: 'Sign in',
    open: async (page) => {
      await page.goto(`${world.url}/signin`)
      // The service's own answer and not the browser's, which would be quicker.
      await page.locator('form').evaluate((form: HTMLFormElement) => {
        form.noValidate = true
      })
      await page.getByLabel('Email address').fill('sam at example')
      await press(page, 'Send me a code')
    },
  },
  {
    name: 'signin-too-many',
    says: 'Sign in',
    open: async (page) => {
      const email = somebody()
      for (let time = 0; time < 5; time += 1) await askForCode(page, email)
      await page.goto(`${world.url}/signin`)
      await page.getByLabel('Email address').fill(email)
      await press(page, 'Send me a code')
    },
  },
  { name: 'code', says: 'Type the code', open: (page) => askForCode(page, somebody()) },
  {
    name: 'code-wrong',
    says: 'Type the code',
    open: async (page) => {
      const email = somebody()
      await askForCode(page, email)
      await page
        .getByLabel('Code')
        .fill((await world.codeFor(email)).replace(/./g, (digit) => String(9 - Number(digit))))
      await press(page, 'Sign in')
    },
  },
  {
    name: 'code-gone',
    says: 'Ask for a new code',
    open: async (page) => {
      const email = somebody()
      await askForCode(page, email)
      await world.db.updateTable('sign_in_codes').set({ expires_at: new Date() }).where('email', '=', email).execute()
      await page.getByLabel('Code').fill('12345678')
      await press(page, 'Sign in')
    },
  },
  {
    name: 'connect',
    says: 'Connect the Rollcall extension to',
    open: async (page) => {
      await enter(page, ada)
      await page.goto(world.url + newRequest().address)
    },
  },
  {
    name: 'connect-own-build',
    says: 'Connect the Rollcall extension to',
    open: async (page) => {
      await enter(page, ada)
      await page.goto(world.url + newRequest({ redirect_uri: redirectUriOf('own-build@example.edu') }).address)
    },
  },
  {
    name: 'connect-refused',
    says: 'The extension cannot be connected',
    open: (page) => page.goto(world.url + newRequest({ redirect_uri: `${redirectUri}more` }).address),
  },
  {
    name: 'connect-expired',
    says: 'This sign-in has expired',
    open: (page) => page.goto(`${world.url}/signin/none`),
  },
  { name: 'accept', says: 'Ada Instructor invites you', open: async (page) => page.goto((await invite()).url) },
  {
    name: 'accept-as-somebody-else',
    says: 'Ada Instructor invites you',
    open: async (page) => {
      await enter(page, await world.person('kim.lee@example.edu'))
      await page.goto((await invite()).url)
    },
  },
  {
    name: 'accept-signed-in',
    says: 'Ada Instructor invites you',
    open: async (page) => {
      const { email, url } = await invite()
      await enter(page, await world.person(email))
      await page.goto(url)
    },
  },
  {
    name: 'accept-sign-in-first',
    says: 'Ada Instructor invites you',
    open: async (page) => {
      const known = await world.person()
      await world.joinWorkspace(await world.workspace(ada, 'Southgate School'), known)
      await page.goto((await invite(known.email)).url)
    },
  },
  {
    name: 'accept-long',
    says: 'مدرسة',
    open: async (page) => {
      const name = 'Introduction to the comparative anatomy and physiology of vertebrates, section 12'
      const host = await world.person(
        `a.very.long.address.of.somebody.${'x'.repeat(24)}@department.example.edu`,
        'مدرسة الأحياء',
      )
      const long = await world.group(await world.workspace(host, `${name} (evening classes)`), host, { name })
      await page.goto((await invite(`sam.${'y'.repeat(40)}.${somebody()}`, long, host)).url)
    },
  },
  {
    name: 'accepted',
    says: 'This invitation was accepted already',
    open: async (page) => {
      const { url } = await invite()
      await fetch(url, { method: 'POST', headers: { origin: world.url }, redirect: 'manual' })
      await page.goto(url)
    },
  },
  {
    name: 'accepted-inside',
    says: 'You are in Biology 101',
    open: async (page) => {
      const { url, email } = await invite()
      await fetch(url, { method: 'POST', headers: { origin: world.url }, redirect: 'manual' })
      await enter(page, await world.person(email))
      await page.goto(url)
    },
  },
  {
    name: 'accept-taken-back',
    says: 'This invitation was taken back',
    open: async (page) => {
      const { id, url } = await invite()
      await end(id, { state: 'revoked', ended_at: new Date() })
      await page.goto(url)
    },
  },
  {
    name: 'accept-expired',
    says: 'This invitation ended on',
    open: async (page) => {
      const { id, url } = await invite()
      await end(id, { state: 'expired', ended_at: new Date() })
      await page.goto(url)
    },
  },
  {
    name: 'accept-group-gone',
    says: 'This Group no longer exists',
    open: async (page) => {
      const { url } = await invite()
      await deleteGroup()
      await page.goto(url)
    },
  },
  {
    name: 'declined',
    says: 'You declined',
    open: async (page) => {
      await page.goto((await invite()).url)
      await press(page, 'Decline')
    },
  },
  { name: 'join-signed-out', says: 'Join Biology 101', open: async (page) => page.goto((await makeLink()).url) },
  {
    name: 'join',
    says: 'Join Biology 101',
    open: async (page) => {
      await enter(page, await world.person('kim.lee@example.edu'))
      await page.goto((await makeLink()).url)
    },
  },
  {
    name: 'join-inside',
    says: 'You are in Biology 101 already',
    open: async (page) => {
      await enter(page, ada)
      await page.goto((await makeLink()).url)
    },
  },
  {
    name: 'join-refused',
    says: 'kim.lee@example.edu was not invited',
    open: async (page) => {
      await enter(page, await world.person('kim.lee@example.edu'))
      await page.goto((await makeLink('restricted')).url)
    },
  },
  {
    name: 'join-ended',
    says: 'This link has ended',
    open: async (page) => {
      const { id, url } = await makeLink()
      await ada.call('links.revoke', { groupId: group.id, linkId: id })
      await page.goto(url)
    },
  },
  {
    name: 'join-workspace',
    says: 'Join Northgate School',
    open: async (page) => {
      await enter(page, await world.person('kim.lee@example.edu'))
      const link = { workspaceId: school.id, access: 'anyone', role: 'member' } as const
      await page.goto((await ada.call('workspaceLinks.create', link)).url)
    },
  },
  {
    name: 'welcome',
    says: 'Ada Instructor invites you to Northgate School',
    open: async (page) => {
      const people = [{ email: somebody(), role: 'editor' as const }]
      await ada.call('workspacePeople.invite', { workspaceId: school.id, people })
      const { id } = await world.db
        .selectFrom('workspace_invitations')
        .select('id')
        .where('email', '=', people[0]?.email ?? '')
        .executeTakeFirstOrThrow()
      await page.goto(welcomeUrl(world.service, { id, generation: 1 }))
    },
  },
  {
    name: 'reminders',
    says: 'No more reminders?',
    open: async (page) => page.goto(remindersUrl(world.service, await invite())),
  },
  { name: 'invited', says: 'Can’t get in?', open: (page) => page.goto(`${world.url}/invited`) },
  { name: 'device', says: 'Connect the extension', open: (page) => page.goto(`${world.url}/oauth/device`) },
  {
    name: 'begin',
    says: 'Make a Workspace',
    open: async (page) => page.goto(`${world.url}/begin/${(await insertBeginLink(world.db, 'another')).token}`),
  },
  {
    name: 'begin-ready',
    says: 'Make Southgate School',
    open: async (page) => {
      const email = somebody()
      await page.goto(`${world.url}/begin/${(await insertBeginLink(world.db, 'another')).token}`)
      await page.getByLabel('Name of the Workspace').fill('Southgate School')
      await page.getByLabel('Email address').fill(email)
      await press(page, 'Send me a code')
      await page.getByLabel('Code').fill(await world.codeFor(email))
      await press(page, 'Sign in')
    },
  },
  {
    name: 'begin-unknown',
    says: 'This link makes no Workspace',
    open: (page) => page.goto(`${world.url}/begin/none`),
  },
  {
    name: 'outbox',
    says: 'Outbox',
    open: async (page) => {
      for (const email of ['ana.diaz@example.edu', 'ben.fernandez@example.edu', 'li.lei@example.edu'])
        await invite(email)
      await page.goto(`${world.url}/outbox`)
    },
  },
  {
    name: 'outbox-nothing-found',
    says: 'Outbox',
    open: async (page) => {
      await page.goto(`${world.url}/outbox`)
      await page.getByLabel('Find by address').fill('nobody@nowhere.example')
      await press(page, 'Find')
    },
  },
  { name: 'outbox-empty', says: 'Outbox', open: (page) => page.goto(`${demo.url}/outbox`) },
  {
    name: 'outbox-mail',
    says: 'Ada Instructor invites you to Biology 101',
    open: async (page) => {
      const { email } = await invite()
      await page.goto(await firstMail(email))
      await expect(page.frameLocator('iframe').getByRole('link', { name: 'Look at the invitation' })).toBeVisible()
    },
  },
  {
    name: 'outbox-code',
    says: 'Your code to sign in to Rollcall',
    open: async (page) => {
      const email = somebody()
      await askForCode(page, email)
      await page.goto(await firstMail(email))
    },
  },
  { name: 'not-found', says: 'There is nothing here', open: (page) => page.goto(`${world.url}/accept/none`) },
  {
    name: 'not-from-here',
    says: 'Nothing was done',
    open: async (page) => {
      // A page of nobody's: its forms come from no origin.
      await page.setContent(`<form method="post" action="${world.url}/signin"><button>Send</button></form>`)
      await press(page, 'Send')
    },
  },
  { name: 'docs', says: '', open: (page) => page.goto(`${world.url}/docs`) },
]

const shapes = [
  { shape: 'light', colorScheme: 'light', viewport: { width: 1180, height: 760 } },
  { shape: 'dark', colorScheme: 'dark', viewport: { width: 1180, height: 760 } },
  { shape: 'phone', colorScheme: 'light', viewport: { width: 360, height: 740 } },
] as const

/** Arabic runs the other way, German has the longest words. */
const languages = [
  { language: 'ar', dir: 'rtl', looked: shapes },
  { language: 'de', dir: 'ltr', looked: shapes.filter(({ shape }) => shape === 'phone') },
]

const hold = async (page: Page, name: string, looked: readonly (typeof shapes)[number][] = shapes) => {
  for (const { shape, colorScheme, viewport } of looked) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize(viewport)
    await page.screenshot({ path: join(pictures, `${name}-${shape}.png`), fullPage: name !== 'docs' })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
    expect.soft(wide, `${name} ${shape}: nothing is cut off at the side`).toBe(false)
    expect.soft(await violationsOn(page), `${name} ${shape}`).toEqual([])
  }
}

/** The page as it is found by looking: one that answers a form would send the form again. */
const holdInOtherLanguages = async (page: Page, name: string) => {
  for (const { language, dir, looked } of languages) {
    await page.context().addCookies([{ name: 'rollcall_language', value: language, url: world.url }])
    await page.goto(page.url())
    await expect(page.locator('html')).toHaveAttribute('dir', dir)
    await page.locator('.languages').evaluate((menu: HTMLDetailsElement) => {
      menu.open = true
    })
    await hold(page, `${name}-${language}`, looked)
  }
}

for (const { name, says, open } of looks)
  test(`page: ${name}`, async ({ browser }) => {
    const context: BrowserContext = await browser.newContext()
    const page = await context.newPage()
    const problems: string[] = []
    // A style or picture that the policy keeps out says so here.
    page.on('console', (message) => message.text().includes('Content Security Policy') && problems.push(message.text()))
    let answersForm = false
    page.on('response', (answer) => {
      if (answer.frame() === page.mainFrame() && answer.request().isNavigationRequest())
        answersForm = answer.request().method() !== 'GET' && answer.status() !== 303
    })
    await open(page)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(says)
    await hold(page, name)
    if (!answersForm && name !== 'docs') await holdInOtherLanguages(page, name)
    expect(problems).toEqual([])
    await context.close()
  })

test('the link of a mail on the outbox page opens, in a tab of its own', async ({ page }) => {
  const { email, url } = await invite()
  await page.goto(await firstMail(email))
  const opening = page.waitForEvent('popup')
  await page.frameLocator('iframe').getByRole('link', { name: 'Look at the invitation' }).click()
  const opened = await opening
  await expect(opened.getByRole('button', { name: 'Accept the invitation' })).toBeVisible()
  expect(opened.url()).toBe(url)
})
