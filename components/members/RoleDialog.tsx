import type { GroupRole } from '../../lib/contract/schemas.ts'
import { groupRoles, roleLine, roleName } from '../roleWords.ts'
import { useServices } from '../services.ts'
import { ChooseRole, type RoleDialogProps } from './ChooseRole.tsx'

/** One role for one or several people. */
export const RoleDialog = (props: RoleDialogProps<GroupRole>) => {
  const { say } = useServices()
  const choices = groupRoles.map((id) => ({ id, label: say(roleName[id]), line: say(roleLine[id]) }))
  return <ChooseRole {...props} choices={choices} />
}
