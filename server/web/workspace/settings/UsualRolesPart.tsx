import { Button } from '../../../../components/kit/Button.tsx'
import { SelectField } from '../../../../components/kit/Field.tsx'
import { Problem } from '../../../../components/Problem.tsx'
import { groupRoles, lmsRolePlural, roleName } from '../../../../components/roleWords.ts'
import { useServices } from '../../../../components/services.ts'
import type { UsualRoles } from '../../../../lib/contract/schemas.ts'
import { usualRolesOutOfTheBox } from '../../../../lib/people/roles.ts'
import { Part } from '../../kit/Part.tsx'
import { useAct } from '../../kit/useAct.ts'

interface Props {
  readonly workspaceId: string
  readonly known: UsualRoles | null
}

/** What each role of a class list becomes in this Workspace's Groups, to start from. Kept as soon as it is chosen. */
export const UsualRolesPart = ({ workspaceId, known }: Props) => {
  const { say } = useServices()
  const change = useAct('workspaces.change')
  // What was chosen last stands at once; the answer of the service follows.
  const given = change.isPending ? change.variables.usualRoles : known
  const roles = given ?? usualRolesOutOfTheBox
  return (
    <Part title={say('usualRoles')} line={say('usualRolesLine')}>
      <div className="grid w-full grid-cols-[repeat(auto-fill,minmax(130px,1fr))] gap-3">
        {(['teacher', 'ta', 'student'] as const).map((role) => (
          <SelectField
            key={role}
            label={say(lmsRolePlural[role])}
            value={roles[role]}
            onChange={({ target }) => {
              const picked = groupRoles.find((one) => one === target.value)
              if (picked) change.mutate({ workspaceId, usualRoles: { ...roles, [role]: picked } })
            }}
          >
            {groupRoles.map((one) => (
              <option key={one} value={one}>
                {say(roleName[one])}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
      <p role="status" className={change.isSuccess ? 'text-13 text-good' : 'sr-only'}>
        {change.isSuccess && say('saved')}
      </p>
      {change.error && <Problem problem={change.error} />}
      {given && (
        <Button small look="plain" onClick={() => change.mutate({ workspaceId, usualRoles: null })}>
          {say('rolesUsual')}
        </Button>
      )}
    </Part>
  )
}
