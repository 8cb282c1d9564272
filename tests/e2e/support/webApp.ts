import type { Browser, BrowserContext, Locator, Page } from '@playwright/test'
import { createClient } from '../../../lib/client.ts'
import type { CallService } from '../../../lib/contract/calls.ts'
import type { TestService } from '../../helpers/service.ts'
import { watchPolicy } from './policy.ts'

/** Somebody's own browser at the web app. */
export interface WebBrowser {
  readonly context: BrowserContext
  readonly page: Page
  /** Calls of the contract as a script on the page would make them, with this browser's own cookies. */
  readonly call: CallService
  /** What broke a page's own policy. */
  readonly breaches: readonly string[]
}

/** A browser that is signed in as this person; as nobody without one. */
export const openWeb = async (
  browser: Browser,
  service: TestService,
  person: { readonly id: string } | undefined,
): Promise<WebBrowser> => {
  const context = await browser.newContext({ baseURL: service.url })
  const breaches = await watchPolicy(context)
  if (person) {
    const value = await service.session(person)
    await context.addCookies([{ name: 'rollcall_session', value, url: service.url, httpOnly: true, sameSite: 'Lax' }])
  }
  const page = await context.newPage()
  const call = createClient({
    baseUrl: '',
    token: async () => null,
    fetch: async (path, { method = 'GET', headers, body } = {}) => {
      const sent = {
        method,
        headers: { ...(headers as Record<string, string>) },
        body: (body as string | undefined) ?? null,
      }
      const { status, type, text } = await page.evaluate(
        async ({ path, sent }) => {
          const answer = await fetch(path, sent)
          return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() }
        },
        { path: String(path), sent },
      )
      return new Response(text, { status, headers: { 'content-type': type } })
    },
  })
  return { context, page, call, breaches }
}

/** The Groups at the side. */
export const groupsBeside = (page: Page): Locator => page.getByRole('navigation', { name: 'Groups' })

/** One of them. */
export const groupBeside = (page: Page, id: string): Locator => groupsBeside(page).locator(`a[href="/groups/${id}"]`)

/** What the three dots of a Group offer, opened. */
export const menuOf = async (page: Page, name: string): Promise<Locator> => {
  const dots = page.getByRole('button', { name: `More for ${name}`, exact: true })
  await dots.click()
  return page.locator(`[id="${await dots.getAttribute('aria-controls')}"]`).locator('button, [role=menuitem]')
}
