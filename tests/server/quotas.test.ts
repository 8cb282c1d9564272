import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { acceptUrl } from '../../server/urls.ts'
import { newSend } from '../helpers/newSend.ts'
import { type Caller, refusal } from '../helpers/service.ts'
import { startWorld, type World } from './auth/world.ts'

/** What one Workspace may have, and ask for in a day. */
let world: World
let ada: Caller
let school: { id: string; name: string }
beforeAll(async () => {
  world = await startWorld({
    ...{ WORKSPACE_PEOPLE: '3', WORKSPACE_GROUPS: '3', WORKSPACE_INVITATIONS_A_DAY: '5', WORKSPACE_MAILS_A_DAY: '6' },
  })
  ada = await world.person('ada@example.edu', 'Ada Instructor')
})
beforeEach(async () => {
  await world.db.deleteFrom('rate_buckets').execute()
  school = await world.workspace(ada)
})
afterAll(() => world.stop())

const somebody = () => `sam.${randomUUID()}@example.edu`
const send = (group: { id: string }, count: number, key = randomUUID()) =>
  ada.call('invitations.send', {
    ...{ groupId: group.id, key, batch: key, origin: 'manual' },
    people: Array.from({ length: count }, (_, i) => ({ email: `s${i}.${key}@example.edu`, role: 'member' as const })),
  })
const countOf = async (table: 'invitations' | 'groups' | 'workspace_members') =>
  (await world.db.selectFrom(table).select('workspace_id').where('workspace_id', '=', school.id).execute()).length
const nextDay = () =>
  world.db
    .updateTable('rate_buckets')
    .set({ resets_at: new Date(Date.now() - 1000) })
    .where('key', 'like', 'day.%')
    .execute()

describe('invitations in a day', () => {
  it('are refused above the limit with a code, leave nothing, and go on the next day', async () => {
    const group = await world.group(school, ada)
    const key = randomUUID()
    await send(group, 4, key)
    expect(await refusal(send(group, 2))).toBe('overQuota')
    expect(await countOf('invitations')).toBe(4)
    // What was refused does not count, nor does a request that is repeated.
    await send(group, 4, key)
    await send(group, 1)
    expect(await refusal(send(group, 1))).toBe('overQuota')
    await nextDay()
    await send(group, 5)
    expect(await countOf('invitations')).toBe(10)
  })

  it('hold when many ask at once, in several Groups', async () => {
    const groups = await Promise.all([1, 2, 3].map(() => world.group(school, ada)))
    const asked = Array.from({ length: 12 }, (_, i) => send(groups[i % 3] ?? { id: '' }, 1).catch(({ code }) => code))
    const answers = await Promise.all(asked)
    expect(answers.filter((answer) => answer === 'overQuota')).toHaveLength(7)
    expect(await countOf('invitations')).toBe(5)
  })

  it('are of each Workspace, those into it included', async () => {
    const people = Array.from({ length: 5 }, () => ({ email: somebody(), role: 'member' as const }))
    await ada.call('workspacePeople.invite', { workspaceId: school.id, people })
    const one = { workspaceId: school.id, people: [{ email: somebody(), role: 'member' as const }] }
    expect(await refusal(ada.call('workspacePeople.invite', one))).toBe('overQuota')
    expect(await refusal(send(await world.group(school, ada), 1))).toBe('overQuota')
    const other = await world.workspace(ada)
    await send(await world.group(other, ada), 5)
  })
})

it('mails in a day count reminders and notices as well', async () => {
  const group = await world.group(school, ada)
  await send(group, 5)
  await world.db
    .updateTable('outbox')
    .set({ sent_at: new Date(Date.now() - 3 * 86_400_000) })
    .where('group_id', '=', group.id)
    .execute()
  expect(await refusal(ada.call('reminders.send', { groupId: group.id }))).toBe('overQuota')
  const [row] = (await ada.call('members.list', { groupId: group.id, state: 'pending' })).rows
  expect(await ada.call('reminders.send', { groupId: group.id, invitationIds: [row?.id ?? ''] })).toMatchObject({
    reminded: 1,
  })
})

describe('Groups', () => {
  const make = (name: string) => ada.call('groups.create', { workspaceId: school.id, name })

  it('are refused above the limit, made, copied or brought back, and hold when many are made at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => make(`G ${i}`).catch(({ code }) => code)))
    expect(answers.filter((answer) => answer === 'overQuota')).toHaveLength(5)
    expect(await countOf('groups')).toBe(3)
    const [first] = answers.filter((answer) => answer !== 'overQuota')
    expect(await refusal(ada.call('groups.copy', { groupId: first.id, name: 'Copy' }))).toBe('overQuota')
    await ada.call('groups.delete', { groupId: first.id })
    await make('Another')
    expect(await refusal(ada.call('groups.restore', { groupId: first.id }))).toBe('overQuota')
  })
})

