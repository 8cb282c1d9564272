import { Search as Glass } from 'lucide-react'
import { control } from './control.ts'
import { cx } from './cx.ts'

interface Props {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Somebody is about to type. */
  readonly onFocus?: (() => void) | undefined
  readonly className?: string
}

/** Finds as one types; Escape empties it first, and only then closes what it is in. */
export const Search = ({ label, value, onChange, onFocus, className }: Props) => (
  <div className={cx('relative', className)}>
    <Glass aria-hidden className="pointer-events-none absolute inset-y-0 start-2.5 my-auto size-4 text-quiet" />
    <input
      type="search"
      value={value}
      aria-label={label}
      placeholder={label}
      onFocus={onFocus}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || value === '') return
        event.stopPropagation()
        event.preventDefault()
        onChange('')
      }}
      className={cx(control, 'ps-8.5 text-ellipsis')}
    />
  </div>
)
