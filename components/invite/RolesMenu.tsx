import type { GroupRole } from '../../lib/contract/schemas.ts'
import type { RoleLine } from '../../lib/people/roles.ts'
import { FoldedField } from '../kit/FoldedField.tsx'
import { Radios } from '../kit/Radios.tsx'
import { groupRoles, roleLine, roleName } from '../roleWords.ts'
import { useServices } from '../services.ts'
import { RoleTable } from './RoleTable.tsx'
import type { Roles } from './useRoles.ts'

interface Props {
  /** What the roster has, students first. */
  readonly lines: readonly RoleLine[]
  readonly roles: Roles
  /** The students' role, unless they are left out. */
  readonly role: GroupRole
  readonly onRole: (role: GroupRole) => void
}

/** Folded away behind what students come to: what each role of the course does. A class of students alone has one choice. */
export const RolesMenu = ({ lines, roles, role, onRole }: Props) => {
  const { say } = useServices()
  const label = say('roleForStudents')
  const studentsOut = roles.mapping.student === null
  const setStudents = (picked: GroupRole | null) => {
    if (picked === null || studentsOut) roles.give({ role: 'student' }, picked)
    if (picked) onRole(picked)
  }
  const several = lines.some((line) => line.role !== 'student' || line.label !== undefined)
  return (
    <FoldedField
      label={label}
      value={say(studentsOut ? 'leftOut' : roleName[role])}
      {...(several && { boxLabel: say('rolesInGroup') })}
      className="max-h-[70vh] overflow-y-auto"
    >
      {(close) =>
        several ? (
          <RoleTable lines={lines} roles={roles} role={role} onStudents={setStudents} />
        ) : (
          <div className="p-1.5">
            <Radios
              legend={label}
              value={studentsOut ? 'out' : role}
              onChange={(picked) => setStudents(picked === 'out' ? null : picked)}
              onPicked={close}
              choices={[
                ...groupRoles.map((one) => ({ id: one, label: say(roleName[one]), line: say(roleLine[one]) })),
                { id: 'out' as const, label: say('leaveOut'), line: say('leaveOutLine') },
              ]}
            />
          </div>
        )
      }
    </FoldedField>
  )
}
