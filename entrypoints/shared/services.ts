import type { Services } from '../../components/services.ts'
import { ask, askTab, callByMessage } from '../../lib/messaging/ask.ts'
import { tabs, words } from '../../lib/platform.ts'
import { serviceItem } from '../../lib/storage.ts'
import { createSay } from '../../lib/words.ts'
import { accountService } from './account.ts'
import { choices } from './choices.ts'
import { jobService } from './jobs.ts'
import { rosterService } from './roster.ts'
import { siteService } from './site.ts'

/** The words, there at once: for what is shown before the services are. */
export const say = createSay(words.lookup, words.language())

const servicesFor = async (tabId: number | undefined): Promise<Services> => {
  const [account, jobs, roster] = await Promise.all([
    accountService(),
    jobService(),
    tabId === undefined ? null : rosterService(tabId),
  ])
  return {
    call: callByMessage,
    account,
    roster,
    jobs,
    choices,
    site: await siteService(roster?.get()),
    copy: (text) => navigator.clipboard.writeText(text),
    open: (path) => void serviceItem.get().then((service) => tabs.open(service + path)),
    say,
  }
}

/** The popup's world: the roster is the active tab's. */
export const popupServices = async (): Promise<Services> => servicesFor((await tabs.active())?.id)

/**
 * The panel's world: the roster is that of the tab it stands in. Rejects where no content script of ours opened it:
 * then nothing may be shown, for a page may have put it in a frame to lay something over it.
 */
export const panelServices = async (address: string): Promise<{ services: Services; close: () => void }> => {
  const ticket = new URL(address).searchParams.get('ticket') ?? ''
  const { tabId } = await ask('panel.claim', { ticket })
  return {
    services: await servicesFor(tabId),
    close: () => void askTab(tabId, 'panel.close', {}).catch(() => {}),
  }
}
