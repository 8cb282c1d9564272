import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { problemWords } from '../problemWords.ts'
import { useServices } from '../services.ts'

interface Props {
  readonly problem: unknown
  readonly onRetry: () => void
}

/** Who is in the Group already could not be asked; sending still works, it waits and nobody is invited twice. */
export const UnknownNotice = ({ problem, onRetry }: Props) => {
  const { say } = useServices()
  return (
    <Notice
      tone="attention"
      title={problemWords(say, problem).what}
      className="mx-4 mb-3 flex-none"
      actions={
        <Button small onClick={onRetry}>
          {say('tryAgain')}
        </Button>
      }
    >
      {say('uncheckedNow')}
    </Notice>
  )
}
