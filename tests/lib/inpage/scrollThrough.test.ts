// @vitest-environment-options { "settings": { "handleDisabledFileLoadingAsSuccess": true } }
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { isFilled } from '../../../lib/inpage/isFilled.ts'
import { createRosterReader } from '../../../lib/inpage/rosterReader.ts'
import { scrollToEnd } from '../../../lib/inpage/scrollToEnd.ts'
import { adapters } from '../../../lib/lms/adapters.ts'
import { readRoster } from '../../../lib/lms/read.ts'
import type { RosterState } from '../../../lib/lms/roster.ts'
import { sourcesOf } from '../../../lib/lms/sources.ts'
import { saved } from '../lms/support/fixtures.ts'
import { open } from '../lms/support/reading.ts'
import { replay } from '../lms/support/recording.ts'

const ROW = 40

interface Drawn {
  /** `others`: rows go, and others come. `words`: each row is given the words of another. `filled`: rows go, and empty ones come that are given words. `all`: all are there from the start. */
  readonly by: 'others' | 'words' | 'filled' | 'all'
  /** How many looks it takes until rows are there that were scrolled to. */
  readonly late: number
  readonly inView: number
  /** How many rows are drawn beyond what is to be seen, above and below. */
  readonly beyond: number
  /** Where it is scrolled at first. */
  readonly place: number
}
const plain: Drawn = { by: 'words', late: 0, inView: 4, beyond: 1, place: 0 }

const classOf = (many: number) =>
  Array.from({ length: many }, (_, at) => `Student ${'abcdefghij'[Math.floor(at / 10)]}${'abcdefghij'[at % 10]}`)

