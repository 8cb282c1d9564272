import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type CallInput, type GroupRole, MAX_ROSTER_PEOPLE } from '../../lib/contract/index.ts'
import { acceptInvitation } from '../../server/actions/acceptInvitation.ts'
import { newSend } from '../helpers/newSend.ts'
import { type Caller, refusal, startService, type TestService } from '../helpers/service.ts'

let rollcall: TestService
let ada: Caller
let school: { id: string }
let group: { id: string }

beforeAll(async () => {
  rollcall = await startService()
  ada = await rollcall.person('ada@example.edu')
  school = await rollcall.workspace(ada)
})
beforeEach(async () => {
  group = await rollcall.group(school, ada)
})
afterAll(() => rollcall.stop())

const site = 'https://lms.example.edu'
const link = (course: string, name?: string) => ada.call('rosters.link', { groupId: group.id, site, course, name })

describe('the link with a course', () => {
  it('is remembered, found by the course, and replaced by another', async () => {
    const course = randomUUID()
    expect(await link(course, ' Biology  101 ')).toEqual({
      groupId: group.id,
      site,
      course,
      name: 'Biology 101',
      lms: null,
      readAt: null,
      readPeople: null,
    })
    const find = async (by: Caller, wanted = course) =>
      (await by.call('rosters.find', { site, course: wanted })).links.map(({ groupId }) => groupId)
    expect(await find(ada)).toEqual([group.id])
    const kim = await rollcall.person()
    await rollcall.joinGroup(group, kim, 'facilitator')
    expect(await find(kim)).toEqual([])
    const other = randomUUID()
    await link(other)
    expect([await find(ada), await find(ada, other)]).toEqual([[], [group.id]])
    await ada.call('rosters.unlink', { groupId: group.id })
    expect((await ada.call('rosters.get', { groupId: group.id })).link).toBeNull()
  })

  it('remembers which LMS that is, until it is another site’s', async () => {
    const at = { groupId: group.id, site, course: randomUUID() }
    expect(await ada.call('rosters.link', at)).toMatchObject({ lms: null })
    expect(await ada.call('rosters.link', { ...at, lms: 'Google Classroom' })).toMatchObject({
      lms: 'Google Classroom',
    })
    expect(await ada.call('rosters.link', { ...at, course: randomUUID() })).toMatchObject({ lms: 'Google Classroom' })
    expect((await ada.call('rosters.get', { groupId: group.id })).link).toMatchObject({ lms: 'Google Classroom' })
    const away = { ...at, site: 'https://other.example.edu' }
    expect(await ada.call('rosters.link', away)).toMatchObject({ lms: null })
    for (const lms of ['<b>', 'https://evil.example/', '', 'x'.repeat(41)])
      expect(await refusal(ada.call('rosters.link', { ...at, lms }))).toBe('notUnderstood')
  })

  it('is with a site, and no page of one', async () => {
    for (const bad of ['lms.example.edu', `${site}/courses/1`, 'javascript:alert(1)', 'https://a@b.example.edu'])
      expect(await refusal(ada.call('rosters.link', { groupId: group.id, site: bad, course: '1' }))).toBe(
        'notUnderstood',
      )
  })
})

type People = CallInput<'rosters.compare'>['people']
const invite = (emails: readonly string[], origin: 'roster' | 'manual' = 'roster', role: GroupRole = 'member') =>
  ada.call(
    'invitations.send',
    newSend(
      group,
      emails.map((email) => ({ email, role })),
      origin,
    ),
  )
const everybody = (emails: readonly string[]): People => emails.map((email) => ({ email, role: 'member' }))
const compare = (people: People, complete = true, total?: number) =>
  ada.call('rosters.compare', { groupId: group.id, people, complete, total })
const students = (count: number) => Array.from({ length: count }, () => `s.${randomUUID().slice(0, 8)}@example.edu`)
/** Somebody of the Workspace, whom a roster brings in at once. */
const colleague = async () => {
  const person = await rollcall.person()
  await rollcall.joinWorkspace(school, person)
  return person
}

