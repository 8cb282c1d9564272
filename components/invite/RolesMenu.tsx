import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import type { GroupRole } from '../../lib/contract/schemas.ts'
import { type RoleLine, roleFor } from '../../lib/people/roles.ts'
import { Button } from '../kit/Button.tsx'
import { cx } from '../kit/cx.ts'
import { control } from '../kit/Field.tsx'
import { Menu } from '../kit/Menu.tsx'
import { Radios } from '../kit/Radios.tsx'
import { groupRoles, lmsRolePlural, roleLine, roleName } from '../roleWords.ts'
import { useServices } from '../services.ts'
import { RoleSelect } from './RoleSelect.tsx'
import type { Roles } from './useRoles.ts'

interface Props {
  /** What the roster has, students first. */
  readonly lines: readonly RoleLine[]
  readonly roles: Roles
  /** The students' role, unless they are left out. */
  readonly role: GroupRole
  readonly onRole: (role: GroupRole) => void
}

/** What each role of the course comes to in the Group: the students' in full, everybody else's below. */
export const RolesMenu = ({ lines, roles, role, onRole }: Props) => {
  const { say } = useServices()
  const id = useId()
  const label = say('roleForStudents')
  const studentsOut = roles.mapping.student === null
  const others = lines.filter((line) => line.role !== 'student' || line.label !== undefined)
  const rules = { mapping: roles.mapping, labels: roles.labels, role }
  const setStudents = (picked: GroupRole | 'out') => {
    if (picked === 'out') return roles.give({ role: 'student' }, null)
    if (studentsOut) roles.give({ role: 'student' }, picked)
    onRole(picked)
  }
  return (
    <div className="flex flex-col gap-1">
      <span id={id} className="text-13 font-medium">
        {label}
      </span>
      <Menu
        label={say('rolesInGroup')}
        align="end"
        className="max-h-[70vh] w-76 overflow-y-auto"
        button={(given) => (
          <button
            type="button"
            {...given}
            aria-labelledby={`${id} ${id}-value`}
            className={cx(control, 'flex items-center justify-between gap-2')}
          >
            <span id={`${id}-value`}>{say(studentsOut ? 'leftOut' : roleName[role])}</span>
            <ChevronDown aria-hidden className="size-4 flex-none text-quiet" />
          </button>
        )}
      >
        {(close) => (
          <div className="flex flex-col gap-3 p-1.5">
            <Radios
              legend={label}
              value={studentsOut ? 'out' : role}
              onChange={setStudents}
              {...(others.length === 0 ? { onPicked: close } : {})}
              choices={[
                ...groupRoles.map((one) => ({ id: one, label: say(roleName[one]), line: say(roleLine[one]) })),
                { id: 'out' as const, label: say('leaveOut'), line: say('leaveOutLine') },
              ]}
            />
            {others.length > 0 && (
              <div>
                <h3 className="mb-1 text-13 font-medium">{say('rolesElse')}</h3>
                <ul className="divide-y divide-line">
                  {others.map((line) => {
                    const name = line.label ?? say(lmsRolePlural[line.role])
                    return (
                      <li key={`${line.role} ${line.label}`} className="flex min-h-9 items-center gap-2">
                        <bdi className="truncate" title={name}>
                          {name}
                        </bdi>
                        <span className="me-auto text-12 text-quiet">{say.number(line.count)}</span>
                        <RoleSelect
                          label={say('roleOf', name)}
                          value={roleFor({ role: line.role, roleLabel: line.label }, rules)}
                          canLeaveOut
                          onChange={(given) => roles.give(line, given)}
                        />
                      </li>
                    )
                  })}
                </ul>
              </div>
            )}
            <p className="flex items-baseline justify-between gap-2 text-12 text-quiet">
              {say('rolesRemembered')}
              {roles.changed && (
                <Button small look="plain" className="flex-none" onClick={roles.reset}>
                  {say('rolesUsual')}
                </Button>
              )}
            </p>
          </div>
        )}
      </Menu>
    </div>
  )
}