describe('people', () => {
  const words = async (answer: Promise<Response>) => {
    const { status, page } = await answer.then(async (one) => ({ status: one.status, page: await one.text() }))
    return [status, page.includes('There are no places left')]
  }
  const fill = async () => {
    for (const _ of [1, 2]) await world.joinWorkspace(school, await world.person())
  }
  const signedIn = async (email = somebody()) => {
    const browser = world.browser()
    await world.signIn(browser, email)
    return { browser, email }
  }

  it('come in by no way when there is no room, are told so, and keep their invitation', async () => {
    const group = await world.group(school, ada)
    const [invited, welcomed] = [somebody(), somebody()]
    await ada.call('invitations.send', newSend(group, [{ email: invited, role: 'member' }], 'manual'))
    await ada.call('workspacePeople.invite', { workspaceId: school.id, people: [{ email: welcomed, role: 'member' }] })
    const { url } = await ada.call('links.create', { groupId: group.id, access: 'anyone', role: 'member' })
    const into = { workspaceId: school.id, access: 'anyone', role: 'member' } as const
    const all = await ada.call('workspaceLinks.create', into)
    await fill()
    const { id } = await world.db
      .selectFrom('invitations')
      .select('id')
      .where('email', '=', invited)
      .executeTakeFirstOrThrow()
    const accept = new URL(acceptUrl(world.service, { id, generation: 1 })).pathname
    expect(await words(world.browser().post(accept, {}))).toEqual([409, true])
    const stranger = await signedIn()
    for (const link of [url, all.url])
      expect(await words(stranger.browser.post(new URL(link).pathname, {}))).toEqual([409, true])
    const welcome = await world.db
      .selectFrom('workspace_invitations')
      .select('id')
      .where('email', '=', welcomed)
      .executeTakeFirstOrThrow()
    const path = `/welcome/${world.service.secrets.signToken('workspace', welcome.id, 1)}`
    expect(await words((await signedIn(welcomed)).browser.post(path, {}))).toEqual([409, true])
    for (const email of [invited, welcomed]) {
      const person = await world.person(email)
      const [waits] = (await person.call('me.invitations', {})).invitations
      expect(await refusal(person.call('me.accept', { invitationId: waits?.id ?? '' }))).toBe('overQuota')
    }
    expect(await countOf('workspace_members')).toBe(3)
    // Somebody leaves, and there is room again.
    await world.db
      .deleteFrom('workspace_members')
      .where('workspace_id', '=', school.id)
      .where('role', '=', 'member')
      .execute()
    expect((await world.browser().post(accept, {})).headers.get('location')).toBe(`/groups/${group.id}`)
  })

  it('never become more than there is room for when all come at once', async () => {
    const { url } = await ada.call('workspaceLinks.create', {
      workspaceId: school.id,
      access: 'anyone',
      role: 'member',
    })
    const browsers = []
    for (let i = 0; i < 6; i += 1) browsers.push((await signedIn()).browser)
    const answers = await Promise.all(browsers.map((browser) => browser.post(new URL(url).pathname, {})))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 303, 409, 409, 409, 409])
    expect(await countOf('workspace_members')).toBe(3)
  })

  it('who are in come into its Groups however full it is', async () => {
    await fill()
    const group = await world.group(school, ada)
    const { url } = await ada.call('links.create', { groupId: group.id, access: 'anyone', role: 'member' })
    const { person_id } = await world.db
      .selectFrom('workspace_members')
      .select('person_id')
      .where('workspace_id', '=', school.id)
      .where('role', '=', 'member')
      .limit(1)
      .executeTakeFirstOrThrow()
    const { email } = await world.db
      .selectFrom('people')
      .select('email')
      .where('id', '=', person_id)
      .executeTakeFirstOrThrow()
    const { browser } = await signedIn(email)
    expect((await browser.post(new URL(url).pathname, {})).headers.get('location')).toBe(`/groups/${group.id}`)
  })
})

describe('who may make another Workspace', () => {
  it.each([
    ['owners', 'ok', 'notAllowed'],
    ['everyone', 'ok', 'ok'],
    ['nobody', 'notAllowed', 'notAllowed'],
  ] as const)('%s', async (NEW_WORKSPACES, owner, other) => {
    const own = await startWorld({ NEW_WORKSPACES })
    try {
      const [head, sam] = [await own.person(), await own.person()]
      await own.workspace(head)
      const make = async (by: Caller) =>
        await by.call('workspaces.create', { name: 'Annex' }).then(
          () => 'ok',
          ({ code }) => code,
        )
      expect([await make(head), await make(sam)]).toEqual([owner, other])
    } finally {
      await own.stop()
    }
  })
})
