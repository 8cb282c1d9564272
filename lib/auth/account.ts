import type { CallService } from '../contract/calls.ts'
import { CallProblem } from '../contract/errors.ts'
import { CONTRACT_VERSION } from '../contract/limits.ts'
import type { Item } from '../storage/item.ts'
import { type KnownAccount, nobody } from '../storage.ts'
import type { TokenKeeper } from './tokens.ts'

export interface AccountPorts {
  readonly item: Item<KnownAccount>
  readonly call: CallService
  readonly tokens: Pick<TokenKeeper, 'revoke'>
  /** Opens the window and leaves tokens behind. */
  readonly signIn: () => Promise<void>
  /** Forgets what was last known about the person's Groups. */
  readonly forgetGroups: () => Promise<void>
}

export interface AccountKeeper {
  /** `call`, and what its answer says about the account is kept for pages to show. */
  readonly call: CallService
  /** Asks the service who is signed in. */
  refresh(): Promise<void>
  signIn(): Promise<void>
  signOut(): Promise<void>
}

export const createAccount = ({ item, call, tokens, signIn, forgetGroups }: AccountPorts): AccountKeeper => {
  const note = async (change: Partial<KnownAccount>) => {
    const now = await item.get()
    const next = { ...now, ...change }
    if (now.signedIn !== next.signedIn || now.offline !== next.offline || now.version !== next.version)
      await item.update((latest) => ({ ...latest, ...change }))
  }
  const notedCall: CallService = async (name, input) => {
    try {
      const answer = await call(name, input)
      await note({ offline: false })
      return answer
    } catch (problem) {
      const code = problem instanceof CallProblem ? problem.code : undefined
      // Who it was stays known, to greet them with.
      if (code === 'signedOut') await note({ signedIn: false })
      if (code === 'unreachable' || code === 'slow' || code === 'notTheService') await note({ offline: true })
      throw problem
    }
  }
  /** Sign-outs so far: an answer asked for before one is no longer about anybody. */
  let left = 0
  const refresh = async () => {
    const asked = left
    const me = await notedCall('me', {})
    if (asked !== left) throw new CallProblem('signedOut')
    if (me.contract !== CONTRACT_VERSION) {
      await note({ version: me.contract > CONTRACT_VERSION ? 'newer' : 'older' })
      throw new CallProblem('versionMismatch')
    }
    const before = await item.get()
    if (before.me?.id !== me.id) await forgetGroups()
    await item.set({ signedIn: true, offline: false, me })
  }
  return {
    call: notedCall,
    refresh,
    signIn: async () => {
      await signIn()
      await refresh()
    },
    signOut: async () => {
      left++
      // Here first: whatever the service says, this computer knows nobody any more.
      await item.set(nobody)
      await forgetGroups()
      await tokens.revoke()
    },
  }
}