describe('comparing', () => {
  it('says who is new, pending, joined, in another role, removed, and gone', async () => {
    const [joined, other, removed, gone] = await Promise.all([colleague(), colleague(), colleague(), colleague()])
    const [fresh, pending, lost] = students(3)
    if (!fresh || !pending || !lost) throw new Error('There are three.')
    await invite([joined.email, removed.email, gone.email, pending, lost])
    await invite([other.email], 'manual', 'facilitator')
    await ada.call('members.remove', { groupId: group.id, ids: [removed.id] })
    const people = everybody([fresh, pending, joined.email, other.email, removed.email, joined.email.toUpperCase()])
    const answer = await compare(people)
    expect(answer.people).toEqual([
      { email: fresh, state: 'new' },
      { email: pending, state: 'pending', role: 'member' },
      { email: joined.email, state: 'joined', role: 'member' },
      { email: other.email, state: 'roleDiffers', role: 'facilitator' },
      { email: removed.email, state: 'removed' },
    ])
    expect(answer.gone.map(({ email, state }) => [email, state]).sort()).toEqual(
      [
        [gone.email, 'member'],
        [lost, 'pending'],
      ].sort(),
    )
    expect(answer.removal).toBe('shrinks')
  })

  it('takes the largest courses whole, and no more than that', async () => {
    const many = Array.from({ length: MAX_ROSTER_PEOPLE }, (_, n) => `student.number.${n}@students.example.edu`)
    const [first = ''] = many
    await invite([first])
    const answer = await compare(everybody(many))
    expect(answer.people).toHaveLength(MAX_ROSTER_PEOPLE)
    expect(answer.people[0]).toEqual({ email: first, state: 'pending', role: 'member' })
    expect(answer.removal).toBe('possible')
    expect(await refusal(compare(everybody([...many, 'one@too-many.example'])))).toBe('notUnderstood')
    const people = everybody(Array.from({ length: 2500 }, (_, n) => `${n}${'x'.repeat(900)}@example.edu`))
    expect(await refusal(compare(people))).toBe('tooLarge')
    // What carries no roster keeps the smaller limit.
    const large = {
      groupId: group.id,
      people: everybody(many.slice(0, 500)).map((one) => ({ ...one, name: 'x'.repeat(1500) })),
    }
    expect(await refusal(ada.call('invitations.forecast', large))).toBe('tooLarge')
  })

  it('keeps of a roster how many it had, and only of a whole one', async () => {
    await link(randomUUID())
    const some = students(3)
    const read = async () => (await ada.call('rosters.get', { groupId: group.id })).link?.readPeople
    await compare(everybody(some), false)
    expect(await read()).toBeNull()
    await compare(everybody(some))
    expect(await read()).toBe(3)
    const stored = await rollcall.db.selectFrom('people').select('id').where('email', 'in', some).execute()
    expect(stored).toEqual([])
  })

  it.each([
    ['not read to its end', [], false, undefined],
    ['shorter than the LMS says', [], true, 21],
    ['with somebody whose address is hidden', [{ email: '', role: 'member' }], true, undefined],
  ] as const)('%s: nobody can be removed', async (_why, more, complete, total) => {
    const all = students(20)
    await invite(all)
    const { gone } = await compare(everybody(all.slice(1)))
    const people = [...everybody(all.slice(1)), ...more]
    expect((await compare(people, complete, total)).removal).toBe('incomplete')
    const ids = gone.map(({ id }) => id)
    const removing = ada.call('rosters.removeGone', {
      groupId: group.id,
      people,
      complete,
      total,
      ids,
      confirmed: true,
    })
    expect(await refusal(removing)).toBe('incomplete')
  })
})

