import type { AccountKeeper } from '../../lib/auth/account.ts'
import { chosenCatalogue } from '../../lib/chosenWords.ts'
import { type CallInput, calls } from '../../lib/contract/calls.ts'
import type { Jobs } from '../../lib/jobs/jobs.ts'
import type { MessageHandlers } from '../../lib/messaging/answer.ts'
import { createTickets } from '../../lib/panel/tickets.ts'
import { messaging } from '../../lib/platform.ts'
import type { LateAdds } from '../../lib/rosters/lateAdds.ts'
import type { Ties } from '../../lib/rosters/ties.ts'
import { withRecent } from '../../lib/shortcuts/recentGroups.ts'
import * as items from '../../lib/storage.ts'
import { mayRead } from './grants.ts'
import { wordsFor } from './lateAdds.ts'

interface Parts {
  readonly account: AccountKeeper
  readonly jobs: Jobs
  readonly ties: Ties
  readonly late: LateAdds
  /** Something changed that may change who is new. */
  readonly recount: () => void
}

/** What the worker answers to each message. Work that is begun goes on after the answer; what it meets is told by what is stored. */
export const answers = ({ account, jobs, ties, late, recount }: Parts): MessageHandlers => {
  const tickets = createTickets({ item: items.ticketsItem, now: () => Date.now() })

  const answerAccount = {
    get: () => account.refresh(),
    signIn: async () => {
      await account.signIn()
      await jobs.signedIn()
      void jobs.resume()
      void ties.settle()
    },
    signOut: async () => {
      await account.signOut()
      await jobs.signedOut()
    },
  }

  return {
    // What the call needs, the service checks.
    call: async ({ name, input }) => {
      const answer = await account.call(name, input as CallInput<typeof name>)
      if (calls[name].method !== 'GET') recount()
      return answer
    },
    account: async ({ act }) => {
      await answerAccount[act]()
      return null
    },
    'job.start': async ({ course, ...order }) => {
      const jobId = await jobs.start(order)
      void jobs.resume()
      void items.recentItem.update((before) => withRecent(before, { id: order.groupId, name: order.groupName }))
      if (course)
        void ties
          .add({ groupId: order.groupId, ...course })
          .then(ties.settle)
          .then(recount)
      return { jobId }
    },
    'job.act': async ({ jobId, act }) => {
      await jobs[act](jobId)
      if (act === 'retry' || act === 'dismiss') void jobs.resume()
      return null
    },
    'roster.shown': async ({ here }, { tabId }) => wordsFor(await late.shown(tabId, here)),
    'inpage.words': async () => chosenCatalogue(await items.lookItem.get()),
    'page.back': async (_, { tabId }) => mayRead(tabId),
    'panel.open': async (_, { tabId }) => ({
      url: messaging.address('panel.html'),
      ticket: await tickets.issue(tabId),
    }),
    'panel.claim': ({ ticket }, { tabId, isFramed }) => tickets.claim(ticket, isFramed ? tabId : undefined),
  }
}
