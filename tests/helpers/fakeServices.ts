import { createLive } from '../../components/createLive.ts'
import type { Account, Services } from '../../components/services.ts'
import type { CallName, CallService } from '../../lib/contract/index.ts'
import type { SendJob, SendOrder } from '../../lib/jobs/job.ts'
import type { RosterState } from '../../lib/lms/roster.ts'
import { peopleFromBytes } from '../../lib/people/pastedFile.ts'
import type { RoleChanges } from '../../lib/people/roles.ts'
import { catalogueLookup, createSay, type Say } from '../../lib/words.ts'
import messages from '../../public/_locales/en/messages.json'
import { answersIn } from './fakeAnswers.ts'
import { type FakeWorld, signedIn, usualWorld } from './fakeWorld.ts'
import { uuid } from './invented.ts'

export type { FakeWorld } from './fakeWorld.ts'
export * from './invented.ts'

/** Services with no service behind them: answers from a small world, and keeps what was asked of it. */
export const fakeServices = (over: Partial<FakeWorld> = {}, say: Say = createSay(catalogueLookup(messages), 'en')) => {
  const world: FakeWorld = { ...usualWorld(), ...over }
  const asked = {
    calls: [] as { name: CallName; input: unknown }[],
    orders: [] as SendOrder[],
    copied: [] as string[],
    saved: [] as { fileName: string; text: string; type: string }[],
    opened: [] as string[],
    acts: [] as string[],
    choices: [] as unknown[],
    roles: [] as { key: string; changes: RoleChanges }[],
  }
  const account = createLive<Account>(world.account)
  const rosterLive = createLive<RosterState>(world.roster ?? { kind: 'none' })
  const jobs = createLive<readonly SendJob[]>(world.jobs)

  const notices = createLive(world.notices ?? false)
  const allowNotices = () => {
    notices.set(true)
    return true
  }

  const answers = answersIn(world)

  const call: CallService = async (name, input) => {
    asked.calls.push({ name, input })
    const problem = world.problems[name]
    if (problem) throw problem
    if (world.silent.includes(name)) return new Promise(() => {})
    // The table above gives each call's own answer; TypeScript cannot tie the two through the name.
    const answer = answers[name] as ((given: typeof input) => unknown) | undefined
    if (!answer) throw new Error(`Nothing here answers ${name}.`)
    return answer(input) as Awaited<ReturnType<typeof call<typeof name>>>
  }

  const services: Services = {
    call,
    account: {
      ...account,
      signIn: async () => {
        asked.acts.push('signIn')
        if (world.problems.me) throw world.problems.me
        account.set(signedIn)
      },
      signOut: async () => account.set({ state: 'signedOut', service: 'https://groups.example.edu' }),
    },
    roster: world.roster && {
      ...rosterLive,
      read: () => asked.acts.push('read'),
      grow: (act) => asked.acts.push(`grow ${act}`),
    },
    jobs: {
      ...jobs,
      start: async (order) => {
        asked.orders.push(order)
        return uuid(900)
      },
      chunks: async () => world.chunks,
      retry: async (id) => void asked.acts.push(`retry ${id}`),
      undo: async (id) => void asked.acts.push(`undo ${id}`),
      seen: async () => {},
      dismiss: async (id) => {
        asked.acts.push(`dismiss ${id}`)
        jobs.set(jobs.get().filter((job) => job.id !== id))
      },
    },
    choices: {
      get: async () => world.choice,
      set: async (key, choice) => void asked.choices.push({ key, ...choice }),
    },
    roles: {
      get: async () => ({ byDefault: world.usualRoles, changes: world.roleChanges }),
      set: async (key, changes) => void asked.roles.push({ key, changes }),
    },
    site: createLive(
      world.site === null
        ? null
        : {
            origin: world.site,
            withdrawn: world.withdrawn,
            leaveWithdrawn: async () => void asked.acts.push('leave it so'),
            allowAlways: async () => true,
          },
    ),
    notices: world.notices === null ? null : { ...notices, allow: async () => allowNotices() },
    files: world.files ?? {
      here: true,
      typed: '',
      read: async (file) => peopleFromBytes(new Uint8Array(await file.arrayBuffer())),
    },
    copy: async (text) => void asked.copied.push(text),
    save: (fileName, text, type) => void asked.saved.push({ fileName, text, type }),
    open: (path) => void asked.opened.push(path),
    openSettings: () => void asked.opened.push('settings'),
    about: 'extension 1.2.3, Browser 4',
    say,
  }
  return { services, world, asked, account, roster: rosterLive, jobs }
}
