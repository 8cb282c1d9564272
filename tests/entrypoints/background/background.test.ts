import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import background from '../../../entrypoints/background.ts'
import { accountItem, jobsItem, tokensItem, withdrawnItem } from '../../../lib/storage.ts'
import { giveLocks } from '../../helpers/locks.ts'

const id = '0198b3c4-0000-7000-8000-000000000001'
const me = { id, email: 'ada@example.edu', name: 'Ada', contract: 1, workspaces: [] }
const page = { id: 'ours', url: 'chrome-extension://ours/popup.html' }

type Heard = (message: object, sender: object, respond: (answer: unknown) => void) => unknown

/** An event of the browser that counts who listens. */
const event = <L extends (...all: never[]) => unknown>() => {
  const listeners: L[] = []
  return { listeners, addListener: (listener: L) => listeners.push(listener), removeListener: () => {} }
}

const browser = {
  message: event<Heard>(),
  added: event<(granted: { permissions?: string[]; origins?: string[] }) => void>(),
  removed: event<(taken: { origins?: string[] }) => void>(),
  installed: event<(details: { reason: string }) => void>(),
  startup: event<() => void>(),
  alarm: event<(alarm: { name: string }) => void>(),
  menu: event<(info: { menuItemId: string }, tab: { id: number }) => void>(),
  notice: event<(id: string) => void>(),
  command: event<(name: string, tab: { id: number }) => void>(),
}
const shown = {
  access: '',
  text: '',
  registered: [] as string[],
  injected: [] as number[],
  granted: [] as string[],
  told: [] as unknown[],
  opened: [] as string[],
  menu: [] as string[],
  copied: [] as unknown[],
  mayNotify: false,
  notices: [] as string[][],
}
let requests: { url: string; body: { people: { email: string }[] } }[] = []
let answer: (body: { people: { email: string }[] }) => Response

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

const tell = (message: object, sender: object = page) =>
  new Promise((resolve) => {
    for (const heard of browser.message.listeners) heard(message, sender, resolve)
  })

const order = (count: number) => ({
  groupId: id,
  groupName: 'Biology',
  origin: 'manual',
  people: Array.from({ length: count }, (_, n) => ({ email: `student${n}@example.edu`, role: 'member' })),
})

