import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tablesInOrder } from '../../server/backup/order.ts'
import { newSend } from '../helpers/newSend.ts'
import { type Caller, refusal, startService, type TestService } from '../helpers/service.ts'

/** What the service keeps of somebody: all of it for them to save, and none of it once they have deleted their account. */
let rollcall: TestService
let head: Caller
let school: { id: string; name: string }
beforeAll(async () => {
  rollcall = await startService({ env: { HOLD_SECONDS: '3600' } })
  head = await rollcall.person('head@example.edu', 'Head')
  school = await rollcall.workspace(head)
})
afterAll(() => rollcall.stop())

const invite = (by: Caller, groupId: string, email: string) =>
  by.call('invitations.send', newSend({ id: groupId }, [{ email, name: 'As written', role: 'member' }], 'manual'))

/** A teacher with one of everything. */
const furnished = async (mark: string) => {
  const teacher = await rollcall.person(`${mark}@example.edu`, `Teacher ${mark}`)
  await rollcall.joinWorkspace(school, teacher, 'editor')
  const group = await rollcall.group(school, teacher, { name: `Group ${mark}` })
  await rollcall.joinGroup(group, head, 'owner')
  const own = await rollcall.group(school, teacher, { name: `Own ${mark}`, type: 'private' })
  await invite(teacher, group.id, `student.${mark}@elsewhere.example`)
  await teacher.call('links.create', { groupId: group.id, access: 'restricted', role: 'member' })
  await teacher.call('rosters.link', { groupId: group.id, site: 'https://lms.example.edu', course: mark })
  const old = await rollcall.group(school, head, { name: `Old ${mark}` })
  await rollcall.joinGroup(old, teacher)
  await head.call('members.remove', { groupId: old.id, ids: [teacher.id] })
  const elsewhere = await rollcall.workspace(await rollcall.person())
  await rollcall.session(teacher)
  const asked = await rollcall.group(elsewhere, await rollcall.person())
  const owner = await rollcall.person()
  await rollcall.joinGroup(asked, owner, 'owner')
  await invite(owner, asked.id, teacher.email)
  return { teacher, group, own, asked, owner }
}

describe('one’s own data', () => {
  it('is everything, and nobody else’s', async () => {
    const { teacher } = await furnished('zada')
    await furnished('other')
    const { fileName, text } = await teacher.call('me.data', {})
    expect(fileName).toMatch(/\.json$/)
    const data = JSON.parse(text)
    expect(data.person).toMatchObject({ email: teacher.email, name: 'Teacher zada' })
    expect(data.workspaces).toMatchObject([{ workspace: school.name, role: 'editor' }])
    expect(data.groups.map((row: { group: string }) => row.group).toSorted()).toEqual(['Group zada', 'Own zada'])
    expect(data.history).toMatchObject([{ group: 'Old zada', what: 'removed', was: 'member' }])
    expect(data.invitations).toMatchObject([{ email: teacher.email, state: 'pending' }])
    expect(data.invited).toMatchObject([{ email: 'student.zada@elsewhere.example', group: 'Group zada' }])
    expect(data.links).toMatchObject([{ group: 'Group zada', access: 'restricted' }])
    expect(data.courses).toMatchObject([{ course: 'zada' }])
    expect(data.mails).toMatchObject([{ kind: 'invitation' }])
    expect([data.sessions.length, data.connections.length]).toEqual([1, 1])
    expect(data.audit.map((row: { action: string }) => row.action)).toEqual(
      expect.arrayContaining(['invitations.send', 'links.create', 'rosters.link']),
    )
    expect(text).not.toMatch(/other@|student\.other|Group other/)
    expect(text).not.toContain(teacher.token)
  })

  it('is asked for only so often', async () => {
    const eager = await rollcall.person()
    const answers = await Promise.allSettled(Array.from({ length: 21 }, () => eager.call('me.data', {})))
    expect(answers.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { code: 'tooMany' } }])
  })
})

