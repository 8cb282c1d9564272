/** Calls once the page is in sight: a panel in a tab behind another shows nothing to anybody. Returns the way to stop waiting. */
export const whenSeen = (seen: () => void): (() => void) => {
  const look = () => {
    if (document.visibilityState === 'hidden') return
    stop()
    seen()
  }
  const stop = () => document.removeEventListener('visibilitychange', look)
  document.addEventListener('visibilitychange', look)
  look()
  return stop
}
