import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { acceptUrl } from '../../../../server/urls.ts'
import { startSchool } from './school.ts'

/** Signing in at a school’s own page. */
const { world, idp, owner, school, set, leave, travel, who, isInForce, anew, stop } = await startSchool()
beforeEach(anew)
afterAll(stop)

const codesMailed = async () =>
  Number(
    (
      await world.db
        .selectFrom('sign_in_codes')
        .select((eb) => eb.fn.countAll<string>().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

describe('somebody whose school has a page of its own to sign in', () => {
  it('goes there and comes back signed in, where they wanted to go', async () => {
    const browser = world.browser()
    const asked = await browser.post('/signin', { address: 'sam@northgate.example', next: '/groups/one?tab=pending' })
    expect([asked.status, asked.headers.get('location')]).toEqual([303, '/signin/sso'])
    const page = await (await browser.get('/signin/sso')).text()
    expect(page).toContain('Northgate School')
    expect(page).toContain(new URL(idp.issuer).host)
    const out = new URL((await browser.get('/signin/sso/start')).headers.get('location') ?? '')
    expect(out.origin).toBe(idp.issuer)
    expect(out.searchParams.get('code_challenge_method')).toBe('S256')
    expect(out.searchParams.get('login_hint')).toBe('sam@northgate.example')

    const back = await browser.get(await idp.signIn(out.href, 'sam'))
    expect([back.status, back.headers.get('location')]).toEqual([303, '/groups/one?tab=pending'])
    expect(await who(browser)).toBe('sam@northgate.example')
    expect([...browser.cookies.values()].map(({ name }) => name)).toEqual(['rollcall_session', 'rollcall_known'])
    expect((await owner.call('sso.get', { workspaceId: school.id })).sso).toMatchObject({ worked: true })
  })

  it('is whoever the provider says, whatever was typed', async () => {
    idp.people.set('kim', { email: 'kim@northgate.example', email_verified: true })
    const browser = world.browser()
    await travel(browser, 'kim')
    expect(await who(browser)).toBe('kim@northgate.example')
  })

  it('is known to the service already, or is not: nobody who asks can tell', async () => {
    await world.person('known@northgate.example')
    const seen = async (address: string) => {
      const browser = world.browser()
      const answers = [await browser.post('/signin', { address, next: '/' }), await browser.get('/signin/sso')]
      return await Promise.all(
        answers.map(async (answer) => [answer.status, answer.headers.get('location'), await answer.text()]),
      ).then((all) => JSON.stringify(all).replaceAll(address, 'THE ADDRESS'))
    }
    expect(await seen('known@northgate.example')).toBe(await seen('nobody@northgate.example'))
    expect(await codesMailed()).toBe(0)
  })

  it('may take a code instead, until the school requires its page', async () => {
    const browser = world.browser()
    const how = { address: 'sam@northgate.example', next: '/', how: 'code' }
    expect((await browser.post('/signin', how)).headers.get('location')).toBe('/signin/code?next=%2F')
    // Required, and not in force before somebody has come in that way: until then it may be a mistake.
    await set({ required: true })
    expect((await browser.post('/signin', how)).headers.get('location')).toBe('/signin/code?next=%2F')
    await isInForce()
    expect((await browser.post('/signin', how)).headers.get('location')).toBe('/signin/sso')
    expect(await (await browser.get('/signin/sso')).text()).not.toContain('Send me a code')
    // A code that was mailed before is none any more.
    const code = await world.codeFor('sam@northgate.example')
    const typed = await browser.post('/signin/code', { code, next: '/' })
    expect(typed.status).toBe(403)
    expect(await typed.text()).toContain('signs in on its own page')
    expect(await who(browser)).toBeUndefined()
  })

  it('is not signed in by a mailed link where the school requires its page', async () => {
    const group = await world.group(school, owner)
    const people = [{ email: 'new@northgate.example', role: 'member' as const }]
    const ids = { key: crypto.randomUUID(), batch: crypto.randomUUID() }
    await owner.call('invitations.send', { groupId: group.id, ...ids, origin: 'manual', people })
    const row = await world.db
      .selectFrom('invitations')
      .select(['id', 'generation'])
      .where('email', '=', 'new@northgate.example')
      .executeTakeFirstOrThrow()
    await isInForce()
    const browser = world.browser()
    const path = new URL(acceptUrl(world.service, row)).pathname
    const page = await (await browser.get(path)).text()
    expect(page).toContain('Sign in to accept')
    expect(page).toContain('own page')
    expect(page).not.toContain('We send a code')
    await browser.post(path, {})
    expect(await who(browser)).toBeUndefined()
    const { state } = await world.db
      .selectFrom('invitations')
      .select('state')
      .where('id', '=', row.id)
      .executeTakeFirstOrThrow()
    expect(state).toBe('pending')
  })

  it('goes where they wanted on this service alone', async () => {
    const browser = world.browser()
    const out = await leave(browser, 'sam@northgate.example', 'https://evil.example/')
    expect((await browser.get(await idp.signIn(out, 'sam'))).headers.get('location')).toBe('/')
  })
})