describe('somebody who was sent to another address than the roster has', () => {
  const known = async () => (await ada.call('members.addresses', { groupId: group.id })).addresses
  const idOf = async (email: string) => (await known()).find((one) => one.email === email)?.id ?? ''
  const readdress = async (from: string, to: string) => {
    const changes = [{ id: await idOf(from), email: to }]
    const { outcomes } = await ada.call('invitations.readdress', { groupId: group.id, changes })
    return outcomes[0]?.outcome
  }
  const stands = async (emails: readonly string[]) => {
    const { people, gone } = await compare(everybody(emails))
    return [people.map(({ state }) => state), gone.map(({ email }) => email)]
  }
  const [listed, right, last] = ['listed', 'right', 'last']
  let at: Record<string, string>
  beforeEach(async () => {
    const [a = '', b = '', c = ''] = students(3)
    at = { listed: a, right: b, last: c }
    await invite([a])
  })
  const to = (name: string) => at[name] ?? ''

  it('waits, and is neither new nor gone, by either address', async () => {
    expect(await readdress(to(listed), to(right))).toBe('readdressed')
    expect(await stands([to(listed)])).toEqual([['pending'], []])
    expect(await stands([to(right)])).toEqual([['pending'], []])
    expect(await stands(students(1))).toEqual([['new'], [to(right)]])
    const { outcomes } = await invite([to(listed)])
    expect(outcomes).toMatchObject([{ outcome: 'pending' }])
    const people = [{ email: to(listed), role: 'member' as const }]
    const forecast = await ada.call('invitations.forecast', { groupId: group.id, people })
    expect(forecast.prospects).toMatchObject([{ outcome: 'pending' }])
  })

  it('is told of under both to who compares beside the roster, as one', async () => {
    await readdress(to(listed), to(right))
    const id = await idOf(to(right))
    const about = (await known()).filter((one) => one.id === id)
    expect(new Map(about.map(({ email, state, origin }) => [email, [state, origin]]))).toEqual(
      new Map([
        [to(listed), ['pending', 'roster']],
        [to(right), ['pending', 'manual']],
      ]),
    )
  })

  it('is so, sent on once more, and back', async () => {
    await readdress(to(listed), to(right))
    await readdress(to(right), to(last))
    expect(await stands([to(listed)])).toEqual([['pending'], []])
    expect(await readdress(to(last), to(listed))).toBe('readdressed')
    expect(await stands([to(listed)])).toEqual([['pending'], []])
    expect(await stands(students(1))).toEqual([['new'], [to(listed)]])
  })

  it('is so as a member, whether at once or by accepting, and when removed', async () => {
    const kim = await colleague()
    expect(await readdress(to(listed), kim.email)).toBe('added')
    expect(await stands([to(listed)])).toEqual([['joined'], []])
    expect((await known()).filter(({ id }) => id === kim.id).map(({ email }) => email)).toEqual(
      [to(listed), kim.email].toSorted(),
    )
    await ada.call('members.remove', { groupId: group.id, ids: [kim.id] })
    expect(await stands([to(listed)])).toEqual([['removed'], []])
    const away = (await known()).filter(({ id }) => id === kim.id)
    expect(away.map(({ email, state }) => [email, state])).toEqual(
      [to(listed), kim.email].toSorted().map((email) => [email, 'removed']),
    )
  })

  it('is so where they accept with an address of their own', async () => {
    await readdress(to(listed), to(right))
    const lee = await rollcall.person()
    const invitation = { id: await idOf(to(right)) }
    expect(await rollcall.db.transaction().execute((tx) => acceptInvitation(tx, invitation, lee, to(right)))).toBe(true)
    for (const one of [to(listed), to(right), lee.email]) expect(await stands([one])).toEqual([['joined'], []])
    expect((await known()).filter(({ id }) => id === lee.id).map(({ email, origin }) => [email, origin])).toEqual(
      [to(listed), to(right), lee.email].toSorted().map((email) => [email, email === lee.email ? 'manual' : 'roster']),
    )
  })

  it('whose invitation was taken back is as new as anybody, and then stands for themselves', async () => {
    await readdress(to(listed), to(right))
    await ada.call('invitations.revoke', { groupId: group.id, ids: [await idOf(to(right))] })
    expect(await stands([to(listed)])).toEqual([['new'], []])
    await invite([to(listed)])
    await invite([to(right)])
    expect(await stands([to(listed)])).toEqual([['pending'], [to(right)]])
  })

  it('takes nobody’s way in who has that address themselves', async () => {
    const owner = await rollcall.person(to(listed))
    await readdress(to(listed), to(right))
    await rollcall.joinGroup(group, owner, 'facilitator')
    expect(await stands([to(listed)])).toEqual([['roleDiffers'], []])
    expect((await known()).find(({ email }) => email === to(listed))).toMatchObject({ id: owner.id })
  })
})

