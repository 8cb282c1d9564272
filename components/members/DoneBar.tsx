import { CircleCheck, Info, Undo2, X } from 'lucide-react'
import { Button } from '../kit/Button.tsx'
import { IconButton } from '../kit/IconButton.tsx'
import { Problem } from '../Problem.tsx'
import { useServices } from '../services.ts'
import { outcomeSentences } from './actWords.ts'
import type { PeopleActs } from './usePeopleActs.ts'

/** What came of the last deed, said aloud, with Undo where it can be taken back. */
export const DoneBar = ({ acts: { act, undo, remindAll, done, dismiss } }: { acts: PeopleActs }) => {
  const { say } = useServices()
  const problem = act.error ?? undo.error ?? remindAll.error
  const sentences = done ? outcomeSentences(say, done.outcomes, done.kind) : []
  const whole = done && done.outcomes.size === 1
  const Icon = whole ? CircleCheck : Info
  return (
    <>
      {problem && <Problem problem={problem} className="mx-4 mb-2 flex-none" />}
      <div role="status" className="flex-none">
        {done && (
          <div className="mx-4 mb-2 flex items-center gap-2 rounded-control bg-well py-1 ps-3 pe-1 text-13">
            <Icon aria-hidden className="size-4 flex-none text-good" />
            <span className="min-w-0 flex-1">{sentences.length > 0 ? sentences.join(' ') : say('didNothing')}</span>
            {done.back.length > 0 && (
              <Button
                small
                look="plain"
                busy={undo.isPending}
                icon={<Undo2 aria-hidden className="size-4 rtl:-scale-x-100" />}
                onClick={() => undo.mutate(done)}
              >
                {say('undo')}
              </Button>
            )}
            <IconButton label={say('close')} onClick={dismiss}>
              <X aria-hidden className="size-4" />
            </IconButton>
          </div>
        )}
      </div>
    </>
  )
}
