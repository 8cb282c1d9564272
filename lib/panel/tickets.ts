import { randomText } from '../auth/pkce.ts'
import { CallProblem } from '../contract/errors.ts'
import type { Item } from '../storage/item.ts'

type Tickets = Record<string, { tabId: number; until: number }>

/** How long a panel may take to load, in milliseconds. */
const LIFE = 60_000

export interface TicketPorts {
  readonly item: Pick<Item<Tickets>, 'update'>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/**
 * Any page may put our panel in a frame of its own, and lay something over it. So a panel shows nothing before it has
 * proved, with a ticket that works once, that a content script of ours opened it in this very tab. The ticket is handed
 * to the one frame it is for, and stands in no address, where the page could read it.
 */
export const createTickets = ({ item, now }: TicketPorts) => ({
  issue: async (tabId: number): Promise<string> => {
    const ticket = randomText()
    await item.update((tickets) => ({ ...alive(tickets, now()), [ticket]: { tabId, until: now() + LIFE } }))
    return ticket
  },
  /** `notAllowed` where the ticket is unknown, used, of another tab or too old. */
  claim: async (ticket: string, tabId: number | undefined): Promise<{ tabId: number }> => {
    let found: Tickets[string] | undefined
    await item.update((tickets) => {
      const { [ticket]: claimed, ...others } = alive(tickets, now())
      found = claimed
      return others
    })
    if (found?.tabId !== tabId || tabId === undefined) throw new CallProblem('notAllowed')
    return { tabId }
  },
})

const alive = (tickets: Tickets, now: number): Tickets =>
  Object.fromEntries(Object.entries(tickets).filter(([, { until }]) => until > now))
