import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import Papa from 'papaparse'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { writeCsv } from '../../lib/people/csv.ts'
import { acceptInvitation } from '../../server/actions/acceptInvitation.ts'
import { ensurePerson } from '../../server/store/people.ts'
import { newSend } from '../helpers/newSend.ts'
import { type Caller, refusal, startService, type TestService } from '../helpers/service.ts'

let rollcall: TestService
let ada: Caller
let school: { id: string }
let group: { id: string; name: string }
beforeAll(async () => {
  rollcall = await startService()
  ada = await rollcall.person('ada@example.edu', 'Ada Instructor')
  school = await rollcall.workspace(ada)
})
beforeEach(async () => {
  group = await rollcall.group(school, ada, { name: 'Biology 101 / Lab: “A”' })
})
afterAll(() => rollcall.stop())

const fresh = () => `sam.${randomUUID().slice(0, 8)}@example.edu`
const invite = async (email: string, name = 'Sam Student', groupId = group.id) => {
  await ada.call('invitations.send', newSend({ id: groupId }, [{ email, name, role: 'member' }]))
  return await rollcall.db
    .selectFrom('invitations')
    .select('id')
    .where('email', '=', email)
    .where('group_id', '=', groupId)
    .executeTakeFirstOrThrow()
}
const accept = async (email: string, invitation: { id: string }) =>
  await rollcall.db.transaction().execute(async (tx) => {
    const person = await ensurePerson(tx, email)
    await acceptInvitation(tx, invitation, person)
    return person
  })
const file = async (format: 'csv' | 'json') => await ada.call('groups.export', { groupId: group.id, format })

describe('an export', () => {
  it('says who was invited or is in it, when, with which role, and what became of it, in both forms', async () => {
    const [joined, waits, takenBack, late] = [fresh(), fresh(), fresh(), fresh()]
    await accept(joined, await invite(joined))
    await invite(waits)
    const change = async (email: string, values: { state: 'revoked' } | { expires_at: Date }) =>
      await rollcall.db
        .updateTable('invitations')
        .set(values)
        .where('id', '=', (await invite(email)).id)
        .execute()
    await change(takenBack, { state: 'revoked' })
    await change(late, { expires_at: new Date(Date.now() - 1000) })

    const { fileName, text } = await file('json')
    expect(fileName).toBe('Biology-101-Lab-A.json')
    const { group: name, people } = JSON.parse(text)
    expect(name).toBe(group.name)
    const outcomes = Object.fromEntries(
      people.map((row: { email: string; outcome: string }) => [row.email, row.outcome]),
    )
    expect(outcomes).toEqual({
      [ada.email]: 'member',
      [joined]: 'accepted',
      [waits]: 'pending',
      [takenBack]: 'revoked',
      [late]: 'expired',
    })
    expect(people.find((row: { email: string }) => row.email === waits)).toMatchObject({
      ...{
        name: 'Sam Student',
        role: 'member',
        origin: 'roster',
        invitedBy: ada.email,
        delivery: 'kept',
        reminders: 0,
      },
      since: expect.stringMatching(/^\d{4}-.*Z$/),
    })
    const csv = await file('csv')
    expect([csv.fileName, csv.text.startsWith('\ufeffemail,')]).toEqual(['Biology-101-Lab-A.csv', true])
    const parsed = Papa.parse<Record<string, string>>(csv.text.slice(1), {
      header: true,
      delimiter: ',',
      skipEmptyLines: true,
    })
    expect(parsed.data.map((row) => ({ ...row, reminders: Number(row.reminders) }))).toEqual(people)
  })

  it('has nothing in it that a spreadsheet takes for a formula, and loses no letter of what is none', () => {
    const pieces = fc.constantFrom(
      ...['=', '+', '-', '@', '\t', '\r', '\n', ' ', '"', "'", ',', 'cmd|', '%', '＝', '1', 'Ada', ';'],
    )
    const cells = fc.oneof(
      fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(fc.array(fc.record({ email: cells, name: cells }), { minLength: 1, maxLength: 5 }), (lines) => {
        const { data } = Papa.parse<Record<string, string>>(writeCsv(lines).slice(1), {
          header: true,
          newline: '\r\n',
          delimiter: ',',
        })
        const read = data.slice(0, lines.length)
        for (const [index, line] of lines.entries())
          for (const column of ['email', 'name'] as const) {
            const cell = read[index]?.[column] ?? ''
            expect(cell).not.toMatch(/^[\s\p{Cc}]*[=+\-@＝＋－＠]/u)
            expect([line[column], `'${line[column]}`]).toContain(cell)
          }
      }),
    )
  })

  it('has those of the Groups inside that the caller owns where that is asked for, each under its Group', async () => {
    const colleague = await rollcall.person()
    await rollcall.joinWorkspace(school, colleague, 'editor')
    const course = await rollcall.group(school, colleague, { name: 'Course' })
    const section = await rollcall.group(school, colleague, { parent: course, name: '=Section' })
    const desk = await rollcall.group(school, colleague, { parent: section, name: 'Desk' })
    // Owner of the Group around it, and Member here.
    const theirs = await rollcall.group(school, ada, { parent: course, name: 'Theirs' })
    await rollcall.joinGroup(theirs, colleague)
    const deleted = await rollcall.group(school, colleague, { parent: course, name: 'Deleted' })
    const beside = await rollcall.group(school, colleague, { name: 'Beside' })
    const [both, deep] = [fresh(), fresh()]
    for (const { id } of [course, section, theirs, deleted, beside]) await invite(both, 'Sam', id)
    await accept(deep, await invite(deep, 'Sam', desk.id))
    await ada.call('groups.archive', { groupId: desk.id })
    await colleague.call('groups.delete', { groupId: deleted.id })
    const ask = async (format: 'csv' | 'json', inside?: 'true' | 'false') =>
      (await colleague.call('groups.export', { groupId: course.id, format, inside })).text
    const { people, ...rest } = JSON.parse(await ask('json', 'true'))
    expect(rest).toEqual({ group: 'Course' })
    const lines = people.map((row: Record<string, string>) => [row.group, row.email, row.outcome])
    expect(lines.filter(([, email]: string[]) => email !== colleague.email)).toEqual([
      ['Course', both, 'pending'],
      ['=Section', both, 'pending'],
      ['Desk', deep, 'accepted'],
    ])
    const csv = (await ask('csv', 'true')).slice(1)
    const { data } = Papa.parse<Record<string, string>>(csv, { header: true, delimiter: ',', skipEmptyLines: true })
    expect(data.map(({ group: of, email }) => [of?.replace("'=", '='), email])).toEqual(
      people.map((row: Record<string, string>) => [row.group, row.email]),
    )
    expect(csv.startsWith('group,email,')).toBe(true)
    expect(csv).toContain(`\n"'=Section",`)
    for (const inside of [undefined, 'false'] as const) {
      const alone = JSON.parse(await ask('json', inside)).people
      expect(alone.map(({ email }: { email: string }) => email).toSorted()).toEqual([both, colleague.email].toSorted())
      expect(alone[0]).not.toHaveProperty('group')
    }
  })

  it('works in an archived Group, too', async () => {
    await ada.call('groups.archive', { groupId: group.id })
    expect((await file('csv')).text).toContain(ada.email)
  })
})

