import type { Adapter } from '../lms/adapter.ts'
import { answer, send } from './envelope.ts'
import type { Furniture } from './furniture.ts'
import { loadReader } from './loadReader.ts'
import { isAlive, type Native } from './native.ts'
import { isOnlyOne } from './onlyOne.ts'
import { createRosterReader } from './rosterReader.ts'

/** How long changes of the page are gathered before it is looked at again, in milliseconds. */
const GATHER = 150

/** When a page that showed nobody is looked at once more, in milliseconds: many draw their people after they have loaded. */
const LATE = 2500

const isElement = (node: Node): node is Element => node.nodeType === 1

export interface InPage {
  readonly native: Native
  readonly view: Window
  readonly adapters: readonly Adapter[]
  readonly fetch: typeof globalThis.fetch
}

/**
 * What this extension does on a page: says which LMS course it is when asked, and on a roster reads it and shows the one
 * button. Everything started here ends with one signal: when a newer script takes over or the extension goes.
 */
export const startInPage = ({ native, view, adapters, fetch }: InPage): void => {
  const doc = view.document
  const over = new AbortController()
  const { signal } = over
  const end = () => over.abort()
  if (!isOnlyOne(doc, native, signal, end)) return

  const load = () => loadReader(native)
  /** Brought on the first roster: other pages pay for none of it. */
  let shown: Furniture | undefined
  let bringing = false
  /** Somebody of ours asked for the roster and wants to hear of changes; nobody is woken before. */
  let listened = false

  const reader = createRosterReader({
    adapters,
    doc,
    address: () => new URL(view.location.href),
    fetch,
    load,
    signal,
    changed: () => {
      if (reader.state.kind === 'none') shown?.clear()
      shown?.draw(reader.state)
      if (listened) void send(native, 'roster.changed', {})
    },
  })

  const furnish = async () => {
    if (bringing) return
    bringing = true
    const loaded = await load().catch(() => undefined)
    if (signal.aborted) return
    // Without its script the extension is gone, or going; a later look tries again.
    bringing = !!loaded
    shown = loaded?.furnish(native, doc, signal, end)
    shown?.draw(reader.state)
    if (shown) check()
  }

  /** What came and went since the last look, and whether there is more to look at than that. */
  let came: Element[] = []
  let went: Element[] = []
  let isMoved = true
  let address = ''

  /** The page was left, and the background has not said since that it may still be read; each time another. */
  let left: object | undefined

  const check = () => {
    if (signal.aborted || left) return
    if (!isAlive(native)) return end()
    const growth = { came, went }
    came = []
    went = []
    // A page that only grew is the page it was.
    const isSame = !isMoved && shown?.isPlaced && view.location.href === address && reader.state.kind === 'ready'
    const isNew = isMoved
    isMoved = false
    address = view.location.href
    if (isSame) return reader.follow(growth)
    const seen = reader.look()
    if (!seen && isNew) setTimeout(soon, LATE)
    if (seen?.page.kind !== 'roster') {
      observer.disconnect()
      shown?.clear()
      return
    }
    for (const place of new Set([doc, seen.doc])) observer.observe(place, { childList: true, subtree: true })
    if (reader.state.kind === 'course') reader.read()
    if (shown) shown.place(seen.page.anchor)
    else void furnish()
    reader.follow(growth)
  }

  let gathering = false
  const soon = () => {
    if (gathering) return
    gathering = true
    setTimeout(() => {
      gathering = false
      check()
    }, GATHER)
  }
  const moved = () => {
    isMoved = true
    soon()
  }
  const observer = new MutationObserver((records) => {
    for (const { target, addedNodes, removedNodes } of records) {
      for (const node of addedNodes) {
        if (isElement(node)) came.push(node)
        // Words that came to a row make it another.
        else if (isElement(target) && node.nodeValue?.trim()) came.push(target)
      }
      for (const node of removedNodes) if (isElement(node)) went.push(node)
    }
    soon()
  })
  signal.addEventListener('abort', () => observer.disconnect())

  /** A permission that was taken back meanwhile is news to a page that was away: nobody could tell it. */
  const comeBack = async () => {
    const then = left
    const mayStay = await send(native, 'page.back', {})
    // Left again before the answer: that one goes to the next return.
    if (then !== left) return
    left = undefined
    if (!mayStay) return end()
    check()
    // The course went on while the page was away; and a read may have been stopped as it went.
    if (shown?.isPlaced) reader.read()
  }

  answer(
    native,
    {
      'roster.get': ({ read }) => {
        listened = true
        reader.look()
        if (read === true && reader.state.kind !== 'reading') reader.read()
        return reader.state
      },
      'roster.grow': ({ act }) => (act === 'start' ? reader.grow() : reader.stopGrowing()),
      'panel.close': () => shown?.closePanel(),
      'page.leave': end,
    },
    signal,
  )

  // Pages that change their address without loading, pages that come back from the browser's back and forward cache, and
  // frames that were loaded anew.
  view.navigation?.addEventListener('navigatesuccess', moved, { signal })
  view.addEventListener('popstate', moved, { signal })
  doc.addEventListener(
    'load',
    ({ target }) => target instanceof Element && target.matches('iframe, frame') && moved(),
    {
      signal,
      capture: true,
    },
  )
  const leave = () => {
    left = {}
    shown?.closePanel()
    reader.stop()
  }
  view.addEventListener('pagehide', leave, { signal })
  view.addEventListener('pageshow', (event) => event.persisted && comeBack(), { signal })
  check()
}
