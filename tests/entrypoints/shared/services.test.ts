import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { createLive } from '../../../components/createLive.ts'
import { accountService } from '../../../entrypoints/shared/account.ts'
import { choices, roles } from '../../../entrypoints/shared/choices.ts'
import { jobService } from '../../../entrypoints/shared/jobs.ts'
import { liveStored } from '../../../entrypoints/shared/live.ts'
import { rosterService, toTab } from '../../../entrypoints/shared/roster.ts'
import { siteOf, siteService } from '../../../entrypoints/shared/site.ts'
import type { SendJob } from '../../../lib/jobs/job.ts'
import { jobStore } from '../../../lib/jobs/store.ts'
import type { RosterState } from '../../../lib/lms/roster.ts'
import { defaultRoleMapping } from '../../../lib/people/person.ts'
import { noRoleChanges } from '../../../lib/people/roles.ts'
import { accountItem, jobsItem, rolesItem, serviceItem, withdrawnItem } from '../../../lib/storage.ts'
import { giveLocks } from '../../helpers/locks.ts'

const id = '0198b3c4-0000-7000-8000-000000000001'
const me = { id, email: 'ada@example.edu', name: 'Ada', contract: 1, workspaces: [] }
const course = { lms: 'canvas', lmsLabel: 'Canvas', site: 'https://canvas.example.edu', courseId: '7', name: 'Biology' }

type Heard = (message: object, sender: object, respond: () => void) => unknown

/** A tab with or without a content script in it, as the browser shows it to us. */
const tab = {
  state: { kind: 'course', course } as RosterState,
  listens: true,
  takesScripts: true,
  asked: [] as unknown[],
  injected: 0,
}
let listeners: Heard[] = []
const tell = (message: object, sender: object) => {
  for (const heard of listeners) heard(message, sender, () => {})
}
let asked: unknown[] = []

beforeEach(() => {
  fakeBrowser.reset()
  giveLocks()
  listeners = []
  asked = []
  Object.assign(tab, { state: { kind: 'course', course }, listens: true, takesScripts: true, asked: [], injected: 0 })
  Object.assign(fakeBrowser.runtime, {
    id: 'ours',
    onMessage: { addListener: (heard: Heard) => listeners.push(heard), removeListener: () => {} },
    sendMessage: async (message: unknown) => {
      asked.push(message)
      return { ok: true, value: { jobId: id } }
    },
  })
  Object.assign(fakeBrowser.tabs, {
    sendMessage: async (_tabId: number, message: { input: unknown }) => {
      if (!tab.listens) throw new Error('Receiving end does not exist.')
      tab.asked.push(message.input)
      return { ok: true, value: tab.state }
    },
  })
  Object.assign(fakeBrowser.scripting, {
    executeScript: async () => {
      if (!tab.takesScripts) throw new Error('Cannot access a chrome:// URL')
      tab.injected++
      tab.listens = true
      return []
    },
  })
})

