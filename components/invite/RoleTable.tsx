import type { GroupRole } from '../../lib/contract/schemas.ts'
import { labelKey, type RoleLine, roleFor } from '../../lib/people/roles.ts'
import { Button } from '../kit/Button.tsx'
import { groupRoles, lmsRolePlural, roleLine, roleName } from '../roleWords.ts'
import { useServices } from '../services.ts'
import { RoleSelect } from './RoleSelect.tsx'
import type { Roles } from './useRoles.ts'

interface Props {
  readonly lines: readonly RoleLine[]
  readonly roles: Roles
  readonly role: GroupRole
  readonly onStudents: (role: GroupRole | null) => void
}

/** One line for each role of the course: how many have it, and what they become in the Group. */
export const RoleTable = ({ lines, roles, role, onStudents }: Props) => {
  const { say } = useServices()
  const rules = { mapping: roles.mapping, labels: roles.labels, role }
  return (
    <div className="flex flex-col gap-2 p-1.5">
      <ul className="divide-y divide-line">
        {lines.map((line) => {
          const name = line.label ?? say(lmsRolePlural[line.role])
          const isStudents = line.role === 'student' && line.label === undefined
          return (
            <li key={labelKey(line.role, line.label ?? '')} className="flex min-h-9 items-center gap-2">
              <bdi className="truncate" title={name}>
                {name}
              </bdi>
              <span className="me-auto text-12 text-quiet">{say.number(line.count)}</span>
              <RoleSelect
                label={say('roleOf', name)}
                value={roleFor({ role: line.role, roleLabel: line.label }, rules)}
                canLeaveOut
                onChange={(given) => (isStudents ? onStudents(given) : roles.give(line, given))}
              />
            </li>
          )
        })}
      </ul>
      <dl className="flex flex-col gap-0.5 rounded-control bg-well px-2.5 py-2 text-12 text-quiet">
        {groupRoles.map((one) => (
          <div key={one} className="flex gap-1.5">
            <dt className="w-18 flex-none font-medium">{say(roleName[one])}</dt>
            <dd>{say(roleLine[one])}</dd>
          </div>
        ))}
      </dl>
      <p className="flex min-h-7 items-center justify-between gap-2 text-12 text-quiet">
        {say('rolesRemembered')}
        {roles.changed && (
          <Button small look="plain" className="flex-none" onClick={roles.reset}>
            {say('rolesUsual')}
          </Button>
        )}
      </p>
    </div>
  )
}
