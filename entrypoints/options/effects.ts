import type { AccountService, Live } from '../../components/services.ts'
import { checkService, serviceAddress } from '../../lib/auth/serviceAddress.ts'
import { isUnfinished } from '../../lib/jobs/machine.ts'
import { ask } from '../../lib/messaging/ask.ts'
import { sites, stored } from '../../lib/platform.ts'
import { jobsItem, serviceItem } from '../../lib/storage.ts'
import type { Say } from '../../lib/words.ts'
import { accountService } from '../shared/account.ts'
import { liveStored } from '../shared/live.ts'
import { say } from '../shared/services.ts'

/** Everything the page does besides drawing. */
export interface OptionsEffects {
  readonly say: Say
  readonly account: AccountService
  /** Match patterns of the sites that were granted. */
  readonly sites: Live<readonly string[]>
  /** How many sends are not finished. */
  readonly unfinished: Live<number>
  /** Keeps an address after a Rollcall service has answered there; false where nothing like an address was typed. */
  saveService(typed: string): Promise<boolean>
  removeSite(pattern: string): Promise<void>
  forget(): Promise<void>
}

const granted = async () => {
  const builtIn = sites.builtIn()
  return (await sites.granted()).filter((pattern) => !builtIn.includes(pattern)).sort()
}

const signOut = () => ask('account', { act: 'signOut' })

export const optionsEffects = async (): Promise<OptionsEffects> => ({
  say,
  account: await accountService(),
  sites: await liveStored(granted, sites.onChanged),
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
  removeSite: async (pattern) => {
    await sites.remove([pattern])
  },
  forget: async () => {
    await signOut()
    await sites.remove(await granted())
    await stored.clear('local')
    await stored.clear('session')
  },
})
