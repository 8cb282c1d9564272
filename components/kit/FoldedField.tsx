import { ChevronDown } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { control } from './control.ts'
import { cx } from './cx.ts'
import { Menu } from './Menu.tsx'

interface Props {
  readonly label: string
  /** What is chosen, in a word. */
  readonly value: string
  /** Of the box that opens, where it holds more than the label says. */
  readonly boxLabel?: string
  readonly className?: string
  readonly children: (close: () => void) => ReactNode
}

/** A choice that is folded away behind a button that says what is chosen. */
export const FoldedField = ({ label, value, boxLabel = label, className, children }: Props) => {
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <span id={id} className="text-13 font-medium">
        {label}
      </span>
      <Menu
        label={boxLabel}
        align="end"
        className={cx('w-76', className)}
        button={(given) => (
          <button
            type="button"
            {...given}
            aria-labelledby={`${id} ${id}-value`}
            className={cx(control, 'flex items-center justify-between gap-2')}
          >
            <span id={`${id}-value`}>{value}</span>
            <ChevronDown aria-hidden className="size-4 flex-none text-quiet" />
          </button>
        )}
      >
        {children}
      </Menu>
    </div>
  )
}
