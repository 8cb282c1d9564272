import { defineBackground } from 'wxt/utils/define-background'
import { answerMessages } from '../lib/messaging/answer.ts'
import { messaging, onFirstRun, sites, stored, tabs } from '../lib/platform.ts'
import { createTies } from '../lib/rosters/ties.ts'
import { accountItem, lookItem, tiesItem } from '../lib/storage.ts'
import { ownAccount } from './background/account.ts'
import { answers } from './background/answers.ts'
import { showSends } from './background/badge.ts'
import { tellEndings } from './background/endings.ts'
import { followGrants } from './background/grants.ts'
import { ownJobs } from './background/jobs.ts'
import { lateAdds } from './background/lateAdds.ts'
import { offerShareLinks } from './background/shareLinks.ts'

/** Wiring alone. Every listener is there before the first await: the worker may have been woken for any of them. */
export default defineBackground(() => {
  void stored.keepFromPages()
  const account = ownAccount()
  const jobs = ownJobs(account.call)
  const ties = createTies({ item: tiesItem, call: account.call })
  const late = lateAdds(account.call)
  const recount = () => void late.again()

  answerMessages(answers({ account, jobs, ties, late, recount }))
  accountItem.watch(recount)
  lookItem.watch(recount)
  showSends(late)
  tellEndings()
  offerShareLinks(account.call, recount)
  followGrants()
  onFirstRun(() => {
    // A build that came with its site has nothing to be set up: it is there to be tried.
    if (sites.builtIn().length === 0) void tabs.open(messaging.address('options.html'))
  })

  void jobs.resume()
  void ties.settle()
})
