import { CloudAlert, RotateCw } from 'lucide-react'
import { CopyReport } from './CopyReport.tsx'
import { Blank } from './kit/Blank.tsx'
import { Button } from './kit/Button.tsx'
import { problemWords } from './problemWords.ts'
import { useServices } from './services.ts'

interface Props {
  readonly problem: unknown
  readonly onRetry: () => void
  readonly page?: boolean
}

/** There is nothing to show, not even from last time: what, why, what now. */
export const ProblemScreen = ({ problem, onRetry, page }: Props) => {
  const { say } = useServices()
  const { what, now } = problemWords(say, problem)
  return (
    <Blank
      {...(page ? { page } : {})}
      icon={CloudAlert}
      title={what}
      actions={
        <>
          <Button look="primary" icon={<RotateCw aria-hidden className="size-4" />} onClick={onRetry}>
            {say('tryAgain')}
          </Button>
          <CopyReport problem={problem} />
        </>
      }
    >
      {now}
    </Blank>
  )
}
