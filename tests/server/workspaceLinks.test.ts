import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CallInput, WorkspaceLink } from '../../lib/contract/index.ts'
import { joinWorkspaceByLink } from '../../server/actions/joinWorkspaceByLink.ts'
import { newSend } from '../helpers/newSend.ts'
import { type Caller, refusal } from '../helpers/service.ts'
import { startWorld, type World } from './auth/world.ts'

/** Share links into a Workspace itself. */
let world: World
let ada: Caller
let school: { id: string; name: string }
beforeAll(async () => {
  world = await startWorld()
  ada = await world.person('ada@example.edu', 'Ada Instructor')
})
beforeEach(async () => {
  await world.db.deleteFrom('rate_buckets').execute()
  school = await world.workspace(ada)
})
afterAll(() => world.stop())

type Limits = Omit<CallInput<'workspaceLinks.change'>, 'workspaceId' | 'linkId'>
const make = (
  limits: Limits = {},
  kind: Pick<WorkspaceLink, 'access' | 'role'> = { access: 'anyone', role: 'member' },
) => ada.call('workspaceLinks.create', { workspaceId: school.id, ...kind, ...limits })
const restricted = (role: 'editor' | 'member' = 'editor') => make({}, { access: 'restricted', role })
const change = (linkId: string, limits: Limits) =>
  ada.call('workspaceLinks.change', { workspaceId: school.id, linkId, ...limits })
const list = async (show?: 'all') => (await ada.call('workspaceLinks.list', { workspaceId: school.id, show })).links
const join = (id: string, person: Caller, generation = 1) =>
  world.db.transaction().execute((tx) => joinWorkspaceByLink(tx, { id, generation }, person))
const roleOf = async (person: Caller) =>
  (await person.call('me', {})).workspaces.find(({ id }) => id === school.id)?.role ?? null
const inviteToGroup = async (email: string) => {
  const group = await world.group(school, ada)
  await ada.call('invitations.send', newSend(group, [{ email, role: 'member' }], 'manual'))
  return group
}
const letPass = (id: string) =>
  world.db
    .updateTable('workspace_links')
    .set({ expires_at: new Date(Date.now() - 1000) })
    .where('id', '=', id)
    .execute()
const pathOf = ({ url }: { url: string }) => new URL(url).pathname

describe('making one', () => {
  it('there is one live link for an access and a role, and asking again gives it', async () => {
    const link = await make({ maxUses: 5 })
    expect(link).toMatchObject({ access: 'anyone', role: 'member', uses: 0, maxUses: 5 })
    expect(await make()).toEqual(link)
    const others = [await restricted('member'), await restricted('editor')]
    expect(new Set([link, ...others].map(({ url }) => url)).size).toBe(3)
    expect(await list()).toHaveLength(3)
    const made = await Promise.all(Array.from({ length: 10 }, () => make()))
    expect(new Set(made.map(({ url }) => url)).size).toBe(1)
  })

  it('a link for anyone gives Member alone, and no link makes an Owner', async () => {
    expect(await refusal(make({}, { access: 'anyone', role: 'editor' }))).toBe('notAllowed')
    expect(await refusal(make({}, { access: 'restricted', role: 'owner' as 'editor' }))).toBe('notUnderstood')
    expect(await refusal(make({}, { access: 'roster' as 'anyone', role: 'member' }))).toBe('notUnderstood')
  })

  it('that has ended makes room for a new one, without the limits of the old', async () => {
    const over = await make({ maxUses: 1 })
    await letPass(over.id)
    const fresh = await make()
    expect(fresh.id).not.toBe(over.id)
    expect(fresh).not.toHaveProperty('maxUses')
    expect(await list('all')).toEqual([fresh])
    expect(await join(over.id, await world.person())).toBe('revoked')
  })

  it('is written down', async () => {
    const link = await make()
    const sam = await world.person()
    await join(link.id, sam)
    await ada.call('workspaceLinks.revoke', { workspaceId: school.id, linkId: link.id })
    const { lines } = await ada.call('audit.list', { workspaceId: school.id })
    expect(lines.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ['workspaceLinks.revoke', link.id],
      ['workspace.joined', link.id],
      ['workspaceLinks.create', link.id],
    ])
  })
})

