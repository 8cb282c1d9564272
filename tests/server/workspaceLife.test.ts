import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { RESTORE_DAYS } from '../../lib/contract/index.ts'
import { acceptInvitation } from '../../server/actions/acceptInvitation.ts'
import { removeDeletedWorkspaces } from '../../server/actions/deleteWorkspace.ts'
import { enterWorkspace } from '../../server/actions/enterWorkspace.ts'
import { joinByLink } from '../../server/actions/joinByLink.ts'
import { joinWorkspaceByLink } from '../../server/actions/joinWorkspaceByLink.ts'
import { mailAgain } from '../../server/actions/mailAgain.ts'
import { tablesInOrder } from '../../server/backup/order.ts'
import { findProviderFor, noteProved } from '../../server/store/sso.ts'
import { acceptUrl, welcomeUrl } from '../../server/urls.ts'
import { newSend } from '../helpers/newSend.ts'
import { type Caller, refusal } from '../helpers/service.ts'
import { startWorld, type World } from './auth/world.ts'

/** A Workspace that is deleted: everything in it stands still at once, comes back whole, and goes when its days are over. */
let world: World
let ada: Caller
let teacher: Caller
let student: Caller
let school: { id: string; name: string }
let group: { id: string }
beforeAll(async () => {
  world = await startWorld({ HOLD_SECONDS: '3600' })
})
beforeEach(async () => {
  await world.db.deleteFrom('rate_buckets').execute()
  ada = await world.person()
  teacher = await world.person()
  student = await world.person()
  school = await world.workspace(ada, 'North School')
  await world.joinWorkspace(school, teacher, 'editor')
  group = await world.group(school, teacher)
  await world.joinGroup(group, student)
})
afterAll(() => world.stop())

const remove = (by = ada, confirm = school.name) => by.call('workspaces.delete', { workspaceId: school.id, confirm })
const restore = (by = ada) => by.call('workspaces.restore', { workspaceId: school.id })
const send = (email: string, by = teacher) =>
  by.call('invitations.send', newSend(group, [{ email, role: 'member' }], 'manual'))
const invited = async (email = `sam.${randomUUID()}@example.edu`) => {
  await send(email)
  const row = {
    email,
    ...(await world.db
      .selectFrom('invitations')
      .select(['id', 'generation'])
      .where('email', '=', email)
      .executeTakeFirstOrThrow()),
  }
  return row
}
const invitedToWorkspace = async (email: string) => {
  await ada.call('workspacePeople.invite', { workspaceId: school.id, people: [{ email, role: 'editor' }] })
  const { rows } = await ada.call('workspacePeople.invited', { workspaceId: school.id })
  return rows.find((row) => row.email === email)?.id ?? ''
}
const inTx = <T>(act: (tx: World['db']) => Promise<T>) => world.db.transaction().execute(act)
const goesBack = (days: number) =>
  sql`update workspaces set deleted_at = now() - make_interval(days => ${days}) + interval '1 minute' where id = ${school.id}`.execute(
    world.db,
  )
const mailsOf = (email: string) =>
  world.db.selectFrom('outbox').select(['sent_at', 'failed_at', 'failure']).where('email', '=', email).execute()

