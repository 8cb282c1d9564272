import type { RosterService } from '../../components/services.ts'
import type { RosterState } from '../../lib/lms/roster.ts'
import { askTab } from '../../lib/messaging/ask.ts'
import { isAsked } from '../../lib/messaging/envelope.ts'
import { contentScript, messaging } from '../../lib/platform.ts'
import { liveSource } from './live.ts'

const nothing: RosterState = { kind: 'none' }

/** A page too busy to answer within this is waited for with the screen open. In milliseconds. */
const PATIENCE = 200

/**
 * The roster of one tab, as its content script tells it. Where there is none it is put there, which the browser allows
 * after a click on the toolbar button; null where it does not.
 */
export const rosterService = async (tabId: number): Promise<RosterService | null> => {
  const source = liveSource<RosterState>(nothing)
  const ask = (read: boolean) => askTab(tabId, 'roster.get', { read })
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
      contentScript.inject(tabId).then(
        () => look(false).then(() => true),
        () => false,
      ),
  )
  const waited = new Promise<true>((resolve) => setTimeout(resolve, PATIENCE, true))
  if (!(await Promise.race([reached, waited]))) return null
  return { get: source.get, subscribe: source.subscribe, read: () => void look(true) }
}
