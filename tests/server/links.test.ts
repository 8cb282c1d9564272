import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { GroupRole } from '../../lib/contract/index.ts'
import { joinByLink } from '../../server/actions/joinByLink.ts'
import { type Caller, refusal, startService, type TestService } from '../helpers/service.ts'

/** What ends a share link: a day, a number of people, another address, the Workspace's rule. */
let rollcall: TestService
let ada: Caller
let school: { id: string }
let group: { id: string }

beforeAll(async () => {
  rollcall = await startService()
  ada = await rollcall.person('ada@example.edu')
})
beforeEach(async () => {
  school = await rollcall.workspace(ada)
  group = await rollcall.group(school, ada)
})
afterAll(() => rollcall.stop())

const make = (limits: { expiresAt?: string | null; maxUses?: number | null } = {}) =>
  ada.call('links.create', { groupId: group.id, access: 'anyone', role: 'member', ...limits })
const change = (linkId: string, limits: { expiresAt?: string | null; maxUses?: number | null }) =>
  ada.call('links.change', { groupId: group.id, linkId, ...limits })
const list = async (show?: 'all') => (await ada.call('links.list', { groupId: group.id, show })).links
const join = (id: string, person: Caller, generation = 1) =>
  rollcall.db.transaction().execute((tx) => joinByLink(tx, { id, generation }, person, rollcall.service.secrets))
const people = (count: number) => Promise.all(Array.from({ length: count }, () => rollcall.person()))
const inside = async () => (await ada.call('groups.get', { groupId: group.id })).members
const letPass = (id: string) =>
  rollcall.db
    .updateTable('share_links')
    .set({ expires_at: new Date(Date.now() - 1000) })
    .where('id', '=', id)
    .execute()
const tomorrow = () => new Date(Date.now() + 24 * 3600 * 1000).toISOString()

describe('a number of people', () => {
  it('is counted by who comes in, and nobody comes in after it', async () => {
    const link = await make({ maxUses: 2 })
    expect(link).toMatchObject({ uses: 0, maxUses: 2 })
    const [one, two, three] = (await people(3)) as [Caller, Caller, Caller]
    expect(await join(link.id, one)).toBe('joined')
    expect(await join(link.id, one)).toBe('joined')
    expect(await join(link.id, ada)).toBe('joined')
    expect(await join(link.id, two)).toBe('joined')
    expect(await join(link.id, three)).toBe('full')
    // Who has a place keeps it.
    expect(await join(link.id, two)).toBe('joined')
    expect(await list()).toEqual([])
    expect(await list('all')).toMatchObject([{ id: link.id, uses: 2, maxUses: 2, ended: 'full' }])
    expect(await change(link.id, { maxUses: 3 })).toMatchObject({ url: link.url, uses: 2, maxUses: 3 })
    expect(await join(link.id, three)).toBe('joined')
  })

  it('holds when a hundred people want the last place at once', async () => {
    const link = await make({ maxUses: 1 })
    const answers = await Promise.all((await people(100)).map((person) => join(link.id, person)))
    expect(answers.filter((answer) => answer === 'joined')).toHaveLength(1)
    expect(answers.filter((answer) => answer === 'full')).toHaveLength(99)
    expect(await inside()).toBe(2)
    expect(await list('all')).toMatchObject([{ uses: 1 }])
  })

  it('is at least one', async () => {
    for (const maxUses of [0, -1, 1.5, 100_001]) expect(await refusal(make({ maxUses }))).toBe('notUnderstood')
  })
})

describe('a day', () => {
  it('ends the link, and a later one opens it again', async () => {
    const expiresAt = tomorrow()
    const link = await make({ expiresAt })
    expect(link.expiresAt).toBe(expiresAt)
    await letPass(link.id)
    const sam = await rollcall.person()
    expect(await join(link.id, sam)).toBe('expired')
    expect(await list()).toEqual([])
    expect(await list('all')).toMatchObject([{ id: link.id, ended: 'expired' }])
    const open = await change(link.id, { expiresAt: null })
    expect(open).not.toHaveProperty('expiresAt')
    expect(open).not.toHaveProperty('ended')
    expect(await join(link.id, sam)).toBe('joined')
  })

  it('is still to come when it is set', async () => {
    const link = await make()
    for (const expiresAt of [new Date(Date.now() - 1000).toISOString(), 'tomorrow', '2026-02-31T00:00:00Z']) {
      expect(await refusal(make({ expiresAt }))).toBe('notUnderstood')
      expect(await refusal(change(link.id, { expiresAt }))).toBe('notUnderstood')
    }
  })
})