describe('deleting a Workspace', () => {
  it('needs its name, typed, and an Owner', async () => {
    expect(await refusal(remove(ada, 'North Schoo'))).toBe('notConfirmed')
    expect(await refusal(remove(teacher))).toBe('notAllowed')
    expect(await refusal(remove(await world.person()))).toBe('notFound')
    const { restorableUntil } = await remove(ada, ' North School ')
    const days = (Date.parse(restorableUntil) - Date.now()) / 86_400_000
    expect(Math.round(days)).toBe(RESTORE_DAYS)
    expect(await refusal(remove())).toBe('notFound')
  })

  it('takes it from everybody at once, and nothing of it is found', async () => {
    await remove()
    for (const person of [ada, teacher, student]) {
      expect((await person.call('me', {})).workspaces).toEqual([])
      for (const show of ['open', 'archived', 'deleted'] as const)
        expect((await person.call('groups.list', { show })).groups).toEqual([])
      expect(await refusal(person.call('groups.get', { groupId: group.id }))).toBe('notFound')
      expect(await refusal(person.call('groups.restore', { groupId: group.id }))).toBe('notFound')
    }
    expect(await refusal(send('kim@example.edu'))).toBe('notFound')
    expect(await refusal(ada.call('workspaces.settings', { workspaceId: school.id }))).toBe('notFound')
    expect(await refusal(ada.call('audit.list', { workspaceId: school.id }))).toBe('notFound')
  })

  it('stops its invitations and links, which work again when it is restored', async () => {
    const kim = await world.person()
    const lee = await world.person()
    const waiting = await invited(kim.email)
    const entry = await invitedToWorkspace(lee.email)
    const link = await teacher.call('links.create', { groupId: group.id, access: 'anyone', role: 'member' })
    const inside = await ada.call('workspaceLinks.create', { workspaceId: school.id, access: 'anyone', role: 'member' })
    const [stranger, newcomer] = [await world.person(), await world.person()]
    const tries = async () => ({
      accepted: await inTx((tx) => acceptInvitation(tx, waiting, kim)),
      entered: await inTx((tx) => enterWorkspace(tx, { workspaceId: school.id, id: entry }, lee)),
      joined: await inTx((tx) => joinByLink(tx, { id: link.id, generation: 1 }, stranger, world.service.secrets)),
      came: await inTx((tx) => joinWorkspaceByLink(tx, { id: inside.id, generation: 1 }, newcomer)),
    })
    const pages = async () => {
      const paths = [
        acceptUrl(world.service, waiting),
        welcomeUrl(world.service, { id: entry, generation: 1 }),
        link.url,
        inside.url,
      ].map((url) => new URL(url).pathname)
      return await Promise.all(paths.map(async (path) => await (await world.browser().get(path)).text()))
    }
    await remove()
    expect(await tries()).toEqual({ accepted: false, entered: false, joined: 'gone', came: 'revoked' })
    for (const page of await pages()) expect(page).not.toMatch(/<button class="primary"/)
    const again = await mailAgain(world.service, { address: kim.email, network: '10.0.0.1' })
    expect(again.state).toBe('asked')
    expect(await mailsOf(kim.email)).toHaveLength(1)
    await restore()
    for (const page of await pages()) expect(page).toContain('<form')
    expect(await tries()).toEqual({ accepted: true, entered: true, joined: 'joined', came: 'joined' })
  })

  it('keeps mails that had not left, and they leave when it is restored', async () => {
    const email = `late.${randomUUID()}@example.edu`
    await send(email)
    const guest = `guest.${randomUUID()}@example.edu`
    await invitedToWorkspace(guest)
    const gone = `gone.${randomUUID()}@example.edu`
    await send(gone)
    await world.db
      .updateTable('outbox')
      .set({ failed_at: new Date(), failure: '550 5.1.1' })
      .where('email', '=', gone)
      .execute()
    await remove()
    for (const one of [email, guest])
      expect(await mailsOf(one)).toMatchObject([{ sent_at: null, failed_at: expect.any(Date), failure: 'deleted' }])
    await restore()
    for (const one of [email, guest]) expect(await mailsOf(one)).toMatchObject([{ failed_at: null, failure: null }])
    // What was refused by its mail server stays so.
    expect(await mailsOf(gone)).toMatchObject([{ failure: '550 5.1.1' }])
  })

  it('lets its domains sign in as others do, and another Workspace prove them', async () => {
    const domain = `${randomUUID()}.example`
    const sso = { issuer: 'https://login.example.edu', client_id: 'rollcall', secret: Buffer.from('x'), trusted: true }
    const provide = async (workspace: { id: string }) => {
      await world.db
        .insertInto('workspace_sso')
        .values({ workspace_id: workspace.id, ...sso, required: true, worked_at: new Date() })
        .execute()
      await world.db.insertInto('sso_domains').values({ workspace_id: workspace.id, domain }).execute()
      return await noteProved(world.db, workspace.id, domain)
    }
    expect(await provide(school)).toBe(true)
    expect((await findProviderFor(world.db, domain))?.workspaceId).toBe(school.id)
    const other = await world.workspace(await world.person())
    expect(await provide(other)).toBe(false)
    await remove()
    expect(await findProviderFor(world.db, domain)).toBeUndefined()
    expect(await noteProved(world.db, other.id, domain)).toBe(true)
    await restore()
    expect((await findProviderFor(world.db, domain))?.workspaceId).toBe(other.id)
  })

  it('and a send at the same moment: it is whole before, or finds nothing', async () => {
    for (let round = 0; round < 10; round += 1) {
      const email = `race.${randomUUID()}@example.edu`
      const [sent] = await Promise.allSettled([send(email), remove()])
      const mails = await mailsOf(email)
      // No mail stands in the queue that would be thrown away because the Workspace is gone.
      expect(mails.filter(({ failed_at }) => failed_at === null)).toEqual([])
      expect(mails).toHaveLength(sent.status === 'fulfilled' ? 1 : 0)
      await restore()
    }
  })
})

