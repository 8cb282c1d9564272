import { createLive } from '../../components/createLive.ts'
import type { RosterService } from '../../components/services.ts'
import type { RosterState } from '../../lib/lms/roster.ts'
import { askOwnTab, askTab } from '../../lib/messaging/ask.ts'
import { isAsked } from '../../lib/messaging/envelope.ts'
import { contentScript, messaging } from '../../lib/platform.ts'

const nothing: RosterState = { kind: 'none' }

/** A page too busy to answer within this is waited for with the screen open. In milliseconds. */
const PATIENCE = 200

/** The way to a tab's content script. */
interface Way {
  readonly tabId: number
  readonly ask: (read: boolean) => Promise<RosterState>
  readonly grow: (act: 'start' | 'stop') => Promise<unknown>
  /** Puts the content script there; rejects where that is not allowed. */
  readonly inject: () => Promise<void>
}

/** From the popup: the script is put there where it is missing, which the browser allows after a click on the icon. */
export const toTab = (tabId: number): Way => ({
  tabId,
  ask: (read) => askTab(tabId, 'roster.get', { read }),
  grow: (act) => askTab(tabId, 'roster.grow', { act }),
  inject: () => contentScript.inject(tabId),
})

/** From the panel, which stands in the tab because a content script put it there. */
export const toOwnTab = (tabId: number): Way => ({
  tabId,
  ask: (read) => askOwnTab('roster.get', { read }),
  grow: (act) => askOwnTab('roster.grow', { act }),
  inject: () => Promise.reject(new Error('The content script that opened this panel is gone.')),
})

/** The roster of one tab, as its content script tells it; null where there is none and none can be put there. */
export const rosterService = async ({ tabId, ask, grow, inject }: Way): Promise<RosterService | null> => {
  const source = createLive<RosterState>(nothing)
  const look = async (read: boolean) => {
    // The page went away, or shows another now.
    source.set(await ask(read).catch(() => nothing))
  }
  messaging.onMessage((message, sender) => {
    const ours = sender.id === messaging.ownId() && sender.tab?.id === tabId
    if (ours && isAsked(message) && message.rollcall === 'roster.changed') void look(false)
    return undefined
  })

  const reached = ask(false).then(
    (state) => {
      source.set(state)
      return true
    },
    () =>
      inject().then(
        () => look(false).then(() => true),
        () => false,
      ),
  )
  const waited = new Promise<true>((resolve) => setTimeout(resolve, PATIENCE, true))
  if (!(await Promise.race([reached, waited]))) return null
  return {
    get: source.get,
    subscribe: source.subscribe,
    read: () => void look(true),
    // Where the page went away meanwhile, its state says so.
    grow: (act) => void grow(act).catch(() => look(false)),
  }
}
