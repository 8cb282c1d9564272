import { type RefObject, useEffect } from 'react'

/**
 * A row that is scrolled sideways where it is too long for its place: `data-before` and `data-after` say on which side there
 * is more, and what is open is kept in sight. It is measured when the browser has laid it out, never before.
 */
export const useStrip = (strip: RefObject<HTMLElement | null>, open: string): void => {
  useEffect(() => {
    const element = strip.current
    if (!element) return
    const tell = () => {
      // Leftwards of nothing where the script runs to the left.
      const before = Math.abs(element.scrollLeft)
      element.toggleAttribute('data-before', before > 1)
      element.toggleAttribute('data-after', element.scrollWidth - element.clientWidth - before > 1)
    }
    const observer = new ResizeObserver(() => {
      tell()
      showOpen(element)
    })
    observer.observe(element)
    element.addEventListener('scroll', tell, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', tell)
    }
  }, [strip])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another is open
  useEffect(() => {
    if (strip.current) showOpen(strip.current)
  }, [strip, open])
}

const showOpen = (element: HTMLElement) => {
  if (element.matches('[data-before], [data-after]'))
    element.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
