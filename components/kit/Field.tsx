import { type ComponentProps, type ReactNode, useId } from 'react'
import { control } from './control.ts'
import { cx } from './cx.ts'
import { Select } from './Select.tsx'

interface Around {
  readonly label: string
  /** A sentence below: help, or what is to be changed. */
  readonly note?: ReactNode
  readonly needsChange?: boolean | undefined
}

/** A label, a text control and a sentence that belong together. */
export const Field = ({ label, note, needsChange, className, ...rest }: Around & ComponentProps<'input'>) => {
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-13 font-medium">
        {label}
      </label>
      <input
        id={id}
        {...rest}
        aria-describedby={note ? `${id}-note` : undefined}
        aria-invalid={needsChange || undefined}
        className={cx(control, needsChange && 'border-bad', className)}
      />
      <Note id={`${id}-note`} needsChange={needsChange}>
        {note}
      </Note>
    </div>
  )
}

/** The same around a native select. */
export const SelectField = ({ label, note, ...rest }: Around & ComponentProps<'select'>) => {
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-13 font-medium">
        {label}
      </label>
      <Select id={id} {...rest} aria-describedby={note ? `${id}-note` : undefined} />
      <Note id={`${id}-note`}>{note}</Note>
    </div>
  )
}

const Note = ({ id, needsChange, children }: { id: string; needsChange?: boolean | undefined; children: ReactNode }) =>
  children ? (
    <p id={id} className={cx('text-12 wrap-anywhere', needsChange ? 'text-bad' : 'text-quiet')}>
      {children}
    </p>
  ) : null
