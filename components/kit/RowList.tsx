import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { cx } from './cx.ts'
import { type Line, linesOf, ROW } from './lines.ts'
import { useInSight } from './useInSight.ts'

/** Rows left below what is drawn when more is asked for. */
const NEAR = 40
/** Rows drawn above and below those in sight, so that there is something to scroll to. */
const BEYOND = 6

interface Section<Id extends string, Row> {
  readonly id: Id
  readonly rows: readonly Row[]
}

interface Props<Id extends string, Row> {
  readonly label: string
  readonly sections: readonly Section<Id, Row>[]
  readonly keyOf: (row: Row) => string
  /**
   * Both are given the tab index for their controls: the list has one stop in the tab order, arrows move inside. Asked with
   * every scroll: what they give back is cheap where it is a component that compares its props (`memo`).
   */
  readonly header: (section: Section<Id, Row>, tabIndex: number) => ReactNode
  readonly row: (row: Row, tabIndex: number) => ReactNode
  readonly className?: string
  /** The end of the list came near: more may be asked for. */
  readonly onEnd?: () => void
  /** These lines are drawn, heads of sections among them. */
  readonly onSight?: (first: number, last: number) => void
}

/** Keys that change what a select says without opening it. Letters do as well, but nobody goes through a list by them. */
const choosing: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'])

/** A key that a control in a row is to have for itself: to open a select, or in one that is open. */
const isTheirs = ({ altKey, ctrlKey, metaKey }: KeyboardEvent, target: HTMLElement): boolean =>
  altKey || ctrlKey || metaKey || (CSS.supports('selector(:open)') && target.matches('select:open'))

/** A list of any length in sections: draws what is in sight, keeps scroll and focus when the data changes. */
export const RowList = <Id extends string, Row>({
  label,
  sections,
  keyOf,
  header,
  row,
  className,
  onEnd,
  onSight,
}: Props<Id, Row>) => {
  const scroller = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState<string>()
  const lines = useMemo(() => linesOf<Row, Section<Id, Row>>(sections), [sections])
  const sight = useInSight(scroller)
  // The list may have become shorter than what was scrolled past.
  const top = Math.max(0, Math.min(sight.top, lines.height - sight.height))
  const first = Math.max(0, lines.indexAt(top) - BEYOND)
  const last = Math.min(lines.count - 1, lines.indexAt(top + sight.height + ROW) + BEYOND)
  // What can be done with a section's rows stays in sight while they are scrolled through.
  const head = lines.headOf(lines.indexAt(top))
  const drawn = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  if (head < first) drawn.unshift(head)
  useEffect(() => {
    if (last >= lines.count - NEAR) onEnd?.()
  }, [last, lines.count, onEnd])
  useEffect(() => onSight?.(first, last), [first, last, onSight])

  const nameOf = ({ section, row: one }: Line<Section<Id, Row>, Row>) =>
    one ? `row ${keyOf(one.value)}` : `section ${section.id}`
  const naming = useRef(keyOf)
  naming.current = keyOf
  const isThere = useMemo(() => {
    if (focused === undefined) return false
    const key = focused.replace(/^row /, '')
    return sections.some(
      ({ id, rows }) => focused === `section ${id}` || rows.some((one) => naming.current(one) === key),
    )
  }, [sections, focused])
  const start = lines.at(first)
  const stop = isThere ? focused : start && nameOf(start)

  const show = (index: number) => {
    const [line, view] = [lines.at(index), scroller.current]
    if (!line || !view) return
    const covered = line.row ? (lines.at(lines.headOf(index))?.height ?? 0) : 0
    if (line.top - covered < view.scrollTop) view.scrollTop = line.top - covered
    else if (line.top + line.height > view.scrollTop + view.clientHeight)
      view.scrollTop = line.top + line.height - view.clientHeight
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const target = event.target
    if (!(target instanceof HTMLElement) || isTheirs(event, target)) return
    const line = target.closest('[data-index]')
    // A select that is shut would take any of these for a choice.
    if (line && target instanceof HTMLSelectElement && choosing.has(event.key)) event.preventDefault()
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    // On the list itself an arrow scrolls, as anywhere.
    if (!line) return
    const here = Number(line.getAttribute('data-index'))
    event.preventDefault()
    for (let index = here + by; index >= 0 && index < lines.count; index += by) {
      show(index)
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
    // biome-ignore lint/a11y/useSemanticElements: a fieldset does not scroll as a box does
    <div
      ref={scroller}
      role="group"
      aria-label={label}
      onScroll={sight.onScroll}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const index = event.target.closest('[data-index]')?.getAttribute('data-index')
        const line = lines.at(Number(index ?? -1))
        setFocused(line && nameOf(line))
      }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to be able to scroll it, whatever it holds
      tabIndex={0}
      className={cx('min-h-0 flex-1 overflow-y-auto -outline-offset-2 short:min-h-64', className)}
    >
      <ul aria-label={label} className="relative" style={{ height: `${lines.height}px` }}>
        {drawn.map((index) => {
          const line = lines.at(index)
          if (!line) return null
          const key = nameOf(line)
          const tabIndex = key === stop ? 0 : -1
          return (
            <li
              key={key}
              data-index={index}
              aria-setsize={lines.count}
              aria-posinset={index + 1}
              className={cx(
                'top-0 contain-layout contain-size contain-style',
                index === head ? 'sticky z-10 bg-surface' : 'absolute inset-x-0',
                index === head && top > line.top && 'shadow-[0_1px_var(--color-line)]',
              )}
              style={{
                height: `${line.height}px`,
                ...(index !== head && { transform: `translateY(${line.top}px)` }),
              }}
            >
              {line.row ? row(line.row.value, tabIndex) : header(line.section, tabIndex)}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
