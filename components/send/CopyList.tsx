import { Check, Copy } from 'lucide-react'
import { table } from '../../lib/people/table.ts'
import { Button } from '../kit/Button.tsx'
import { useCopy } from '../kit/useCopy.ts'
import { roleName } from '../roleWords.ts'
import { useServices } from '../services.ts'
import type { SentPerson } from './sentPeople.ts'
import { sentWords } from './sentWords.ts'

/** Takes the list along, as a table that a spreadsheet understands. */
export const CopyList = ({ people }: { people: readonly SentPerson[] }) => {
  const { say } = useServices()
  const { copy, copied } = useCopy()
  const text = () =>
    table([
      [say('columnName'), say('columnAddress'), say('columnRole'), say('columnOutcome')],
      ...people.map(({ name, email, role, kind, has }) => {
        const roleWord = say(roleName[has ?? role])
        return [name, email, roleWord, say(sentWords[kind].word, roleWord)]
      }),
    ])
  return (
    <Button
      icon={copied ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
      onClick={() => copy(text())}
    >
      <span aria-live="polite">{say(copied ? 'copied' : 'copyList')}</span>
    </Button>
  )
}
