/** How long the panel lies open before a press in it counts, in milliseconds: time to see what came under the hand. */
const REST = 500

interface Seen extends IntersectionObserverEntry {
  /** Nothing lies over it, and nothing makes it see-through. Absent where a browser cannot tell. */
  readonly isVisible?: boolean
}

/**
 * A page may lay something over the panel, make it see-through or cut it, so that somebody presses what they do not
 * see. So a press counts only once the whole panel, or its dialog, was in sight for a while; `refused` hears of the others, `counts` of
 * the next one that does.
 */
export const pressInSight = (view: Window & typeof globalThis, heard: { refused(): void; counts(): void }): void => {
  const page = view.document.documentElement
  let resting: ReturnType<typeof setTimeout> | undefined
  const look = (entries: Seen[]) => {
    const { intersectionRatio, isVisible = true } = entries.at(-1) ?? { intersectionRatio: 0 }
    clearTimeout(resting)
    if (intersectionRatio < 0.99 || !isVisible) page.removeAttribute('data-in-sight')
    else resting = setTimeout(() => page.setAttribute('data-in-sight', ''), REST)
  }
  // The types do not know of `trackVisibility` yet, which wants a delay.
  const watched = { threshold: [0, 0.5, 0.99, 1], trackVisibility: true, delay: 100 }
  const watch = new view.IntersectionObserver(look, watched)
  let watching: Element | undefined
  // A dialog of ours lies over the rest of the panel: while one is open, it is what has to be in sight.
  const aim = () => {
    const top = [...view.document.querySelectorAll('dialog[open]')].at(-1) ?? page
    if (top === watching) return
    watch.disconnect()
    watching = top
    if (top !== page) {
      clearTimeout(resting)
      page.removeAttribute('data-in-sight')
    }
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
