// @vitest-environment-options { "settings": { "handleDisabledFileLoadingAsSuccess": true, "navigation": { "disableChildFrameNavigation": true } } }
import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createReader } from '../../../lib/inpage/reader.ts'
import { startInPage } from '../../../lib/inpage/start.ts'
import { adapters } from '../../../lib/lms/adapters.ts'
import type { RosterState } from '../../../lib/lms/roster.ts'
import arabic from '../../../public/_locales/ar/messages.json' with { type: 'json' }
import { notAllowed } from '../lms/canvas/cases.ts'
import { type Recording, replay } from '../lms/support/recording.ts'
import { type FakeNative, fakeNative } from './fakeNative.ts'

const folder = 'tests/fixtures/lms/canvas'
const saved = (name: string) =>
  readFileSync(`${folder}/${readdirSync(folder).find((file) => file.endsWith(name))}`, 'utf8')
const users = () => JSON.parse(saved('-api-users.json')) as Recording

const go = (url: string, fixture?: string) => {
  ;(window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url)
  if (!fixture) return
  const parsed = new DOMParser().parseFromString(saved(fixture), 'text/html')
  document.head.replaceChildren(...parsed.head.childNodes)
  document.body.replaceChildren(...parsed.body.childNodes)
  document.body.className = parsed.body.className
}
const people = 'https://canvas.example.edu/courses/4711/users'

const scripts: FakeNative[] = []
/** `from`: when the LMS begins to answer. */
const start = (recording: Recording = users(), from: Promise<void> = Promise.resolve()) => {
  const native = fakeNative()
  scripts.push(native)
  const played = replay(recording)
  const fetch: typeof globalThis.fetch = (...asked) => from.then(() => played.fetch(...asked))
  startInPage({ native, view: window, adapters, fetch })
  return { native, played }
}

const hosts = () => [...document.querySelectorAll('rollcall-inpage')]
const button = () =>
  hosts()
    .map((host) => host.shadowRoot?.querySelector('button'))
    .find(Boolean)
/** What is in the panel's root, which no script of the page is given. */
const closedRoots = new WeakMap<Element, ShadowRoot>()
const attachShadow = Element.prototype.attachShadow
vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
  const root = attachShadow.call(this, init)
  if (init.mode === 'closed') closedRoots.set(this, root)
  return root
})
const frame = () =>
  hosts()
    .map((host) => closedRoots.get(host)?.querySelector('iframe'))
    .find(Boolean)
/** A person's press; `click()` is a script's. */
const press = () => {
  const click = new MouseEvent('click')
  Object.defineProperty(click, 'isTrusted', { value: true })
  button()?.dispatchEvent(click)
}
const label = () => button()?.textContent
const comeBack = (persisted = true) => {
  const event = new Event('pageshow')
  Object.defineProperty(event, 'persisted', { value: persisted })
  window.dispatchEvent(event)
}
const settled = () => vi.waitFor(() => expect(label()).toBe('Invite 3 people'))

beforeEach(() => {
  globalThis.rollcallReader = createReader()
})
afterEach(() => {
  for (const native of scripts.splice(0)) native.orphan()
  // Whoever is orphaned ends when greeted.
  document.dispatchEvent(new CustomEvent('rollcall:here', { cancelable: true }))
  document.body.replaceChildren()
})

