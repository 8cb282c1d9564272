import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { cx } from './cx.ts'

interface Props {
  /** Draws the button; spread what it is given on it. */
  readonly button: (given: {
    ref: (element: HTMLButtonElement | null) => void
    'aria-expanded': boolean
    'aria-controls': string
    onClick: () => void
  }) => ReactNode
  readonly label: string
  readonly align?: 'start' | 'end'
  readonly children: (close: () => void) => ReactNode
  readonly className?: string
}

/** A button that opens a box below itself. Escape or a click elsewhere closes it; Escape gives the focus back. */
export const Menu = ({ button, label, align = 'start', children, className }: Props) => {
  const id = useId()
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }
  useEffect(() => {
    if (!open) return
    const elsewhere = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', elsewhere)
    document.addEventListener('focusin', elsewhere)
    return () => {
      document.removeEventListener('pointerdown', elsewhere)
      document.removeEventListener('focusin', elsewhere)
    }
  }, [open])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears Escape from inside; it is no control itself
    <div
      ref={root}
      className="relative"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.preventDefault()
        event.stopPropagation()
        close()
      }}
    >
      {button({
        ref: (element) => {
          opener.current = element
        },
        'aria-expanded': open,
        'aria-controls': id,
        onClick: () => setOpen(!open),
      })}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need form controls */}
      <div
        id={id}
        role="group"
        aria-label={label}
        hidden={!open}
        className={cx(
          'absolute top-full z-20 mt-1 animate-appear rounded-card border border-line bg-raised p-1.5 shadow-float',
          align === 'end' ? 'end-0' : 'start-0',
          className,
        )}
      >
        {open && children(close)}
      </div>
    </div>
  )
}
