import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type CallInput, MAX_PERSON_NAME, type MemberRow, type PersonToInvite } from '../../lib/contract/index.ts'
import { acceptInvitation } from '../../server/actions/acceptInvitation.ts'
import { newSend } from '../helpers/newSend.ts'
import { type Caller, refusal, startService, type TestService } from '../helpers/service.ts'

let rollcall: TestService
let ada: Caller
let school: { id: string }
let group: { id: string }

beforeAll(async () => {
  rollcall = await startService()
  ada = await rollcall.person('ada@example.edu', 'Ada Instructor')
  school = await rollcall.workspace(ada)
})
beforeEach(async () => {
  group = await rollcall.group(school, ada)
})
afterAll(() => rollcall.stop())

const send = (people: PersonToInvite[], into = group, origin: 'roster' | 'manual' = 'roster') =>
  ada.call('invitations.send', newSend(into, people, origin))
const list = (query: Partial<CallInput<'members.list'>> = {}) =>
  ada.call('members.list', { groupId: group.id, state: 'pending', ...query })

const everyPage = async (query: Partial<CallInput<'members.list'>>) => {
  const rows: MemberRow[] = []
  for (let after: string | null | undefined; after !== null; ) {
    const page = await list({ ...query, ...(after && { after }) })
    rows.push(...page.rows)
    after = page.next
  }
  return rows
}

