import { type RefObject, type UIEvent, useEffect, useState } from 'react'
import { ROW } from './lines.ts'

/** Before the browser has told: as much as a popup shows. */
const HEIGHT = 600

interface InSight {
  readonly top: number
  readonly height: number
  readonly onScroll: (event: UIEvent<HTMLElement>) => void
}

/**
 * What can be seen of a scroller's content, in px from its top, in steps of a row: as long as the same rows are in sight,
 * nothing is drawn. Size and place are taken as the browser tells them once it has drawn the list. Asked for while the first
 * picture is made, they would have the whole page laid out before the list is in it, and once more after.
 */
export const useInSight = (scroller: RefObject<HTMLElement | null>): InSight => {
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(HEIGHT)
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => entry && setHeight(entry.contentRect.height))
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])
  return {
    top,
    height,
    onScroll: ({ currentTarget }) => setTop(Math.floor(currentTarget.scrollTop / ROW) * ROW),
  }
}
