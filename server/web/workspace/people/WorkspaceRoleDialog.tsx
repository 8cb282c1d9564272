import { ChooseRole, type RoleDialogProps } from '../../../../components/members/ChooseRole.tsx'
import { useServices } from '../../../../components/services.ts'
import type { WorkspaceRole } from '../../../../lib/contract/schemas.ts'

const roles = [
  { id: 'member', name: 'roleMember', line: 'workspaceMemberLine' },
  { id: 'editor', name: 'roleEditor', line: 'workspaceEditorLine' },
  { id: 'owner', name: 'roleOwner', line: 'workspaceOwnerLine' },
] as const

/** One role in the Workspace for several people. */
export const WorkspaceRoleDialog = (props: RoleDialogProps<WorkspaceRole>) => {
  const { say } = useServices()
  const choices = roles.map(({ id, name, line }) => ({ id, label: say(name), line: say(line) }))
  return <ChooseRole {...props} choices={choices} />
}
