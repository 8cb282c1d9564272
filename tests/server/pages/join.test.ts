import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LinkAccess } from '../../../lib/contract/index.ts'
import { newSend } from '../../helpers/newSend.ts'
import type { Caller } from '../../helpers/service.ts'
import type { Browser } from '../auth/browser.ts'
import { startWorld, type World } from '../auth/world.ts'

let world: World
let ada: Caller
let school: { id: string }
let group: { id: string; name: string }
beforeAll(async () => {
  world = await startWorld()
  ada = await world.person('ada@example.edu', 'Ada Instructor')
  school = await world.workspace(ada)
})
beforeEach(async () => {
  await world.db.deleteFrom('rate_buckets').execute()
  group = await world.group(school, ada)
})
afterAll(() => world.stop())

const somebody = () => `sam.${randomUUID()}@example.edu`
const makeLink = async (access: LinkAccess = 'anyone') => {
  const { id, url } = await ada.call('links.create', { groupId: group.id, access, role: 'member' })
  return { id, path: new URL(url).pathname }
}
const inside = async () => (await ada.call('groups.get', { groupId: group.id })).members
const uses = async () => (await ada.call('links.list', { groupId: group.id })).links.map((link) => link.uses)
const enter = async (email = somebody()): Promise<Browser> => {
  const browser = world.browser()
  await world.signIn(browser, email)
  return browser
}

describe('a link for anyone', () => {
  it('asks a stranger who they are, and comes back', async () => {
    const { path } = await makeLink()
    const browser = world.browser()
    const answer = await browser.get(path)
    expect(answer.status).toBe(200)
    const page = await answer.text()
    for (const words of [`Join`, group.name, 'Northgate School', 'Member', 'Anyone with this link'])
      expect(page).toContain(words)
    expect(page).toContain(`name="next" value="${path}"`)
    // Pressing the button of somebody else's page does not join either.
    expect((await browser.post(path, {})).headers.get('location')).toBe(path)
    expect(await inside()).toBe(1)

    expect((await world.signIn(browser, somebody(), path)).headers.get('location')).toBe(path)
    expect(await inside()).toBe(1)
    const joined = await browser.post(path, {})
    expect(joined.status).toBe(303)
    expect(joined.headers.get('location')).toBe(`/groups/${group.id}`)
    expect(await inside()).toBe(2)
  })

  it('changes nothing by being looked at', async () => {
    const { path } = await makeLink()
    const browser = await enter()
    expect(await (await browser.get(path)).text()).toContain('You join as')
    expect(await inside()).toBe(1)
    expect(await uses()).toEqual([0])
  })

  it('takes who is in already to the Group, and counts nobody twice', async () => {
    const { path } = await makeLink()
    const browser = await enter()
    for (let time = 0; time < 2; time += 1)
      expect((await browser.post(path, {})).headers.get('location')).toBe(`/groups/${group.id}`)
    expect(await inside()).toBe(2)
    expect(await uses()).toEqual([1])
    const page = await (await browser.get(path)).text()
    expect(page).toContain('Open the Group')
    expect(page).not.toContain('<form')
  })

  it('lets somebody choose another address, and comes back', async () => {
    const { path } = await makeLink()
    const browser = await enter()
    expect((await browser.post('/signout', { next: path })).headers.get('location')).toBe(path)
    expect(await (await browser.get(path)).text()).toContain('Sign in to join')
  })
})

