import { CloudAlert, Lock, type LucideIcon, RotateCw, SearchX } from 'lucide-react'
import type { Course, ReadProblem } from '../../lib/lms/roster.ts'
import { Blank } from '../kit/Blank.tsx'
import { Button } from '../kit/Button.tsx'
import { useServices } from '../services.ts'
import { readAgainHelps, readWords } from './rosterWords.ts'

interface Props {
  readonly course: Course
  readonly problem: ReadProblem
  readonly onReadAgain: () => void
  readonly onPaste: () => void
}

const icons: Partial<Readonly<Record<ReadProblem, LucideIcon>>> = {
  signedOut: Lock,
  forbidden: Lock,
  notThere: SearchX,
  unreadable: SearchX,
}

/** No roster, why, and the two ways on: read again, or paste the people. */
export const ReadProblemScreen = ({ course, problem, onReadAgain, onPaste }: Props) => {
  const { say } = useServices()
  const [what, now] = readWords[problem]
  const again = readAgainHelps.has(problem)
  return (
    <Blank
      icon={icons[problem] ?? CloudAlert}
      title={say(what, course.lmsLabel)}
      actions={
        <>
          {again && (
            <Button look="primary" icon={<RotateCw aria-hidden className="size-4" />} onClick={onReadAgain}>
              {say('readAgain')}
            </Button>
          )}
          <Button look={again ? 'quiet' : 'primary'} onClick={onPaste}>
            {say('pasteInstead')}
          </Button>
        </>
      }
    >
      {say(now, course.lmsLabel)}
    </Blank>
  )
}
