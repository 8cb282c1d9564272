import { ChevronDown } from 'lucide-react'
import { useServices } from '../../../../components/services.ts'
import { WorkspaceRole } from '../../../../lib/contract/schemas.ts'
import { roleName } from '../roleName.ts'

const roles = WorkspaceRole.options

interface Props {
  readonly label: string
  readonly value: WorkspaceRole
  readonly tabIndex?: number
  readonly onChange: (role: WorkspaceRole) => void
}

/** A role in the Workspace, small enough for a row. */
export const WorkspaceRoleSelect = ({ label, value, tabIndex, onChange }: Props) => {
  const { say } = useServices()
  return (
    <span className="relative inline-flex flex-none items-center">
      <select
        aria-label={label}
        value={value}
        tabIndex={tabIndex}
        onChange={({ target }) => {
          const role = roles.find((one) => one === target.value)
          if (role) onChange(role)
        }}
        className="min-h-8 appearance-none rounded-control bg-transparent ps-2 pe-5.5 text-13 text-text transition-colors hover:bg-well"
      >
        {roles.map((role) => (
          <option key={role} value={role} className="bg-raised">
            {say(roleName[role])}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute end-1 size-3.5 text-quiet" />
    </span>
  )
}