describe('on a roster', () => {
  beforeEach(() => go(people, 'people-a-full.html'))

  it('reads by itself and says what a click is about', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    start(users(), promise)
    await vi.waitFor(() => expect(label()).toBe('Reading the class list'))
    resolve()
    await settled()
    expect(button()?.parentNode?.querySelector('[role=status]')?.textContent).toBe('Invite 3 people')
    expect(hosts()).toHaveLength(1)
    expect(hosts()[0]?.previousElementSibling?.getAttribute('name')).toBe('enrollment_role_id')
  })

  it('waits for the page to draw the place beside the heading', async () => {
    const tabs = document.querySelector('#group_categories_tabs')
    const home = tabs?.parentElement
    tabs?.remove()
    start()
    expect(hosts()).toHaveLength(0)
    home?.append(tabs ?? '')
    await settled()
  })

  it.each([
    ['beside what leaves it room', 10, false, '8px auto'],
    ['below what takes the whole line, at its edge', 50, true, '0'],
  ])('stands %s', async (_, top, ownLine, margin) => {
    const laid = vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
      return this.localName === 'rollcall-inpage' ? new DOMRect(0, top, 100, 36) : new DOMRect(0, 10, 100, 36)
    })
    start()
    await settled()
    laid.mockRestore()
    const [host] = hosts() as HTMLElement[]
    expect(host?.hasAttribute('data-row')).toBe(ownLine)
    expect(host?.style.marginInline).toBe(margin)
  })

  it('comes back when the page draws its toolbar anew, and goes with it', async () => {
    start()
    await settled()
    const tabs = document.querySelector('#group_categories_tabs')
    const fresh = tabs?.cloneNode(true)
    ;(fresh as Element).querySelector('rollcall-inpage')?.remove()
    tabs?.replaceWith(fresh ?? '')
    await vi.waitFor(() => expect(label()).toBe('Invite 3 people'))
    expect(hosts()).toHaveLength(1)
    document.querySelector('#group_categories_tabs')?.remove()
    await vi.waitFor(() => expect(hosts()).toHaveLength(0))
  })

  it('moves when what it stands beside is replaced', async () => {
    start()
    await settled()
    document.querySelector('select[name="enrollment_role_id"]')?.remove()
    await vi.waitFor(() => expect(hosts()[0]?.previousElementSibling?.id).toBe('search_input_container'))
    expect(hosts()).toHaveLength(1)
  })

  it('goes when the address leaves the roster, and is there again on return', async () => {
    start()
    await settled()
    go('https://canvas.example.edu/courses/4711/gradebook')
    window.dispatchEvent(new PopStateEvent('popstate'))
    await vi.waitFor(() => expect(hosts()).toHaveLength(0))
    go(people)
    window.dispatchEvent(new PopStateEvent('popstate'))
    await settled()
  })

  it('reads another course anew', async () => {
    const { played } = start()
    await settled()
    const before = played.asked.length
    go('https://canvas.example.edu/courses/4712/users')
    window.dispatchEvent(new PopStateEvent('popstate'))
    await vi.waitFor(() =>
      expect(played.asked.slice(before).some((url) => url.includes('/courses/4712/users'))).toBe(true),
    )
  })

  it('drops what it was reading when the address goes on to another course', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const { native } = start(users(), promise)
    await vi.waitFor(() => expect(label()).toBe('Reading the class list'))
    native.tell('roster.get', { read: false })
    go('https://canvas.example.edu/courses/4712/users')
    window.dispatchEvent(new PopStateEvent('popstate'))
    await vi.waitFor(() => expect(stateOf(native)).toMatchObject({ course: { courseId: '4712' } }))
    resolve()
    await vi.waitFor(() => expect(stateOf(native)).toMatchObject({ roster: { course: { courseId: '4712' } } }))
    await settled()
    expect(stateOf(native)).toMatchObject({ roster: { course: { courseId: '4712' } } })
  })

  it.each([
    ['-api-401-unauthenticated.json', 'Canvas has signed you out'],
    ['-api-500.json', 'Canvas gave an answer that could not be read'],
    ['-api-noemail-permission.json', 'Canvas hides addresses'],
  ])('says what %s means', async (name, words) => {
    start(JSON.parse(saved(name)) as Recording)
    await vi.waitFor(() => expect(label()).toBe(words))
    expect(button()?.hasAttribute('data-quiet')).toBe(true)
  })

  it('takes in rows as they come where only the page can be read', async () => {
    go(people, 'people-a-lazy.html')
    const { native } = start(notAllowed)
    const count = () =>
      (native.tell('roster.get', { read: false }) as { value: { roster?: { people: unknown[] } } }).value.roster?.people
        .length
    await vi.waitFor(() => expect(count()).toBe(50))
    const rows = document.querySelector('script[data-page="2"]')?.textContent
    const parsed = new DOMParser().parseFromString(`<table>${rows}</table>`, 'text/html')
    document.querySelector('table.roster tbody')?.append(...parsed.querySelectorAll('tr'))
    await vi.waitFor(() => expect(count()).toBe(100))
    expect(native.tell('roster.get', { read: false })).toMatchObject({
      value: { roster: { apiRefused: 'forbidden', partial: 'rowsOnPage' } },
    })
  })

  it('says who is on the page when another page of the list, as long, has taken its place', async () => {
    go(people, 'people-a-lazy.html')
    const { native } = start(notAllowed)
    const first = () => {
      const state = stateOf(native)
      return state.kind === 'ready' ? [state.roster.people.length, state.roster.people[0]?.name] : []
    }
    await vi.waitFor(() => expect(first()).toEqual([50, 'Person 000']))
    const rows = document.querySelector('script[data-page="2"]')?.textContent
    const parsed = new DOMParser().parseFromString(`<table>${rows}</table>`, 'text/html')
    document.querySelector('table.roster tbody')?.replaceChildren(...parsed.querySelectorAll('tr'))
    await vi.waitFor(() => expect(first()).toEqual([50, 'Person 050']))
    expect(stateOf(native)).toMatchObject({ roster: { apiRefused: 'forbidden', partial: 'rowsOnPage' } })
  })
})

