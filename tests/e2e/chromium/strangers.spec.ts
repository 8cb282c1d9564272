import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import type { Language } from '../../../lib/contract/schemas.ts'
import { acceptUrl } from '../../../server/urls.ts'
import { languages } from '../../../server/words/languages.ts'
import { type Say, sayIn } from '../../../server/words/say.ts'
import { newSend } from '../../helpers/newSend.ts'
import type { Caller } from '../../helpers/service.ts'
import { newRequest, startWorld, type World } from '../../server/auth/world.ts'
import { violationsOn } from '../support/axe.ts'
import { watchPolicy } from '../support/policy.ts'
import { expect, test } from '../support/world.ts'

/** Whoever is no user yet, in a browser that runs no scripts at all, in each of the languages. */

let world: World
let ada: Caller
let group: { id: string; name: string }
test.beforeAll(async () => {
  world = await startWorld()
  ada = await world.person('ada.instructor@example.edu', 'Ada Instructor')
  const school = await world.workspace(ada, 'Northgate School')
  group = await world.group(school, ada, { name: 'Biology 101' })
})
test.beforeEach(() => world.db.deleteFrom('rate_buckets').execute())
test.afterAll(() => world.stop())

const fresh = () => `sam.${randomUUID().slice(0, 8)}@example.edu`
const invite = async (email = fresh()) => {
  await ada.call('invitations.send', newSend(group, [{ email, role: 'member' }], 'manual'))
  const { id } = await world.db
    .selectFrom('invitations')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  return { id, email, url: acceptUrl(world.service, { id, generation: 1 }) }
}
const change = (id: string, values: { state: 'revoked' | 'expired'; ended_at: Date }) =>
  world.db.updateTable('invitations').set(values).where('id', '=', id).execute()
/** A link of its own: the one before it with this access is ended. */
const makeLink = async (access: 'anyone' | 'restricted') => {
  const order = { groupId: group.id, access, role: 'member' } as const
  const { id } = await ada.call('links.create', order)
  await ada.call('links.revoke', { groupId: group.id, linkId: id })
  return await ada.call('links.create', order)
}

const openScriptless = async (browser: Browser, locale: string) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale, baseURL: world.url })
  const breaches = await watchPolicy(context)
  return { context, page: await context.newPage(), breaches }
}

/** What axe holds against a page that runs no scripts. It is a script itself: it looks at a copy, in a browser that runs them. */
const openLooker = async (browser: Browser) => {
  const context = await browser.newContext()
  const copy = await context.newPage()
  let body = ''
  await copy.route('**/copy', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }))
  return {
    look: async (page: Page) => {
      body = await page.content()
      await copy.goto(`${world.url}/copy`)
      return await violationsOn(copy)
    },
    stop: () => context.close(),
  }
}

/** Fills what a form of ours asks for, and sends it. */
const send = async (page: Page, field: string, value: string) => {
  await page.locator(`[name="${field}"]:not([type="hidden"])`).fill(value)
  await page.locator(`form:has([name="${field}"]:not([type="hidden"])) button`).first().click()
}
interface Stop {
  readonly name: string
  /** What the page's heading says. */
  readonly says: (say: Say) => string
  readonly go: (page: Page) => Promise<unknown>
}

/** One after the other in one browser, which is somebody from the sign-in on. */
const walk = (email: string): readonly Stop[] => [
  {
    name: 'accept',
    says: (say) => say.text('invitation.heading', { inviter: 'Ada Instructor', place: group.name }),
    go: async (page) => page.goto((await invite()).url),
  },
  {
    name: 'decline',
    says: (say) => say.text('invitation.youDeclined'),
    go: (page) => page.locator('form[action$="/decline"] button').click(),
  },
  {
    name: 'taken back',
    says: (say) => say.text('invitation.revoked'),
    go: async (page) => {
      const { id, url } = await invite()
      await change(id, { state: 'revoked', ended_at: new Date() })
      await page.goto(url)
    },
  },
  {
    name: 'expired',
    says: (say) => say.text('invitation.expired', { day: new Date() }),
    go: async (page) => {
      const { id, url } = await invite()
      await change(id, { state: 'expired', ended_at: new Date() })
      await page.goto(url)
    },
  },
  { name: 'can’t get in', says: (say) => say.text('again.title'), go: (page) => page.goto('/invited') },
  { name: 'it is on its way', says: (say) => say.text('again.look'), go: (page) => send(page, 'address', fresh()) },
  {
    name: 'a link that ended',
    says: (say) => say.text('link.ended'),
    go: async (page) => {
      const { id, url } = await makeLink('anyone')
      await ada.call('links.revoke', { groupId: group.id, linkId: id })
      await page.goto(url)
    },
  },
  {
    name: 'a link that is full',
    says: (say) => say.text('link.fullTitle'),
    go: async (page) => {
      const { id, url } = await makeLink('anyone')
      await world.db.updateTable('share_links').set({ max_uses: 1, uses: 1 }).where('id', '=', id).execute()
      await page.goto(url)
    },
  },
  {
    name: 'a link that expired',
    says: (say) => say.text('link.expiredTitle', { day: new Date() }),
    go: async (page) => {
      const { id, url } = await makeLink('anyone')
      await world.db.updateTable('share_links').set({ expires_at: new Date() }).where('id', '=', id).execute()
      await page.goto(url)
    },
  },
  { name: 'nothing', says: (say) => say.text('notFound.title'), go: (page) => page.goto('/accept/none') },
  { name: 'sign in', says: (say) => say.text('signIn.title'), go: (page) => page.goto('/signin?next=/invited') },
  {
    name: 'code',
    says: (say) => say.text('code.title'),
    go: (page) => send(page, 'address', email),
  },
  {
    name: 'signed in',
    says: (say) => say.text('again.title'),
    go: async (page) => send(page, 'code', await world.codeFor(email)),
  },
  {
    name: 'consent',
    says: (say) => say.text('connect.heading', { email }),
    go: (page) => page.goto(newRequest().address),
  },
  {
    name: 'wrong address',
    says: (say) => say.text('invitation.heading', { inviter: 'Ada Instructor', place: group.name }),
    go: async (page) => page.goto((await invite()).url),
  },
  {
    name: 'not invited',
    says: (say) => say.text('join.notInvited', { email }),
    go: async (page) => page.goto((await makeLink('restricted')).url),
  },
  {
    name: 'join',
    says: (say) => say.text('join.title', { place: group.name }),
    go: async (page) => page.goto((await makeLink('anyone')).url),
  },
]

