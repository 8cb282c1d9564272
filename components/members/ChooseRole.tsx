import { useState } from 'react'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { Radios } from '../kit/Radios.tsx'
import { useServices } from '../services.ts'

export interface RoleDialogProps<Role extends string> {
  readonly title: string
  readonly first: Role
  readonly onPick: (role: Role) => void
  readonly onClose: () => void
}

interface Props<Role extends string> extends RoleDialogProps<Role> {
  readonly choices: readonly { readonly id: Role; readonly label: string; readonly line: string }[]
}

/** One role out of those there are, each with what it may do. */
export const ChooseRole = <Role extends string>({ title, first, choices, onPick, onClose }: Props<Role>) => {
  const { say } = useServices()
  const [role, setRole] = useState(first)
  const label = choices.find(({ id }) => id === role)?.label ?? role
  return (
    <Dialog title={title} onClose={onClose}>
      <Radios legend={say('columnRole')} value={role} onChange={setRole} choices={choices} />
      <div className="mt-4 flex flex-wrap gap-2">
        <Button look="primary" onClick={() => onPick(role)}>
          {say('giveRole', label)}
        </Button>
        <Button onClick={onClose}>{say('cancel')}</Button>
      </div>
    </Dialog>
  )
}
