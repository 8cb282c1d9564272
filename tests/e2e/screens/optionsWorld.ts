import { createLive } from '../../../components/createLive.ts'
import type { AccountService } from '../../../components/services.ts'
import type { OptionsEffects } from '../../../entrypoints/options/effects.ts'
import { CallProblem } from '../../../lib/contract/errors.ts'
import { adapters } from '../../../lib/lms/adapters.ts'
import { usualLook } from '../../../lib/look.ts'
import { defaultRoleMapping } from '../../../lib/people/person.ts'
import type { Say } from '../../../lib/words.ts'

/** The options page's world: no browser behind it, and no service that answers. */
export const optionsWorld = (say: Say, account: AccountService, asked: URLSearchParams): OptionsEffects => {
  const sites = createLive<readonly string[]>(asked.getAll('site'))
  return {
    say,
    account,
    demo: asked.get('demo') ?? 'http://127.0.0.1:4710',
    offered: adapters.flatMap(({ label, hosts }) => hosts.map((pattern) => ({ label, pattern }))),
    sites,
    roles: createLive(defaultRoleMapping),
    unfinished: createLive(0),
    saveService: async () => {
      throw new CallProblem('unreachable')
    },
    saveRoles: async () => {},
    look: createLive(usualLook),
    saveLook: async () => {},
    notices: { ...createLive(false), allow: async () => true, disallow: async () => {} },
    allowSite: async (pattern) => {
      sites.set([...sites.get(), pattern])
      return true
    },
    removeSite: async (pattern) => sites.set(sites.get().filter((one) => one !== pattern)),
    forget: async () => {},
  }
}