describe('a course whose sections have Groups in its own', () => {
  let course: string
  let sections: { id: string }[]
  const into = (to: { id: string }, emails: readonly string[]) =>
    ada.call(
      'invitations.send',
      newSend(
        to,
        emails.map((email) => ({ email, role: 'member' })),
        'roster',
      ),
    )
  const section = async (name: string, linkedAs = `${course} › ${name}`) => {
    const made = await ada.call('groups.create', { workspaceId: school.id, name, parentId: group.id })
    await ada.call('rosters.link', { groupId: made.id, site, course: linkedAs })
    return made
  }
  const removeFrom = (to: { id: string }, people: People, ids: string[], confirmed?: boolean) =>
    ada.call('rosters.removeGone', { groupId: to.id, people, complete: true, ids, confirmed })
  beforeEach(async () => {
    course = randomUUID()
    await link(course)
    sections = [await section('A'), await section('B')]
  })
  const [A, B] = [0, 1]
  const at = (index: number) => sections[index] ?? group

  it('has everybody in it who is in one of these, and nobody of another course', async () => {
    const [one = '', two = '', three = '', fresh = ''] = students(4)
    await into(group, [one])
    await into(at(A), [two])
    await into(await section('Elsewhere', `${course}0 › C`), [three])
    const { people, gone } = await compare(everybody([one, two, three, fresh]))
    expect(people.map(({ state }) => state)).toEqual(['pending', 'pending', 'new', 'new'])
    expect(gone).toEqual([])
  })

  it('says who is gone for each Group that the roster put them into, and takes them out of each', async () => {
    const [lost = '', ...stay] = students(20)
    const left = await colleague()
    await into(at(A), [left.email, lost, ...stay.slice(5, 12)])
    await into(group, [left.email, ...stay.slice(0, 5)])
    await into(at(B), [lost, ...stay.slice(12)])
    const answer = await compare(everybody(stay))
    const where = answer.gone.map(({ email, groupId }) => `${email} ${groupId}`)
    const expected = [
      ...[group, at(A)].map(({ id }) => `${left.email} ${id}`),
      ...[at(A), at(B)].map(({ id }) => `${lost} ${id}`),
    ]
    expect(where.toSorted()).toEqual(expected.toSorted())
    // Two people of 21, each of them twice.
    expect(answer.removal).toBe('possible')
    for (const to of [group, at(A), at(B)]) {
      const ids = answer.gone.flatMap(({ id, groupId }) => (groupId === to.id ? [id] : []))
      const { outcomes } = await removeFrom(to, everybody(stay), ids)
      expect(outcomes).toEqual(ids.map((id) => ({ id, outcome: 'removed' })))
    }
    expect((await compare(everybody(stay))).gone).toEqual([])
  })

  it('shrinks where more than a tenth of all its people would go, in whichever Group', async () => {
    const [first = '', second = '', third = '', ...stay] = students(20)
    await into(group, stay.slice(0, 5))
    await into(at(A), [first, second, third, ...stay.slice(5)])
    await into(at(B), stay.slice(5))
    const { removal, gone } = await compare(everybody(stay))
    expect([removal, gone.length]).toEqual(['shrinks', 3])
    const ids = gone.map(({ id }) => id)
    expect(await refusal(removeFrom(at(A), everybody(stay), ids))).toBe('shrinks')
    // Two of the course are a tenth of it, though of a section's Group they are more.
    const two = everybody([first, ...stay])
    const [, ...others] = ids
    await into(at(B), [first])
    expect((await removeFrom(at(A), two, others)).outcomes.length).toBe(2)
  })

  it('is asked of the Groups that are the caller’s own, and open', async () => {
    const [lost = '', ...stay] = students(20)
    await into(group, stay)
    await into(at(A), [lost])
    await ada.call('groups.archive', { groupId: at(A).id })
    expect((await compare(everybody(stay))).gone).toEqual([])
    const kim = await rollcall.person()
    await rollcall.joinGroup(at(B), kim, 'owner')
    await into(at(B), [lost])
    const roster = { groupId: at(B).id, people: everybody(stay), complete: true }
    expect(await kim.call('rosters.compare', roster)).toMatchObject({ gone: [{ email: lost }], removal: 'shrinks' })
  })
})

describe('removing who is gone', () => {
  const remove = (people: People, ids: string[], confirmed?: boolean) =>
    ada.call('rosters.removeGone', { groupId: group.id, people, complete: true, ids, confirmed })

  it('takes members and invitations out that came from the roster, and nobody else', async () => {
    const [gone, byHand] = await Promise.all([colleague(), colleague()])
    const [lost = '', ...stay] = students(30)
    await invite([gone.email, lost, ...stay])
    await invite([byHand.email], 'manual')
    const answer = await compare(everybody(stay))
    expect(answer.removal).toBe('possible')
    const ids = [...answer.gone.map(({ id }) => id), byHand.id, ada.id]
    const { outcomes } = await remove(everybody(stay), ids)
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['removed', 'removed', 'notGone', 'notGone'])
    const members = await ada.call('members.list', { groupId: group.id, state: 'accepted' })
    expect(members.rows.map(({ id }) => id).sort()).toEqual([ada.id, byHand.id].sort())
    expect((await ada.call('members.list', { groupId: group.id, state: 'revoked' })).rows).toMatchObject([
      { email: lost },
    ])
  })

  it('of more than a tenth at once is for those who have looked twice', async () => {
    const all = students(20)
    await invite(all)
    const stay = everybody(all.slice(3))
    const ids = (await compare(stay)).gone.map(({ id }) => id)
    expect(await refusal(remove(stay, ids))).toBe('shrinks')
    expect((await ada.call('members.list', { groupId: group.id, state: 'pending' })).total).toBe(20)
    expect((await remove(stay, ids, true)).outcomes.map(({ outcome }) => outcome)).toEqual(ids.map(() => 'removed'))
    // Exactly a tenth is not more than a tenth.
    const next = everybody(all.slice(4, 20))
    expect((await compare(next)).removal).toBe('possible')
  })

  it('never takes the last Owner', async () => {
    const kim = await colleague()
    await invite([kim.email], 'roster', 'owner')
    const lab = { ...group }
    await kim.call('members.setRole', { groupId: lab.id, ids: [ada.id], role: 'member' })
    const others = everybody(students(1))
    expect((await remove(others, [kim.id], true)).outcomes).toEqual([{ id: kim.id, outcome: 'lastOwner' }])
  })
})
