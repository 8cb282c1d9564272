import { describe, expect, it } from 'vitest'
import type { CallService } from '../../../lib/contract/calls.ts'
import { CallProblem } from '../../../lib/contract/errors.ts'
import { createTies, type Tie } from '../../../lib/rosters/ties.ts'

const group = '00000000-0000-4000-8000-000000000001'
const other = '00000000-0000-4000-8000-000000000002'
const tie: Tie = { groupId: group, site: 'https://lms.example.edu', course: '7', name: 'Biology' }

/** Ties over a service that keeps one link for each Group. */
const world = (links: Record<string, Tie> = {}) => {
  let stored: Tie[] = []
  const service = { problem: undefined as CallProblem | undefined, links }
  const call: CallService = async (name, input) => {
    if (service.problem) throw service.problem
    const { groupId = '', site, course } = input as Partial<Tie>
    const answers: Record<string, () => unknown> = {
      'rosters.find': () => ({
        links: Object.values(service.links).filter((one) => one.site === site && one.course === course),
      }),
      'rosters.get': () => ({ link: service.links[groupId] ?? null }),
      'rosters.link': () => {
        service.links[groupId] = input as unknown as Tie
        return input
      },
    }
    return answers[name]?.() as Awaited<ReturnType<typeof call<typeof name>>>
  }
  const item = {
    get: async () => stored,
    update: async (change: (now: Tie[]) => Tie[]) => {
      stored = change(stored)
    },
  }
  return { ties: createTies({ item, call }), service, stored: () => stored }
}

describe('the first send from a course', () => {
  it('links it with the Group', async () => {
    const { ties, service, stored } = world()
    await ties.add(tie)
    await ties.settle()
    expect(service.links).toEqual({ [group]: tie })
    expect(stored()).toEqual([])
  })

  it.each([
    ['the course is linked with another Group', { [other]: { ...tie, groupId: other } }],
    ['the Group is linked with another course', { [group]: { ...tie, course: '8' } }],
  ])('leaves things as they are where %s', async (_why, links) => {
    const { ties, service, stored } = world({ ...links })
    await ties.add(tie)
    await ties.settle()
    expect(service.links).toEqual(links)
    expect(stored()).toEqual([])
  })

  it('is remembered until the service has answered', async () => {
    const { ties, service, stored } = world()
    for (const code of ['unreachable', 'signedOut'] as const) {
      service.problem = new CallProblem(code)
      await ties.add(tie)
      await ties.settle()
      expect(stored()).toEqual([tie])
    }
    service.problem = undefined
    await ties.settle()
    expect(service.links).toEqual({ [group]: tie })
    service.problem = new CallProblem('notAllowed')
    await ties.add(tie)
    await ties.settle()
    expect(stored()).toEqual([])
  })
})