describe('who gets in', () => {
  it('by a link for anyone: whoever signs in, as a Member', async () => {
    const [link, sam] = [await make(), await world.person()]
    expect(await join(link.id, sam)).toBe('joined')
    expect(await roleOf(sam)).toBe('member')
    expect(await list()).toMatchObject([{ uses: 1 }])
  })

  it('by a restricted one: who was invited, into the Workspace or a Group, which it accepts', async () => {
    const link = await restricted()
    const [sam, kim, lee] = [await world.person(), await world.person(), await world.person()]
    const group = await inviteToGroup(sam.email)
    const people = [{ email: kim.email, role: 'member' as const }]
    await ada.call('workspacePeople.invite', { workspaceId: school.id, people })
    expect(await join(link.id, sam)).toBe('joined')
    expect(await roleOf(sam)).toBe('editor')
    expect((await sam.call('groups.get', { groupId: group.id })).role).toBe('member')
    // An invitation into the Workspace itself gives its own role.
    expect(await join(link.id, kim)).toBe('joined')
    expect(await roleOf(kim)).toBe('member')
    expect((await ada.call('workspacePeople.invited', { workspaceId: school.id })).rows).toEqual([])
    expect(await join(link.id, lee)).toBe('notInvited')
    expect(await roleOf(lee)).toBe(null)
  })

  it('keeps to the domains of the Workspace, but for whoever was invited', async () => {
    await ada.call('workspaces.change', { workspaceId: school.id, emailDomains: ['school.example'] })
    const link = await make()
    const [inner, outer] = [
      await world.person(`sam.${randomUUID()}@school.example`),
      await world.person(`sam.${randomUUID()}@elsewhere.example`),
    ]
    expect(await join(link.id, inner)).toBe('joined')
    expect(await join(link.id, outer)).toBe('offDomain')
  })

  it('never changes the role of who is in already, and does not count them', async () => {
    const [open, link] = [await make(), await restricted()]
    const colleague = await world.person()
    await world.joinWorkspace(school, colleague)
    expect([await join(link.id, colleague), await join(open.id, ada)]).toEqual(['joined', 'joined'])
    expect([await roleOf(colleague), await roleOf(ada)]).toEqual(['member', 'owner'])
    expect((await list()).map(({ uses }) => uses)).toEqual([0, 0])
  })
})

describe('an end', () => {
  it('by a number of people holds when thirty want the last place at once', async () => {
    const link = await make({ maxUses: 1 })
    const crowd = await Promise.all(Array.from({ length: 30 }, () => world.person()))
    const answers = await Promise.all(crowd.map((person) => join(link.id, person)))
    expect(answers.filter((answer) => answer === 'joined')).toHaveLength(1)
    expect(answers.filter((answer) => answer === 'full')).toHaveLength(29)
    expect(await list('all')).toMatchObject([{ uses: 1, ended: 'full' }])
    // Who has the place keeps it.
    const inside = crowd[answers.indexOf('joined')] as Caller
    expect(await join(link.id, inside)).toBe('joined')
  })

  it('by a day, which is still to come when it is set, can be moved', async () => {
    const link = await make()
    const past = new Date(Date.now() - 1000).toISOString()
    expect(await refusal(change(link.id, { expiresAt: past }))).toBe('notUnderstood')
    await letPass(link.id)
    const sam = await world.person()
    expect(await join(link.id, sam)).toBe('expired')
    expect(await list()).toEqual([])
    expect(await change(link.id, { expiresAt: null })).not.toHaveProperty('ended')
    expect(await join(link.id, sam)).toBe('joined')
  })

  it('by another address is for the earlier one alone', async () => {
    const link = await make({ maxUses: 5 })
    const next = await ada.call('workspaceLinks.rotate', { workspaceId: school.id, linkId: link.id })
    expect(next).toEqual({ ...link, url: expect.any(String) })
    expect(next.url).not.toBe(link.url)
    const sam = await world.person()
    expect(await join(link.id, sam, 1)).toBe('replaced')
    expect(await join(link.id, sam, 2)).toBe('joined')
  })

  it('by revoking is for good, and for a link of this Workspace alone', async () => {
    const link = await make()
    const other = await world.workspace(ada)
    const elsewhere = { workspaceId: other.id, linkId: link.id }
    for (const name of ['workspaceLinks.rotate', 'workspaceLinks.revoke', 'workspaceLinks.change'] as const)
      expect(await refusal(ada.call(name, elsewhere))).toBe('notFound')
    await ada.call('workspaceLinks.revoke', { workspaceId: school.id, linkId: link.id })
    expect(await join(link.id, await world.person())).toBe('revoked')
    expect(await refusal(change(link.id, { maxUses: 1 }))).toBe('notFound')
  })
})

