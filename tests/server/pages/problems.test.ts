import { Kysely, PostgresDialect } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createProvider } from '../../../server/auth/provider.ts'
import { createPages } from '../../../server/pages/index.ts'
import { renderOauthProblem } from '../../../server/pages/oauthProblem.ts'
import type { Tables } from '../../../server/store/tables.ts'
import { startWorld, type World } from '../auth/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

/** The pages over a store that fails in this way, and what they log. */
const pagesOver = (failure: Error) => {
  const connect = async () => {
    throw failure
  }
  const pool = { connect, end: async () => {}, options: {} }
  const lines: string[] = []
  const service = {
    ...world.service,
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    log: (...line: unknown[]) => lines.push(JSON.stringify(line)),
  }
  return { lines, pages: createPages(service, async () => createProvider(service, renderOauthProblem)) }
}
const anInvitation = '5e0c0b2e-6c1e-4a4c-9a3a-0d8f5d9d7a11'
const pathWithToken = () => `/accept/${world.service.secrets.signToken('invitation', anInvitation, 1)}`

it('says that the service is busy where the store is away for a moment', async () => {
  const { pages, lines } = pagesOver(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))
  const answer = await pages.request(pathWithToken())
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('2')
  expect(await answer.text()).toContain('The service is busy')
  expect(lines).toEqual([])
})

it('says nothing of an unexpected failure on the page, and no token in the log', async () => {
  const { pages, lines } = pagesOver(new Error('something inside'))
  const answer = await pages.request(pathWithToken())
  expect(answer.status).toBe(500)
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  const page = await answer.text()
  expect(page).toContain('This did not work')
  expect(page).not.toContain('something inside')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('something inside')
  expect(lines[0]).not.toContain(pathWithToken().slice('/accept/'.length))
})

it('takes forms that a person could have filled in, and none that are larger', async () => {
  const browser = world.browser()
  const answer = await browser.post('/signin', { address: `${'a'.repeat(20_000)}@example.edu` })
  expect(answer.status).toBe(413)
  expect(await answer.text()).toContain('more than fits')
})

it('answers an address that leads nowhere with a page', async () => {
  const answer = await world.browser().get('/nowhere')
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain('There is nothing here')
})

it('serves its look from its own origin, and to everybody', async () => {
  const browser = world.browser()
  const page = await (await browser.get('/signin')).text()
  for (const [, address = ''] of page.matchAll(/(?:href|src)="([^"]+)"/g)) {
    expect(address).toMatch(/^\/(?!\/)/)
    expect((await browser.get(address)).status).toBe(200)
  }
  expect(page).not.toMatch(/<script|style="|\son\w+=/i)
})