describe('a restricted link', () => {
  it('refuses who was not invited, and says what to do', async () => {
    const { path } = await makeLink('restricted')
    const email = somebody()
    const browser = await enter(email)
    expect(await (await world.browser().get(path)).text()).toContain('People who were invited before')
    for (const answer of [await browser.get(path), await browser.post(path, {})]) {
      expect(answer.status).toBe(403)
      const page = await answer.text()
      for (const words of [email, 'was not invited', 'Use another address', 'ask the person'])
        expect(page).toContain(words)
      expect(page).not.toContain(`action="${path}"`)
    }
    expect(await inside()).toBe(1)
    expect(await uses()).toEqual([0])
  })

  it('lets in who was invited', async () => {
    const { path } = await makeLink('restricted')
    const email = somebody()
    await ada.call('invitations.send', newSend(group, [{ email, role: 'member', name: '' }]))
    const browser = await enter(email)
    expect(await (await browser.get(path)).text()).toContain('You join as')
    expect((await browser.post(path, {})).headers.get('location')).toBe(`/groups/${group.id}`)
    expect(await inside()).toBe(2)
  })

  it('lets in who is in the Workspace', async () => {
    const { path } = await makeLink('restricted')
    const known = await world.person(somebody())
    await world.joinWorkspace(school, known)
    const browser = await enter(known.email)
    expect(await (await browser.get(path)).text()).toContain('You join as')
    expect((await browser.post(path, {})).headers.get('location')).toBe(`/groups/${group.id}`)
  })

  it('tells a stranger nothing about addresses before they have signed in', async () => {
    const { path } = await makeLink('restricted')
    const answer = await world.browser().post(path, { address: 'ada@example.edu' })
    expect(answer.headers.get('location')).toBe(path)
  })
})

describe('a link that leads no further', () => {
  const revoke = (linkId: string) => ada.call('links.revoke', { groupId: group.id, linkId })
  const deleteGroup = () =>
    world.db.updateTable('groups').set({ deleted_at: new Date() }).where('id', '=', group.id).execute()
  const limit = (set: { expires_at?: Date; max_uses?: number; uses?: number }) => (linkId: string) =>
    world.db.updateTable('share_links').set(set).where('id', '=', linkId).execute()
  const rotate = (linkId: string) => ada.call('links.rotate', { groupId: group.id, linkId })
  const archive = () =>
    world.db.updateTable('groups').set({ archived_at: new Date() }).where('id', '=', group.id).execute()
  it.each([
    ['switched off', revoke, 'This link has ended', 'for the one that is used now'],
    ['replaced', rotate, 'This link was replaced', 'for that one'],
    [
      'over',
      limit({ expires_at: new Date('2026-10-12T12:00:00Z') }),
      'This link ended on 12 October 2026',
      'a new one',
    ],
    ['full', limit({ max_uses: 3, uses: 3 }), 'This link is used up', 'to let more in'],
    ['of an archived Group', archive, 'This Group is archived', 'whether it comes back'],
    ['of a deleted Group', deleteGroup, 'This Group no longer exists', 'who gave you the link'],
  ])('%s: says so and what to do, to strangers and to who is signed in', async (_name, end, title, now) => {
    const { id, path } = await makeLink()
    const browser = await enter()
    await end(id)
    for (const answer of [await world.browser().get(path), await browser.get(path), await browser.post(path, {})]) {
      expect(answer.status).toBe(410)
      const page = await answer.text()
      expect(page).toContain(`<h1>${title}</h1>`)
      expect(page).toContain(now)
      expect(page).not.toContain('<form')
      // Where it led is for who is in the Workspace.
      expect(page).not.toContain('Biology 101')
    }
    const known = await world.person(somebody())
    await world.joinWorkspace(school, known)
    const page = await (await (await enter(known.email)).get(path)).text()
    expect(page.includes('Biology 101')).toBe(title !== 'This Group no longer exists')
    const rows = await world.db.selectFrom('members').selectAll().where('group_id', '=', group.id).execute()
    expect(rows).toHaveLength(1)
  })

  it('that was changed, made up, or is of another kind is none of ours', async () => {
    const { path, id } = await makeLink()
    const browser = await enter()
    const changed = path.slice(0, -4) + (path.endsWith('AAAA') ? 'BBBB' : 'AAAA')
    const kind = `/join/${world.service.secrets.signToken('invitation', id, 1)}`
    for (const wrong of [
      changed,
      kind,
      '/join/nonsense',
      `/join/${world.service.secrets.signToken('link', randomUUID(), 1)}`,
    ])
      for (const answer of [await browser.get(wrong), await browser.post(wrong, {})]) {
        expect(answer.status).toBe(404)
        expect(await answer.text()).toContain('There is nothing here')
      }
  })
})

