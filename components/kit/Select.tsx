import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { control } from './control.ts'
import { cx } from './cx.ts'

/** The browser's own select, in our clothes: `className` is for the place it takes. */
export const Select = ({ className, ...rest }: ComponentProps<'select'>) => (
  <span className={cx('relative flex items-center', className)}>
    <select {...rest} className={cx(control, 'appearance-none truncate pe-8')} />
    <ChevronDown aria-hidden className="pointer-events-none absolute end-2.5 size-4 text-quiet" />
  </span>
)
