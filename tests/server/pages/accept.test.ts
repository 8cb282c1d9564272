import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { GroupRole } from '../../../lib/contract/index.ts'
import { acceptUrl, joinUrl } from '../../../server/urls.ts'
import { newSend } from '../../helpers/newSend.ts'
import type { Caller } from '../../helpers/service.ts'
import type { Browser } from '../auth/browser.ts'
import { startWorld, type World } from '../auth/world.ts'

let world: World
let ada: Caller
let group: { id: string; name: string }
beforeAll(async () => {
  world = await startWorld()
  ada = await world.person('ada@example.edu', 'Ada Instructor')
})
beforeEach(async () => {
  await world.db.deleteFrom('rate_buckets').execute()
  group = await world.group(await world.workspace(ada), ada)
})
afterAll(() => world.stop())

const somebody = () => `sam.${randomUUID()}@example.edu`
/** An invitation that waits, and the path of its mailed link. */
const invite = async (email = somebody(), role: GroupRole = 'member') => {
  await ada.call('invitations.send', newSend(group, [{ email, role, name: 'Sam Student' }]))
  const { id, generation } = await row(email)
  return { id, email, generation, path: new URL(acceptUrl(world.service, { id, generation })).pathname }
}
const row = (email: string) =>
  world.db
    .selectFrom('invitations')
    .selectAll()
    .where('email', '=', email)
    .where('group_id', '=', group.id)
    .executeTakeFirstOrThrow()
const change = (
  id: string,
  values: Partial<{ state: 'revoked' | 'expired' | 'declined'; expires_at: Date; generation: number }>,
) => world.db.updateTable('invitations').set(values).where('id', '=', id).execute()
/** Everything that accepting could change. */
const everything = async () => ({
  invitations: await world.db.selectFrom('invitations').selectAll().orderBy('id').execute(),
  people: await world.db.selectFrom('people').selectAll().orderBy('id').execute(),
  sessions: await world.db.selectFrom('sessions').selectAll().orderBy('hash').execute(),
  members: await world.db.selectFrom('members').selectAll().orderBy('created_at').execute(),
  inWorkspaces: await world.db.selectFrom('workspace_members').selectAll().orderBy('created_at').execute(),
})
const whoIs = async (browser: Browser): Promise<string | undefined> => {
  const answer = await browser.get('/api/me', { 'sec-fetch-site': 'same-origin' })
  return answer.status === 200 ? (await answer.json()).email : undefined
}
const roleOf = async (browser: Browser): Promise<unknown> =>
  (await (await browser.get(`/api/groups/${group.id}`, { 'sec-fetch-site': 'same-origin' })).json()).role

describe('looking at an invitation', () => {
  it('says who invites whom to what, as which role, and until when', async () => {
    const { email, path } = await invite(somebody(), 'facilitator')
    const answer = await world.browser().get(path)
    expect(answer.status).toBe(200)
    const page = await answer.text()
    for (const words of ['Ada Instructor', 'ada@example.edu', group.name, 'Northgate School', 'Facilitator', email])
      expect(page).toContain(words)
    expect(page).toContain(String((await row(email)).expires_at.getUTCFullYear()))
    expect(page.match(/<button class="primary">/g)).toHaveLength(1)
  })

  it('changes nothing but that it was opened, and that once, however often and by whatever looks', async () => {
    const { email, path } = await invite()
    const before = await everything()
    const answer = await world.browser().get(path)
    expect(answer.headers.getSetCookie()).toEqual([])
    const opened = (await row(email)).opened_at
    expect(opened).toBeInstanceOf(Date)
    await fetch(world.here + path, { method: 'HEAD' })
    await world.browser().get(path)
    const after = await everything()
    expect(after.invitations.find((one) => one.email === email)?.opened_at).toEqual(opened)
    const unopened = after.invitations.map((one) => (one.email === email ? { ...one, opened_at: null } : one))
    expect({ ...after, invitations: unopened }).toEqual(before)
  })

  it('is kept from other sites and from caches', async () => {
    const { path } = await invite()
    const { headers } = await world.browser().get(path)
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-security-policy')?.split('; ')).toEqual([
      "default-src 'none'",
      "style-src 'self'",
      "img-src 'self'",
      "frame-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ])
  })
})