describe('the roster of a tab', () => {
  it('is asked of the content script that is there', async () => {
    expect((await rosterService(toTab(7)))?.get()).toEqual({ kind: 'course', course })
    expect(tab).toMatchObject({ injected: 0, asked: [{ read: false }] })
  })

  it('brings a content script where there is none', async () => {
    tab.listens = false
    expect((await rosterService(toTab(7)))?.get()).toEqual({ kind: 'course', course })
    expect(tab.injected).toBe(1)
  })

  it('is not to be had where the browser takes no scripts', async () => {
    tab.listens = false
    tab.takesScripts = false
    expect(await rosterService(toTab(7))).toBeNull()
  })

  it('does not keep the screen waiting for a busy page', async () => {
    const answer = Promise.withResolvers<object>()
    Object.assign(fakeBrowser.tabs, { sendMessage: () => answer.promise })
    const roster = await rosterService(toTab(7))
    expect(roster?.get()).toEqual({ kind: 'none' })
    answer.resolve({ ok: true, value: tab.state })
    await vi.waitFor(() => expect(roster?.get()).toEqual({ kind: 'course', course }))
  })

  it('is asked again when the content script of this very tab says that it changed', async () => {
    const roster = await rosterService(toTab(7))
    const changed = vi.fn()
    roster?.subscribe(changed)
    tab.state = { kind: 'reading', course, read: 50 }
    tell({ rollcall: 'roster.changed', input: {} }, { id: 'ours', tab: { id: 8 } })
    tell({ rollcall: 'roster.changed', input: {} }, { id: 'theirs', tab: { id: 7 } })
    tell({ rollcall: 'other', input: {} }, { id: 'ours', tab: { id: 7 } })
    expect(tab.asked).toHaveLength(1)
    tell({ rollcall: 'roster.changed', input: {} }, { id: 'ours', tab: { id: 7 } })
    await vi.waitFor(() => expect(roster?.get()).toEqual({ kind: 'reading', course, read: 50 }))
    expect(changed).toHaveBeenCalledTimes(1)
  })

  it('is read when asked to, and is nothing when the page went away', async () => {
    const roster = await rosterService(toTab(7))
    roster?.read()
    expect(tab.asked).toEqual([{ read: false }, { read: true }])
    tab.listens = false
    roster?.read()
    await vi.waitFor(() => expect(roster?.get()).toEqual({ kind: 'none' }))
  })
})

describe('the account', () => {
  it('is what was last known, at once, and asked for anew', async () => {
    await accountItem.set({ signedIn: true, offline: true, me })
    const account = await accountService()
    expect(account.get()).toEqual({ state: 'offline', service: 'http://127.0.0.1:4710', me })
    expect(asked).toEqual([{ rollcall: 'account', input: { act: 'get' } }])
  })

  it('follows what the background learns', async () => {
    const account = await accountService()
    expect(account.get().state).toBe('signedOut')
    await accountItem.set({ signedIn: true, offline: false, me })
    await vi.waitFor(() => expect(account.get()).toMatchObject({ state: 'signedIn', me }))
    await serviceItem.set('https://groups.example.edu')
    await vi.waitFor(() => expect(account.get()).toMatchObject({ service: 'https://groups.example.edu' }))
    await accountItem.set({ signedIn: true, offline: true, me: null })
    await vi.waitFor(() => expect(account.get()).toEqual({ state: 'offline', service: 'https://groups.example.edu' }))
  })

  it('lets the background do the rest', async () => {
    const account = await accountService()
    await account.signIn()
    await account.signOut()
    expect(asked.slice(1)).toEqual([
      { rollcall: 'account', input: { act: 'signIn' } },
      { rollcall: 'account', input: { act: 'signOut' } },
    ])
  })
})

describe('a live value', () => {
  it('never goes back to an older read that took longer', async () => {
    const reads: PromiseWithResolvers<number>[] = []
    const first = Promise.withResolvers<number>()
    let changed = () => {}
    const made = liveStored(
      () => {
        const read = reads.length === 0 ? first : Promise.withResolvers<number>()
        reads.push(read)
        return read.promise
      },
      (told) => {
        changed = told
        return () => {}
      },
    )
    first.resolve(0)
    const live = await made
    changed()
    changed()
    reads[2]?.resolve(2)
    await vi.waitFor(() => expect(live.get()).toBe(2))
    reads[1]?.resolve(1)
    await reads[1]?.promise
    await Promise.resolve()
    expect(live.get()).toBe(2)
  })
})

