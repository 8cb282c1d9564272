import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pressInSight } from '../../../entrypoints/panel/pressInSight.ts'
import { takeTicket } from '../../../entrypoints/panel/takeTicket.ts'

describe('a ticket', () => {
  const tell = (data: unknown, source: unknown) => {
    const message = new MessageEvent('message', { data })
    Object.defineProperty(message, 'source', { value: source })
    window.dispatchEvent(message)
  }

  it('is taken from the page around the panel alone, and once', async () => {
    const taken = takeTicket(window)
    tell({ rollcallTicket: 'of another window' }, {})
    for (const data of [null, 'text', {}, []]) tell(data, window.parent)
    tell({ rollcallTicket: 'good' }, window.parent)
    tell({ rollcallTicket: 'later' }, window.parent)
    expect(await taken).toBe('good')
  })
})

describe('a press in the panel', () => {
  let see: (entry: { intersectionRatio: number; isVisible?: boolean }) => void
  let watched: object
  let inView: Element | undefined
  const pressed = vi.fn()
  const heard = { refused: vi.fn(), counts: vi.fn() }
  const press = () => document.querySelector('button')?.click()

  class Observer {
    constructor(look: (entries: object[]) => void, options: object) {
      watched = options
      see = (entry) => look([entry])
    }
    observe(one: Element) {
      inView = one
    }
    disconnect() {
      inView = undefined
    }
  }

  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('IntersectionObserver', Observer)
    document.body.innerHTML = '<form><button type="submit">Invite</button></form>'
    document.querySelector('button')?.addEventListener('click', pressed)
    pressInSight(window, heard)
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
    document.documentElement.removeAttribute('data-in-sight')
    vi.clearAllMocks()
  })

  it('counts when the panel was in sight for half a second', () => {
    press()
    see({ intersectionRatio: 1, isVisible: true })
    vi.advanceTimersByTime(499)
    press()
    expect(pressed).not.toHaveBeenCalled()
    expect(heard.refused).toHaveBeenCalledTimes(2)
    vi.advanceTimersByTime(1)
    press()
    expect(pressed).toHaveBeenCalledTimes(1)
    expect(heard.counts).toHaveBeenCalled()
  })

  it.each([
    ['something lies over it', { intersectionRatio: 1, isVisible: false }],
    ['a part of it is cut off', { intersectionRatio: 0.6, isVisible: true }],
  ])('is refused while %s, and a while after', (_, entry) => {
    see({ intersectionRatio: 1, isVisible: true })
    vi.advanceTimersByTime(500)
    see(entry)
    vi.advanceTimersByTime(10_000)
    press()
    see({ intersectionRatio: 1, isVisible: true })
    press()
    expect(pressed).not.toHaveBeenCalled()
    vi.advanceTimersByTime(500)
    press()
    expect(pressed).toHaveBeenCalledTimes(1)
  })

  it('waits too where a browser cannot tell what lies over it', () => {
    see({ intersectionRatio: 1 })
    press()
    vi.advanceTimersByTime(500)
    press()
    expect(pressed).toHaveBeenCalledTimes(1)
  })

  it('is of a dialog of ours while one is open: it lies over the rest', async () => {
    expect(inView).toBe(document.documentElement)
    see({ intersectionRatio: 1, isVisible: true })
    vi.advanceTimersByTime(500)
    const dialog = document.createElement('dialog')
    document.body.append(dialog)
    dialog.showModal()
    await vi.waitFor(() => expect(inView).toBe(dialog))
    press()
    expect(pressed).not.toHaveBeenCalled()
    see({ intersectionRatio: 1, isVisible: true })
    vi.advanceTimersByTime(500)
    press()
    expect(pressed).toHaveBeenCalledTimes(1)
    dialog.close()
    await vi.waitFor(() => expect(inView).toBe(document.documentElement))
  })

  it('is watched with what tells of covers, which wants a delay', () => {
    expect(watched).toMatchObject({ trackVisibility: true, delay: 100 })
  })
})
