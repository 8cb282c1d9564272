import { type ComponentProps, type ReactNode, useId } from 'react'
import { control } from './control.ts'
import { cx } from './cx.ts'
import { Select } from './Select.tsx'

interface Labelling {
  readonly label: string
  /** The heading above says the label already: it is there for who cannot see that they belong together. */
  readonly headed?: boolean | undefined
  /** A sentence below: help, or what is to be changed. */
  readonly note?: ReactNode
  readonly needsChange?: boolean | undefined
}

/** A label, a text control and a sentence that belong together. */
export const Field = ({
  label,
  headed,
  note,
  needsChange,
  className,
  ...rest
}: Labelling & ComponentProps<'input'>) => {
  const id = useId()
  return (
    <Labelled id={id} label={label} headed={headed} note={note} needsChange={needsChange}>
      <input
        id={id}
        {...rest}
        aria-describedby={note ? `${id}-note` : undefined}
        aria-invalid={needsChange || undefined}
        className={cx(control, needsChange && 'border-bad', className)}
      />
    </Labelled>
  )
}

/** The same around a native select. */
export const SelectField = ({ label, headed, note, ...rest }: Labelling & ComponentProps<'select'>) => {
  const id = useId()
  return (
    <Labelled id={id} label={label} headed={headed} note={note}>
      <Select id={id} {...rest} aria-describedby={note ? `${id}-note` : undefined} />
    </Labelled>
  )
}

const Labelled = ({
  id,
  label,
  headed,
  note,
  needsChange,
  children,
}: Labelling & { id: string; children: ReactNode }) => (
  <div className="flex flex-col gap-1">
    <label htmlFor={id} className={headed ? 'sr-only' : 'text-13 font-medium'}>
      {label}
    </label>
    {children}
    {note && (
      <p id={`${id}-note`} className={cx('text-12 wrap-anywhere', needsChange ? 'text-bad' : 'text-quiet')}>
        {note}
      </p>
    )}
  </div>
)
