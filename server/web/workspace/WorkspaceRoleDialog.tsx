import { useState } from 'react'
import { Button } from '../../../components/kit/Button.tsx'
import { Dialog } from '../../../components/kit/Dialog.tsx'
import { Radios } from '../../../components/kit/Radios.tsx'
import { useServices } from '../../../components/services.ts'
import type { WorkspaceRole } from '../../../lib/contract/schemas.ts'

const roles = [
  { id: 'member', name: 'roleMember', line: 'workspaceMemberLine' },
  { id: 'editor', name: 'roleEditor', line: 'workspaceEditorLine' },
  { id: 'owner', name: 'roleOwner', line: 'workspaceOwnerLine' },
] as const

interface Props {
  readonly title: string
  readonly first: WorkspaceRole
  readonly onPick: (role: WorkspaceRole) => void
  readonly onClose: () => void
}

/** One role in the Workspace for several people. */
export const WorkspaceRoleDialog = ({ title, first, onPick, onClose }: Props) => {
  const { say } = useServices()
  const [role, setRole] = useState(first)
  const name = roles.find(({ id }) => id === role)?.name ?? 'roleMember'
  return (
    <Dialog title={title} onClose={onClose}>
      <Radios
        legend={say('columnRole')}
        value={role}
        onChange={setRole}
        choices={roles.map((one) => ({ id: one.id, label: say(one.name), line: say(one.line) }))}
      />
      <div className="mt-4 flex flex-wrap gap-2">
        <Button look="primary" onClick={() => onPick(role)}>
          {say('giveRole', say(name))}
        </Button>
        <Button onClick={onClose}>{say('cancel')}</Button>
      </div>
    </Dialog>
  )
}
