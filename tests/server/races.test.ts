import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PersonToInvite } from '../../lib/contract/index.ts'
import { newSend } from '../helpers/newSend.ts'
import { type Caller, startService, type TestService } from '../helpers/service.ts'

/** Things that happen at once: whatever the order, each person has one invitation (or membership) and one mail. */
let rollcall: TestService
let ada: Caller
let school: { id: string }

beforeAll(async () => {
  rollcall = await startService()
  ada = await rollcall.person('ada@example.edu')
  school = await rollcall.workspace(ada)
})
afterAll(() => rollcall.stop())

const roster = (count: number): PersonToInvite[] =>
  Array.from({ length: count }, (_, i) => ({ email: `student.${i}@example.edu`, role: 'member' }))

const shuffled = <T>(list: readonly T[], seed: number): T[] =>
  list
    .map((item, i) => ({ item, at: Math.sin(seed * 1000 + i) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)

const state = async (group: { id: string }) => {
  const count = async (table: 'invitations' | 'outbox' | 'members') =>
    Number(
      (
        await rollcall.db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll().as('n'))
          .where('group_id', '=', group.id)
          .executeTakeFirstOrThrow()
      ).n,
    )
  return { invitations: await count('invitations'), mails: await count('outbox'), members: await count('members') }
}

it('ten identical sends with ten keys: one of them invites, nine find it done', async () => {
  const group = await rollcall.group(school, ada)
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) => ada.call('invitations.send', newSend(group, shuffled(roster(200), i)))),
  )
  const outcomes = answers.flatMap((answer) => answer.outcomes.map(({ outcome }) => outcome))
  expect(outcomes.filter((outcome) => outcome === 'invited')).toHaveLength(200)
  expect(outcomes.filter((outcome) => outcome === 'pending')).toHaveLength(1800)
  expect(await state(group)).toEqual({ invitations: 200, mails: 200, members: 1 })
})

it('ten identical sends with one key: ten times the same answer', async () => {
  const group = await rollcall.group(school, ada)
  const request = newSend(group, roster(50))
  const answers = await Promise.all(Array.from({ length: 10 }, () => ada.call('invitations.send', request)))
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(await state(group)).toEqual({ invitations: 50, mails: 50, members: 1 })
})

it('two Owners sending the same people of the Workspace: each is added once', async () => {
  const group = await rollcall.group(school, ada)
  const bo = await rollcall.person()
  await rollcall.joinGroup(group, bo, 'owner')
  const colleagues = await Promise.all(Array.from({ length: 20 }, () => rollcall.person()))
  for (const colleague of colleagues) await rollcall.joinWorkspace(school, colleague)
  const people: PersonToInvite[] = colleagues.map(({ email }) => ({ email, role: 'member' }))
  const answers = await Promise.all(
    [ada, bo, ada, bo].map((owner, i) => owner.call('invitations.send', newSend(group, shuffled(people, i)))),
  )
  const outcomes = answers.flatMap((answer) => answer.outcomes.map(({ outcome }) => outcome))
  expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(20)
  expect(outcomes.filter((outcome) => outcome === 'member')).toHaveLength(60)
  expect(await state(group)).toEqual({ invitations: 0, mails: 20, members: 22 })
})

it('sends into many Groups at once do not wait for each other in a circle', async () => {
  const groups = await Promise.all(Array.from({ length: 8 }, () => rollcall.group(school, ada)))
  await Promise.all(
    groups.flatMap((group, i) =>
      [0, 1].map((n) => ada.call('invitations.send', newSend(group, shuffled(roster(40), i * 2 + n)))),
    ),
  )
  for (const group of groups) expect(await state(group)).toEqual({ invitations: 40, mails: 40, members: 1 })
})

it('a thousand people are in, in chunks', async () => {
  const group = await rollcall.group(school, ada)
  const people = roster(1000)
  for (let from = 0; from < people.length; from += 200)
    await ada.call('invitations.send', newSend(group, people.slice(from, from + 200)))
  expect(await state(group)).toEqual({ invitations: 1000, mails: 1000, members: 1 })
})