beforeEach(async () => {
  fakeBrowser.reset()
  giveLocks()
  for (const { listeners } of Object.values(browser)) listeners.length = 0
  Object.assign(shown, {
    access: '',
    text: '',
    registered: [],
    injected: [],
    opened: [],
    menu: [],
    copied: [],
    told: [],
    mayNotify: false,
    notices: [],
    granted: ['https://canvas.example.edu/*'],
  })
  requests = []
  answer = ({ people }) =>
    json({ outcomes: people.map(({ email }) => ({ email, outcome: 'invited' })), heldUntil: '2026-11-24T12:00:10Z' })
  Object.assign(fakeBrowser.runtime, {
    id: 'ours',
    getManifest: () => ({}),
    getURL: (path: string) => `chrome-extension://ours/${path}`,
    onMessage: browser.message,
    onInstalled: browser.installed,
    onStartup: browser.startup,
  })
  Object.assign(fakeBrowser.permissions, {
    onAdded: browser.added,
    onRemoved: browser.removed,
    getAll: async () => ({ origins: shown.granted }),
    contains: async () => shown.mayNotify,
  })
  Object.assign(fakeBrowser.notifications, {
    create: async (id: string, { message }: { message: string }) => void shown.notices.push([id, message]),
    clear: async () => true,
    onClicked: browser.notice,
  })
  Object.assign(fakeBrowser.storage.local, {
    setAccessLevel: async ({ accessLevel }: { accessLevel: string }) => {
      shown.access = accessLevel
    },
  })
  const register = async ([script]: { matches: string[] }[]) => {
    shown.registered = script?.matches ?? []
  }
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: async () => (shown.registered.length > 0 ? [{ id: 'roster' }] : []),
    registerContentScripts: register,
    updateContentScripts: register,
    unregisterContentScripts: async () => register([]),
    executeScript: async ({ target, args }: { target: { tabId: number }; args?: unknown[] }) => {
      if (!args) return void shown.injected.push(target.tabId)
      shown.copied.push(target.tabId, ...args)
      return [{ result: true }]
    },
  })
  Object.assign(fakeBrowser.tabs, {
    query: async ({ url }: { url?: string[] }) => (url ? [{ id: 3 }, { id: 4 }] : [{ id: 3 }, { id: 4 }, { id: 5 }]),
    sendMessage: async (id: number, message: unknown) => {
      shown.told.push([id, message])
      return { ok: true, value: null }
    },
    create: async ({ url }: { url: string }) => void shown.opened.push(url),
  })
  Object.assign(fakeBrowser.action, {
    setBadgeText: async ({ text }: { text: string }) => {
      shown.text = text
    },
    setBadgeBackgroundColor: async () => {},
  })
  Object.assign(fakeBrowser, {
    contextMenus: {
      onClicked: browser.menu,
      removeAll: async () => {
        shown.menu = []
      },
      create: ({ title }: { title: string }) => shown.menu.push(title),
    },
    commands: { onCommand: browser.command },
  })
  Object.assign(fakeBrowser.i18n, {
    getMessage: (key: string, words: string[] = []) => [key, ...words].join(' '),
    getUILanguage: () => 'en',
  })
  Object.assign(fakeBrowser.alarms, { onAlarm: browser.alarm })
  vi.stubGlobal('fetch', async (url: string, init: { body?: string }) => {
    const body = JSON.parse(init.body ?? '{}')
    requests.push({ url: String(url), body })
    return url.endsWith('/api/me') ? json(me) : answer(body)
  })
  await tokensItem.set({
    service: 'http://127.0.0.1:4710',
    access: 'a',
    refresh: 'r',
    expiresAt: Date.now() + 3600_000,
  })
  await accountItem.set({ signedIn: true, offline: false, me })
})

