import { LoaderCircle } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx.ts'

/** Where the system has its own colours, a frame or a line below says what a colour would: this can be pressed. */
const looks = {
  primary:
    'border border-transparent bg-accent text-on-accent hover:bg-accent-strong aria-disabled:bg-well aria-disabled:text-quiet',
  quiet: 'border border-edge bg-raised text-text hover:bg-well aria-disabled:border-line aria-disabled:text-quiet',
  plain:
    'text-accent forced-colors:underline hover:bg-accent-wash aria-disabled:text-quiet aria-disabled:bg-transparent',
}

interface Props extends Omit<ComponentProps<'button'>, 'disabled'> {
  readonly look?: keyof typeof looks
  readonly small?: boolean
  readonly icon?: ReactNode
  /** Stays focusable, so that focus is not lost and the reason can be read. */
  readonly off?: boolean
  /** At work: pressing again does nothing. */
  readonly busy?: boolean
}

export const Button = ({ look = 'quiet', small, icon, off, busy, className, onClick, children, ...rest }: Props) => (
  <button
    type="button"
    {...rest}
    aria-disabled={off || busy || undefined}
    aria-busy={busy || undefined}
    onClick={off || busy ? (event) => event.preventDefault() : onClick}
    className={cx(
      'inline-flex items-center justify-center gap-2 rounded-control font-medium text-balance transition-colors select-none forced-colors:aria-disabled:border-[GrayText] forced-colors:aria-disabled:text-[GrayText]',
      small ? 'min-h-7 px-2 text-13' : 'min-h-9 px-3.5 py-1.5 text-14',
      looks[look],
      className,
    )}
  >
    {busy ? <LoaderCircle aria-hidden className="size-4 animate-spin" /> : icon}
    {children}
  </button>
)