describe('asking for a link', () => {
  it('that is there gives it, with the limits that are named', async () => {
    const link = await make({ maxUses: 5 })
    expect(await make()).toEqual(link)
    expect(await make({ expiresAt: tomorrow() })).toMatchObject({ id: link.id, url: link.url, maxUses: 5 })
    expect(await make({ maxUses: null })).not.toHaveProperty('maxUses')
  })

  it('that has ended makes a new one, without the limits of the old', async () => {
    const over = await make({ maxUses: 1 })
    await letPass(over.id)
    const fresh = await make()
    expect(fresh.id).not.toBe(over.id)
    expect(fresh).not.toHaveProperty('maxUses')
    expect(await list('all')).toEqual([fresh])
    expect(await join(over.id, await rollcall.person())).toBe('revoked')
  })

  it('that has ended makes a new one also with other limits: the address that was given out stays dead', async () => {
    const over = await make({ expiresAt: tomorrow() })
    await letPass(over.id)
    const fresh = await make({ expiresAt: tomorrow(), maxUses: 3 })
    expect(fresh.id).not.toBe(over.id)
    expect(fresh).toMatchObject({ maxUses: 3, uses: 0 })
    expect(await join(over.id, await rollcall.person())).toBe('revoked')
    const full = await make({ maxUses: 1 })
    expect(await join(full.id, await rollcall.person())).toBe('joined')
    expect((await make({ maxUses: 5 })).id).not.toBe(full.id)
  })

  it('at once, ten times after it has ended, makes one', async () => {
    const over = await make()
    await letPass(over.id)
    const made = await Promise.all(Array.from({ length: 10 }, () => make()))
    expect(new Set(made.map(({ url }) => url)).size).toBe(1)
    expect(await list('all')).toHaveLength(1)
  })
})

describe('another address', () => {
  it('ends the earlier one at once, and leaves the rest as it was', async () => {
    const link = await make({ maxUses: 5, expiresAt: tomorrow() })
    await join(link.id, await rollcall.person())
    const next = await ada.call('links.rotate', { groupId: group.id, linkId: link.id })
    expect(next).toEqual({ ...link, url: expect.any(String), uses: 1 })
    expect(next.url).not.toBe(link.url)
    const sam = await rollcall.person()
    expect(await join(link.id, sam, 1)).toBe('replaced')
    expect(await join(link.id, sam, 2)).toBe('joined')
    expect(await make()).toMatchObject({ url: next.url })
  })

  it('is for a link of this Group that was not revoked', async () => {
    const link = await make()
    const other = await rollcall.group(school, ada)
    expect(await refusal(ada.call('links.rotate', { groupId: other.id, linkId: link.id }))).toBe('notFound')
    expect(await refusal(ada.call('links.change', { groupId: other.id, linkId: link.id, maxUses: 1 }))).toBe('notFound')
    await ada.call('links.revoke', { groupId: group.id, linkId: link.id })
    expect(await refusal(ada.call('links.rotate', { groupId: group.id, linkId: link.id }))).toBe('notFound')
    expect(await refusal(change(link.id, { maxUses: 1 }))).toBe('notFound')
  })
})

describe('the rule of the Workspace', () => {
  const rule = (anyoneRole: 'owner' | 'facilitator' | 'member') =>
    ada.call('workspaces.change', { workspaceId: school.id, anyoneRole })
  const forAnyone = (role: 'owner' | 'facilitator' | 'member') =>
    ada.call('links.create', { groupId: group.id, access: 'anyone', role })

  it('says what a link for anyone may give', async () => {
    expect(await refusal(forAnyone('facilitator'))).toBe('notAllowed')
    await rule('facilitator')
    const link = await forAnyone('facilitator')
    expect(await refusal(forAnyone('owner'))).toBe('notAllowed')
    const sam = await rollcall.person()
    expect(await join(link.id, sam)).toBe('joined')
    expect((await sam.call('groups.get', { groupId: group.id })).role).toBe('facilitator')
  })

  it('ends the links that give more when it is lowered, and no others', async () => {
    await rule('owner')
    const [high, low] = [await forAnyone('facilitator'), await forAnyone('member')]
    const named = await ada.call('links.create', { groupId: group.id, access: 'restricted', role: 'owner' })
    const elsewhere = await rollcall.group(await rollcall.workspace(ada), ada)
    await rule('member')
    expect((await list('all')).map(({ id }) => id).sort()).toEqual([low.id, named.id].sort())
    expect(await join(high.id, await rollcall.person())).toBe('revoked')
    expect(await refusal(ada.call('links.create', { groupId: elsewhere.id, access: 'anyone', role: 'owner' }))).toBe(
      'notAllowed',
    )
  })

  it('says whose addresses a link for anyone lets in', async () => {
    await ada.call('workspaces.change', { workspaceId: school.id, emailDomains: ['school.example'] })
    const link = await make()
    const [inner, below, outer, invited, colleague] = [
      await rollcall.person(`sam.${crypto.randomUUID()}@school.example`),
      await rollcall.person(`sam.${crypto.randomUUID()}@students.school.example`),
      await rollcall.person(`sam.${crypto.randomUUID()}@notschool.example`),
      await rollcall.person(`sam.${crypto.randomUUID()}@elsewhere.example`),
      await rollcall.person(`sam.${crypto.randomUUID()}@elsewhere.example`),
    ]
    await rollcall.joinWorkspace(school, colleague)
    await rollcall.db
      .insertInto('invitations')
      .values({
        workspace_id: school.id,
        group_id: group.id,
        email: invited.email,
        role: 'member',
        origin: 'manual',
        invited_by: ada.id,
        expires_at: tomorrow(),
      })
      .execute()
    expect(await join(link.id, inner)).toBe('joined')
    expect(await join(link.id, below)).toBe('joined')
    expect(await join(link.id, outer)).toBe('offDomain')
    expect(await join(link.id, invited)).toBe('joined')
    expect(await join(link.id, colleague)).toBe('joined')
    expect((await outer.call('me', {})).workspaces).toEqual([])
  })
})