describe('the background', () => {
  it('listens to everything that may wake it before anything else happens', () => {
    background.main()
    for (const { listeners } of Object.values(browser)) expect(listeners.length).toBeGreaterThan(0)
  })

  it('keeps what is stored from content scripts', () => {
    background.main()
    expect(shown.access).toBe('TRUSTED_CONTEXTS')
  })

  it('sends what it is given, shows how far it is, and clears the icon when done', async () => {
    background.main()
    const badges: string[] = []
    answer = ({ people }) => {
      badges.push(shown.text)
      return json({
        outcomes: people.map(({ email }) => ({ email, outcome: 'invited' })),
        heldUntil: '2026-11-24T12:00:10Z',
      })
    }
    expect(await tell({ rollcall: 'job.start', input: order(450) })).toMatchObject({ ok: true })
    await vi.waitFor(async () => expect((await jobsItem.get())[0]?.state).toBe('done'))
    expect(requests.map(({ body }) => body.people.length)).toEqual([200, 200, 50])
    expect(badges.at(-1)).toBe('88%')
    await vi.waitFor(() => expect(shown.text).toBe(''))
  })

  it('goes on by itself with what an earlier worker left', async () => {
    background.main()
    answer = () => json({ code: 'busy' }, 503)
    await tell({ rollcall: 'job.start', input: order(10) })
    await vi.waitFor(async () => expect((await jobsItem.get())[0]?.waitingFor).toBe('busy'))
    const heads = await jobsItem.get()
    await jobsItem.set(heads.map((job) => ({ ...job, nextTryAt: new Date(0).toISOString() })))
    answer = ({ people }) =>
      json({ outcomes: people.map(({ email }) => ({ email, outcome: 'invited' })), heldUntil: '2026-11-24T12:00:10Z' })
    background.main()
    await vi.waitFor(async () => expect((await jobsItem.get())[0]?.state).toBe('done'))
    expect(new Set(requests.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  })

  it('tells the end of a send by the system where that is granted and no screen shows it; a click opens the Group', async () => {
    background.main()
    shown.mayNotify = true
    await tell({ rollcall: 'job.start', input: order(3) })
    await vi.waitFor(() => expect(shown.notices).toHaveLength(1), { timeout: 5_000 })
    const [notice, message] = shown.notices[0] ?? []
    expect(message).toBe('outcomeTitle_other 3 Biology')
    for (const picked of browser.notice.listeners) picked(notice ?? '')
    await vi.waitFor(() => expect(shown.opened).toEqual([`http://127.0.0.1:4710/groups/${id}`]))
  })

  it('marks the icon when a sign-in is needed', async () => {
    background.main()
    await tokensItem.remove()
    await tell({ rollcall: 'job.start', input: order(10) })
    await vi.waitFor(() => expect(shown.text).toBe('!'))
    expect((await accountItem.get()).signedIn).toBe(false)
  })

  it('hands out a panel to the tab that asks, once', async () => {
    background.main()
    const content = { id: 'ours', url: 'https://canvas.example.edu/courses/1/users', tab: { id: 7 }, frameId: 0 }
    const opened = await tell({ rollcall: 'panel.open', input: {} }, content)
    const { url, ticket } = (opened as { value: { url: string; ticket: string } }).value
    // The page can read the address of a frame.
    expect(url).toBe('chrome-extension://ours/panel.html')
    expect(ticket).toMatch(/^[\w-]{43}$/)
    const claim = { rollcall: 'panel.claim', input: { ticket } }
    const panel = { id: 'ours', url, tab: { id: 7 }, frameId: 5 }
    expect(await tell(claim, panel)).toEqual({ ok: true, value: { tabId: 7 } })
    expect(await tell(claim, panel)).toEqual({ ok: false, code: 'notAllowed' })

    const again = (await tell({ rollcall: 'panel.open', input: {} }, content)) as { value: { ticket: string } }
    const alone = { rollcall: 'panel.claim', input: { ticket: again.value.ticket } }
    expect(await tell(alone, { ...panel, frameId: 0 })).toEqual({ ok: false, code: 'notAllowed' })
  })

  it('says to a page that came back whether it may be read: the browser tells the address of those alone', async () => {
    background.main()
    const url = 'https://canvas.example.edu/courses/1/users'
    Object.assign(fakeBrowser.tabs, { get: async (id: number) => (id === 7 ? { id, url } : { id }) })
    const back = (id: number) =>
      tell({ rollcall: 'page.back', input: {} }, { id: 'ours', url, tab: { id }, frameId: 0 })
    expect(await back(7)).toEqual({ ok: true, value: true })
    expect(await back(8)).toEqual({ ok: true, value: false })
    expect(await tell({ rollcall: 'page.back', input: {} }, page)).toEqual({ ok: false, code: 'notAllowed' })
  })

  it('puts the content script on granted sites, open ones too, and takes it off again', async () => {
    background.main()
    for (const heard of browser.installed.listeners) heard({ reason: 'update' })
    expect(shown.opened).toEqual([])
    await vi.waitFor(() => expect(shown.injected).toEqual([3, 4]))
    expect(shown.registered).toEqual(['https://canvas.example.edu/*'])
    shown.granted = ['https://canvas.example.edu/*', 'https://moodle.example.edu/*']
    for (const heard of browser.added.listeners) heard({})
    await vi.waitFor(() => expect(shown.registered).toEqual(shown.granted))
    for (const heard of browser.removed.listeners) heard({ origins: ['https://moodle.example.edu/*'] })
    const leave = { rollcall: 'page.leave', input: {} }
    await vi.waitFor(() => expect(shown.told).toEqual([[5, leave]]))
    await vi.waitFor(async () => expect(await withdrawnItem.get()).toEqual(['https://moodle.example.edu/*']))
    shown.granted = []
    for (const heard of browser.removed.listeners) heard({})
    await vi.waitFor(() => expect(shown.registered).toEqual([]))
    await vi.waitFor(() => expect(shown.told).toEqual([5, 3, 4, 5].map((id) => [id, leave])))
    for (const heard of browser.added.listeners) heard({ origins: ['https://moodle.example.edu/*'] })
    await vi.waitFor(async () => expect(await withdrawnItem.get()).toEqual([]))
  })

  it('opens its options page when it was installed, and only then', () => {
    background.main()
    for (const heard of browser.installed.listeners) heard({ reason: 'install' })
    expect(shown.opened).toEqual(['chrome-extension://ours/options.html'])
  })

  it('sends nothing of one person with the tokens of the next', async () => {
    background.main()
    await tokensItem.remove()
    await tell({ rollcall: 'job.start', input: order(10) })
    await vi.waitFor(async () => expect((await jobsItem.get())[0]?.waitingFor).toBe('signedOut'))

    const bob = { ...me, id: '0198b3c4-0000-7000-8000-000000000002', email: 'bob@example.edu' }
    Object.assign(fakeBrowser.identity, {
      getRedirectURL: () => 'https://ours.chromiumapp.org/',
      launchWebAuthFlow: async ({ url }: { url: string }) =>
        `https://ours.chromiumapp.org/?code=c&state=${new URL(url).searchParams.get('state')}`,
    })
    const known: unknown[] = []
    vi.stubGlobal('fetch', async (url: string) => {
      requests.push({ url, body: { people: [] } })
      if (url.endsWith('/healthz')) return json({ service: 'rollcall', contract: 1, ok: true })
      if (url.endsWith('/oauth/token')) return json({ access_token: 'b', refresh_token: 'rb', expires_in: 3600 })
      known.push((await accountItem.get()).me)
      return json(bob)
    })
    expect(await tell({ rollcall: 'account', input: { act: 'signIn' } })).toEqual({ ok: true, value: null })
    expect(known).toEqual([null])
    expect(await accountItem.get()).toEqual({ signedIn: true, offline: false, me: bob })
    await tell({ rollcall: 'job.act', input: { jobId: (await jobsItem.get())[0]?.id, act: 'retry' } })
    await vi.waitFor(async () => expect((await jobsItem.get())[0]?.waitingFor).toBe('signedOut'))
    expect(requests.some(({ url }) => url.endsWith('/invitations'))).toBe(false)
  })

  it('forgets finished lists when the person signs out', async () => {
    background.main()
    await tell({ rollcall: 'job.start', input: order(10) })
    await vi.waitFor(async () => expect((await jobsItem.get())[0]?.state).toBe('done'))
    answer = () => new Response('')
    expect(await tell({ rollcall: 'account', input: { act: 'signOut' } })).toEqual({ ok: true, value: null })
    expect(await jobsItem.get()).toEqual([])
    expect(await tokensItem.get()).toBeNull()
  })

  it('offers the link of the Group of the last send on the icon, and copies it', async () => {
    background.main()
    await tell({ rollcall: 'job.start', input: { ...order(1), groupName: 'Biology & Chemistry' } })
    await vi.waitFor(async () => expect((await jobsItem.get())[0]?.state).toBe('done'))
    await vi.waitFor(() => expect(shown.menu).toEqual(['menuCopyLink Biology && Chemistry']))
    answer = () =>
      json({
        id,
        access: 'restricted',
        role: 'member',
        url: 'https://groups.example.edu/join/a',
        uses: 0,
        createdAt: '',
      })
    for (const picked of browser.menu.listeners) picked({ menuItemId: id }, { id: 7 })
    await vi.waitFor(() => expect(shown.copied).toEqual([7, 'https://groups.example.edu/join/a']))
    for (const pressed of browser.command.listeners) pressed('copy-link', { id: 8 })
    await vi.waitFor(() => expect(shown.copied.slice(2)).toEqual([8, 'https://groups.example.edu/join/a']))
  })
})
