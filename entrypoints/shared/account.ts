import type { Account, AccountService } from '../../components/services.ts'
import { ask } from '../../lib/messaging/ask.ts'
import { accountItem, type KnownAccount, serviceItem } from '../../lib/storage.ts'
import { liveStored } from './live.ts'

const accountFrom = ({ signedIn, offline, me, version }: KnownAccount, service: string): Account => {
  if (!signedIn) return { state: 'signedOut', service }
  if (version) return { state: 'otherVersion', service, newer: version === 'newer' }
  if (offline || !me) return { state: 'offline', service, ...(me && { me }) }
  return { state: 'signedIn', service, me }
}

/** The account as the background last heard of it; asks anew at once. */
export const accountService = async (): Promise<AccountService> => {
  const read = async () => accountFrom(await accountItem.get(), await serviceItem.get())
  const live = await liveStored(read, (changed) => {
    const stops = [accountItem.watch(changed), serviceItem.watch(changed)]
    return () => {
      for (const stop of stops) stop()
    }
  })
  // What comes of it is stored, and seen there.
  ask('account', { act: 'get' }).catch(() => {})
  return {
    ...live,
    signIn: async () => {
      await ask('account', { act: 'signIn' })
    },
    signOut: async () => {
      await ask('account', { act: 'signOut' })
    },
  }
}
