import { Undo2 } from 'lucide-react'
import type { SendJob } from '../../lib/jobs/job.ts'
import { Blank } from '../kit/Blank.tsx'
import { Button } from '../kit/Button.tsx'
import { useServices } from '../services.ts'
import { countLeaving } from './countLeaving.ts'
import { usePutAway } from './usePutAway.ts'

/** What Undo came to. */
export const TakenBack = ({ whole, sends }: { whole: SendJob; sends: readonly SendJob[] }) => {
  const { say } = useServices()
  const putAway = usePutAway(sends)
  const { undone, tooLate } = whole.undone ?? { undone: 0, tooLate: 0 }
  const told = [
    tooLate > 0 ? say.count('undoneTooLate', tooLate) : say('undoneAll'),
    countLeaving(sends) > 0 && say('undoneMoves'),
    // What a send of a course leaves behind, so that nobody has to find out.
    whole.courseKey !== undefined && say('undoneLinked'),
    sends.length > 1 && say('undoneGroups'),
  ]
  return (
    <Blank
      icon={Undo2}
      title={say.count('undoneTitle', undone)}
      actions={
        <Button look="primary" busy={putAway.isPending} onClick={() => putAway.mutate()}>
          {say('backToList')}
        </Button>
      }
    >
      {told.filter(Boolean).join(' ')}
    </Blank>
  )
}
