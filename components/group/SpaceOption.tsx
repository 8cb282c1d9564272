import { Check, Lock, School } from 'lucide-react'
import type { GroupSpace, Workspace } from '../../lib/contract/schemas.ts'
import { cx } from '../kit/cx.ts'
import { useServices } from '../services.ts'

interface Props {
  readonly id: string
  readonly workspace: Workspace
  readonly space: GroupSpace
  readonly chosen: boolean
  readonly onPick: () => void
}

/** A place at the top: where a Workspace sees it, or in a private space of it. */
export const SpaceOption = ({ id, workspace, space, chosen, onPick }: Props) => {
  const { say } = useServices()
  const Icon = space === 'private' ? Lock : School
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list or the field before it has the keyboard
    // biome-ignore lint/a11y/useFocusableInteractive: the list or the field before it has the focus
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      onClick={onPick}
      className={cx(
        'flex min-h-8 items-center gap-2 rounded-control px-2',
        chosen ? 'bg-accent-wash' : 'hover:bg-well',
      )}
    >
      <Icon aria-hidden className="size-4 flex-none text-quiet" />
      <span className="truncate">
        {space === 'workspace' ? say('groupAtTop', workspace.name) : say('groupPrivateSpace')}
      </span>
      {chosen && <Check aria-hidden className="ms-auto size-4 flex-none text-accent" />}
    </div>
  )
}