describe('a Group that is closed', () => {
  it.each([
    ['archived_at', 'archived'],
    ['deleted_at', 'gone'],
  ] as const)('by %s, itself or around it, lets nobody in', async (column, end) => {
    const inner = await rollcall.group(school, ada, { parent: group })
    const link = await ada.call('links.create', { groupId: inner.id, access: 'anyone', role: 'member' })
    const sam = await rollcall.person()
    for (const at of [group, inner]) {
      const set = (when: Date | null) =>
        rollcall.db
          .updateTable('groups')
          .set({ [column]: when })
          .where('id', '=', at.id)
          .execute()
      await set(new Date())
      expect(await join(link.id, sam)).toBe(end)
      await set(null)
    }
    expect(await join(link.id, sam)).toBe('joined')
  })
})

describe('a link for a roster', () => {
  const forRoster = (people?: { email: string; role: GroupRole }[]) =>
    ada.call('links.create', { groupId: group.id, access: 'roster', role: 'member', people })
  const roleOf = async (person: Caller) =>
    (await person.call('groups.get', { groupId: group.id }).catch(() => null))?.role ?? null

  it('lets in who is on its list, with the role there, and nobody else', async () => {
    const [sam, kim, lee, colleague] = [...(await people(3)), await rollcall.person()] as [
      Caller,
      Caller,
      Caller,
      Caller,
    ]
    await rollcall.joinWorkspace(school, colleague)
    const link = await forRoster([
      { email: ` ${sam.email.toUpperCase()} `, role: 'member' },
      { email: kim.email, role: 'facilitator' },
      { email: kim.email, role: 'owner' },
      { email: 'nonsense', role: 'member' },
    ])
    expect(link).toMatchObject({ access: 'roster', uses: 0, people: 2 })
    expect(await join(link.id, sam)).toBe('joined')
    expect(await join(link.id, kim)).toBe('joined')
    for (const other of [lee, colleague]) expect(await join(link.id, other)).toBe('notListed')
    expect([await roleOf(sam), await roleOf(kim), await roleOf(lee)]).toEqual(['member', 'facilitator', null])
    expect((await lee.call('me', {})).workspaces).toEqual([])
    expect(await list()).toMatchObject([{ id: link.id, uses: 2, people: 2 }])
  })

  it('takes a newer list in the place of the one before', async () => {
    const [early, late] = (await people(2)) as [Caller, Caller]
    const link = await forRoster([{ email: early.email, role: 'member' }])
    const again = await forRoster([{ email: late.email, role: 'member' }])
    expect(again).toEqual(link)
    expect(await forRoster()).toEqual(link)
    expect(await join(link.id, early)).toBe('notListed')
    expect(await join(link.id, late)).toBe('joined')
  })

  it('needs somebody on its list', async () => {
    for (const nobody of [undefined, [{ email: 'nonsense', role: 'member' as const }]])
      expect(await refusal(forRoster(nobody))).toBe('notUnderstood')
    expect(await list('all')).toEqual([])
  })

  it('lets in who is invited to the Group, with the role of the invitation', async () => {
    const sam = await rollcall.person()
    const link = await forRoster([{ email: 'other@example.edu', role: 'member' }])
    await ada.call('invitations.send', {
      groupId: group.id,
      key: crypto.randomUUID(),
      batch: crypto.randomUUID(),
      origin: 'manual',
      people: [{ email: sam.email, role: 'facilitator' }],
    })
    expect(await join(link.id, sam)).toBe('joined')
    expect(await roleOf(sam)).toBe('facilitator')
  })

  it('keeps no address, and nothing that says the same of somebody on two lists', async () => {
    const sam = await rollcall.person()
    const first = await forRoster([{ email: sam.email, role: 'member' }])
    await ada.call('links.revoke', { groupId: group.id, linkId: first.id })
    const second = await forRoster([{ email: sam.email, role: 'member' }])
    const rows = await rollcall.db
      .selectFrom('share_link_people')
      .selectAll()
      .where('link_id', 'in', [first.id, second.id])
      .execute()
    expect(new Set(rows.map(({ digest }) => Buffer.from(digest).toString('hex'))).size).toBe(2)
    expect(JSON.stringify(rows)).not.toContain('example.edu')
  })
})
