import { defineBackground } from 'wxt/utils/define-background'
import { chosenCatalogue } from '../lib/chosenWords.ts'
import { type CallInput, calls } from '../lib/contract/calls.ts'
import { badgeOf } from '../lib/jobs/badge.ts'
import { createJobs } from '../lib/jobs/jobs.ts'
import { jobStore } from '../lib/jobs/store.ts'
import { webLock } from '../lib/locks.ts'
import { answerMessages } from '../lib/messaging/answer.ts'
import { createTickets } from '../lib/panel/tickets.ts'
import { alarms, badge, messaging, onFirstRun, sites, stored, tabs } from '../lib/platform.ts'
import { createTies } from '../lib/rosters/ties.ts'
import { withRecent } from '../lib/shortcuts/recentGroups.ts'
import * as items from '../lib/storage.ts'
import { createWaker } from '../lib/waker.ts'
import { ownAccount } from './background/account.ts'
import { colours } from './background/colours.ts'
import { tellEndings } from './background/endings.ts'
import { followGrants, mayRead } from './background/grants.ts'
import { lateAdds, wordsFor } from './background/lateAdds.ts'
import { offerShareLinks } from './background/shareLinks.ts'

/** Wiring alone. Every listener is there before the first await: the worker may have been woken for any of them. */
export default defineBackground(() => {
  const now = () => Date.now()
  const account = ownAccount()

  const waker = createWaker({ name: 'jobs', alarms, now, wake: () => jobs.resume() })
  const jobs = createJobs({
    store: jobStore,
    call: account.call,
    person: async () => (await items.accountItem.get()).me?.id,
    now,
    uuid: () => crypto.randomUUID(),
    lock: webLock,
    wakeAt: waker.wakeAt,
  })
  /** The work goes on after the answer; what it meets is told by the stored job. */
  const resume = () => void jobs.resume()
  const ties = createTies({ item: items.tiesItem, call: account.call })
  const late = lateAdds(account.call)
  const recount = () => void late.again()
  const tickets = createTickets({ item: items.ticketsItem, now })

  const answerAccount = {
    get: () => account.refresh(),
    signIn: async () => {
      await account.signIn()
      await jobs.signedIn()
      resume()
      void ties.settle()
    },
    signOut: async () => {
      await account.signOut()
      await jobs.signedOut()
    },
  }

  answerMessages({
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
      resume()
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
      if (act === 'retry' || act === 'dismiss') resume()
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
  })

  const showBadge = async () => {
    const { text, tone } = badgeOf(await items.jobsItem.get())
    await badge.show(text, colours[tone])
    if (text) await late.giveWay()
    else recount()
  }
  items.jobsItem.watch(() => void showBadge())
  items.accountItem.watch(recount)
  items.lookItem.watch(recount)

  offerShareLinks(account.call, recount)
  followGrants()
  onFirstRun(() => {
    // A build that came with its site has nothing to be set up: it is there to be tried.
    if (sites.builtIn().length === 0) void tabs.open(messaging.address('options.html'))
  })

  void stored.keepFromPages()
  tellEndings()
  void showBadge()
  resume()
  void ties.settle()
})
