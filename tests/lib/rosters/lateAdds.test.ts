import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CallService } from '../../../lib/contract/calls.ts'
import { CallProblem } from '../../../lib/contract/errors.ts'
import type { KnownAddress } from '../../../lib/contract/schemas.ts'
import type { Roster, RosterState } from '../../../lib/lms/roster.ts'
import { defaultRoleMapping } from '../../../lib/people/person.ts'
import { createLateAdds } from '../../../lib/rosters/lateAdds.ts'
import { newcomers } from '../../../lib/rosters/newcomers.ts'
import { biology, course, labA, me, people, person, roster } from '../../helpers/fakeServices.ts'

const since = '2026-09-01T08:00:00Z'
const known = (key: number, over: Partial<KnownAddress> = {}): KnownAddress => ({
  email: `student.${key}@example.edu`,
  role: 'member',
  state: 'member',
  since,
  ...over,
})
const knows = (...rows: KnownAddress[]) => new Map(rows.map((row) => [row.email, row]))
const rules = { mapping: defaultRoleMapping, role: 'member' as const }
const found = (of: Roster, rows: readonly KnownAddress[], allowed?: readonly string[]) =>
  newcomers(of, { ...rules, known: knows(...rows), me: me.email, allowed })

describe('who is new on a linked roster', () => {
  it('is who is neither in the Group nor invited', () => {
    expect(found(roster(people(5)), [known(1), known(2, { state: 'pending' })])).toEqual({ kind: 'new', count: 3 })
  })
  it('is nobody where everybody is in, whatever their role; of a part of a class no more is said', () => {
    const rows = [known(1, { role: 'owner' }), known(2)]
    expect(found(roster(people(2)), rows)).toEqual({ kind: 'all' })
    expect(found(roster(people(2), { complete: false, partial: 'rowsOnPage' }), rows)).toEqual({ kind: 'none' })
  })
  it('is not who wants a look first: removed before, gone from the course, outside the Workspace’s domains', () => {
    const concluded = person('3', { state: 'concluded' })
    expect(found(roster([...people(2), concluded]), [known(1), known(2, { state: 'removed' })])).toEqual({
      kind: 'all',
    })
    expect(found(roster(people(2)), [known(1)], ['school.test'])).toEqual({ kind: 'all' })
    expect(found(roster([concluded]), [])).toBeNull()
  })
  it('for any class: everybody on it, less those the Group knows', () => {
    const some = fc.uniqueArray(fc.integer({ min: 1, max: 12 }))
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), some, (count, numbers) => {
        const left = people(count).filter(({ key }) => !numbers.includes(Number(key))).length
        const answer = found(
          roster(people(count)),
          numbers.map((number) => known(number)),
        )
        expect(answer?.kind === 'new' ? answer.count : 0).toBe(left)
      }),
    )
  })
})

/** A toolbar over tabs, a service that knows some people, and what was said to whom. */
const world = () => {
  const state = {
    tabs: {} as Record<string, boolean>,
    rosters: { 1: { kind: 'ready', roster: roster(people(5)) } } as Record<number, RosterState>,
    links: [biology.id] as string[],
    last: undefined as string | undefined,
    addresses: { [biology.id]: [known(1), known(2)], [labA.id]: [known(1)] } as Record<string, KnownAddress[]>,
    /** What the Group inside it is linked with. */
    lab: null as { site: string; course: string } | null,
    me: me as typeof me | null,
    problem: undefined as CallProblem | undefined,
    badges: {} as Record<number, number>,
    told: {} as Record<number, unknown>,
    asked: [] as unknown[],
  }
  const call: CallService = async (name, input) => {
    state.asked.push({ name, input })
    if (state.problem) throw state.problem
    const { groupId = '', after } = input as { groupId?: string; after?: string }
    const all = state.addresses[groupId] ?? []
    const answers: Record<string, () => unknown> = {
      'rosters.find': () => ({ links: state.links.map((id) => ({ groupId: id })) }),
      'groups.list': () => ({ groups: [biology, labA] }),
      'rosters.get': () => ({ link: groupId === labA.id ? state.lab : null }),
      'members.addresses': () =>
        after ? { addresses: all.slice(1), next: null } : { addresses: all.slice(0, 1), next: 'x' },
    }
    return answers[name]?.() as Awaited<ReturnType<typeof call<typeof name>>>
  }
  const late = createLateAdds({
    call,
    me: async () => state.me,
    settings: async () => ({ ...rules, groupId: state.last }),
    roster: async (tabId) => {
      const there = state.rosters[tabId]
      if (!there) throw new Error('The tab is gone.')
      return there
    },
    tabs: {
      get: async () => state.tabs,
      update: async (change) => {
        state.tabs = change(state.tabs)
      },
    },
    show: async (tabId, count) => {
      state.badges[tabId] = count
    },
    tell: async (tabId, said) => {
      state.told[tabId] = said
    },
  })
  return { state, late }
}