/** Every row in which a word stands, table by table. */
const rowsWith = async (word: string) => {
  const found: string[] = []
  for (const table of await tablesInOrder(rollcall.db)) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::integer as n from ${sql.table(table)} t where to_jsonb(t)::text ilike ${`%${word}%`}`.execute(
      rollcall.db,
    )
    if (rows[0]?.n) found.push(table)
  }
  return found
}

describe('an account', () => {
  it('is deleted, and nothing says any more who it was', async () => {
    const { teacher, group, own, asked, owner } = await furnished('quokka')
    expect(await teacher.call('me.deletion', {})).toEqual({ alone: [], workspaces: 1, groups: 2, ownGroups: 1 })
    expect(await refusal(teacher.call('me.delete', { confirm: 'head@example.edu' }))).toBe('notConfirmed')
    const before = await head.call('members.list', { groupId: group.id, state: 'pending' })

    await teacher.call('me.delete', { confirm: ' Quokka@example.edu ' })
    expect(await refusal(teacher.call('me', {}))).toBe('signedOut')
    expect(await rowsWith('"quokka@')).toEqual([])
    expect(await rowsWith('Teacher quokka')).toEqual([])
    expect(await owner.call('members.list', { groupId: asked.id, state: 'pending' })).toMatchObject({ total: 0 })
    // What they did for others stays: whom they invited waits on, in the name of the other Owner.
    expect(await head.call('members.list', { groupId: group.id, state: 'pending' })).toEqual(before)
    const waiting = await rollcall.db.selectFrom('invitations').select('invited_by').where('group_id', '=', group.id)
    expect(await waiting.execute()).toEqual([{ invited_by: head.id }])
    expect(await refusal(head.call('groups.get', { groupId: own.id }))).toBe('notFound')
    const { lines } = await head.call('audit.list', { workspaceId: school.id, limit: 50 })
    const theirs = lines.filter(({ actor }) => actor?.id === teacher.id)
    expect(theirs.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['me.delete', 'invitations.send', 'links.create']),
    )
    for (const { actor } of theirs) expect([actor?.email, actor?.name ?? '']).toEqual([null, ''])
  })

  it('of somebody who accepted stays in the numbers, without them', async () => {
    const student = await rollcall.person('numbat@example.edu')
    await rollcall.joinWorkspace(school, student)
    const group = await rollcall.group(school, head)
    await invite(head, group.id, 'numbat.private@example.edu')
    await rollcall.db
      .updateTable('invitations')
      .set({ state: 'accepted', accepted_by: student.id, alias: true, ended_at: new Date() })
      .where('group_id', '=', group.id)
      .execute()
    await rollcall.joinGroup(group, student)
    await rollcall.db.insertInto('suppressions').values({ email: student.email, reason: 'complained' }).execute()
    await student.call('me.delete', { confirm: student.email })
    // That they want no mails is what they asked for.
    expect(await rowsWith('numbat')).toEqual(['suppressions'])
    const { text } = await head.call('groups.export', { groupId: group.id, format: 'json' })
    expect(JSON.parse(text).people).toMatchObject([{ outcome: 'member' }, { outcome: 'left', name: '' }])
    // The address is anybody's again.
    const again = await rollcall.person('numbat@example.edu')
    expect(again.id).not.toBe(student.id)
    expect((await again.call('me', {})).workspaces).toEqual([])
  })

  it('of somebody who was sent to another address than the roster has takes both away', async () => {
    const student = await rollcall.person('wombat@example.edu')
    await rollcall.joinWorkspace(school, student)
    const [group, other] = [await rollcall.group(school, head), await rollcall.group(school, head)]
    await invite(head, group.id, 'wombat.old@example.edu')
    const { rows } = await head.call('members.list', { groupId: group.id, state: 'pending' })
    const changes = [{ id: rows[0]?.id ?? '', email: student.email }]
    await head.call('invitations.readdress', { groupId: group.id, changes })
    await rollcall.db
      .insertInto('listed_addresses')
      .values({ group_id: other.id, listed: student.email, email: 'sam@example.edu' })
      .execute()
    const data = JSON.parse((await student.call('me.data', {})).text)
    expect(data.listed).toEqual([{ email: 'wombat.old@example.edu', group: group.name }])
    await student.call('me.delete', { confirm: student.email })
    expect(await rowsWith('wombat')).toEqual([])
  })

  it('stays while it is the last Owner, and is told of what', async () => {
    const owner = await rollcall.person()
    const annex = await rollcall.workspace(owner, 'Annex')
    const teacher = await rollcall.person()
    await rollcall.joinWorkspace(annex, teacher, 'editor')
    const group = await rollcall.group(annex, teacher, { name: 'Chemistry' })
    await rollcall.joinGroup(group, await rollcall.person())

    expect((await owner.call('me.deletion', {})).alone).toEqual([{ kind: 'workspace', id: annex.id, name: 'Annex' }])
    expect((await teacher.call('me.deletion', {})).alone).toEqual([{ kind: 'group', id: group.id, name: 'Chemistry' }])
    await expect(teacher.call('me.delete', { confirm: teacher.email })).rejects.toMatchObject({
      code: 'lastOwner',
      detail: 'You are the only Owner of Chemistry. Make somebody else Owner there first, or delete it.',
    })
    expect(await refusal(owner.call('me.delete', { confirm: owner.email }))).toBe('lastOwner')
    expect((await owner.call('me', {})).workspaces).toHaveLength(1)
  })

  it('of two last Owners who go at once, one stays', async () => {
    const [first, second] = [await rollcall.person(), await rollcall.person()]
    const annex = await rollcall.workspace(first, 'Branch')
    await rollcall.joinWorkspace(annex, second, 'owner')
    const gone = await Promise.allSettled([first, second].map((one) => one.call('me.delete', { confirm: one.email })))
    expect(gone.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})
