/** How long the panel lies open before a press in it counts, in milliseconds: time to see what came under the hand. */
const REST = 500

interface Seen extends IntersectionObserverEntry {
  /** Nothing lies over it, and nothing makes it see-through. Absent where a browser cannot tell. */
  readonly isVisible?: boolean
}

/**
 * A page may lay something over the panel, make it see-through or cut it, so that somebody presses what they do not
 * see. So a press counts only once the whole panel was in sight for a while; `refused` hears of the others, `counts` of
 * the next one that does. A dialog that opens in a panel in sight has nothing new under the hand: there a press counts
 * as soon as the dialog is seen.
 */
export const pressInSight = (view: Window & typeof globalThis, heard: { refused(): void; counts(): void }): void => {
  const page = view.document.documentElement
  let resting: ReturnType<typeof setTimeout> | undefined
  let watching: Element | undefined
  /** It lay in sight for long enough, and nothing else was seen since. */
  let rested = false
  const take = () => {
    rested = true
    page.setAttribute('data-in-sight', '')
  }
  const look = (entries: Seen[]) => {
    // What was seen of another may still come after the watch has left it.
    const seen = entries.findLast(({ target }) => target === watching)
    if (!seen) return
    clearTimeout(resting)
    const { intersectionRatio, isVisible = true } = seen
    if (intersectionRatio < 0.99 || !isVisible) {
      rested = false
      page.removeAttribute('data-in-sight')
    } else if (rested) take()
    else resting = setTimeout(take, REST)
  }
  // The types do not know of `trackVisibility` yet, which wants a delay.
  const watched = { threshold: [0, 0.5, 0.99, 1], trackVisibility: true, delay: 100 }
  const watch = new view.IntersectionObserver(look, watched)
  // A dialog of ours lies over the rest of the panel: while one is open, it is what has to be in sight.
  const aim = () => {
    const top = [...view.document.querySelectorAll('dialog[open]')].at(-1) ?? page
    if (top === watching) return
    watch.disconnect()
    clearTimeout(resting)
    watching = top
    if (top !== page) page.removeAttribute('data-in-sight')
    watch.observe(top)
  }
  aim()
  new view.MutationObserver(aim).observe(page, { subtree: true, childList: true, attributeFilter: ['open'] })

  for (const press of ['click', 'submit'])
    view.addEventListener(
      press,
      (event) => {
        if (page.hasAttribute('data-in-sight')) return heard.counts()
        event.preventDefault()
        event.stopImmediatePropagation()
        heard.refused()
      },
      { capture: true },
    )
}