const stateOf = (native: FakeNative) => (native.tell('roster.get', { read: false }) as { value: RosterState }).value

describe('a list that grows', () => {
  it('is scrolled for more people when asked, and stopped when asked', async () => {
    go(people, 'people-a-lazy.html')
    const { native } = start(notAllowed)
    await vi.waitFor(() => expect(stateOf(native)).toMatchObject({ roster: { people: { length: 50 } } }))
    const rows = document.querySelector('script[data-page="2"]')?.textContent
    const parsed = new DOMParser().parseFromString(`<table>${rows}</table>`, 'text/html')
    const scroller = document.scrollingElement as Element
    Object.defineProperty(scroller, 'scrollTop', {
      configurable: true,
      get: () => 0,
      set: () => document.querySelector('table.roster tbody')?.append(...parsed.querySelectorAll('tr')),
    })
    native.tell('roster.grow', { act: 'start' })
    await vi.waitFor(() => expect(stateOf(native)).toMatchObject({ growth: 'on', roster: { people: { length: 100 } } }))
    native.tell('roster.grow', { act: 'stop' })
    await vi.waitFor(() => expect(stateOf(native)).toMatchObject({ growth: 'stopped' }))
    expect(stateOf(native)).toMatchObject({ roster: { people: { length: 100 }, apiRefused: 'forbidden' } })
    Reflect.deleteProperty(scroller, 'scrollTop')
  })

  it('counts on the button as rows come to a page of no LMS, and goes when they go', async () => {
    go('https://www.example.edu/people')
    document.body.innerHTML = `<h1>People</h1><table><tr><th>Name</th><th>Email</th></tr>${row(1)}${row(2)}</table>`
    start()
    await vi.waitFor(() => expect(label()).toBe('Invite 2 people'))
    const more = new DOMParser().parseFromString(`<table>${row(3)}${row(4)}${row(5)}</table>`, 'text/html')
    document.querySelector('tbody')?.append(...more.querySelectorAll('tr'))
    await vi.waitFor(() => expect(label()).toBe('Invite 5 people'))
    document.querySelector('tbody')?.replaceChildren()
    await vi.waitFor(() => expect(hosts()).toHaveLength(0))
  })

  it('is found when it is drawn a while after the page', async () => {
    go('https://www.example.edu/people')
    document.body.innerHTML = '<h1>People</h1><main></main>'
    vi.useFakeTimers()
    try {
      start()
      vi.advanceTimersByTime(2000)
      const main = document.querySelector('main') as Element
      main.innerHTML = `<table><tr><th>Name</th><th>Email</th></tr>${row(1)}${row(2)}</table>`
      expect(hosts()).toHaveLength(0)
      vi.advanceTimersByTime(1000)
    } finally {
      vi.useRealTimers()
    }
    await vi.waitFor(() => expect(label()).toBe('Invite 2 people'))
  })

  const row = (id: number) => `<tr><td>Avery Stone</td><td>avery${id}@example.edu</td></tr>`
})

