import { ChevronDown } from 'lucide-react'
import type { GroupRole } from '../../lib/contract/schemas.ts'
import { groupRoles, roleName } from '../roleWords.ts'
import { useServices } from '../services.ts'

interface Props {
  readonly label: string
  readonly value: GroupRole
  readonly tabIndex: number
  readonly onChange: (role: GroupRole) => void
}

/** One person's role, small enough for a row. */
export const RoleSelect = ({ label, value, tabIndex, onChange }: Props) => {
  const { say } = useServices()
  return (
    <span className="relative inline-flex items-center">
      <select
        aria-label={label}
        value={value}
        tabIndex={tabIndex}
        onChange={(event) => {
          const role = groupRoles.find((one) => one === event.target.value)
          if (role) onChange(role)
        }}
        className="min-h-6 appearance-none rounded-control bg-transparent ps-1.5 pe-4.5 text-end text-13 text-text transition-colors hover:bg-well"
      >
        {groupRoles.map((role) => (
          <option key={role} value={role} className="bg-raised">
            {say(roleName[role])}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute end-0.5 size-3.5 text-quiet" />
    </span>
  )
}
