import { beforeEach, expect, it } from 'vitest'
import { scrollToEnd } from '../../../lib/inpage/scrollToEnd.ts'
import type { RosterState } from '../../../lib/lms/roster.ts'

const pages = 4
const perPage = 3
let clicks = 0
let scroller: HTMLElement
let waits: number

/** A list in a part that scrolls by itself, which draws more rows each time its end is reached. */
beforeEach(() => {
  document.body.innerHTML =
    '<button>Load more</button><div style="overflow-y:auto"><ul></ul><a href="#next" rel="next">Next</a></div>'
  scroller = document.querySelector('div') as HTMLElement
  clicks = 0
  waits = 0
  document.body.addEventListener('click', () => clicks++)
  let top = 7
  Object.defineProperties(scroller, {
    scrollHeight: { get: () => count() * 40 },
    clientHeight: { get: () => 100 },
    scrollTop: {
      get: () => top,
      set: (to: number) => {
        top = Math.min(to, count() * 40 - 100)
        if (top === count() * 40 - 100) draw()
      },
    },
  })
  draw()
})
const count = () => document.querySelectorAll('li').length
const draw = () => {
  if (count() < pages * perPage)
    for (let row = 0; row < perPage; row++) document.querySelector('ul')?.append(document.createElement('li'))
}

const state = () => ({ kind: 'ready', roster: { people: Array(count()) } }) as unknown as RosterState

const scroll = (signal = new AbortController().signal, each = () => undefined as unknown) =>
  scrollToEnd({
    doc: document,
    state,
    signal,
    sleep: async () => {
      waits++
      each()
      signal.throwIfAborted()
    },
  })

it('scrolls until no more people come, presses nothing, and goes back to where it was', async () => {
  await scroll()
  expect(count()).toBe(pages * perPage)
  expect(clicks).toBe(0)
  expect(scroller.scrollTop).toBe(7)
})

it('goes through a list that draws few rows a screen at a time', async () => {
  document.querySelector('ul')?.setAttribute('aria-rowcount', '12')
  const places: number[] = []
  await scroll(undefined, () => places.push(scroller.scrollTop))
  expect(places.every((place, index) => place - (places[index - 1] ?? 7) <= 90)).toBe(true)
  expect(count()).toBe(pages * perPage)
})

it('gives the page time to draw', async () => {
  const late = document.createElement('li')
  await scroll(undefined, () => waits === 10 && document.querySelector('ul')?.append(late))
  expect(late.isConnected).toBe(true)
  expect(waits).toBeGreaterThan(20)
})

it('ends with its signal, where it was before', async () => {
  const stop = new AbortController()
  await expect(scroll(stop.signal, () => stop.abort())).rejects.toThrow()
  expect(count()).toBe(2 * perPage)
  expect(scroller.scrollTop).toBe(7)
})