describe('restoring a Workspace', () => {
  it('brings everything back as it was, and both are in the audit', async () => {
    const before = await teacher.call('members.list', { groupId: group.id, state: 'accepted' })
    await remove()
    const { workspaces } = await ada.call('workspaces.deleted', {})
    expect(workspaces).toMatchObject([{ id: school.id, name: school.name }])
    expect(await restore()).toMatchObject({ id: school.id, name: school.name, role: 'owner' })
    expect(await restore()).toMatchObject({ id: school.id })
    expect((await ada.call('workspaces.deleted', {})).workspaces).toEqual([])
    expect(await teacher.call('members.list', { groupId: group.id, state: 'accepted' })).toEqual(before)
    const { lines } = await ada.call('audit.list', { workspaceId: school.id })
    expect(lines.map(({ action }) => action).slice(0, 2)).toEqual(['workspaces.restore', 'workspaces.delete'])
  })

  it('is for any Owner of it, and for nobody else', async () => {
    const other = await world.person()
    await world.joinWorkspace(school, other, 'owner')
    await remove()
    expect((await teacher.call('workspaces.deleted', {})).workspaces).toEqual([])
    expect(await refusal(restore(teacher))).toBe('notAllowed')
    expect(await refusal(restore(await world.person()))).toBe('notFound')
    expect(await restore(other)).toMatchObject({ role: 'owner' })
  })

  it('works to the last minute, and not after it', async () => {
    await remove()
    await goesBack(RESTORE_DAYS)
    await removeDeletedWorkspaces(world.db)
    await restore()
    await remove()
    await sql`update workspaces set deleted_at = now() - make_interval(days => ${RESTORE_DAYS}) where id = ${school.id}`.execute(
      world.db,
    )
    expect((await ada.call('workspaces.deleted', {})).workspaces).toEqual([])
    expect(await refusal(restore())).toBe('notFound')
  })
})

/** Tables in whose rows a word stands. */
const tablesWith = async (word: string) => {
  const found: string[] = []
  for (const table of await tablesInOrder(world.db)) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::integer as n from ${sql.table(table)} t where to_jsonb(t)::text ilike ${`%${word}%`}`.execute(
      world.db,
    )
    if (rows[0]?.n) found.push(table)
  }
  return found
}

describe('a Workspace whose days are over', () => {
  it('goes with everything in it and with whom nobody else knows; numbers stay', async () => {
    const mark = `m${randomUUID().slice(0, 8)}`
    const owner = await world.person(`owner@${mark}.example`, `Owner ${mark}`)
    const both = await world.person()
    const place = await world.workspace(owner, 'Marked')
    await world.joinWorkspace(place, both)
    await world.joinWorkspace(school, both)
    const inIt = await world.group(place, owner, { name: `Group ${mark}` })
    const removed = await world.person(`removed@${mark}.example`)
    await world.joinGroup(inIt, removed)
    await owner.call('members.remove', { groupId: inIt.id, ids: [removed.id] })
    await owner.call('invitations.send', newSend(inIt, [{ email: `new@${mark}.example`, role: 'member' }], 'manual'))
    // What somebody was answered who stays elsewhere.
    await world.joinGroup(inIt, both, 'owner')
    await both.call(
      'invitations.send',
      newSend(inIt, [{ email: `answered@${mark}.example`, role: 'member' }], 'manual'),
    )
    await owner.call('workspacePeople.invite', {
      ...{ workspaceId: place.id, people: [{ email: `guest@${mark}.example`, role: 'member' }] },
    })
    await owner.call('workspaces.delete', { workspaceId: place.id, confirm: 'Marked' })
    await removeDeletedWorkspaces(world.db)
    expect(await tablesWith(`@${mark}`)).not.toEqual([])
    await sql`update workspaces set deleted_at = now() - make_interval(days => ${RESTORE_DAYS}) where id = ${place.id}`.execute(
      world.db,
    )
    await removeDeletedWorkspaces(world.db)
    expect(await tablesWith(mark)).toEqual([])
    expect(await refusal(owner.call('me', {}))).toBe('signedOut')
    expect((await both.call('me', {})).workspaces).toMatchObject([{ id: school.id }])
    const { rows } = await sql<{ details: unknown }>`
      select details from audit where workspace_id = ${place.id} and action = 'workspace.removed'`.execute(world.db)
    expect(rows).toEqual([{ details: { people: 3, groups: 1, invitations: 3 } }])
  })
})

describe('the account of a sole Owner', () => {
  it('is deleted after the Workspace, which goes with it when nobody is left to restore it', async () => {
    await expect(ada.call('me.delete', { confirm: ada.email })).rejects.toMatchObject({
      code: 'lastOwner',
      detail: `You are the only Owner of ${school.name}. Make somebody else Owner there first, or delete it.`,
    })
    await remove()
    expect(await ada.call('me.deletion', {})).toMatchObject({ alone: [], workspaces: 0 })
    await ada.call('me.delete', { confirm: ada.email })
    expect(await refusal(ada.call('me', {}))).toBe('signedOut')
    expect(await tablesWith(school.id)).toEqual(['audit'])
    expect(await tablesWith(ada.email)).toEqual([])
  })

  it('leaves a deleted Workspace to its other Owner', async () => {
    const other = await world.person()
    await world.joinWorkspace(school, other, 'owner')
    await remove()
    await ada.call('me.delete', { confirm: ada.email })
    expect(await restore(other)).toMatchObject({ id: school.id })
    const { rows } = await other.call('workspacePeople.list', { workspaceId: school.id })
    expect(rows.map(({ id }) => id)).not.toContain(ada.id)
  })
})