/** Pages have <bdi> where text has isolates. */
const bare = (text: string) => text.replace(/[\u2068\u2069]/g, '')

/** Arabic runs the other way and German has the longest words: these are held against the rules as well. */
const looked: readonly string[] = ['ar', 'de']

for (const language of Object.keys(languages) as Language[])
  test(`every page for strangers, without scripts, in ${languages[language].name}`, async ({ browser }) => {
    const say = sayIn(language)
    const { context, page, breaches } = await openScriptless(browser, languages[language].locale)
    const looker = await openLooker(browser)
    const email = fresh()
    for (const { name, says, go } of walk(email)) {
      await go(page)
      await expect(page.getByRole('heading', { level: 1 }), name).toHaveText(bare(says(say)))
      await expect(page.locator('html'), name).toHaveAttribute('lang', language)
      await expect(page.locator('html'), name).toHaveAttribute('dir', say.dir)
      await expect(page.locator('script'), name).toHaveCount(0)
      if (name === 'wrong address') await expect(page.locator('main')).toContainText(email)
      if (looked.includes(language)) expect.soft(await looker.look(page), name).toEqual([])
    }
    // Through the last button too: they are in, without a script of the page having run.
    await page.locator('form[action*="/join/"] button').first().click()
    await page.waitForURL(/\/groups\//)
    const { rows } = await ada.call('members.list', { groupId: group.id, state: 'accepted', search: email })
    expect(rows.map(({ origin }) => origin)).toEqual(['link'])
    expect(breaches).toEqual([])
    await looker.stop()
    await context.close()
  })

test('a stranger cannot tell whether an address is known: same pages, same status, same bytes', async ({ browser }) => {
  const { url: link } = await makeLink('restricted')
  const [member, invited, nobody] = [fresh(), fresh(), fresh()]
  await world.joinGroup(group, await world.person(member, 'Sam Student'))
  await invite(invited)
  /** Every document on the way, in order, but for the address itself and what is new each time. */
  const ask = async (email: string) => {
    const { context, page, breaches } = await openScriptless(browser, 'en')
    const seen: string[] = []
    const documents: Promise<void>[] = []
    page.on('response', (answer) => {
      if (answer.request().resourceType() !== 'document') return
      const { pathname } = new URL(answer.url())
      documents.push(
        (async () => {
          const redirects = answer.status() >= 300 && answer.status() < 400
          const body = redirects ? await answer.headerValue('location') : (await answer.body()).toString()
          const headers = Object.keys(await answer.allHeaders()).toSorted()
          seen.push(
            JSON.stringify([
              pathname,
              answer.status(),
              headers,
              body?.replaceAll(encodeURIComponent(email), '@').replaceAll(email, '@'),
            ]),
          )
        })(),
      )
    })
    for (const path of ['/signin', '/invited', new URL(link).pathname]) {
      await page.goto(path)
      await send(page, 'address', email)
      await page.waitForURL((at) => at.pathname !== path)
      if (path === '/signin') {
        await send(page, 'code', '00000000')
        await expect(page.getByText(sayIn('en').text('code.wrong'))).toBeVisible()
      }
    }
    await Promise.all(documents)
    expect(breaches).toEqual([])
    await context.close()
    return seen.toSorted()
  }
  const strangers = await ask(nobody)
  expect(strangers.length).toBeGreaterThan(8)
  expect(await ask(member)).toEqual(strangers)
  expect(await ask(invited)).toEqual(strangers)
})
