import { ChevronDown } from 'lucide-react'
import { cx } from '../kit/cx.ts'
import { control } from '../kit/Field.tsx'
import { useServices } from '../services.ts'
import { furtherStates, type ListState, states } from './states.ts'

interface Props {
  /** The tab that is open. */
  readonly main: ListState
  readonly value: ListState | undefined
  readonly onChange: (state: ListState | undefined) => void
}

/** How else an invitation can stand: behind the two main labels. */
export const FurtherSelect = ({ main, value, onChange }: Props) => {
  const { say } = useServices()
  return (
    <span className="relative flex items-center">
      <select
        aria-label={say('filterShow')}
        value={value ?? ''}
        onChange={({ target }) => onChange(furtherStates.find((one) => one === target.value))}
        className={cx(control, 'appearance-none truncate pe-8')}
      >
        <option value="">{say(states[main].name)}</option>
        {furtherStates.map((state) => (
          <option key={state} value={state}>
            {say(states[state].name)}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute end-2.5 size-4 text-quiet" />
    </span>
  )
}
