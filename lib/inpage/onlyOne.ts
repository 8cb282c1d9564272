import { isAlive, type Native } from './native.ts'

const GREETING = 'rollcall:here'

/**
 * True when this script is the one that runs on the page. A script that is there and well answers the greeting and stays;
 * one whose extension was updated under the page ends, and leaves the page to the newer one.
 */
export const isOnlyOne = (doc: Document, native: Native, signal: AbortSignal, end: () => void): boolean => {
  const unanswered = doc.dispatchEvent(new Event(GREETING, { cancelable: true }))
  if (!unanswered) return false
  doc.addEventListener(
    GREETING,
    (greeting) => {
      if (isAlive(native)) greeting.preventDefault()
      else end()
    },
    { signal },
  )
  return true
}