describe('the number over a tab', () => {
  it('is that of the Group the course is linked with, and no roster is sent for it', async () => {
    const { state, late } = world()
    expect(await late.shown(1, true)).toEqual({ kind: 'new', count: 3 })
    expect(state.badges).toEqual({ 1: 3 })
    expect(state.asked).toEqual([
      { name: 'rosters.find', input: { site: course.site, course: course.courseId } },
      { name: 'groups.list', input: {} },
      { name: 'rosters.get', input: { groupId: labA.id } },
      { name: 'members.addresses', input: { groupId: biology.id } },
      { name: 'members.addresses', input: { groupId: biology.id, after: 'x' } },
    ])
  })

  it('counts whoever is in the Group of a section as in, also where the course has that one section left', async () => {
    const { state, late } = world()
    state.lab = { site: course.site, course: `${course.courseId} › Another section` }
    state.addresses[labA.id] = [known(1), known(4)]
    expect(await late.shown(1, true)).toEqual({ kind: 'new', count: 2 })
  })

  it('is of the Group chosen last, where several are linked', async () => {
    const { state, late } = world()
    state.links = [biology.id, labA.id]
    state.last = labA.id
    expect(await late.shown(1, true)).toEqual({ kind: 'new', count: 4 })
  })

  it.each<[string, (state: ReturnType<typeof world>['state']) => void]>([
    ['nobody is signed in', (state) => Object.assign(state, { me: null })],
    ['the course is not linked', (state) => Object.assign(state, { links: [] })],
    ['the service does not answer', (state) => Object.assign(state, { problem: new CallProblem('unreachable') })],
    ['the roster is gone', (state) => Object.assign(state, { rosters: { 1: { kind: 'course', course } } })],
    ['the tab is gone', (state) => Object.assign(state, { rosters: {} })],
    [
      'nobody is missing',
      (state) => Object.assign(state, { rosters: { 1: { kind: 'ready', roster: roster(people(2)) } } }),
    ],
  ])('goes when %s', async (_why, change) => {
    const { state, late } = world()
    await late.shown(1, true)
    expect(state.badges[1]).toBe(3)
    change(state)
    await late.again()
    expect(state.badges[1]).toBe(0)
  })

  it('is counted again for every tab that shows a roster, and for no other', async () => {
    const { state, late } = world()
    state.rosters[2] = { kind: 'ready', roster: roster(people(9)) }
    await late.shown(1, true)
    await late.shown(2, true)
    await late.shown(1, false)
    expect(state.badges).toEqual({ 1: 0, 2: 7 })
    state.addresses[biology.id]?.push(known(3))
    await late.again()
    expect([state.badges, state.told]).toEqual([{ 1: 0, 2: 6 }, { 2: { kind: 'new', count: 6 } }])
  })

  it('gives way to a send, and is back after it', async () => {
    const { state, late } = world()
    await late.shown(1, true)
    await late.giveWay()
    expect(state.badges).toEqual({ 1: 0 })
    await late.again()
    expect(state.badges).toEqual({ 1: 3 })
  })
})