describe('accepting', () => {
  it('signs in as the invited address and lands on the Group', async () => {
    const { email, path } = await invite(somebody(), 'facilitator')
    const browser = world.browser()
    const answer = await browser.post(path, {})
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/groups/${group.id}`)
    expect(await whoIs(browser)).toBe(email)
    expect(await roleOf(browser)).toBe('facilitator')
    expect(await row(email)).toMatchObject({ state: 'accepted' })
  })

  it('ten times at once makes one membership, and nobody is left without an answer', async () => {
    const { email, path } = await invite()
    const browsers = Array.from({ length: 10 }, () => world.browser())
    const answers = await Promise.all(browsers.map((browser) => browser.post(path, {})))
    expect(answers.some(({ status }) => status === 303)).toBe(true)
    // Who came after the acceptance is told of it.
    expect(answers.filter(({ status }) => status !== 303 && status !== 200)).toEqual([])
    const { count } = await world.db
      .selectFrom('members')
      .innerJoin('people', 'people.id', 'members.person_id')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('people.email', '=', email)
      .executeTakeFirstOrThrow()
    expect(Number(count)).toBe(1)
  })

  it('works with the link once: afterwards it signs nobody in', async () => {
    const { email, path } = await invite()
    const browser = world.browser()
    await browser.post(path, {})
    expect(await (await browser.get(path)).text()).toContain('Open the Group')

    const stranger = world.browser()
    const page = await stranger.get(path)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('This invitation was accepted already')
    const again = await stranger.post(path, {})
    expect(again.headers.getSetCookie()).toEqual([])
    expect(await again.text()).toContain('Sign in')
    expect(await whoIs(stranger)).toBeUndefined()
    // The button of that page leads, by a code, to the Group.
    expect((await world.signIn(stranger, email, `/groups/${group.id}`)).headers.get('location')).toBe(
      `/groups/${group.id}`,
    )
    expect(await roleOf(stranger)).toBe('member')
  })

  it('needs no second session where the invited person is signed in', async () => {
    const email = somebody()
    const browser = world.browser()
    await world.signIn(browser, email)
    const { path } = await invite(email)
    const answer = await browser.post(path, {})
    expect(answer.headers.get('location')).toBe(`/groups/${group.id}`)
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(await roleOf(browser)).toBe('member')
  })

  it('says so where somebody else is signed in, and signs them out', async () => {
    const browser = world.browser()
    const other = somebody()
    await world.signIn(browser, other)
    const kept = world.browser()
    for (const [key, cookie] of browser.cookies) kept.cookies.set(key, cookie)
    const { email, path } = await invite()
    expect(await (await browser.get(path)).text()).toContain('You are signed in as')
    await browser.post(path, {})
    expect(await whoIs(browser)).toBe(email)
    expect(await whoIs(kept)).toBeUndefined()
  })

  it('asks for a code first where the address is in a Workspace already', async () => {
    const known = await world.person(somebody())
    await world.joinWorkspace(await world.workspace(ada, 'Southgate School'), known)
    const { path } = await invite(known.email)
    const browser = world.browser()
    const page = await (await browser.get(path)).text()
    expect(page).toContain('Sign in to accept')
    expect(page).not.toContain('Accept the invitation')

    const refused = await browser.post(path, {})
    expect(refused.headers.getSetCookie()).toEqual([])
    expect(await whoIs(browser)).toBeUndefined()
    expect(await row(known.email)).toMatchObject({ state: 'pending' })
    // Nor for somebody who is signed in, but as another.
    const other = world.browser()
    await world.signIn(other, somebody())
    await other.post(path, {})
    expect(await row(known.email)).toMatchObject({ state: 'pending' })

    const entered = await world.signIn(browser, known.email, path)
    expect(entered.headers.get('location')).toBe(path)
    expect(await (await browser.get(path)).text()).toContain('Accept the invitation')
    expect((await browser.post(path, {})).headers.get('location')).toBe(`/groups/${group.id}`)
    expect(await roleOf(browser)).toBe('member')
  })
})

describe('a link that leads no further', () => {
  const past = new Date(Date.now() - 86_400_000)
  const deleteGroup = async () => {
    await world.db.updateTable('groups').set({ deleted_at: past }).where('id', '=', group.id).execute()
  }
  it.each([
    ['taken back', (id: string) => change(id, { state: 'revoked' }), 'This invitation was taken back'],
    ['declined', (id: string) => change(id, { state: 'declined' }), 'This invitation was declined'],
    ['expired', (id: string) => change(id, { state: 'expired' }), 'This invitation ended on'],
    ['over time', (id: string) => change(id, { expires_at: past }), 'This invitation ended on'],
    ['of a deleted Group', deleteGroup, 'This Group no longer exists'],
  ])('%s: says so, and whom to ask, and lets nobody in', async (_name, end, words) => {
    const { id, email, path } = await invite()
    await end(id)
    const before = await everything()
    const browser = world.browser()
    for (const answer of [await browser.get(path), await browser.post(path, {})]) {
      expect(answer.status).toBe(410)
      const page = await answer.text()
      expect(page).toContain(words)
      expect(page).toContain('ada@example.edu')
      expect(page).not.toContain('<form')
      expect(answer.headers.getSetCookie()).toEqual([])
    }
    const { opened_at: _opened, ...now } = await row(email)
    expect(before.invitations.find((one) => one.id === id)).toMatchObject(now)
    expect((await everything()).sessions).toEqual(before.sessions)
    expect((await everything()).members).toEqual(before.members)
  })

  it('that was changed, made up, or replaced by a newer one is none of ours', async () => {
    const { id, path, generation } = await invite()
    const link = await ada.call('links.create', { groupId: group.id, access: 'anyone', role: 'member' })
    const foreign = new URL(joinUrl(world.service, { id: link.id, generation: 1 })).pathname
    const unknown = acceptUrl(world.service, { id: randomUUID(), generation: 1 }).replace(world.url, '')
    const changed = path.slice(0, -4) + (path.endsWith('AAAA') ? 'BBBB' : 'AAAA')
    await change(id, { generation: generation + 1 })
    const before = await everything()
    for (const wrong of [path, changed, unknown, foreign.replace('/join/', '/accept/'), '/accept/nonsense'])
      for (const answer of [
        await world.browser().get(wrong),
        await world.browser().post(wrong, {}),
        await world.browser().post(`${wrong}/decline`, {}),
      ]) {
        expect(answer.status).toBe(404)
        expect(await answer.text()).toContain('There is nothing here')
      }
    expect(await everything()).toEqual(before)
  })

  it('lets nobody in when it is taken back at the very moment', async () => {
    const { id, email, path } = await invite()
    const browser = world.browser()
    let answer: Promise<Response> | undefined
    await world.db.transaction().execute(async (tx) => {
      await tx.updateTable('invitations').set({ state: 'revoked' }).where('id', '=', id).execute()
      answer = browser.post(path, {})
      // PostgreSQL shows the request the invitation as it was, and lets it wait at the row. The embedded store waits before.
      if (process.env.TEST_DATABASE_URL) await vi.waitFor(() => waitsForLock(), { timeout: 5000 })
    })
    expect((await answer)?.headers.getSetCookie()).toEqual([])
    expect(await whoIs(browser)).toBeUndefined()
    expect(await row(email)).toMatchObject({ state: 'revoked' })
  })
  const waitsForLock = async () => {
    const { rows } = await sql`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(world.db)
    expect(rows).toHaveLength(1)
  }
})

describe('declining', () => {
  it('ends the invitation, signs nobody in, and says how to undo it', async () => {
    const { email, path } = await invite()
    const browser = world.browser()
    const answer = await browser.post(`${path}/decline`, {})
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('You declined')
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(await row(email)).toMatchObject({ state: 'declined', ended_at: expect.any(Date) })
    const again = await browser.post(`${path}/decline`, {})
    expect(again.headers.get('location')).toBe(path)
    expect((await browser.get(path)).status).toBe(410)
  })

  it('comes too late once it was accepted', async () => {
    const { email, path } = await invite()
    await world.browser().post(path, {})
    expect((await world.browser().post(`${path}/decline`, {})).headers.get('location')).toBe(path)
    expect(await row(email)).toMatchObject({ state: 'accepted' })
  })
})

it.each([['https://evil.example'], [null]])('a form from %s accepts and declines nothing', async (origin) => {
  const { path } = await invite()
  const before = await everything()
  for (const action of [path, `${path}/decline`])
    expect((await world.browser().post(action, {}, { origin })).status).toBe(403)
  expect(await everything()).toEqual(before)
})
