import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import { cx } from './cx.ts'
import { useStrip } from './useStrip.ts'

interface Tab<Id extends string> {
  readonly id: Id
  readonly label: string
  readonly count?: string | undefined
}

interface Props<Id extends string> {
  readonly label: string
  readonly tabs: readonly Tab<Id>[]
  readonly active: Id
  readonly onChange: (id: Id) => void
  readonly className?: string
  /** For tabs inside tabs: quieter, without the line. */
  readonly inner?: boolean
  /** The open tab's panel. */
  readonly children: ReactNode
}

const looks = {
  outer: {
    open: 'border-b-2 border-accent pt-1 pb-2 text-text forced-colors:border-[Highlight]',
    shut: 'border-b-2 border-transparent pt-1 pb-2 text-quiet hover:text-text forced-colors:border-b-0 forced-colors:pb-2.5',
  },
  inner: {
    open: 'min-h-8 rounded-control bg-accent-wash px-2.5 text-accent forced-colors:border forced-colors:border-[Highlight]',
    shut: 'min-h-8 rounded-control px-2.5 text-quiet hover:bg-well hover:text-text',
  },
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 }

/** Tabs by the ARIA pattern: arrows move and open, Tab goes on into the panel. Too many for one line are scrolled sideways. */
export const Tabs = <Id extends string>({ label, tabs, active, onChange, className, inner, children }: Props<Id>) => {
  const base = useId()
  const list = useRef<HTMLDivElement>(null)
  useStrip(list, active)
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const index = tabs.findIndex(({ id }) => id === active)
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl'
    const by = (steps[event.key] ?? 0) * (rtl ? -1 : 1)
    const edge = event.key === 'Home' ? 0 : event.key === 'End' ? tabs.length - 1 : undefined
    const next = tabs[edge ?? (index + by + tabs.length) % tabs.length]
    if (!next || (by === 0 && edge === undefined)) return
    event.preventDefault()
    onChange(next.id)
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus()
  }
  return (
    <>
      <div className={inner ? 'flex-none' : 'flex-none border-b border-line'}>
        <div
          ref={list}
          role="tablist"
          aria-label={label}
          onKeyDown={move}
          className={cx('strip flex', inner ? 'gap-1' : '-mb-px gap-x-5', className)}
        >
          {tabs.map(({ id, label: name, count }) => (
            <button
              key={id}
              type="button"
              role="tab"
              id={`${base}-${id}`}
              data-tab={id}
              aria-selected={id === active}
              aria-controls={`${base}-panel`}
              tabIndex={id === active ? 0 : -1}
              onClick={() => onChange(id)}
              className={cx(
                'flex flex-none items-center gap-1.5 text-14 font-medium whitespace-nowrap -outline-offset-2 transition-colors',
                looks[inner ? 'inner' : 'outer'][id === active ? 'open' : 'shut'],
              )}
            >
              {name} {count !== undefined && <span className="font-normal">{count}</span>}
            </button>
          ))}
        </div>
      </div>
      <div
        role="tabpanel"
        id={`${base}-panel`}
        aria-labelledby={`${base}-${active}`}
        className="flex min-h-0 flex-1 flex-col"
      >
        {children}
      </div>
    </>
  )
}