describe('a purge', () => {
  const purge = (confirm = group.name, groupId = group.id) => ada.call('groups.purge', { groupId, confirm })

  it('forgets that mails came back from addresses that nobody knows any more; what their owners asked for stays', async () => {
    const [dead, known, refuses] = [fresh(), fresh(), fresh()]
    for (const email of [dead, known, refuses]) await invite(email)
    const other = await rollcall.group(school, ada)
    await invite(known, 'Sam', other.id)
    for (const [email, reason] of [
      [dead, 'bounced'],
      [known, 'bounced'],
      [refuses, 'unsubscribed'],
    ] as const)
      await rollcall.db.insertInto('suppressions').values({ email, reason }).execute()
    await purge()
    const left = rollcall.db.selectFrom('suppressions').select('email').where('email', 'in', [dead, known, refuses])
    expect((await left.orderBy('email').execute()).map(({ email }) => email)).toEqual([known, refuses].toSorted())
  })
  /** Every row of every table, to look for an address in. */
  const everything = async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public'`.execute(rollcall.db)
    const found: string[] = []
    for (const { name } of rows)
      found.push(JSON.stringify((await sql`select * from ${sql.table(name)}`.execute(rollcall.db)).rows))
    return found.join('\n')
  }

  it('leaves no address and no name of anybody who came with the Group, and the numbers in the audit', async () => {
    const [joined, waits] = [fresh(), fresh()]
    const person = await accept(joined, await invite(joined, 'Joined Quokka'))
    await rollcall.session(person)
    await invite(waits, 'Waiting Quokka')
    expect(await everything()).toContain(joined)
    expect(await purge()).toEqual({ members: 1, invitations: 2, mails: 2 })
    const left = await everything()
    for (const trace of [joined, waits, 'Quokka', person.id])
      expect(left.includes(trace), trace).toBe(trace === person.id)
    const { lines } = await ada.call('audit.list', { workspaceId: school.id, groupId: group.id, limit: 1 })
    expect(lines[0]).toMatchObject({ action: 'groups.purge', details: { members: 1, invitations: 2, mails: 2 } })
    // The audit knows an id, and nobody whose it was.
    expect((await ada.call('groups.get', { groupId: group.id })).members).toBe(1)
  })

  it('leaves no address that a roster had for somebody who was sent to another', async () => {
    const [listed, right] = [fresh(), fresh()]
    const { id } = await invite(listed)
    await ada.call('invitations.readdress', { groupId: group.id, changes: [{ id, email: right }] })
    expect(await everything()).toContain(listed)
    await purge()
    const left = await everything()
    for (const trace of [listed, right]) expect(left.includes(trace), trace).toBe(false)
  })

  it('leaves nobody who was taken out of the Group before', async () => {
    const email = fresh()
    const person = await accept(email, await invite(email, 'Earlier Quokka'))
    await ada.call('members.remove', { groupId: group.id, ids: [person.id] })
    await purge()
    const left = await everything()
    for (const trace of [email, 'Earlier Quokka']) expect(left.includes(trace), trace).toBe(false)
  })

  it('leaves who is in another Group, was in the Workspace before, or owns the Group', async () => {
    const [both, before] = [fresh(), fresh()]
    const other = await rollcall.group(school, ada)
    const person = await accept(both, await invite(both))
    // In the Workspace by now: a member of the other one at once.
    await rollcall.joinGroup(other, person)
    const old = await rollcall.person(before)
    await rollcall.joinWorkspace(school, old)
    await rollcall.joinGroup(group, old)
    const owner = await rollcall.person()
    await rollcall.joinGroup(group, owner, 'owner')
    expect(await purge()).toMatchObject({ members: 2 })
    const members = async (id: string) =>
      (await ada.call('members.list', { groupId: id, state: 'accepted' })).rows.map(({ email }) => email)
    expect((await members(group.id)).sort()).toEqual([ada.email, owner.email].sort())
    expect(await members(other.id)).toContain(both)
    const inWorkspace = await rollcall.db
      .selectFrom('workspace_members')
      .select('person_id')
      .where('person_id', 'in', [person.id, old.id])
      .execute()
    expect(inWorkspace).toHaveLength(2)
  })

  it('keeps whoever invited others, by name, and does not fail of it', async () => {
    const helper = fresh()
    const person = await accept(helper, await invite(helper))
    const other = await rollcall.group(school, ada)
    const expires_at = new Date(Date.now() + 60_000)
    const by = {
      workspace_id: school.id,
      group_id: other.id,
      role: 'member',
      origin: 'manual',
      invited_by: person.id,
    } as const
    await rollcall.db
      .insertInto('invitations')
      .values({ ...by, email: fresh(), expires_at })
      .execute()
    expect(await purge()).toMatchObject({ members: 1 })
    expect(await rollcall.db.selectFrom('people').select('id').where('id', '=', person.id).execute()).toHaveLength(1)
  })

  it('reaches into the Groups inside that the caller owns where that is asked for, and into no other', async () => {
    const colleague = await rollcall.person()
    await rollcall.joinWorkspace(school, colleague, 'editor')
    const course = await rollcall.group(school, colleague, { name: 'Course' })
    const [section, desk] = [await rollcall.group(school, ada, { parent: course }), { id: '' }]
    desk.id = (await rollcall.group(school, ada, { parent: section })).id
    // Owner of the Group around it, and Member here.
    const theirs = await rollcall.group(school, ada, { parent: course })
    await rollcall.joinGroup(theirs, colleague)
    const people: string[] = []
    for (const { id } of [course, section, desk, theirs]) {
      const email = fresh()
      await accept(email, await invite(email, 'Inside Quokka', id))
      people.push(email)
    }
    await ada.call('groups.archive', { groupId: desk.id })
    const ask = (inside?: boolean) => colleague.call('groups.purge', { groupId: course.id, confirm: 'Course', inside })
    const left = async () => {
      const found = await everything()
      return people.map((email) => found.includes(email))
    }
    expect(await ask()).toEqual({ members: 1, invitations: 1, mails: 1 })
    expect(await left()).toEqual([false, true, true, true])
    expect(await ask(true)).toMatchObject({ members: 2, invitations: 2 })
    expect(await left()).toEqual([false, false, false, true])
    const { lines } = await ada.call('audit.list', { workspaceId: school.id, groupId: desk.id, limit: 1 })
    expect(lines[0]).toMatchObject({ action: 'groups.purge', details: { members: 1, invitations: 1 } })
  })

  it('wants the name typed, and does nothing without', async () => {
    const email = fresh()
    await invite(email)
    expect(await refusal(purge('Biology'))).toBe('notConfirmed')
    expect(await refusal(purge(''))).toBe('notConfirmed')
    expect(await everything()).toContain(email)
  })
})