describe('the member list', () => {
  it('has people with role, origin and since when; those of the Group around it as inherited', async () => {
    const [sam, kim] = [
      await rollcall.person('sam@example.edu', 'Sam'),
      await rollcall.person('kim@example.edu', 'Kim'),
    ]
    const lab = await rollcall.group(school, ada, { parent: group })
    await rollcall.joinGroup(group, sam, 'facilitator')
    await rollcall.joinGroup(group, kim, 'facilitator')
    await rollcall.joinGroup(lab, kim, 'member')
    const { rows, total } = await list({ groupId: lab.id, state: 'accepted' })
    expect(rows).toMatchObject([
      { email: 'ada@example.edu', role: 'owner', origin: 'manual' },
      { email: 'kim@example.edu', role: 'member', origin: 'manual' },
      { email: 'sam@example.edu', role: 'facilitator', origin: 'inherited', state: 'accepted', delivery: 'none' },
    ])
    expect(total).toBe(3)
  })

  it('of a Group shared with everyone has everybody of the Workspace but its other Owners', async () => {
    const owner = await rollcall.person()
    const college = await rollcall.workspace(owner)
    const editor = await rollcall.person()
    const member = await rollcall.person()
    await rollcall.joinWorkspace(college, editor, 'editor')
    await rollcall.joinWorkspace(college, member)
    const hall = await rollcall.group(college, editor, { type: 'workspace' })
    const { rows } = await editor.call('members.list', { groupId: hall.id, state: 'accepted' })
    expect(rows.map(({ id, role, origin }) => [id, role, origin]).sort()).toEqual(
      [
        [editor.id, 'owner', 'manual'],
        [member.id, 'member', 'inherited'],
      ].sort(),
    )
  })

  it('of a Group inside one shared with everyone has them too, from that one, but not where it is Private', async () => {
    const owner = await rollcall.person()
    const college = await rollcall.workspace(owner)
    const [editor, member] = [await rollcall.person(), await rollcall.person()]
    await rollcall.joinWorkspace(college, editor, 'editor')
    await rollcall.joinWorkspace(college, member)
    const hall = await rollcall.group(college, editor, { type: 'workspace', name: 'Hall' })
    const room = await rollcall.group(college, editor, { parent: hall })
    const own = await rollcall.group(college, editor, { parent: room, type: 'private' })
    const inside = async ({ id: groupId }: { id: string }) => ({
      ...(await editor.call('members.list', { groupId, state: 'accepted', sort: 'role' })),
      counted: (await editor.call('groups.get', { groupId })).members,
      seen: (await member.call('groups.list', {})).groups.find(({ id }) => id === groupId)?.role,
    })
    expect(await inside(room)).toMatchObject({
      rows: [{ id: editor.id }, { id: member.id, role: 'member', origin: 'inherited', from: hall }],
      total: 2,
      counted: 2,
      seen: 'member',
    })
    expect(await inside(own)).toMatchObject({ rows: [{ id: editor.id }], total: 1, counted: 1, seen: undefined })
    const forecast = async ({ id: groupId }: { id: string }) =>
      (await editor.call('invitations.forecast', { groupId, people: [{ email: member.email, role: 'member' }] }))
        .prospects[0]?.outcome
    expect([await forecast(room), await forecast(own)]).toEqual(['member', 'joins'])
  })

  it('tells how many there are also where a page has nobody any more', async () => {
    await send([
      { email: 'one@example.edu', role: 'member' },
      { email: 'two@example.edu', role: 'member' },
    ])
    const { next } = await list({ limit: 1 })
    const { rows } = await list({ search: 'two' })
    await ada.call('invitations.revoke', { groupId: group.id, ids: rows.map(({ id }) => id) })
    expect(await list({ after: next ?? '' })).toEqual({ rows: [], total: 1, next: null })
    expect(await list({ search: 'nobody' })).toEqual({ rows: [], total: 0, next: null })
  })

  it('goes page by page through everybody once, by name, those without one by address', async () => {
    const people: PersonToInvite[] = Array.from({ length: 47 }, (_, i) => ({
      email: `p${String(i).padStart(2, '0')}@example.edu`,
      name: i % 3 === 0 ? '' : `${['Ünal', 'zoe', 'Álvarez', 'Same Name'][i % 4]}`,
      role: 'member',
    }))
    await send(people)
    const rows = await everyPage({ limit: 10 })
    expect(rows.map(({ email }) => email).sort()).toEqual(people.map(({ email }) => email).sort())
    const inOne = (await list({ limit: 200 })).rows
    expect(rows).toEqual(inOne)
    const names = rows.map(({ name }) => name).filter(Boolean)
    expect([...new Set(names)]).toEqual(['Álvarez', 'Same Name', 'Ünal', 'zoe'])
    expect((await list({ limit: 10 })).total).toBe(47)
  })

  it.each(['name', 'newest', 'role'] as const)(
    'goes by %s through those who have everything in common but the address, however long names and addresses are',
    async (sort) => {
      const roles = ['owner', 'facilitator', 'member'] as const
      const people: PersonToInvite[] = Array.from({ length: 12 }, (_, i) => ({
        email: `${'长'.repeat(100)}${i}@${'域'.repeat(100)}.example.edu`,
        name: i % 2 ? '名'.repeat(MAX_PERSON_NAME) : '',
        role: roles[Math.floor(i / 2) % 3] ?? 'member',
      }))
      await send(people)
      const rows = await everyPage({ sort, limit: 2 })
      expect(rows).toEqual((await list({ sort, limit: 20 })).rows)
      expect(new Set(rows.map(({ email }) => email)).size).toBe(people.length)
    },
  )

  it('of a large Group has the same people in the same order, whichever way they are found', async () => {
    const lab = await rollcall.group(school, ada, { parent: group })
    const crowd = sql`select id, email from people where email like 'crowd.%'`
    await sql`
      insert into people (email, name)
      select 'crowd.' || i || '@example.edu', case when i % 5 = 0 then '' else 'Person ' || (i % 700) end
        from generate_series(1, 5100) i`.execute(rollcall.db)
    await sql`
      insert into members (group_id, person_id, role, origin)
      select ${group.id}::uuid, id, 'member', 'roster' from (${crowd}) c`.execute(rollcall.db)
    await sql`
      insert into members (group_id, person_id, role, origin)
      select ${lab.id}::uuid, id, 'facilitator', 'manual' from (${crowd}) c where email like '%7@%'`.execute(
      rollcall.db,
    )
    const page = async (query: Partial<CallInput<'members.list'>>) =>
      await list({ groupId: lab.id, state: 'accepted', limit: 200, ...query })
    // A search is answered by sorting the Group, the whole list by walking along everybody.
    let [after, sorted] = [(await page({})).next, await page({ search: '@example.edu' })]
    expect(await page({})).toEqual(sorted)
    expect(sorted.total).toBe(5101)
    const seen = new Set(sorted.rows.map(({ id }) => id))
    for (let n = 1; after !== null; n++) {
      const next = await page({ after })
      if (n < 3) {
        sorted = await page({ search: '@example.edu', after })
        expect(next).toEqual(sorted)
      }
      for (const { id } of next.rows) seen.add(id)
      after = next.next
    }
    expect(seen.size).toBe(5101)
    // Shared with everyone, the Group around it lets in who is in neither.
    await rollcall.joinWorkspace(school, await rollcall.person('a.late@example.edu'))
    await ada.call('groups.change', { groupId: group.id, type: 'workspace' })
    sorted = await page({ search: '@example.edu' })
    expect(await page({})).toEqual(sorted)
    expect(sorted.rows.find(({ email }) => email === 'a.late@example.edu')).toMatchObject({ from: { id: group.id } })
  })

  it('finds by a part of name or address, and takes wildcards as letters', async () => {
    await send([
      { email: 'under_score@example.edu', name: '100 % Sure', role: 'member' },
      { email: 'underxscore@example.edu', name: 'Back\\slash', role: 'member' },
    ])
    const found = async (search: string) => (await list({ search })).rows.map(({ email }) => email)
    expect(await found('UNDER')).toHaveLength(2)
    expect(await found('r_s')).toEqual(['under_score@example.edu'])
    expect(await found('%')).toEqual(['under_score@example.edu'])
    expect(await found('\\')).toEqual(['underxscore@example.edu'])
    expect(await found(`'; drop table people; --`)).toEqual([])
    expect((await list({ search: 'r_s' })).total).toBe(1)
  })

  it('tells how the mail is doing, and whether the link was opened', async () => {
    await send([
      { email: 'a@example.edu', role: 'member' },
      { email: 'b@example.edu', role: 'member' },
      { email: 'c@example.edu', role: 'member' },
    ])
    const set = (email: string, values: { sent_at?: Date; failed_at?: Date }) =>
      rollcall.db
        .updateTable('outbox')
        .set(values)
        .where('email', '=', email)
        .where('group_id', '=', group.id)
        .execute()
    await set('b@example.edu', { sent_at: new Date() })
    await set('c@example.edu', { failed_at: new Date() })
    await rollcall.db
      .updateTable('invitations')
      .set({ opened_at: new Date() })
      .where('email', '=', 'b@example.edu')
      .where('group_id', '=', group.id)
      .execute()
    // No mail server is set up here: what is not sent is kept.
    expect((await list()).rows.map(({ delivery, opened }) => [delivery, opened])).toEqual([
      ['kept', false],
      ['sent', true],
      ['bounced', false],
    ])
  })

  it('keeps telling it after they accepted', async () => {
    const sam = await rollcall.person()
    await send([{ email: sam.email, role: 'member' }])
    await rollcall.db.updateTable('outbox').set({ sent_at: new Date() }).where('email', '=', sam.email).execute()
    const { id } = await rollcall.db
      .updateTable('invitations')
      .set({ opened_at: new Date() })
      .where('email', '=', sam.email)
      .returning('id')
      .executeTakeFirstOrThrow()
    await rollcall.db.transaction().execute((tx) => acceptInvitation(tx, { id }, sam))
    const [row] = (await list({ state: 'accepted', search: sam.email })).rows
    expect(row).toMatchObject({ delivery: 'sent', opened: true, origin: 'roster' })
  })

  it.each(['nonsense', Buffer.from('{"a":1}').toString('base64url'), Buffer.from('[1,2]').toString('base64url')])(
    'does not understand a place it did not give: %s',
    async (after) => {
      expect(await refusal(list({ after }))).toBe('notUnderstood')
    },
  )
})

