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
  let tell: (entries: object[]) => void
  let watched: object
  let inView: Element | undefined
  const pressed = vi.fn()
  const heard = { refused: vi.fn(), counts: vi.fn() }
  const press = () => document.querySelector('button')?.click()

  class Observer {
    constructor(look: (entries: object[]) => void, options: object) {
      watched = options
      tell = look
      see = (entry) => look([{ ...entry, target: inView }])
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

  describe('in a dialog of ours, which lies over the rest', () => {
    const whole = { intersectionRatio: 1, isVisible: true }
    const covered = { intersectionRatio: 1, isVisible: false }
    const openDialog = async () => {
      const dialog = document.createElement('dialog')
      document.body.append(dialog)
      dialog.showModal()
      await vi.waitFor(() => expect(inView).toBe(dialog))
      return dialog
    }
    const shut = async (dialog: HTMLDialogElement) => {
      dialog.remove()
      await vi.waitFor(() => expect(inView).toBe(document.documentElement))
    }
    const rest = () => {
      see(whole)
      vi.advanceTimersByTime(500)
    }

    it('counts as soon as it is seen, where the panel was in sight until it opened', async () => {
      expect(inView).toBe(document.documentElement)
      rest()
      await openDialog()
      press()
      expect(pressed).not.toHaveBeenCalled()
      see(whole)
      press()
      expect(pressed).toHaveBeenCalledTimes(1)
    })

    it('counts as soon as it is seen where it takes the place of another that was in sight', async () => {
      rest()
      const first = await openDialog()
      first.remove()
      await openDialog()
      see(whole)
      press()
      expect(pressed).toHaveBeenCalledTimes(1)
    })

    it('waits where it is covered when it is seen first', async () => {
      rest()
      const dialog = await openDialog()
      see(covered)
      see(whole)
      vi.advanceTimersByTime(499)
      press()
      expect(pressed).not.toHaveBeenCalled()
      vi.advanceTimersByTime(1)
      press()
      expect(pressed).toHaveBeenCalledTimes(1)
      see(covered)
      await shut(dialog)
      see(whole)
      press()
      expect(pressed).toHaveBeenCalledTimes(1)
    })

    it.each([
      ['was covered', () => see(covered)],
      ['was in sight for less than half a second', () => see(whole)],
    ])('waits where the panel %s', async (_, before) => {
      before()
      vi.advanceTimersByTime(400)
      await openDialog()
      see(whole)
      press()
      vi.advanceTimersByTime(499)
      press()
      expect(pressed).not.toHaveBeenCalled()
      vi.advanceTimersByTime(1)
      press()
      expect(pressed).toHaveBeenCalledTimes(1)
    })

    it('is told nothing by what was seen of the panel before it opened', async () => {
      rest()
      await openDialog()
      tell([{ ...whole, target: document.documentElement }])
      press()
      expect(pressed).not.toHaveBeenCalled()
    })

    it('leaves the panel in sight when it closes', async () => {
      rest()
      const dialog = await openDialog()
      see(whole)
      await shut(dialog)
      press()
      expect(pressed).toHaveBeenCalledTimes(1)
      see(covered)
      press()
      expect(pressed).toHaveBeenCalledTimes(1)
    })
  })

  it('is watched with what tells of covers, which wants a delay', () => {
    expect(watched).toMatchObject({ trackVisibility: true, delay: 100 })
  })
})