describe('jobs', () => {
  const job: SendJob = {
    id,
    groupId: id,
    groupName: 'Biology',
    origin: 'roster',
    createdAt: '2026-11-24T12:00:00.000Z',
    total: 1,
    chunks: 2,
    acknowledged: 0,
    sent: 0,
    counts: {},
    state: 'running',
    tries: 0,
  }

  it('are read from storage and acted on through the background', async () => {
    const jobs = await jobService()
    expect(jobs.get()).toEqual([])
    const chunk = { key: id, people: [{ email: 'kim@example.edu', role: 'member' as const }] }
    await jobStore.create(job, [chunk, chunk])
    await vi.waitFor(() => expect(jobs.get()).toEqual([job]))
    expect(await jobs.chunks(id)).toEqual([chunk, chunk])
    expect(await jobs.chunks('another')).toEqual([])
    await jobsItem.set([{ ...job, sent: 1 }])
    await vi.waitFor(() => expect(jobs.get()[0]?.sent).toBe(1))

    const order = { groupId: id, groupName: 'Biology', origin: 'roster' as const, people: chunk.people }
    expect(await jobs.start(order)).toBe(id)
    await jobs.retry(id)
    await jobs.undo(id)
    await jobs.dismiss(id)
    expect(asked).toEqual([
      { rollcall: 'job.start', input: order },
      ...['retry', 'undo', 'dismiss'].map((act) => ({ rollcall: 'job.act', input: { jobId: id, act } })),
    ])
  })
})

describe('choices and sites', () => {
  it('a choice is remembered for its course', async () => {
    await Promise.all([
      choices.set('a|1', { groupId: id, role: 'member' }),
      choices.set('a|2', { groupId: id, role: 'owner' }),
    ])
    expect(await choices.get('a|1')).toEqual({ groupId: id, role: 'member' })
    expect(await choices.get('a|2')).toEqual({ groupId: id, role: 'owner' })
    expect(await choices.get('toString')).toEqual({ role: 'member' })
  })

  it('without a choice students join as the options say, or as Members where those leave them out', async () => {
    await rolesItem.set({ ...defaultRoleMapping, student: 'facilitator' })
    expect(await choices.get('a|3')).toEqual({ role: 'facilitator' })
    await rolesItem.set({ ...defaultRoleMapping, student: null })
    expect(await choices.get('a|3')).toEqual({ role: 'member' })
  })

  it('roles are remembered for their course, beside the defaults', async () => {
    await rolesItem.set({ ...defaultRoleMapping, ta: 'member' })
    const changes = { roles: { teacher: null }, labels: { 'ta Grader': 'owner' as const } }
    await roles.set('a|1', changes)
    expect(await roles.get('a|1')).toEqual({ byDefault: { ...defaultRoleMapping, ta: 'member' }, changes })
    expect((await roles.get('a|2')).changes).toEqual(noRoleChanges)
  })

  it('a site is offered where there is a course and it is not granted yet', async () => {
    const granted = new Set<string>()
    const requested: unknown[] = []
    Object.assign(fakeBrowser.permissions, {
      contains: async ({ origins }: { origins: string[] }) => granted.has(origins[0] ?? ''),
      request: async (what: unknown) => {
        requested.push(what)
        return true
      },
    })
    expect(await siteService(undefined)).toBeNull()
    const site = await siteService('http://127.0.0.1:8080')
    expect(site?.origin).toBe('http://127.0.0.1:8080')
    expect(await site?.allowAlways()).toBe(true)
    expect(requested).toEqual([{ origins: ['http://127.0.0.1/*'] }])
    expect(site?.withdrawn).toBe(false)
    await withdrawnItem.set(['https://*.example.edu/*', 'https://moodle.example.org/*'])
    const taken = await siteService(course.site)
    expect(taken?.withdrawn).toBe(true)
    await taken?.leaveWithdrawn()
    expect(await withdrawnItem.get()).toEqual(['https://moodle.example.org/*'])
    const page = createLive<RosterState>({ kind: 'none' })
    const later = await siteOf({ ...page, read: () => {}, grow: () => {} })
    expect(later.get()).toBeNull()
    page.set({ kind: 'course', course })
    await vi.waitFor(() => expect(later.get()?.origin).toBe(course.site))
    granted.add('https://canvas.example.edu/*')
    expect(await siteService(course.site)).toBeNull()
  })
})