const over: AbortController[] = []
beforeAll(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterAll(() => void vi.useRealTimers())
afterEach(() => {
  for (const one of over.splice(0)) one.abort()
  document.documentElement.innerHTML = '<head></head><body></body>'
})

describe.each([
  {
    what: 'Ultra’s roster',
    html: () => saved('blackboard', 'ultra-roster-mui.html'),
    url: 'https://blackboard.example.edu/ultra/courses/_4711_1/outline/roster',
    row: '[role="row"].MuiBox-root',
    name: 'bdi',
  },
  {
    what: 'Banner’s class list application',
    html: () => saved('banner', 'banner9-class-list.html'),
    url: 'https://ssb.example.edu/FacultySelfService/ssb/classListApp/classListPage#!/202601/62576/courseDetails/classList',
    row: 'tr.ng-scope',
    name: '[data-name="studentName"] a',
  },
] as const)('on $what', ({ html, url, row, name }) => {
  /** A list in a part that scrolls by itself, as it was drawn, read, and watched as the page's script watches it. */
  const drawn = async (everybody: readonly string[], { by, late, inView, beyond, place }: Drawn) => {
    document.documentElement.innerHTML = open(html()).documentElement.innerHTML
    const all = [...document.querySelectorAll(row)]
    const model = all[0] as Element
    const scroller = model.parentElement as HTMLElement
    for (const one of all) one.remove()
    scroller.style.overflowY = 'auto'
    let top = Math.min(place, Math.max(0, everybody.length - inView)) * ROW
    const start = top
    const at = new Map<Element, number>()
    const rowOf = (index: number, who = everybody[index] ?? '') => {
      const made = model.cloneNode(true) as Element
      for (const link of made.querySelectorAll('a[href^="mailto:"]')) link.remove()
      made.querySelector(name)?.replaceChildren(document.createTextNode(who))
      made.getBoundingClientRect = () => new DOMRect(0, (at.get(made) ?? 0) * ROW - top, 100, ROW)
      at.set(made, index)
      return made
    }
    const sayName = (one: Element, who: string) => {
      const words = one.querySelector(name)?.firstChild
      if (words && words.nodeValue !== who) words.nodeValue = who
    }
    const slots = Math.min(everybody.length, inView + 2 * beyond)
    const first = () => Math.max(0, Math.min(Math.floor(top / ROW) - beyond, everybody.length - slots))
    const rows = () => [...document.querySelectorAll(row)]
    const draw = () => {
      const from = first()
      if (by === 'words' || by === 'filled')
        for (const [slot, one] of rows().entries()) sayName(one, everybody[from + slot] ?? '')
      else scroller.replaceChildren(...Array.from({ length: slots }, (_, slot) => rowOf(from + slot)))
    }
    scroller.replaceChildren(
      ...Array.from({ length: by === 'all' ? everybody.length : slots }, (_, slot) =>
        rowOf(by === 'all' ? slot : first() + slot),
      ),
    )
    /** Looks until it is drawn; below nought nothing has to be. */
    let left = -1
    const places: number[] = []
    Object.defineProperties(scroller, {
      clientHeight: { get: () => inView * ROW },
      scrollHeight: { configurable: true, get: () => everybody.length * ROW },
      scrollTop: {
        configurable: true,
        get: () => top,
        set: (to: number) => {
          const next = Math.max(0, Math.min(to, (everybody.length - inView) * ROW))
          if (next === top) return
          top = next
          places.push(next)
          left = late
          if (by === 'all') return
          const from = first()
          if (by === 'filled')
            return scroller.replaceChildren(...Array.from({ length: slots }, (_, slot) => rowOf(from + slot, '')))
          for (const [slot, one] of rows().entries()) {
            at.set(one, from + slot)
            // Until the words are there it shows none.
            if (late > 0 && by === 'words') sayName(one, '')
          }
          if (late > 0 && by === 'others') scroller.replaceChildren()
        },
      },
    })
    let looks = 0
    const each: (() => void)[] = []
    const pass = async (signal: AbortSignal) => {
      signal.throwIfAborted()
      vi.advanceTimersByTime(200)
      if (left === late) scroller.dispatchEvent(new Event('scroll'))
      if (left === 0 && by !== 'all') draw()
      left--
      await new Promise((resolve) => setTimeout(resolve, 0))
      looks++
      for (const one of each) one()
      signal.throwIfAborted()
    }
    const own = new AbortController()
    over.push(own)
    const waiting = new Set<() => void>()
    /** Resolves as soon as the state of the page is such. */
    const becomes = (isSuch: (state: RosterState) => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!isSuch(reader.state)) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      })
    const reader = createRosterReader({
      adapters,
      doc: document,
      address: () => new URL(url),
      fetch: replay({ answers: [] }).fetch,
      load: async () => ({
        readPage: (page, deps) =>
          readRoster(page, sourcesOf(page.course.lms), {
            ...deps,
            pageOnly: true,
            sleep: () => new Promise((resolve) => setTimeout(resolve, 0)),
          }),
        scrollToEnd: (scrolling) => scrollToEnd({ ...scrolling, sleep: () => pass(scrolling.signal) }),
      }),
      signal: own.signal,
      changed: () => {
        for (const one of waiting) one()
      },
    })
    const observer = new MutationObserver((records) => {
      const elements = (nodes: NodeList) => [...nodes].filter((node): node is Element => node.nodeType === 1)
      reader.follow({
        came: records.flatMap(({ addedNodes }) => elements(addedNodes)),
        went: records.flatMap(({ removedNodes }) => elements(removedNodes)),
      })
    })
    observer.observe(document, { childList: true, subtree: true })
    own.signal.addEventListener('abort', () => observer.disconnect())
    reader.read()
    await becomes(({ kind }) => kind === 'ready')
    // What was pressed in the page before, or another course of it, is long ago.
    vi.advanceTimersByTime(60_000)
    const names = () => (reader.state.kind === 'ready' ? reader.state.roster.people.map(({ name }) => name) : [])
    const grown = async () => {
      reader.grow()
      await becomes((state) => state.kind !== 'ready' || state.growth !== 'on')
      return reader.state.kind === 'ready' ? reader.state.growth : undefined
    }
    const press = () => {
      const button = document.createElement('button')
      document.body.prepend(button)
      button.dispatchEvent(new Event('click', { bubbles: true }))
    }
    return { reader, scroller, start, names, becomes, grown, press, places, each, pass, own, looks: () => looks }
  }

  it('everybody is listed once, however the rows are drawn, and it is given back as it was', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 5, max: 60 }),
        fc.record({
          by: fc.constantFrom('others', 'words', 'filled', 'all'),
          late: fc.integer({ min: 0, max: 9 }),
          inView: fc.integer({ min: 2, max: 9 }),
          beyond: fc.integer({ min: 0, max: 5 }),
          place: fc.nat({ max: 60 }),
        }),
        async (many, how) => {
          const everybody = classOf(many)
          const { grown, names, scroller, start, own, each } = await drawn(everybody, how)
          let listed = 0
          each.push(() => {
            listed = names().length
          })
          expect(await grown()).toBe('end')
          // Before it goes back, which draws rows again.
          expect(listed).toBe(many)
          expect([...names()].sort()).toEqual(everybody)
          expect(scroller.scrollTop).toBe(start)
          own.abort()
        },
      ),
      { numRuns: 15 },
    ))

  it('waits no longer than rows take', async () => {
    const everybody = classOf(60)
    const { grown, names, looks } = await drawn(everybody, { ...plain, by: 'all', inView: 10 })
    expect(await grown()).toBe('end')
    expect(names()).toEqual(everybody)
    // Six screens, and what it waits at the end for more to come.
    expect(looks()).toBeLessThanOrEqual(6 + 15)
  })

  it('is on its way again where rows came late, and sees those before the place that it was read at', async () => {
    const { grown, names, places } = await drawn(classOf(30), { ...plain, late: 9, place: 17 })
    expect(await grown()).toBe('end')
    expect(new Set(names()).size).toBe(30)
    expect(places[0]).toBe(0)
    const steps = places.slice(1, -1).map((place, index) => place - (places[index] ?? 0))
    expect(Math.max(...steps)).toBeLessThanOrEqual(plain.inView * ROW)
  })

  it('ends where the page grows and nobody comes of it', async () => {
    const everybody = classOf(30)
    const { grown, names, scroller } = await drawn(everybody, { ...plain, by: 'all' })
    let top = 0
    Object.defineProperties(scroller, {
      scrollHeight: { get: () => top + everybody.length * ROW },
      scrollTop: {
        get: () => top,
        set: (to: number) => {
          top = to
        },
      },
    })
    expect(await grown()).toBe('end')
    expect(names()).toEqual(everybody)
    expect(top).toBe(0)
  })

  it('can be stopped on its way, and is given back as it was', async () => {
    const { reader, grown, names, scroller, start, each, looks } = await drawn(classOf(60), { ...plain, place: 3 })
    each.push(() => looks() === 5 && reader.stopGrowing())
    expect(await grown()).toBe('stopped')
    expect(names().length).toBeLessThan(60)
    expect(scroller.scrollTop).toBe(start)
  })

  it('goes no further once the list became another', async () => {
    const { grown, names, scroller, start, press, each, looks } = await drawn(classOf(60), { ...plain, place: 3 })
    each.push(() => looks() === 5 && press())
    expect(await grown()).toBe('stopped')
    expect(names().length).toBeLessThan(60)
    expect(scroller.scrollTop).toBe(start)
  })

  it('begins when a press can change nothing any more', async () => {
    const everybody = classOf(30)
    const { grown, names, press, places, each, looks } = await drawn(everybody, plain)
    press()
    const before: number[] = []
    each.push(() => looks() <= 50 && before.push(places.length))
    expect(await grown()).toBe('end')
    expect(before.every((many) => many === 0)).toBe(true)
    expect(names()).toEqual(everybody)
  })

  it('whoever scrolls it sees those listed whose words alone came to the rows', async () => {
    const everybody = classOf(30)
    const { names, becomes, scroller, pass, own } = await drawn(everybody, plain)
    scroller.scrollTop = 20 * ROW
    await pass(own.signal)
    await becomes(() => names().length > 6)
    expect(names()).toEqual([...everybody.slice(0, 6), ...everybody.slice(19, 25)])
  })
})

