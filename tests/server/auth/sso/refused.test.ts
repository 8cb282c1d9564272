import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { startSchool } from './school.ts'

/** Whom a school’s own page signs in, and who is nobody for all that. */
const { world, idp, owner, school, set, leave, travel, who, signedIn, anew, stop } = await startSchool()
beforeEach(anew)
afterAll(stop)

describe('nobody is signed in', () => {
  const refused = async (back: Response, status: number, words: string) => {
    expect(back.status).toBe(status)
    expect(back.headers.get('location')).toBeNull()
    expect(await back.text()).toContain(words)
  }

  it.each([
    ['without an address', {}],
    ['with one that is not verified', { email: 'sam@northgate.example', email_verified: false }],
    ['with one of which nothing is said', { email: 'sam@northgate.example' }],
    ['with what is no address', { email: 'owner@example.edu, sam@northgate.example', email_verified: true }],
  ])('%s', async (_, claims) => {
    idp.people.set('sam', claims)
    const browser = world.browser()
    await refused(await travel(browser), 403, 'verified address')
    expect(await who(browser)).toBeUndefined()
  })

  it('unless the provider alone gives out its domain’s addresses: then silence will do, and a no will not', async () => {
    await set({ trusted: true })
    idp.people.set('sam', { email: 'sam@northgate.example' })
    expect(await who(await signedIn())).toBe('sam@northgate.example')
    idp.people.set('sam', { email: 'sam@northgate.example', email_verified: false })
    await refused(await travel(world.browser()), 403, 'verified address')
  })

  it.each(['owner@example.edu', 'sam@northgate.example.evil.example', 'sam@sub.northgate.example'])(
    'with an address of another domain: %s',
    async (email) => {
      idp.people.set('sam', { email, email_verified: true })
      const browser = world.browser()
      await refused(await travel(browser), 403, 'This is another address')
      expect(await who(browser)).toBeUndefined()
    },
  )

  it('with another state, and the sign-in goes on', async () => {
    const browser = world.browser()
    const back = new URL(await idp.signIn(await leave(browser), 'sam'))
    const right = back.href
    back.searchParams.set('state', 'made-up')
    await refused(await browser.get(back.href), 400, 'This sign-in has expired')
    back.searchParams.delete('state')
    await refused(await browser.get(back.href), 400, 'This sign-in has expired')
    expect(await who(browser)).toBeUndefined()
    expect((await browser.get(right)).status).toBe(303)
  })

  it.each([
    ['nonce', 'another-nonce'],
    ['code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'],
  ])('when the provider was asked with another %s', async (name, value) => {
    const browser = world.browser()
    const out = new URL(await leave(browser))
    out.searchParams.set(name, value)
    await refused(await browser.get(await idp.signIn(out.href, 'sam')), 403, 'did not sign you in')
    expect(await who(browser)).toBeUndefined()
  })

  it('by the same return again, in the browser that has it or a copy of it', async () => {
    const browser = world.browser()
    const back = await idp.signIn(await leave(browser), 'sam')
    const copy = world.browser()
    for (const [key, cookie] of browser.cookies) copy.cookies.set(key, cookie)
    expect((await browser.get(back)).status).toBe(303)
    for (const again of [copy, browser]) await refused(await again.get(back), 400, 'This sign-in has expired')
    expect(await who(copy)).toBeUndefined()
  })

  it('by one return of several at once, but for one', async () => {
    const browser = world.browser()
    const back = await idp.signIn(await leave(browser), 'sam')
    const answers = await Promise.all(Array.from({ length: 4 }, () => browser.get(back)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 400, 400, 400])
  })

  it('in another browser than the one that began, or in none', async () => {
    const begun = world.browser()
    const back = await idp.signIn(await leave(begun), 'sam')
    const other = world.browser()
    await leave(other)
    for (const browser of [other, world.browser()]) {
      await refused(await browser.get(back), 400, 'This sign-in has expired')
      expect(await who(browser)).toBeUndefined()
    }
    expect((await begun.get(back)).status).toBe(303)
  })

  it('in another Workspace than the one whose provider was asked', async () => {
    const annex = await world.workspace(owner, 'Annex')
    const browser = world.browser()
    const back = await idp.signIn(await leave(browser), 'sam')
    await refused(await browser.get(back.replace(school.id, annex.id)), 400, 'This sign-in has expired')
    await refused(await browser.get(back.replace(school.id, 'anything')), 400, 'This sign-in has expired')
  })

  it('after ten minutes, or after the settings were changed', async () => {
    const browser = world.browser()
    const back = await idp.signIn(await leave(browser), 'sam')
    await set()
    await refused(await browser.get(back), 400, 'This sign-in has expired')
    const late = await idp.signIn(await leave(browser), 'sam')
    await world.db.updateTable('sso_sign_ins').set({ expires_at: new Date() }).execute()
    await refused(await browser.get(late), 400, 'This sign-in has expired')
  })

  it('when the provider says no', async () => {
    const browser = world.browser()
    const out = new URL(await leave(browser))
    const back = new URL(out.searchParams.get('redirect_uri') ?? '')
    back.search = String(
      new URLSearchParams({ error: 'access_denied', state: out.searchParams.get('state') ?? '', iss: idp.issuer }),
    )
    await refused(await browser.get(back.href), 403, 'did not sign you in')
  })

  it('when our secret is not the provider’s', async () => {
    await set({ secret: 'another secret' })
    await refused(await travel(world.browser()), 403, 'did not sign you in')
  })
})