describe('the panel', () => {
  const address = 'chrome-extension://rollcall/panel.html'
  const open = async () => {
    go(people, 'people-a-full.html')
    const { native } = start()
    native.answers['panel.open'] = { ok: true, value: { url: address, ticket: 'a ticket' } }
    await settled()
    button()?.focus()
    press()
    return native
  }

  it('opens at the address that the background gave, with a name', async () => {
    await open()
    await vi.waitFor(() => expect(frame()?.src).toBe(address))
    expect(frame()?.title).toBe('Invite people with Rollcall')
    expect(button()?.getAttribute('aria-expanded')).toBe('true')
  })

  it('is not opened by a script of the page, nor open to it', async () => {
    const native = await open()
    await vi.waitFor(() => expect(frame()).toBeDefined())
    expect(hosts().map((host) => host.shadowRoot?.querySelector('iframe') ?? null)).toEqual([null, null])
    native.tell('panel.close', {})
    const asked = native.sent.length
    button()?.click()
    button()?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await Promise.resolve()
    expect([native.sent.length, frame()]).toEqual([asked, undefined])
  })

  it('goes with its button when the site is not granted any more', async () => {
    const native = await open()
    await vi.waitFor(() => expect(frame()).toBeDefined())
    native.tell('page.leave', {})
    expect([frame(), button()]).toEqual([undefined, undefined])
    expect(hosts()).toEqual([])
  })

  it('is handed its ticket once, and no address has it', async () => {
    await open()
    await vi.waitFor(() => expect(frame()).toBeDefined())
    const handed: unknown[] = []
    const inner = { postMessage: (...all: unknown[]) => handed.push(all), focus: () => {} }
    Object.defineProperty(frame(), 'contentWindow', { value: inner })
    frame()?.dispatchEvent(new Event('load'))
    // A page that draws the frame elsewhere makes it load again.
    frame()?.dispatchEvent(new Event('load'))
    expect(handed).toEqual([[{ rollcallTicket: 'a ticket' }, address]])
    expect(frame()?.src).toBe(address)
  })

  it.each<[string, (host: HTMLElement) => void]>([
    ['shifts it', (host) => host.style.setProperty('transform', 'translate(-400px)')],
    ['writes its own style', (host) => host.setAttribute('style', 'opacity: 0.01')],
    ['takes it out of the top', (host) => host.removeAttribute('popover')],
  ])('goes when the page %s', async (_, act) => {
    await open()
    await vi.waitFor(() => expect(frame()).toBeDefined())
    const host = hosts().find((element) => closedRoots.has(element)) as HTMLElement
    expect(host.style.cssText.split(';').filter((line) => line.trim() && !line.includes('!important'))).toEqual([])
    act(host)
    await vi.waitFor(() => expect(frame()).toBeUndefined())
  })

  it.each([
    ['Escape', () => void document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))],
    ['a second press', () => press()],
    ['its own request', (native: FakeNative) => void native.tell('panel.close', {})],
    ['leaving the page', () => void window.dispatchEvent(new Event('pagehide'))],
  ])('closes by %s and gives the focus back', async (_, act) => {
    const native = await open()
    await vi.waitFor(() => expect(frame()).toBeDefined())
    act(native)
    await vi.waitFor(() => expect(frame()).toBeUndefined())
    expect(button()?.getAttribute('aria-expanded')).toBe('false')
    expect(document.activeElement).toBe(hosts()[0])
  })

  it('stays closed when nobody answers, and says what to do', async () => {
    const native = await open()
    await vi.waitFor(() => expect(frame()).toBeDefined())
    native.tell('panel.close', {})
    delete native.answers['panel.open']
    press()
    await vi.waitFor(() => expect(label()).toBe('Reload the page to use Rollcall'))
    expect(frame()).toBeUndefined()
  })
})

