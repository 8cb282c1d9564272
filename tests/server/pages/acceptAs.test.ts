import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { acceptUrl } from '../../../server/urls.ts'
import { newSend } from '../../helpers/newSend.ts'
import type { Caller } from '../../helpers/service.ts'
import { startWorld, type World } from '../auth/world.ts'

/** "Use this address": an invitation for one address, accepted by somebody who is signed in with another. */
let world: World
let owner: Caller
let school: { id: string }
let group: { id: string; name: string }
beforeAll(async () => {
  world = await startWorld()
  owner = await world.person('owner@example.edu')
  school = await world.workspace(owner)
})
beforeEach(async () => {
  await world.db.deleteFrom('rate_buckets').execute()
  group = await world.group(school, owner)
})
afterAll(() => world.stop())

const somebody = (what: string) => `${what}.${randomUUID().slice(0, 8)}@example.edu`
/** Somebody signed in as one address, at the page of an invitation that a roster brought for another. */
const atInvitation = async ({ a = somebody('a'), b = somebody('b') } = {}) => {
  const people = [{ email: b, role: 'facilitator' as const }]
  await owner.call('invitations.send', newSend(group, people))
  const row = await world.db
    .selectFrom('invitations')
    .select(['id', 'generation'])
    .where('email', '=', b)
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow()
  const browser = world.browser()
  await world.signIn(browser, a)
  return { a, b, id: row.id, browser, path: new URL(acceptUrl(world.service, row)).pathname }
}
const stateOf = async (id: string) =>
  (await world.db.selectFrom('invitations').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state
const accept = async (at: Awaited<ReturnType<typeof atInvitation>>) => {
  await at.browser.post(`${at.path}/as`, {})
  return await at.browser.post(`${at.path}/as/code`, { code: await world.codeFor(at.b) })
}
const listed = () => owner.call('members.list', { groupId: group.id, state: 'accepted' })
const me = async (browser: ReturnType<World['browser']>) =>
  (await (await browser.get('/api/me', { 'sec-fetch-site': 'same-origin' })).json()).email

describe('the page', () => {
  it('says who one is and whom it is for, and offers both', async () => {
    const { a, b, browser, path } = await atInvitation()
    const page = await (await browser.get(path)).text()
    expect(page).toContain('You are signed in as')
    for (const address of [a, b]) expect(page).toContain(address)
    expect(page).toContain('Accept the invitation')
    expect(page).toContain(`action="${path}/as"`)
    const signedOut = await (await world.browser().get(path)).text()
    expect(signedOut).not.toContain(`${path}/as`)
  })

  it('asks for the code from the invited address, and says what pressing does', async () => {
    const { a, b, browser, path } = await atInvitation()
    const asked = await browser.post(`${path}/as`, {})
    expect([asked.status, asked.headers.get('location')]).toEqual([303, `${path}/as`])
    const page = await (await browser.get(`${path}/as`)).text()
    expect(page).toContain(`${path}/as/code`)
    for (const address of [a, b]) expect(page).toContain(address)
    expect(page).toContain('whoever invited you sees both addresses')
  })
})

describe('with the code that was mailed to the invited address', () => {
  it('one is in the Group with the address one has, and both are seen by who invited', async () => {
    const at = await atInvitation()
    const answer = await accept(at)
    expect(answer.headers.get('location')).toBe(`/groups/${group.id}`)
    expect(await me(at.browser)).toBe(at.a)
    expect(await stateOf(at.id)).toBe('accepted')
    const { rows } = await listed()
    expect(rows.find(({ email }) => email === at.a)).toMatchObject({ role: 'facilitator', invitedAs: at.b })
    expect(rows.find(({ email }) => email === owner.email)).not.toHaveProperty('invitedAs')
    // No account was made of the other address.
    expect(rows.some(({ email }) => email === at.b)).toBe(false)
    expect(await world.db.selectFrom('people').select('id').where('email', '=', at.b).execute()).toEqual([])
  })

  it('the audit has the ids of both', async () => {
    const b = await world.person(somebody('b'))
    const at = await atInvitation({ b: b.email })
    await accept(at)
    const { lines } = await owner.call('audit.list', { workspaceId: school.id, groupId: group.id })
    const line = lines.find(({ action }) => action === 'invitation.accepted')
    expect(line).toMatchObject({ actor: { email: at.a }, subjectId: at.id, details: { invited: b.id } })
    expect(JSON.stringify(line?.details)).not.toContain('@')
  })

  it('the roster knows them by the address it has', async () => {
    const at = await atInvitation()
    await accept(at)
    const compare = (...emails: string[]) => {
      const people = emails.map((email) => ({ email, role: 'facilitator' as const }))
      return owner.call('rosters.compare', { groupId: group.id, people, complete: true, total: people.length })
    }
    expect(await compare(at.b)).toMatchObject({ people: [{ email: at.b, state: 'joined' }], gone: [] })
    expect(await compare(at.a)).toMatchObject({ people: [{ email: at.a, state: 'joined' }], gone: [] })
    expect((await compare(owner.email)).gone).toMatchObject([{ email: at.a }])

    const { addresses } = await owner.call('members.addresses', { groupId: group.id })
    const known = addresses.filter(({ email }) => email === at.a || email === at.b)
    expect(known.map(({ email, state, origin }) => [email, state, origin])).toEqual([
      [at.a, 'member', 'manual'],
      [at.b, 'member', 'roster'],
    ])
    const sent = await owner.call('invitations.send', newSend(group, [{ email: at.b, role: 'facilitator' }]))
    expect(sent.outcomes).toMatchObject([{ email: at.b, outcome: 'member', role: 'facilitator' }])
  })

  it('it was accepted once', async () => {
    const at = await atInvitation()
    await accept(at)
    expect((await accept(at)).headers.get('location')).toBe(at.path)
    expect((await listed()).rows.filter(({ email }) => email === at.a)).toHaveLength(1)
  })
})

describe('nothing is accepted', () => {
  const unchanged = async ({ id, a, b }: Awaited<ReturnType<typeof atInvitation>>) => {
    expect(await stateOf(id)).toBe('pending')
    expect((await listed()).rows.some(({ email }) => email === a || email === b)).toBe(false)
  }

  it('by the link alone, or with a wrong code', async () => {
    const at = await atInvitation()
    await at.browser.post(`${at.path}/as/code`, { code: '' })
    await at.browser.post(`${at.path}/as`, {})
    const code = await world.codeFor(at.b)
    const wrong = await at.browser.post(`${at.path}/as/code`, { code: code === '00000000' ? '00000001' : '00000000' })
    expect(wrong.status).toBe(401)
    expect(await wrong.text()).toContain('This is not the code')
    await unchanged(at)
  })

  it('with a code that proves another address', async () => {
    const at = await atInvitation()
    const own = somebody('own')
    await at.browser.post('/signin', { address: own, next: '/' })
    await at.browser.post(`${at.path}/as/code`, { code: await world.codeFor(own) })
    await unchanged(at)
  })

  it('in another browser than the one that asked', async () => {
    const at = await atInvitation()
    await at.browser.post(`${at.path}/as`, {})
    const other = world.browser()
    await world.signIn(other, somebody('thief'))
    await other.post(`${at.path}/as/code`, { code: await world.codeFor(at.b) })
    await unchanged(at)
  })

  it('by nobody, or by a form of another site', async () => {
    const at = await atInvitation()
    const mails = await world.db.selectFrom('sign_in_codes').select('id').where('email', '=', at.b).execute()
    expect((await world.browser().post(`${at.path}/as`, {})).headers.get('location')).toBe(at.path)
    expect((await at.browser.post(`${at.path}/as`, {}, { origin: 'https://evil.example' })).status).toBe(403)
    expect(await world.db.selectFrom('sign_in_codes').select('id').where('email', '=', at.b).execute()).toEqual(mails)
    await unchanged(at)
  })

  it('where it was taken back meanwhile', async () => {
    const at = await atInvitation()
    await at.browser.post(`${at.path}/as`, {})
    await owner.call('invitations.revoke', { groupId: group.id, ids: [at.id] })
    const answer = await at.browser.post(`${at.path}/as/code`, { code: await world.codeFor(at.b) })
    expect(answer.headers.get('location')).toBe(at.path)
    expect((await listed()).rows.some(({ email }) => email === at.a)).toBe(false)
  })

  it('with an address that the Workspace does not let in', async () => {
    await owner.call('workspaces.change', { workspaceId: school.id, emailDomains: ['example.edu'] })
    try {
      const at = await atInvitation({ a: `a.${randomUUID().slice(0, 8)}@elsewhere.example` })
      const page = await (await at.browser.get(at.path)).text()
      expect(page).not.toContain(`${at.path}/as`)
      expect(page).toContain('lets in other addresses')
      expect((await at.browser.post(`${at.path}/as`, {})).headers.get('location')).toBe(at.path)
      await unchanged(at)
    } finally {
      await owner.call('workspaces.change', { workspaceId: school.id, emailDomains: [] })
    }
  })
})
