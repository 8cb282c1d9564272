import { UserMinus } from 'lucide-react'
import { IconButton } from '../../../../components/kit/IconButton.tsx'
import { useServices } from '../../../../components/services.ts'
import type { CallOutput } from '../../../../lib/contract/calls.ts'
import type { WorkspaceRole } from '../../../../lib/contract/schemas.ts'
import { WorkspaceRoleSelect } from './WorkspaceRoleSelect.tsx'

export type PersonHere = CallOutput<'workspacePeople.list'>['rows'][number]

interface Props {
  readonly person: PersonHere
  readonly ticked: boolean
  /** Nobody removes themselves here. */
  readonly isMe: boolean
  readonly tabIndex: number
  readonly onTick: (on: boolean) => void
  readonly onRole: (role: WorkspaceRole) => void
  readonly onRemove: () => void
}

/** Somebody in a Workspace: who, in how many Groups, and their role, which can be changed. */
export const WorkspacePersonLine = ({ person, ticked, isMe, tabIndex, onTick, onRole, onRemove }: Props) => {
  const { say } = useServices()
  const name = person.name || person.email
  return (
    <div className="flex h-14 items-center gap-3 border-b border-line px-4">
      <input
        type="checkbox"
        checked={ticked}
        tabIndex={tabIndex}
        aria-label={say('tickPerson', name)}
        onChange={({ target }) => onTick(target.checked)}
      />
      <div className="min-w-0 flex-1">
        <p className="flex font-medium">
          <bdi className="truncate">{name}</bdi>
        </p>
        <p className="flex text-12 text-quiet">
          <bdi dir="ltr" className="truncate">
            {person.email}
          </bdi>
        </p>
      </div>
      <span className="hidden text-13 text-quiet wide:block">{say.count('groupCount', person.groups)}</span>
      <WorkspaceRoleSelect label={say('roleOf', name)} value={person.role} tabIndex={tabIndex} onChange={onRole} />
      <IconButton label={say('removePerson', name)} tabIndex={tabIndex} disabled={isMe} onClick={onRemove}>
        <UserMinus aria-hidden className="size-4" />
      </IconButton>
    </div>
  )
}
