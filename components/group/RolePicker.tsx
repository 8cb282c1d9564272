import type { GroupRole } from '../../lib/contract/schemas.ts'
import { FoldedField } from '../kit/FoldedField.tsx'
import { Radios } from '../kit/Radios.tsx'
import { groupRoles, roleLine, roleName } from '../roleWords.ts'
import { useServices } from '../services.ts'

interface Props {
  /** Who gets the role: "Students join as". */
  readonly label: string
  readonly value: GroupRole
  readonly onChange: (role: GroupRole) => void
  /** Roles that cannot be chosen here; the line then says why. */
  readonly off?: (role: GroupRole) => string | undefined
}

/** The three roles, each with one line on what it may do. */
export const RolePicker = ({ label, value, onChange, off }: Props) => {
  const { say } = useServices()
  return (
    <FoldedField label={label} value={say(roleName[value])}>
      {(close) => (
        <div className="p-1.5">
          <Radios
            legend={label}
            value={value}
            onChange={onChange}
            onPicked={close}
            choices={groupRoles.map((role) => {
              const why = off?.(role)
              return { id: role, label: say(roleName[role]), line: why ?? say(roleLine[role]), off: why !== undefined }
            })}
          />
        </div>
      )}
    </FoldedField>
  )
}