describe('on other pages', () => {
  it('of a course, reads nothing until asked', async () => {
    go('https://canvas.example.edu/courses/4711', 'course-home.html')
    const { native, played } = start()
    expect(native.tell('roster.get', { read: false })).toMatchObject({
      ok: true,
      value: { kind: 'course', course: { courseId: '4711' } },
    })
    expect(played.asked).toEqual([])
    expect(native.tell('roster.get', { read: true })).toMatchObject({ value: { kind: 'reading' } })
    await vi.waitFor(() =>
      expect(native.tell('roster.get', { read: false })).toMatchObject({ value: { kind: 'ready' } }),
    )
    expect(hosts()).toEqual([])
  })

  it('of no LMS, does nothing', () => {
    go('https://www.example.edu/courses/1/users', 'not-canvas.html')
    const { native, played } = start()
    expect(native.tell('roster.get', { read: true })).toEqual({ ok: true, value: { kind: 'none' } })
    expect([played.asked, native.sent, hosts()]).toEqual([[], [], []])
  })
})

describe('the words of the button', () => {
  it('are the background’s where it knows who is in the Group, until the roster is gone', async () => {
    go(people, 'people-a-full.html')
    const { native } = start()
    await settled()
    native.tell('roster.words', { words: '1 new person', quiet: false })
    expect(label()).toBe('1 new person')
    native.tell('roster.words', { words: 'Everyone is invited', quiet: true })
    expect([label(), button()?.hasAttribute('data-quiet')]).toEqual(['Everyone is invited', true])
    native.tell('roster.words', { words: '', quiet: false })
    expect(label()).toBe('Invite 3 people')
    native.tell('roster.words', { words: '1 new person', quiet: false })
    go('https://canvas.example.edu/')
    native.tell('roster.get', { read: false })
    expect(native.sent).toContainEqual({ rollcall: 'roster.shown', input: { here: false } })
    expect(button()).toBeUndefined()
  })

  it('are the background’s from the first, where it answers', async () => {
    go(people, 'people-a-full.html')
    const { native } = start()
    native.answers['roster.shown'] = { ok: true, value: { words: '2 new people', quiet: false } }
    await vi.waitFor(() => expect(label()).toBe('2 new people'))
    expect(native.sent.filter(({ rollcall }) => rollcall === 'roster.shown')).toEqual([
      { rollcall: 'roster.shown', input: { here: true } },
    ])
  })

  it('are in the language that was chosen, and in another as soon as that is', async () => {
    go(people, 'people-a-full.html')
    const { native } = start()
    native.answers['inpage.words'] = { ok: true, value: { language: 'ar', catalogue: arabic } }
    await vi.waitFor(() => expect([label(), button()?.lang, button()?.dir]).toEqual(['دعوة 3 أشخاص', 'ar', 'rtl']))
    native.answers['inpage.words'] = { ok: true, value: { language: 'browser', catalogue: null } }
    native.tell('roster.words', { words: '', quiet: false, language: 'browser' })
    await vi.waitFor(() => expect([label(), button()?.lang, button()?.dir]).toEqual(['Invite 3 people', 'en', 'ltr']))
  })
})