it.each([['https://evil.example'], [null]])('a form from %s lets nobody join', async (origin) => {
  const { path } = await makeLink()
  const browser = await enter()
  expect((await browser.post(path, {}, { origin })).status).toBe(403)
  expect(await inside()).toBe(1)
})

describe('a link for a roster', () => {
  it('lets the class in, and tells others what to do', async () => {
    const [sam, kim] = [somebody(), somebody()]
    const people = [{ email: sam, role: 'facilitator' as const }]
    const made = await ada.call('links.create', { groupId: group.id, access: 'roster', role: 'member', people })
    const path = new URL(made.url).pathname
    const stranger = await (await world.browser().get(path)).text()
    for (const words of ['People on the class list', 'The one that the class list gives you'])
      expect(stranger).toContain(words)
    expect(stranger).not.toContain(sam)
    const other = await enter(kim)
    for (const answer of [await other.get(path), await other.post(path, {})]) {
      expect(answer.status).toBe(403)
      const page = await answer.text()
      for (const words of [kim, 'is not on the class list', 'Use another address']) expect(page).toContain(words)
    }
    const listed = await enter(sam)
    expect(await (await listed.get(path)).text()).toContain('You join as')
    expect((await listed.post(path, {})).headers.get('location')).toBe(`/groups/${group.id}`)
    expect(await inside()).toBe(2)
  })
})

describe('a link with limits', () => {
  it('says until when it is open', async () => {
    const { path, id } = await makeLink()
    await ada.call('links.change', { groupId: group.id, linkId: id, expiresAt: '2031-03-02T12:00:00Z' })
    expect(await (await world.browser().get(path)).text()).toContain('2 March 2031')
  })

  it('that is full still takes those to the Group who came by it', async () => {
    const { path, id } = await makeLink()
    const [first, second] = [await enter(), await enter()]
    await ada.call('links.change', { groupId: group.id, linkId: id, maxUses: 1 })
    expect((await first.post(path, {})).headers.get('location')).toBe(`/groups/${group.id}`)
    expect((await second.post(path, {})).status).toBe(410)
    expect((await first.post(path, {})).headers.get('location')).toBe(`/groups/${group.id}`)
    expect(await (await first.get(path)).text()).toContain('Open the Group')
  })

  it('in a Workspace with its own domains says which, and offers another address', async () => {
    const { path } = await makeLink()
    await ada.call('workspaces.change', { workspaceId: school.id, emailDomains: ['school.example', 'college.example'] })
    const browser = await enter()
    for (const answer of [await browser.get(path), await browser.post(path, {})]) {
      expect(answer.status).toBe(403)
      const page = await answer.text()
      for (const words of ['school.example', ' or ', 'college.example', 'Use another address'])
        expect(page).toContain(words)
    }
    const welcome = await enter(`sam.${randomUUID()}@school.example`)
    expect((await welcome.post(path, {})).headers.get('location')).toBe(`/groups/${group.id}`)
    await ada.call('workspaces.change', { workspaceId: school.id, emailDomains: [] })
  })
})

it('its address goes to no other site and into no log', async () => {
  const { path, id } = await makeLink()
  const token = path.replace('/join/', '')
  const browser = await enter()
  const answers = [await world.browser().get(path), await browser.get(path), await browser.post(path, {})]
  await ada.call('links.revoke', { groupId: group.id, linkId: id })
  answers.push(await browser.get(path), await browser.get(`${path}x`), await browser.post(path, {}, { origin: null }))
  for (const answer of answers) {
    expect(answer.headers.get('referrer-policy')).toBe('same-origin')
    // Nothing of another site is on the page, which is all that could be told where it stands.
    expect(await answer.text()).not.toMatch(/(?:href|src|action)="(?!\/)/)
  }
  expect(world.lines.some(({ fields }) => fields.route === '/join/:token')).toBe(true)
  expect(JSON.stringify(world.lines)).not.toContain(token)
})
