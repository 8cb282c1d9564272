import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CallProblem } from '../../../lib/contract/errors.ts'
import type { CallService } from '../../../lib/contract/index.ts'
import { createCopyLink } from '../../../lib/shortcuts/copyLink.ts'
import { type RecentGroup, withRecent } from '../../../lib/shortcuts/recentGroups.ts'

const biology = { id: '00000000-0000-4000-8000-000000000101', name: 'Biology 101' }
const url = 'https://groups.example.edu/join/abc'

const world = (over: { recent?: RecentGroup[]; problem?: CallProblem; closed?: boolean } = {}) => {
  const asked: unknown[] = []
  const call = (async (name: string, input: unknown) => {
    asked.push([name, input])
    if (over.problem) throw over.problem
    return { url }
  }) as unknown as CallService
  const links = createCopyLink({
    recent: async () => over.recent ?? [],
    call,
    copyIn: async (tabId, text) => {
      if (over.closed) throw new Error('Cannot access a chrome:// URL')
      asked.push(['copy', tabId, text])
    },
    mark: async (tabId) => void asked.push(['mark', tabId]),
    open: async (path) => void asked.push(['open', path]),
  })
  return { links, asked }
}
const create = ['links.create', { groupId: biology.id, access: 'restricted', role: 'member' }]
const opened = ['open', `/groups/${biology.id}/link`]

describe('a link copied from the icon', () => {
  it('lets in nobody who was not invited, and is marked', async () => {
    const { links, asked } = world()
    await links.copy(biology.id, 7)
    expect(asked).toEqual([create, ['copy', 7, url], ['mark', 7]])
  })

  it.each([
    ['nobody is signed in', { problem: new CallProblem('signedOut') }, 7],
    ['the page takes nothing in', { closed: true }, 7],
    ['there is no page', {}, undefined],
  ])('is copied on the Group’s own page when %s', async (_, over, tabId) => {
    const { links, asked } = world(over)
    await links.copy(biology.id, tabId)
    expect(asked).toEqual([create, opened])
  })

  it('is by the keyboard that of the last send, and without one the Groups are shown', async () => {
    const one = world({ recent: [biology] })
    await one.links.copyLatest(7)
    expect(one.asked[0]).toEqual(create)
    const none = world()
    await none.links.copyLatest(7)
    expect(none.asked).toEqual([['open', '/']])
  })
})

describe('the Groups of the last sends', () => {
  it('are each there once, the latest first, five at most', () => {
    const group = fc.record({ id: fc.constantFrom(...'abcdefgh'), name: fc.string() })
    fc.assert(
      fc.property(fc.array(group, { minLength: 1 }), (sends) => {
        const kept = sends.reduce<RecentGroup[]>(withRecent, [])
        const order = [...new Set(sends.map(({ id }) => id).toReversed())]
        expect(kept.map(({ id }) => id)).toEqual(order.slice(0, 5))
        expect(kept[0]).toEqual(sends.at(-1))
      }),
    )
  })
})
