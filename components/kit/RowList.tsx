import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { cx } from './cx.ts'

/** Heights in px, fixed, so that nothing moves when data comes. */
const HEADER = 36
const ROW = 56
/** Rows left below what is drawn when more is asked for. */
const NEAR = 40

interface Section<Id extends string, Row> {
  readonly id: Id
  readonly rows: readonly Row[]
}

interface Props<Id extends string, Row> {
  readonly label: string
  readonly sections: readonly Section<Id, Row>[]
  readonly keyOf: (row: Row) => string
  /** Both are given the tab index for their controls: the list has one stop in the tab order, arrows move inside. */
  readonly header: (section: Section<Id, Row>, tabIndex: number) => ReactNode
  readonly row: (row: Row, tabIndex: number) => ReactNode
  readonly className?: string
  /** The end of the list came near: more may be asked for. */
  readonly onEnd?: () => void
}

type Item<Id extends string, Row> = { readonly key: string } & (
  | { readonly section: Section<Id, Row> }
  | { readonly row: Row }
)

type Scroller = Virtualizer<HTMLDivElement, Element>

/**
 * Size and place of the list as the browser tells them once it has drawn it. Asked for while the first picture is made,
 * as the library does by itself, they would have the whole page laid out before the list is in it, and once more after.
 */
const unforced = {
  initialRect: { width: 400, height: 600 },
  observeElementRect: ({ scrollElement }: Scroller, told: (rect: { width: number; height: number }) => void) => {
    if (!scrollElement) return undefined
    const observer = new ResizeObserver(([entry]) => {
      if (entry) told({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    observer.observe(scrollElement)
    return () => observer.disconnect()
  },
  observeElementOffset: ({ scrollElement }: Scroller, told: (offset: number, isScrolling: boolean) => void) => {
    if (!scrollElement) return undefined
    const over = new AbortController()
    scrollElement.addEventListener('scroll', () => told(scrollElement.scrollTop, true), {
      passive: true,
      signal: over.signal,
    })
    scrollElement.addEventListener('scrollend', () => told(scrollElement.scrollTop, false), { signal: over.signal })
    return () => over.abort()
  },
}

/** A list of any length in sections: draws what is in sight, keeps scroll and focus when the data changes. */
export const RowList = <Id extends string, Row>({
  label,
  sections,
  keyOf,
  header,
  row,
  className,
  onEnd,
}: Props<Id, Row>) => {
  const scroller = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState<string>()
  // Made anew with other people alone: ten thousand of them are not to be gone through on every scroll.
  const naming = useRef(keyOf)
  const items = useMemo(
    () =>
      sections.flatMap((section): Item<Id, Row>[] => [
        { key: `section ${section.id}`, section },
        ...section.rows.map((one) => ({ key: `row ${naming.current(one)}`, row: one })),
      ]),
    [sections],
  )
  const stops = useMemo(() => new Set(items.map(({ key }) => key)), [items])
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback((index: number) => (items[index] && 'section' in items[index] ? HEADER : ROW), [items]),
    getItemKey: useCallback((index: number) => items[index]?.key ?? index, [items]),
    overscan: 6,
    ...unforced,
  })
  const drawn = virtual.getVirtualItems()
  const last = drawn.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= items.length - NEAR) onEnd?.()
  }, [last, items.length, onEnd])
  const stop = focused !== undefined && stops.has(focused) ? focused : items[drawn[0]?.index ?? 0]?.key

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const target = event.target
    if (by === undefined || !(target instanceof HTMLElement) || target instanceof HTMLSelectElement) return
    const line = target.closest('[data-index]')
    // On the list itself an arrow scrolls, as anywhere.
    if (!line) return
    const here = Number(line.getAttribute('data-index'))
    event.preventDefault()
    for (let index = here + by; index >= 0 && index < items.length; index += by) {
      virtual.scrollToIndex(index)
      const control = scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] :is(input, select, button)`)
      if (!control) {
        if (scroller.current?.querySelector(`[data-index="${index}"]`)) continue
        return
      }
      control.focus()
      return
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears arrows and focus from the controls inside
    <div
      ref={scroller}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const index = event.target.closest('[data-index]')?.getAttribute('data-index')
        setFocused(items[Number(index)]?.key)
      }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to be able to scroll it, whatever it holds
      tabIndex={0}
      className={cx('min-h-0 flex-1 overflow-y-auto -outline-offset-2 short:min-h-64', className)}
    >
      <ul aria-label={label} className="relative" style={{ height: `${virtual.getTotalSize()}px` }}>
        {drawn.map(({ index, key, start, size }) => {
          const item = items[index]
          if (!item) return null
          const tabIndex = item.key === stop ? 0 : -1
          return (
            <li
              key={key}
              data-index={index}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              className="absolute inset-x-0 top-0"
              style={{ height: `${size}px`, transform: `translateY(${start}px)` }}
            >
              {'section' in item ? header(item.section, tabIndex) : row(item.row, tabIndex)}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
