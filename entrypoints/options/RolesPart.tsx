import { useMutation } from '@tanstack/react-query'
import { SelectField } from '../../components/kit/Field.tsx'
import { useLive } from '../../components/live.ts'
import { groupRoles, lmsRolePlural, roleName } from '../../components/roleWords.ts'
import type { RoleMapping } from '../../lib/people/person.ts'
import type { OptionsEffects } from './effects.ts'
import { Part } from './Part.tsx'

const OUT = 'out'
const shown = ['teacher', 'ta', 'designer', 'student', 'other'] as const

/** What each role in a course comes to, unless a course has it otherwise. Kept as soon as it is chosen. */
export const RolesPart = ({ effects: { say, roles, saveRoles } }: { effects: OptionsEffects }) => {
  const mapping = useLive(roles)
  const save = useMutation({ mutationFn: (next: RoleMapping) => saveRoles(next) })
  return (
    <Part title={say('optionsRoles')}>
      <p className="text-quiet">{say('optionsRolesNote')}</p>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(150px,1fr))] gap-3">
        {shown.map((role) => (
          <SelectField
            key={role}
            label={say(lmsRolePlural[role])}
            value={mapping[role] ?? OUT}
            onChange={({ target }) =>
              save.mutate({ ...mapping, [role]: groupRoles.find((one) => one === target.value) ?? null })
            }
          >
            {groupRoles.map((one) => (
              <option key={one} value={one}>
                {say(roleName[one])}
              </option>
            ))}
            <option value={OUT}>{say('leaveOut')}</option>
          </SelectField>
        ))}
      </div>
      <p className="flex flex-wrap justify-between gap-2 text-13 text-quiet">
        {say('optionsRolesOut')}
        <span role="status" className="text-good">
          {save.isSuccess && say('optionsRolesSaved')}
        </span>
      </p>
    </Part>
  )
}
