import { useState } from 'react'
import type { GroupRole } from '../../lib/contract/schemas.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { Radios } from '../kit/Radios.tsx'
import { groupRoles, roleLine, roleName } from '../roleWords.ts'
import { useServices } from '../services.ts'

interface Props {
  readonly title: string
  readonly first: GroupRole
  readonly onPick: (role: GroupRole) => void
  readonly onClose: () => void
}

/** One role for one or several people. */
export const RoleDialog = ({ title, first, onPick, onClose }: Props) => {
  const { say } = useServices()
  const [role, setRole] = useState(first)
  return (
    <Dialog title={title} onClose={onClose}>
      <Radios
        legend={say('columnRole')}
        value={role}
        onChange={setRole}
        choices={groupRoles.map((one) => ({ id: one, label: say(roleName[one]), line: say(roleLine[one]) }))}
      />
      <div className="mt-4 flex flex-wrap gap-2">
        <Button look="primary" onClick={() => onPick(role)}>
          {say('giveRole', say(roleName[role]))}
        </Button>
        <Button onClick={onClose}>{say('cancel')}</Button>
      </div>
    </Dialog>
  )
}
