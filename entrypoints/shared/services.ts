import { createLive } from '../../components/createLive.ts'
import { save } from '../../components/kit/save.ts'
import type {
  FileService,
  Live,
  NoticeService,
  RosterService,
  Services,
  SiteService,
} from '../../components/services.ts'
import { ask, askOwnTab, callByMessage } from '../../lib/messaging/ask.ts'
import { program, tabs } from '../../lib/platform.ts'
import { serviceItem } from '../../lib/storage.ts'
import { accountService } from './account.ts'
import { choices, roles } from './choices.ts'
import { jobService } from './jobs.ts'
import { noticeService } from './notices.ts'
import { rosterService, toOwnTab, toTab } from './roster.ts'
import { siteOf } from './site.ts'

/** What differs between the places a screen can stand in. */
interface Place {
  readonly roster: Promise<RosterService | null>
  readonly site: (roster: RosterService | null) => Promise<Live<SiteService | null>>
  readonly notices: Promise<NoticeService | null>
  readonly files: FileService
  readonly open: (address: string) => void
}

/** What a screen does; what it says comes apart, for that may change while it is open. */
type Effects = Omit<Services, 'say'>

const servicesIn = async (place: Place): Promise<Effects> => {
  const [account, jobs, roster, notices] = await Promise.all([
    accountService(),
    jobService(),
    place.roster,
    place.notices,
  ])
  return {
    call: callByMessage,
    account,
    roster,
    jobs,
    choices,
    roles,
    site: await place.site(roster),
    notices,
    files: place.files,
    copy: (text) => navigator.clipboard.writeText(text),
    save,
    open: (path) => void serviceItem.get().then((service) => place.open(service + path)),
    openSettings: () => void program.openSettings(),
    about: `extension ${program.version()}, ${navigator.userAgent}`,
  }
}

/** The popup's world: the roster is the active tab's. */
export const popupServices = async (files: FileService): Promise<Effects> => {
  const tab = await tabs.active()
  return servicesIn({
    roster: tab ? rosterService(toTab(tab.id)) : Promise.resolve(null),
    site: siteOf,
    notices: noticeService(),
    files,
    open: (address) => void tabs.open(address),
  })
}

/** The world of a page of its own: there is no roster but what is brought. */
export const pageServices = (files: FileService): Promise<Effects> =>
  servicesIn({
    roster: Promise.resolve(null),
    site: async () => createLive(null),
    notices: noticeService(),
    files,
    open: (address) => void tabs.open(address),
  })

/**
 * The panel's world: the roster is that of the tab it stands in. Rejects where no content script of ours opened it:
 * then nothing may be shown, for a page may have put it in a frame to lay something over it. A frame asks for no
 * permissions: the popup offers "Always on this site".
 */
export const panelServices = async (
  ticket: string,
  files: FileService,
): Promise<{ services: Effects; close: () => void }> => {
  const { tabId } = await ask('panel.claim', { ticket })
  return {
    services: await servicesIn({
      roster: rosterService(toOwnTab(tabId)),
      site: async () => createLive(null),
      notices: Promise.resolve(null),
      files,
      open: (page) => void window.open(page, '_blank', 'noopener'),
    }),
    close: () => void askOwnTab('panel.close', {}).catch(() => {}),
  }
}
