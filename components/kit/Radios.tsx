import { type ReactNode, useId, useRef } from 'react'
import { cx } from './cx.ts'

interface Choice<Id extends string> {
  readonly id: Id
  readonly label: string
  /** One line on what it means. */
  readonly line: string
  readonly icon?: ReactNode
  readonly off?: boolean
}

interface Props<Id extends string> {
  readonly legend: string
  /** The heading above says the legend already: it is there for who cannot see that they belong together. */
  readonly headed?: boolean
  readonly choices: readonly Choice<Id>[]
  readonly value: Id
  readonly onChange: (id: Id) => void
  /** After a click, not after an arrow key: a closing menu must not close under a keyboard. */
  readonly onPicked?: () => void
}

/** A radio group in which each choice says in one line what it means. */
export const Radios = <Id extends string>({ legend, headed, choices, value, onChange, onPicked }: Props<Id>) => {
  const name = useId()
  const pressed = useRef(false)
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className={headed ? 'sr-only' : 'mb-1.5 text-13 font-medium'}>{legend}</legend>
      {choices.map(({ id, label, line, icon, off }) => (
        <label
          key={id}
          className={cx(
            'flex items-start gap-3 rounded-control border px-3 py-2 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent',
            id === value ? 'border-accent bg-accent-wash' : 'border-line bg-raised',
            off ? 'text-quiet' : 'cursor-pointer hover:border-edge',
          )}
        >
          <input
            type="radio"
            name={name}
            value={id}
            checked={id === value}
            disabled={off}
            aria-describedby={`${name}-${id}`}
            aria-label={label}
            onChange={() => {
              onChange(id)
              if (pressed.current) onPicked?.()
            }}
            // A radio that is gone after its click says nothing of its change: only one that stays as it was is over here.
            onClick={(event) => {
              pressed.current = event.detail > 0
              if (pressed.current && id === value) onPicked?.()
            }}
            className="mt-0.5 outline-none"
          />
          <span className="min-w-0 flex-1">
            <span className="block font-medium">{label}</span>
            <span id={`${name}-${id}`} className="block text-12 text-quiet">
              {line}
            </span>
          </span>
          {icon}
        </label>
      ))}
    </fieldset>
  )
}