it('a search, or a place in a list, with what no store keeps in it is not understood', async () => {
  expect(await refusal(list({ search: 'a\0b' }))).toBe('notUnderstood')
  expect(await refusal(list({ after: 'a\0b' }))).toBe('notUnderstood')
  expect(await refusal(ada.call('workspacePeople.list', { workspaceId: school.id, search: '\0' }))).toBe(
    'notUnderstood',
  )
})

describe('the known addresses', () => {
  const addresses = (groupId: string) => ada.call('members.addresses', { groupId })

  it('are members and open invitations, each once', async () => {
    const sam = await rollcall.person('sam.known@example.edu')
    const lab = await rollcall.group(school, ada, { parent: group })
    await send(
      [
        { email: sam.email, role: 'member' },
        { email: 'zoe@example.edu', role: 'facilitator' },
      ],
      lab,
    )
    // In by the Group around it, while the invitation to this one still waits.
    await rollcall.joinGroup(group, sam, 'member')
    const { addresses: known, next } = await addresses(lab.id)
    expect(known.map(({ email, role, state }) => [email, role, state])).toEqual([
      ['ada@example.edu', 'owner', 'member'],
      ['sam.known@example.edu', 'member', 'member'],
      ['zoe@example.edu', 'facilitator', 'pending'],
    ])
    expect(next).toBe(null)
  })

  it('are those of people who were removed as well, unless they are in again or invited again', async () => {
    const people = await Promise.all(
      ['gone', 'back', 'asked'].map((name) => rollcall.person(`${name}.known@example.edu`)),
    )
    for (const person of people) await rollcall.joinGroup(group, person, 'facilitator')
    const [gone, back, asked] = people.map(({ id }) => id)
    await ada.call('members.remove', { groupId: group.id, ids: [gone ?? '', back ?? '', asked ?? ''] })
    await ada.call('members.restore', { groupId: group.id, ids: [back ?? ''] })
    await rollcall.db
      .deleteFrom('workspace_members')
      .where('person_id', '=', asked ?? '')
      .execute()
    expect(await send([{ email: 'asked.known@example.edu', role: 'member', again: true }])).toMatchObject({
      outcomes: [{ outcome: 'invited' }],
    })
    const { addresses: known } = await addresses(group.id)
    expect(known.map(({ email, role, state }) => [email, role, state])).toEqual([
      ['ada@example.edu', 'owner', 'member'],
      ['asked.known@example.edu', 'member', 'pending'],
      ['back.known@example.edu', 'facilitator', 'member'],
      ['gone.known@example.edu', 'facilitator', 'removed'],
    ])
  })

  it('say who came from a roster, and by which id they can be acted on', async () => {
    const lab = await rollcall.group(school, ada, { parent: group })
    const [rosa, paul] = await Promise.all([rollcall.person('rosa.ids@example.edu'), rollcall.person()])
    await rollcall.joinWorkspace(school, rosa)
    await rollcall.joinGroup(group, paul, 'facilitator')
    await send([{ email: rosa.email, role: 'member' }], lab, 'roster')
    await send([{ email: 'quentin.ids@example.edu', name: 'Quentin', role: 'member' }], lab, 'manual')
    const { rows } = await ada.call('members.list', { groupId: lab.id, state: 'pending' })
    const { addresses: known } = await addresses(lab.id)
    const said = new Map(known.map(({ email, id, origin }) => [email, { id, origin }]))
    expect(said.get(rosa.email)).toEqual({ id: rosa.id, origin: 'roster' })
    expect(said.get(paul.email)).toEqual({ id: paul.id, origin: 'inherited' })
    expect(known.find(({ email }) => email === 'quentin.ids@example.edu')).toMatchObject({
      id: rows[0]?.id,
      name: 'Quentin',
      origin: 'manual',
    })
  })

  it('come ten thousand at a time', async () => {
    const emails = Array.from({ length: 10_050 }, (_, i) => `n${String(i).padStart(5, '0')}@example.edu`)
    for (let from = 0; from < emails.length; from += 500)
      await send(emails.slice(from, from + 500).map((email) => ({ email, role: 'member' })))
    const first = await addresses(group.id)
    expect(first.addresses).toHaveLength(10_000)
    expect(first.next).toBe(first.addresses.at(-1)?.email)
    const rest = await ada.call('members.addresses', { groupId: group.id, after: first.next ?? '' })
    expect(rest.next).toBe(null)
    const all = [...first.addresses, ...rest.addresses].map(({ email }) => email)
    expect(all).toEqual(['ada@example.edu', ...emails])
  })
})
