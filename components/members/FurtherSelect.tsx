import { Select } from '../kit/Select.tsx'
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
    <Select
      aria-label={say('filterShow')}
      value={value ?? ''}
      onChange={({ target }) => onChange(furtherStates.find((one) => one === target.value))}
    >
      <option value="">{say(states[main].name)}</option>
      {furtherStates.map((state) => (
        <option key={state} value={state}>
          {say(states[state].name)}
        </option>
      ))}
    </Select>
  )
}
