import { describe, expect, it } from 'vitest'
import { createTickets } from '../../../lib/panel/tickets.ts'
import { memoryItem } from '../auth/model.ts'

const setUp = () => {
  const item = memoryItem<Record<string, { tabId: number; until: number }>>({})
  const world = { now: 1000 }
  return { item, world, tickets: createTickets({ item, now: () => world.now }) }
}
const refused = { code: 'notAllowed' }

describe('a panel', () => {
  it('proves once, in its own tab, that a content script opened it', async () => {
    const { tickets } = setUp()
    const ticket = await tickets.issue(7)
    await expect(tickets.claim(ticket, 7)).resolves.toEqual({ tabId: 7 })
    await expect(tickets.claim(ticket, 7)).rejects.toMatchObject(refused)
  })

  it.each<[string, number | undefined]>([
    ['in another tab', 8],
    ['outside of any tab', undefined],
  ])('is refused %s, and its ticket is spent', async (_, tabId) => {
    const { tickets } = setUp()
    const ticket = await tickets.issue(7)
    await expect(tickets.claim(ticket, tabId)).rejects.toMatchObject(refused)
    await expect(tickets.claim(ticket, 7)).rejects.toMatchObject(refused)
  })

  it.each(['', 'made up', 'toString', '__proto__'])('is refused with the ticket "%s"', async (ticket) => {
    const { tickets } = setUp()
    await tickets.issue(7)
    await expect(tickets.claim(ticket, 7)).rejects.toMatchObject(refused)
    await expect(tickets.claim(ticket, undefined)).rejects.toMatchObject(refused)
  })

  it('is refused after a minute, and old tickets are thrown away', async () => {
    const { tickets, world, item } = setUp()
    const late = await tickets.issue(7)
    world.now += 59_999
    const good = await tickets.issue(7)
    world.now += 1
    await expect(tickets.claim(late, 7)).rejects.toMatchObject(refused)
    expect(Object.keys(item.value)).toEqual([good])
    await expect(tickets.claim(good, 7)).resolves.toEqual({ tabId: 7 })
  })
})
