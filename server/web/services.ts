import { createLive } from '../../components/createLive.ts'
import { save } from '../../components/kit/save.ts'
import { filesHere } from '../../components/paste/filesHere.ts'
import type { Account, Services } from '../../components/services.ts'
import { createClient } from '../../lib/client.ts'
import type { CallService } from '../../lib/contract/calls.ts'
import { CallProblem } from '../../lib/contract/errors.ts'
import { defaultRoleMapping } from '../../lib/people/person.ts'
import { noRoleChanges } from '../../lib/people/roles.ts'
import type { Say } from '../../lib/words.ts'
import { createWebJobs } from './jobs.ts'

/** What the screens need, on the service's own pages: the session cookie speaks for the person, there is no roster. */
export const createWebServices = (say: Say): { readonly services: Services; readonly askAccount: () => void } => {
  const service = location.origin
  const client = createClient({ baseUrl: '', fetch: fetch.bind(globalThis), token: async () => null })
  const account = createLive<Account>({ state: 'loading' })
  const call: CallService = async (name, input) => {
    try {
      return await client(name, input)
    } catch (problem) {
      if (problem instanceof CallProblem && problem.code === 'signedOut') account.set({ state: 'signedOut', service })
      throw problem
    }
  }
  call('me', {}).then(
    (me) => account.set({ state: 'signedIn', service, me }),
    () => account.get().state === 'loading' && account.set({ state: 'offline', service }),
  )
  /** Who is signed in, in which roles, as it is by now; what cannot be asked stays as it was. */
  const askAccount = () => {
    const before = account.get()
    if (before.state !== 'signedIn') return
    client('me', {}).then(
      (me) => JSON.stringify(me) !== JSON.stringify(before.me) && account.set({ state: 'signedIn', service, me }),
      () => {},
    )
  }
  const services: Services = {
    call,
    account: {
      ...account,
      signIn: async () => location.assign(`/signin?next=${encodeURIComponent(location.pathname)}`),
      signOut: async () => {
        await fetch('/signout', { method: 'POST', body: new URLSearchParams({ next: '/' }) })
        location.assign('/')
      },
    },
    roster: null,
    jobs: createWebJobs(call, () => {
      const who = account.get()
      return 'me' in who ? who.me?.id : undefined
    }),
    choices: { get: async () => undefined, set: async () => {} },
    roles: { get: async () => ({ byDefault: defaultRoleMapping, changes: noRoleChanges }), set: async () => {} },
    site: createLive(null),
    notices: null,
    files: filesHere(),
    copy: (text) => navigator.clipboard.writeText(text),
    save,
    open: (path) => location.assign(path),
    openSettings: null,
    about: `web app, ${navigator.userAgent}`,
    say,
  }
  return { services, askAccount }
}
