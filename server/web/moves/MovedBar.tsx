import { CornerDownRight, Undo2, X } from 'lucide-react'
import { Button } from '../../../components/kit/Button.tsx'
import { IconButton } from '../../../components/kit/IconButton.tsx'
import { Problem } from '../../../components/Problem.tsx'
import { useMe } from '../../../components/queries.ts'
import { useServices } from '../../../components/services.ts'
import type { Group } from '../../../lib/contract/schemas.ts'
import { placeOf } from '../../../lib/groups/places.ts'
import type { Moved } from './useMoves.ts'

interface Props {
  readonly groups: readonly Group[]
  readonly moved: Moved | undefined
  readonly problem: Error | undefined
  readonly busy: boolean
  readonly onUndo: () => void
  readonly onClose: () => void
}

/** Where a Group went, said aloud, with the way back; or why it did not go. */
export const MovedBar = ({ groups, moved, problem, busy, onUndo, onClose }: Props) => {
  const { say } = useServices()
  const workspaces = useMe()?.workspaces ?? []
  const sentence = ({ group }: Moved): string => {
    const { parentId, space } = placeOf(group)
    if (space === 'private') return say('movedPrivate', group.name)
    if (space) return say('movedTop', group.name, workspaces.find(({ id }) => id === group.workspaceId)?.name ?? '')
    return say('movedInto', group.name, groups.find(({ id }) => id === parentId)?.name ?? '')
  }
  const close = (
    <IconButton label={say('close')} onClick={onClose}>
      <X aria-hidden className="size-4" />
    </IconButton>
  )
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-0 z-30 flex flex-col items-start gap-2 p-4 wide:max-w-130">
      {problem && (
        <div className="pointer-events-auto flex w-full items-start gap-1 rounded-card border border-line bg-raised p-1 shadow-float">
          <Problem problem={problem} className="min-w-0 flex-1" />
          {close}
        </div>
      )}
      <div role="status" className="max-w-full">
        {moved && (
          <div className="pointer-events-auto flex animate-appear items-center gap-2 rounded-card border border-line bg-raised py-1.5 ps-3 pe-1.5 text-13 shadow-float">
            <CornerDownRight aria-hidden className="size-4 flex-none text-good rtl:-scale-x-100" />
            <span className="min-w-0 flex-1">{sentence(moved)}</span>
            {moved.before && (
              <Button
                small
                look="plain"
                busy={busy}
                icon={<Undo2 aria-hidden className="size-4 rtl:-scale-x-100" />}
                onClick={onUndo}
              >
                {say('undo')}
              </Button>
            )}
            {close}
          </div>
        )}
      </div>
    </div>
  )
}
