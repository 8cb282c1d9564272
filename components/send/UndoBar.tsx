import { Undo2 } from 'lucide-react'
import { Button } from '../kit/Button.tsx'
import { useServices } from '../services.ts'
import { useSecondsLeft } from '../useSecondsLeft.ts'

interface Props {
  /** ISO 8601. */
  readonly heldUntil: string | undefined
  readonly busy: boolean
  readonly onUndo: () => void
}

/** While mails are held: when they leave, and the way back. After that: where to look. */
export const UndoBar = ({ heldUntil, busy, onUndo }: Props) => {
  const { say } = useServices()
  const left = useSecondsLeft(heldUntil)
  if (left === 0) return <p className="text-13 text-quiet">{say('mailsLeft')}</p>
  return (
    <div className="flex items-center gap-3 rounded-control bg-well py-1.5 ps-3 pe-1.5 text-13">
      <span className="flex-1">{say.count('mailsLeaveIn', left)}</span>
      <Button small busy={busy} icon={<Undo2 aria-hidden className="size-3.5" />} onClick={onUndo}>
        {say('undo')}
      </Button>
    </div>
  )
}
