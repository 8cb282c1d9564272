import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import type { GroupRole } from '../../lib/contract/schemas.ts'
import { control } from '../kit/control.ts'
import { cx } from '../kit/cx.ts'
import { Menu } from '../kit/Menu.tsx'
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
const RoleRadios = ({ label, value, onChange, off, onPicked }: Props & { onPicked?: () => void }) => {
  const { say } = useServices()
  return (
    <Radios
      legend={label}
      value={value}
      onChange={onChange}
      {...(onPicked ? { onPicked } : {})}
      choices={groupRoles.map((role) => {
        const why = off?.(role)
        return { id: role, label: say(roleName[role]), line: why ?? say(roleLine[role]), off: why !== undefined }
      })}
    />
  )
}

/** The same, folded away behind a button that says what is chosen. */
export const RolePicker = (props: Props) => {
  const { say } = useServices()
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <span id={id} className="text-13 font-medium">
        {props.label}
      </span>
      <Menu
        label={props.label}
        align="end"
        className="w-76"
        button={(given) => (
          <button
            type="button"
            {...given}
            aria-labelledby={`${id} ${id}-value`}
            className={cx(control, 'flex items-center justify-between gap-2')}
          >
            <span id={`${id}-value`}>{say(roleName[props.value])}</span>
            <ChevronDown aria-hidden className="size-4 flex-none text-quiet" />
          </button>
        )}
      >
        {(close) => (
          <div className="p-1.5">
            <RoleRadios {...props} onPicked={close} />
          </div>
        )}
      </Menu>
    </div>
  )
}