describe('the page of such a link', () => {
  it('lets in whoever signs in on it, without a script', async () => {
    const path = pathOf(await make())
    const browser = world.browser()
    const first = await (await browser.get(path)).text()
    for (const words of [`Join ${school.name}`, 'Anyone with this link', 'Sign in to join'])
      expect(first.replaceAll(/<\/?bdi[^>]*>/g, '')).toContain(words)
    expect(first).not.toContain('<script')
    // The link alone lets nobody in.
    expect((await browser.post(path, {})).headers.get('location')).toBe(path)
    const email = `sam.${randomUUID()}@example.edu`
    expect((await world.signIn(browser, email, path)).headers.get('location')).toBe(path)
    expect(await (await browser.get(path)).text()).toContain('You join as')
    expect((await browser.post(path, {})).headers.get('location')).toBe('/')
    expect(await roleOf(await world.person(email))).toBe('member')
    expect(await (await browser.get(path)).text()).toContain('already</h1>')
  })

  it('refuses with words, and tells no stranger where an ended one led', async () => {
    const link = await restricted()
    const browser = world.browser()
    const email = `kim.${randomUUID()}@example.edu`
    await world.signIn(browser, email)
    for (const answer of [await browser.get(pathOf(link)), await browser.post(pathOf(link), {})]) {
      expect(answer.status).toBe(403)
      expect(await answer.text()).toContain('was not invited')
    }
    await letPass(link.id)
    for (const answer of [await browser.get(pathOf(link)), await browser.post(pathOf(link), {})]) {
      expect(answer.status).toBe(410)
      const page = await answer.text()
      expect(page).toContain('This link ended on')
      expect(page).not.toContain(school.name)
    }
  })

  it('of another kind, made up or changed is none of ours', async () => {
    const link = await make()
    const path = pathOf(link)
    const { secrets } = world.service
    for (const wrong of [
      `${path.slice(0, -4)}${path.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`,
      `/join/workspace/${secrets.signToken('link', link.id, 1)}`,
      `/join/${secrets.signToken('workspaceLink', link.id, 1)}`,
      `/join/workspace/${secrets.signToken('workspaceLink', link.id, 2)}`,
      '/join/workspace/nonsense',
    ])
      for (const answer of [await world.browser().get(wrong), await world.browser().post(wrong, {})])
        expect(answer.status, wrong).toBe(404)
  })

  it('takes forms of its own pages alone', async () => {
    const path = pathOf(await make())
    const browser = world.browser()
    await world.signIn(browser, `lee.${randomUUID()}@example.edu`)
    expect((await browser.post(path, {}, { origin: 'https://evil.example' })).status).toBe(403)
  })
})