describe('what is to be seen of a list is full', () => {
  const scroller = (height: number) => {
    const made = document.createElement('div')
    Object.defineProperty(made, 'clientHeight', { value: height })
    made.getBoundingClientRect = () => new DOMRect(0, 100, 100, height)
    return made
  }
  const rowAt = (top: number, height = ROW) => {
    const made = document.createElement('div')
    made.getBoundingClientRect = () => new DOMRect(0, 100 + top, 100, height)
    return made
  }

  it('where there is no room for another row, whatever lies between them', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: ROW - 1 }),
        fc.integer({ min: 0, max: ROW - 1 }),
        fc.nat(),
        (many, between, above, which) => {
          const rows = Array.from({ length: many }, (_, at) => rowAt(above + at * (ROW + between)))
          const view = scroller(above + many * (ROW + between))
          expect(isFilled(view, rows)).toBe(true)
          expect(isFilled(view, rows.toReversed())).toBe(true)
          expect(isFilled(view, rows.toSpliced(which % many, 1))).toBe(false)
        },
      ),
    ))

  it('not where nothing is drawn, or what is lies elsewhere', () => {
    expect(isFilled(scroller(100), [])).toBe(false)
    expect(isFilled(scroller(100), [rowAt(0, 0)])).toBe(false)
    expect(isFilled(scroller(100), [rowAt(-ROW), rowAt(100)])).toBe(false)
  })
})
