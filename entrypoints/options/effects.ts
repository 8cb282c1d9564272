import type { AccountService, Live, NoticeService } from '../../components/services.ts'
import { checkService, serviceAddress } from '../../lib/auth/serviceAddress.ts'
import { defaultServiceUrl } from '../../lib/identity.ts'
import { isUnfinished } from '../../lib/jobs/machine.ts'
import { adapters } from '../../lib/lms/adapters.ts'
import type { Look } from '../../lib/look.ts'
import { ask } from '../../lib/messaging/ask.ts'
import type { RoleMapping } from '../../lib/people/person.ts'
import { notices, sites, stored } from '../../lib/platform.ts'
import { jobsItem, lookItem, rolesItem, serviceItem } from '../../lib/storage.ts'
import type { Say } from '../../lib/words.ts'
import { accountService } from '../shared/account.ts'
import { liveStored } from '../shared/live.ts'
import { noticeService } from '../shared/notices.ts'

interface OfferedSite {
  /** The LMS's name. */
  readonly label: string
  /** Match pattern. */
  readonly pattern: string
}

/** Everything the page does besides drawing. */
export interface OptionsEffects {
  readonly say: Say
  readonly account: AccountService
  /** Where the service of `npm start` is, on this computer. */
  readonly demo: string
  /** Sites that many schools' courses are on, to be allowed before any of them was open. */
  readonly offered: readonly OfferedSite[]
  /** Match patterns of the sites that were granted. */
  readonly sites: Live<readonly string[]>
  /** What each role in a course comes to, where a course does not have it otherwise. */
  readonly roles: Live<RoleMapping>
  /** How many sends are not finished. */
  readonly unfinished: Live<number>
  /** Keeps an address after a Rollcall service has answered there; false where nothing like an address was typed. */
  saveService(typed: string): Promise<boolean>
  saveRoles(roles: RoleMapping): Promise<void>
  /** How our screens look on this computer. */
  readonly look: Live<Look>
  saveLook(look: Look): Promise<void>
  /** Being told of the end of a send. */
  readonly notices: NoticeService & { disallow(): Promise<void> }
  /** Asks the browser; only from a click. */
  allowSite(pattern: string): Promise<boolean>
  removeSite(pattern: string): Promise<void>
  forget(): Promise<void>
}

const granted = async () => {
  const builtIn = sites.builtIn()
  return (await sites.granted()).filter((pattern) => !builtIn.includes(pattern)).sort()
}

const signOut = () => ask('account', { act: 'signOut' })

export const optionsEffects = async (): Promise<Omit<OptionsEffects, 'say'>> => ({
  account: await accountService(),
  demo: defaultServiceUrl,
  sites: await liveStored(granted, sites.onChanged),
  roles: await liveStored(rolesItem.get, rolesItem.watch),
  unfinished: await liveStored(async () => (await jobsItem.get()).filter(isUnfinished).length, jobsItem.watch),
  saveService: async (typed) => {
    const address = serviceAddress(typed)
    if (!address) return false
    await checkService(globalThis.fetch.bind(globalThis), address)
    if (address === (await serviceItem.get())) return true
    // Tokens, Groups and people of one service are nothing to another.
    await signOut()
    await serviceItem.set(address)
    return true
  },
  saveRoles: rolesItem.set,
  look: await liveStored(lookItem.get, lookItem.watch),
  saveLook: lookItem.set,
  notices: {
    ...(await noticeService()),
    disallow: async () => {
      await notices.disallow()
    },
  },
  offered: adapters.flatMap(({ label, hosts }) => hosts.map((pattern) => ({ label, pattern }))),
  allowSite: sites.request,
  removeSite: async (pattern) => {
    await sites.remove([pattern])
  },
  forget: async () => {
    await signOut()
    await sites.remove(await granted())
    await notices.disallow()
    await stored.clear('secret')
    await stored.clear('local')
    await stored.clear('session')
  },
})