describe('between scripts', () => {
  it('tells of changes only once somebody of ours has asked', async () => {
    go(people, 'people-a-full.html')
    const { native } = start()
    await settled()
    expect(native.sent.map(({ rollcall }) => rollcall)).toEqual(['inpage.words', 'roster.shown'])
    native.sent.length = 0
    native.tell('roster.get', { read: true })
    await settled()
    expect(native.sent.filter(({ rollcall }) => rollcall !== 'roster.changed').length).toBeLessThan(2)
    expect(native.sent.length).toBeGreaterThan(2)
  })

  it('answers nobody but the extension itself', () => {
    go(people, 'people-a-full.html')
    const { native } = start()
    expect(native.tell('roster.get', { read: false }, 'somebody-else')).toBeUndefined()
    expect(native.tell('constructor', {})).toBeUndefined()
  })

  it('put there twice, runs once', async () => {
    go(people, 'people-a-full.html')
    const first = start()
    const second = start()
    await settled()
    expect(hosts()).toHaveLength(1)
    expect([second.played.asked, second.native.tell('roster.get', { read: true })]).toEqual([[], undefined])
    expect(first.native.tell('roster.get', { read: false })).toMatchObject({ ok: true })
  })

  it('hands over when the extension was updated under the page', async () => {
    go(people, 'people-a-full.html')
    const old = start()
    await settled()
    old.native.orphan()
    const fresh = start()
    await settled()
    expect(hosts()).toHaveLength(1)
    expect(fresh.native.tell('roster.get', { read: false })).toMatchObject({ value: { kind: 'ready' } })
  })

  it('cleans up quietly when the extension is gone', async () => {
    go(people, 'people-a-full.html')
    const { native } = start()
    await settled()
    native.orphan()
    press()
    await vi.waitFor(() => expect(hosts()).toHaveLength(0))
  })

  it('reads a page afresh that comes back from the browser’s cache, and none that was only shown', async () => {
    go(people, 'people-a-full.html')
    const { native, played } = start()
    await settled()
    native.answers['page.back'] = { ok: true, value: true }
    const before = played.asked.length
    comeBack(false)
    window.dispatchEvent(new Event('pagehide'))
    expect(played.asked).toHaveLength(before)
    comeBack()
    await vi.waitFor(() => expect(played.asked.slice(before).some((url) => url.includes('/users?'))).toBe(true))
    await settled()
    expect([hosts().length, played.asked.length]).toEqual([1, before * 2])
  })

  it('reads again what leaving the page had stopped', async () => {
    go(people, 'people-a-full.html')
    const { promise, resolve } = Promise.withResolvers<void>()
    const { native } = start(users(), promise)
    await vi.waitFor(() => expect(label()).toBe('Reading the class list'))
    resolve()
    window.dispatchEvent(new Event('pagehide'))
    await vi.waitFor(() =>
      expect(native.tell('roster.get', { read: false })).toMatchObject({ value: { problem: 'stopped' } }),
    )
    native.answers['page.back'] = { ok: true, value: true }
    comeBack()
    await vi.waitFor(() => expect(label()).not.toBe('The page was left while it was being read'))
  })

  it('leaves a page whose site may not be read any more, and reads nothing of it', async () => {
    go(people, 'people-a-full.html')
    const { native, played } = start()
    await settled()
    const before = played.asked.length
    window.dispatchEvent(new Event('pagehide'))
    native.answers['page.back'] = { ok: true, value: false }
    comeBack()
    // Whatever moves on the page meanwhile.
    window.dispatchEvent(new PopStateEvent('popstate'))
    await vi.waitFor(() => expect(hosts()).toHaveLength(0))
    expect(played.asked).toHaveLength(before)
    expect(native.tell('roster.get', { read: true })).toBeUndefined()
  })

  it('waits for the answer to its last return alone', async () => {
    go(people, 'people-a-full.html')
    const { native } = start()
    await settled()
    window.dispatchEvent(new Event('pagehide'))
    comeBack()
    window.dispatchEvent(new Event('pagehide'))
    native.answers['page.back'] = { ok: true, value: true }
    comeBack()
    await vi.waitFor(() => expect(native.sent.filter(({ rollcall }) => rollcall === 'page.back')).toHaveLength(2))
    await settled()
  })
})
