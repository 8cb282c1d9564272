import type { Adapter } from '../lms/adapter.ts'
import { fields, word } from '../lms/reading/values.ts'
import { createSay } from '../words.ts'
import { createButton, type InPageButton } from './button.ts'
import { answer, send } from './envelope.ts'
import { countInvitable } from './invitable.ts'
import { labelFor } from './label.ts'
import { loadReader } from './loadReader.ts'
import { isAlive, type Native } from './native.ts'
import { isOnlyOne } from './onlyOne.ts'
import { createPanel, type Panel } from './panel.ts'
import { createRosterReader } from './rosterReader.ts'

/** How long changes of the page are gathered before it is looked at again, in milliseconds. */
const GATHER = 150
/** Least time between two announcements of progress to people who listen, in milliseconds. */
const ANNOUNCE = 4000

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

  /** Made on the first roster: other pages pay for none of it. */
  let shown:
    | { readonly button: InPageButton; readonly panel: Panel; readonly say: ReturnType<typeof createSay> }
    | undefined
  /** Somebody of ours asked for the roster and wants to hear of changes; nobody is woken before. */
  let listened = false
  let announced = { kind: '', at: 0 }

  const draw = () => {
    if (!shown) return
    const { state } = reader
    const at = performance.now()
    const news = announced.kind !== state.kind || at - announced.at > ANNOUNCE
    if (news) announced = { kind: state.kind, at }
    const quiet = state.kind !== 'ready' || countInvitable(state.roster.people) === 0
    shown.button.show(labelFor(state, shown.say), quiet, news)
  }

  const reader = createRosterReader({
    adapters,
    doc,
    address: () => new URL(view.location.href),
    fetch,
    load: () => loadReader(native),
    signal,
    changed: () => {
      draw()
      if (listened) void send(native, 'roster.changed', {})
    },
  })

  const press = async ({ button, panel, say }: NonNullable<typeof shown>) => {
    if (panel.isOpen) return panel.close()
    const url = word(fields(await send(native, 'panel.open', {})).url)
    if (!isAlive(native)) return end()
    if (!url) return button.show(say('inpageReload'), true, true)
    button.expanded(true)
    panel.open(url)
  }

  const furnish = () => {
    const say = createSay(native.i18n.getMessage, native.i18n.getUILanguage())
    const button = createButton(doc, () => void press(made))
    const closed = () => {
      button.expanded(false)
      if (button.isPlaced) button.focus()
    }
    const made = { say, button, panel: createPanel(doc, say('inpagePanel'), closed, signal) }
    signal.addEventListener('abort', button.remove)
    return made
  }

  const check = () => {
    if (signal.aborted) return
    if (!isAlive(native)) return end()
    const seen = reader.look()
    if (seen?.page.kind !== 'roster') {
      observer.disconnect()
      shown?.panel.close()
      shown?.button.remove()
      return
    }
    shown ??= furnish()
    observer.observe(doc, { childList: true, subtree: true })
    if (reader.state.kind === 'course') reader.read()
    if (!shown.button.isPlaced) {
      if (seen.page.anchor) shown.button.place(seen.page.anchor)
      else shown.button.remove()
    }
    reader.follow()
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
  const observer = new MutationObserver(soon)
  signal.addEventListener('abort', () => observer.disconnect())

  answer(
    native,
    {
      'roster.get': ({ read }) => {
        listened = true
        reader.look()
        if (read === true && reader.state.kind !== 'reading') reader.read()
        return reader.state
      },
      'panel.close': () => shown?.panel.close(),
    },
    signal,
  )

  // Pages that change their address without loading, and pages that come back from the browser's back and forward cache.
  view.navigation?.addEventListener('navigatesuccess', soon, { signal })
  view.addEventListener('popstate', soon, { signal })
  view.addEventListener(
    'pagehide',
    () => {
      shown?.panel.close()
      reader.stop()
    },
    { signal },
  )
  view.addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (!persisted) return
      check()
      const { state } = reader
      if (shown?.button.isPlaced && state.kind === 'problem' && state.problem === 'stopped') reader.read()
    },
    { signal },
  )
  check()
}
