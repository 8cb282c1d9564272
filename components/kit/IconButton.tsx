import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx.ts'

interface Props extends ComponentProps<'button'> {
  /** What it does: its name and its tooltip. */
  readonly label: string
  readonly children: ReactNode
}

export const IconButton = ({ label, className, children, ...rest }: Props) => (
  <button
    type="button"
    aria-label={label}
    title={label}
    {...rest}
    className={cx(
      'inline-flex size-8 flex-none items-center justify-center rounded-control text-quiet transition-colors hover:bg-well hover:text-text',
      className,
    )}
  >
    {children}
  </button>
)
